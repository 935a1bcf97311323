import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller } from '../http/caller.js';
import { dateline } from '../cluster/program.js';
import { Desk, type Ended } from './program.js';

const keys = mkdtempSync(join(tmpdir(), 'dateline-keys-'));
const [old, next] = [join(keys, 'old.key'), join(keys, 'new.key')];
const desk = new Desk({ DESK_VAULT_KEY_FILE: old });
afterAll(async () => {
  await desk.remove();
  rmSync(keys, { recursive: true, force: true });
});

const rotate = (key: string, ...options: string[]): Promise<Ended> =>
  dateline(['vault', 'rotate', ...options], {
    DATELINE_DATA: desk.data,
    ...(key && { DESK_VAULT_KEY_FILE: key }),
  });

it('seals the vault with another master key, while the newsroom is stopped', async () => {
  expect(await rotate(old, '--key-file', next)).toMatchObject({ code: 4, out: '' });
  const { child, desk: address, token } = await desk.open();
  const running = await rotate(old, '--key-file', next);
  expect(running).toMatchObject({ code: 1, out: '' });
  expect(running.err).toMatch(/^dateline: .*vault\.sqlite is open in another process, .*\n$/);
  const caller = new Caller(address, token);
  expect((await caller.get('/health/ready')).status).toBe(200);
  caller.close();
  child.kill('SIGTERM');
  await once(child, 'exit');

  const done = await rotate(old, '--key-file', next);
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toMatch(
    /^.*vault\.sqlite: 0 sources are sealed with the new master key\. Set it for the desk\./,
  );
  expect((await rotate(old, '--key-file', join(keys, 'third.key'))).err).toContain('does not open the vault');
  expect(existsSync(join(keys, 'third.key'))).toBe(false);

  const words = join(keys, 'words');
  writeFileSync(words, 'five random words, such as these\n', { mode: 0o600 });
  expect(await rotate(next, '--passphrase-file', words)).toMatchObject({ code: 0 });
  expect((await rotate(next, '--key-file', old)).err).toContain('sealed with a passphrase');
});

it('is refused without a key, with two, and with one in the data folder', async () => {
  const inside = join(desk.data, 'new.key');
  for (const options of [[], ['--key-file', old, '--key-command', 'cat'], ['--key-file', inside]]) {
    const { code, err } = await rotate(next, ...options);
    expect([code, err]).toEqual([2, expect.stringMatching(/^dateline: Give one of --key-file, .*\n$/)]);
  }
  expect((await rotate('', '--key-file', next)).err).toContain('Set the present master key');
});
