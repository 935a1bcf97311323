import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Scene } from './scene.js';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'webhooks.md'), 'utf8');
const [, code = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];

/** Runs the code of docs/webhooks.md in a separate Node process. */
function isOurs(message: object): unknown {
  const call = `const { body, ...rest } = ${JSON.stringify(message)};
    console.log(JSON.stringify(isOurs({ ...rest, body: Buffer.from(body) })));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', `${code}\n${call}`], {
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout);
}

it('has code with which partners check whether a message is ours', async () => {
  const scene = await Scene.open();
  const { id, secret } = await scene.register();
  scene.webhooks.rotate(id);
  scene.changes.add('talks');
  await scene.quiet();
  const [{ headers, body } = { headers: {}, body: '' }] = scene.receiver.received;
  const now = scene.time.now();
  const other = (await scene.register({ from: 'head' })).secret;
  await scene.close();
  const message = { headers, body, secret, now };
  expect(isOurs(message)).toBe(true);
  expect(isOurs({ ...message, body: `${body} ` })).toBe(false);
  expect(isOurs({ ...message, secret: other })).toBe(false);
  expect(isOurs({ ...message, now: now + 301_000 })).toBe(false);
  expect(isOurs({ ...message, now: now - 301_000 })).toBe(false);
  expect(isOurs({ ...message, headers: { ...headers, 'webhook-id': '0' } })).toBe(false);
  expect(isOurs({ ...message, headers: { ...headers, 'webhook-signature': 'v1,' } })).toBe(false);
  expect(isOurs({ ...message, headers: {} })).toBe(false);
});
