import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { changesOf, Webhooks } from '#webhooks';
import type { StoryEvent } from '#story';
import { opened, recorded, reported } from '../projections/plain-events.js';
import { Archives, type Model } from '../projections/read-model.js';
import { en } from '../publishing/desk.js';
import { ManualTime } from './manual-time.js';
import { CA, Receiver } from './receiver.js';

const archives = new Archives();
let receiver: Receiver;
let model: Model;
let webhooks: Webhooks;
const news = new Subject<void>();
const time = new ManualTime('2016-12-01T12:00:00Z');

beforeAll(async () => {
  Logger.overrideLogger(false);
  await archives.open();
  receiver = await Receiver.start();
  model = archives.model('public');
  const read = {
    get reader() {
      return model.reader;
    },
    caughtUp: true,
    news,
  };
  webhooks = Webhooks.open({
    file: `${model.path}.webhooks`,
    log: 'log',
    changes: changesOf(read, { origin: 'https://archive.example.org', name: 'Dateline' }),
    clock: time,
    alarm: time.alarm,
    sender: { ca: CA, rule: (a) => a === '127.0.0.1', resolve: async () => ['127.0.0.1'] },
  });
});
afterAll(async () => {
  await webhooks.close();
  model.close();
  await receiver.close();
  await archives.remove();
});

/** Advances the time until a condition holds. */
async function passUntil(so: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !so();) {
    if (Date.now() > end) throw new Error('It did not become so.');
    time.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

it('a kill in a story with pending messages loses none of the others', async () => {
  const killed = randomUUID();
  const story = recorded([
    opened(en('A story')),
    reported(killed, en('WRONG')),
    ...Array.from({ length: 10 }, (_, i) => reported(randomUUID(), en(`Right ${i}`))),
  ]);
  const appended = await archives.append(story, 'public');
  await model.take(appended.stored);
  receiver.answering = () => 500;
  await webhooks.register({ url: receiver.url, description: null, stories: null, from: 'start' });
  await passUntil(() => webhooks.health.pending === story.length && receiver.received.length > 0);
  receiver.answering = () => 204;
  receiver.received.length = 0;
  // The state of the story between the answer to the kill and its rewrite.
  const next = appended.stored.at(-1)!.position + 1n;
  model.file.write(null, () => model.file.closeOff(appended.id, story.length, next));
  model.reader.refresh();
  for (let i = 0; i < 5; i += 1) await passUntil(() => webhooks.health.sending === 0);
  expect(receiver.received).toEqual([]);
  const kill: StoryEvent = {
    type: 'DevelopmentKilled',
    development: killed,
    claims: [],
    publishes: [],
    grounds: 'wrong',
    reason: null,
    notice: en('Killed'),
  };
  const after = await archives.extend(appended, recorded([kill], story.length));
  await model.take(after.stored.slice(-1));
  model.reader.refresh();
  news.next();
  await passUntil(() => webhooks.health.pending === 0);
  const bodies = JSON.stringify(receiver.received.map(({ event }) => event));
  expect(bodies).not.toContain('WRONG');
  for (let i = 0; i < 10; i += 1) expect(bodies).toContain(`Right ${i}`);
  expect(receiver.received).toHaveLength(story.length);
});
