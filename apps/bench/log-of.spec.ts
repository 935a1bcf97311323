import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decode, EmbeddedEventStore, SystemClock, type EventReader } from '#event-store';
import { generate } from '#generating';
import { Publisher, TrustedClock } from '#publishing';
import { logOf } from './log-of.js';

const SIZE = { stories: 8, events: 400, seed: 4 };
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'log-of-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** All events of a log in order, without the time and request of the import. */
async function eventsIn(log: EventReader): Promise<readonly object[]> {
  const events: object[] = [];
  for await (const { stream, revision, id, type, data, metadata } of log.readAll()) {
    const { recordedAt, recordedBy, schemaVersion, idempotency } = decode(metadata) as Record<
      string,
      unknown
    >;
    const then = stream === 'directory' ? {} : { recordedAt };
    const rest = { recordedBy, schemaVersion, idempotency };
    events.push({ stream, revision, id, type, data: decode(data), ...rest, ...then });
  }
  return events;
}

/** Imports the history with the command line. Resolves to its output; the logs are then in the folder. */
function imported(): object {
  const file = join(folder, 'history.ndjson');
  writeFileSync(file, [...generate(SIZE)].map(({ line }) => `${JSON.stringify(line)}\n`).join(''));
  const program = join(__dirname, '../../dist/apps/cli/main.js');
  const env = { PATH: process.env['PATH'], DATELINE_DATA: folder };
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'import', '--json', file], {
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as object;
}

async function read(file: string): Promise<readonly object[]> {
  const log = await EmbeddedEventStore.read({ file });
  const events = await eventsIn(log);
  await log.close();
  return events;
}

describe('a generated history', () => {
  it('gives the same logs by an import and by a bench, one event per line, without an error', async () => {
    const lines = [...generate(SIZE)].length;
    expect(imported()).toMatchObject({ lines, added: lines, skipped: 0 });

    const data = mkdtempSync(join(folder, 'written-'));
    const written = await logOf(generate(SIZE), data, new SystemClock().now());
    expect(written.events).toBe(SIZE.events);
    expect(written.stories).toHaveLength(SIZE.stories);
    expect(written.stories.reduce((sum, { events }) => sum + events, 0)).toBe(SIZE.events);
    expect(await read(join(data, 'desk.db'))).toEqual(await read(join(folder, 'desk.db')));
    const published = await read(join(folder, 'public.db'));
    expect(await read(join(data, 'public.db'))).toEqual(published);
    expect(written.publicEvents).toBe(published.length);
  });

  it('leaves no work for a publisher', async () => {
    await logOf(generate(SIZE), folder, new SystemClock().now());
    const before = await read(join(folder, 'public.db'));
    rmSync(join(folder, 'publisher.json'));
    const desk = await EmbeddedEventStore.open({ file: join(folder, 'desk.db') });
    const world = await EmbeddedEventStore.open({ file: join(folder, 'public.db') });
    const publisher = new Publisher({
      recordedHere: null,
      desk,
      public: world,
      clock: new TrustedClock(new SystemClock()),
      checkpoint: join(folder, 'publisher.json'),
      release: () => Promise.reject(new Error('Nothing waits for its time.')),
    });
    await publisher.start();
    while (!publisher.health.caughtUp && publisher.health.ok) await pause(10);
    expect(publisher.health).toMatchObject({ ok: true, reason: null });
    await publisher.stop();
    await world.close();
    await desk.close();
    expect(await read(join(folder, 'public.db'))).toEqual(before);
  });
});
