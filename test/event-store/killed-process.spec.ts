import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { EmbeddedEventStore } from '#event-store';
import { ScratchLog } from '#event-store/contract';

const root = join(import.meta.dirname, '..', '..');
const script = join(import.meta.dirname, 'append-forever.mjs');
type Child = ChildProcessByStdio<null, Readable, null>;
const children: Child[] = [];

/** Starts a process of the built product; `blocks` limits the size of its files, in units of 1,024 bytes. */
function start(file: string, writers: number, blocks: number | 'unlimited' = 'unlimited'): Child {
  if (!existsSync(join(root, 'dist', 'libs', 'event-store', 'index.js')))
    throw new Error('Run npm run build first.');
  const command = `ulimit -f ${blocks}; exec "$@"`;
  const node = [process.execPath, script, file, String(writers)];
  const child = spawn('bash', ['-c', command, 'bash', ...node], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Waits until the process can write. `output` resolves to its whole output when it ends. */
async function opened(child: Child): Promise<{ output: Promise<string> }> {
  const output = text(child.stdout);
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return { output };
}

/** Expects that each acknowledged event is in the log once, at its position. Returns their number. */
async function expectAllThere(file: string, output: string): Promise<number> {
  const acknowledged = output.split('\n').flatMap((line) => {
    const [stream, revision, position, id] = line.split(' ');
    return id === undefined || stream === 'refused' ? [] : [{ stream, revision, position, id }];
  });
  const reader = await EmbeddedEventStore.read({ file });
  const stored = new Map<string, string[]>();
  for await (const { stream, revision, position, id } of reader.readAll()) {
    stored.set(id, [...(stored.get(id) ?? []), `${stream} ${revision} ${position}`]);
  }
  await reader.close();
  for (const { stream, revision, position, id } of acknowledged) {
    expect(stored.get(id)).toEqual([`${stream} ${revision} ${position}`]);
  }
  return acknowledged.length;
}

describe('a log whose process', () => {
  let log: ScratchLog;

  beforeEach(() => {
    log = new ScratchLog();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await log.remove();
  });

  it('is killed at any moment has every acknowledged append once, and is writable at once', async () => {
    let output = '';
    for (const [writers, milliseconds] of [
      [1, 150],
      [8, 250],
      [32, 400],
    ] as const) {
      const child = start(log.file, writers);
      const { output: all } = await opened(child);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      output += await all;
    }
    expect(output.match(/open/g)).toHaveLength(3);
    expect(await expectAllThere(log.file, output)).toBeGreaterThan(20);
    const store = await log.open();
    expect(await store.append('after', 'no_stream', [])).toMatchObject({ revision: null, position: null });
  });

  it('has it open refuses a second process, and names the first', async () => {
    const first = start(log.file, 1);
    const { output } = await opened(first);
    const second = start(log.file, 1);
    expect(await text(second.stdout)).toBe(`refused store-locked ${first.pid}\n`);
    await expect(log.open()).rejects.toMatchObject({ code: 'store-locked', pid: first.pid });
    first.kill('SIGKILL');
    await expectAllThere(log.file, await output);
  });

  it('gets real write errors recovers while it can, then stops, and loses no acknowledged append', async () => {
    const child = start(log.file, 8, 3_000);
    const output = await text(child.stdout);
    expect(output).toMatch(/refused (store-unavailable|disk-full) ready[^]*-\d+ \d+ \d+ /);
    expect(output).toMatch(/refused outcome-unknown failed/);
    expect(await expectAllThere(log.file, output)).toBeGreaterThan(100);
    const store = await log.open();
    expect(store.health().state).toBe('ready');
  });
});
