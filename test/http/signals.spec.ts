import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

let data: string;
let child: ChildProcess;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'signals-'));
});
afterEach(() => {
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
  rmSync(data, { recursive: true });
});

/** Starts a program in its own process group, as a supervisor does. */
function start(...args: readonly string[]): void {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, DATELINE_DATA: data, DATELINE_DEMO: 'off', PORT: '0', DESK_PORT: '0' };
  child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'shuts down cleanly when every process of the group gets %s, and gets it again during shutdown',
  async (signal) => {
    start('tools/launch.cjs', 'start');
    child.stdout!.resume();
    const said = text(child.stderr!);
    const running = join(data, 'running.json');
    while (!existsSync(running)) await pause(20);
    const { pid } = JSON.parse(readFileSync(running, 'utf8')) as { pid: number };
    const ended = once(child, 'exit');
    process.kill(-child.pid!, signal);
    // Repeats until the process is gone.
    const again = setInterval(() => {
      try {
        process.kill(pid, signal);
      } catch {
        clearInterval(again);
      }
    }, 5);
    await ended;
    clearInterval(again);
    expect([child.exitCode, child.signalCode, await said]).toEqual([0, null, '']);
    const left = readdirSync(data);
    expect(left).toEqual(expect.arrayContaining(['desk.db', 'desk.db.checkpoint', 'public.db.checkpoint']));
    expect(left.filter((name) => /-wal$|-shm$|running/.test(name))).toEqual([]);
  },
);

it('exits if it cannot close in time, and says so', async () => {
  start('test/http/never-closes.mjs');
  const said = text(child.stderr!);
  await once(child.stdout!, 'data');
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect([child.exitCode, await said]).toEqual([1, 'The program did not close within 0.1 s. It ends now.\n']);
});
