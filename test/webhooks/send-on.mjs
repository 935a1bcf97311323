// A process that sends webhooks until it is killed or all is sent: `node send-on.mjs <file> <url> <authority> <changes>`.
// It registers the endpoint if there is none. Change n belongs to the story `story-<n % 7>`, and is the same in every run.
// It prints `open` when it sends, `failed <failure>` if the last message failed, and `done` at the end.
import { writeSync } from 'node:fs';
import { NEVER } from 'rxjs';
import { SystemClock } from '#event-store';
import { Webhooks } from '#webhooks';

const [file, url, ca, count] = process.argv.slice(2);
const all = Array.from({ length: Number(count) }, (_, n) => {
  const story = `story-${n % 7}`;
  const data = { story, n: Math.floor(n / 7) + 1 };
  const event = { specversion: '1.0', id: `change-${n}`, source: '/', type: 'org.example.changed', data };
  return { position: BigInt(n), story, event };
});
const changes = {
  after: (position, limit) => all.slice(Number(position) + 1, Number(position) + 1 + limit),
  at: (position) => ({ kind: 'here', event: all[Number(position)].event }),
  endsBefore: (position) => Number(position) >= all.length,
  head: () => BigInt(all.length - 1),
  news: NEVER,
};
const webhooks = Webhooks.open({
  file,
  log: 'log',
  changes,
  clock: new SystemClock(),
  sender: { ca, rule: (address) => address === '127.0.0.1', resolve: async () => ['127.0.0.1'] },
});
if (webhooks.page('', 1).length === 0)
  await webhooks.register({ url, description: null, stories: null, from: 'start' });
writeSync(1, 'open\n');
setInterval(() => {
  const [endpoint] = webhooks.page('', 1);
  if (endpoint.lastFailure) writeSync(1, `failed ${endpoint.lastFailure.failure}\n`);
  if (endpoint.pending > 0 || endpoint.position < all.length - 1) return;
  writeSync(1, 'done\n');
  process.exit();
}, 20);
