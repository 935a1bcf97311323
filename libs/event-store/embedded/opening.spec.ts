import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { collect, eventsOf, until } from '../contract/events.js';
import { ScratchLog } from '../contract/scratch-log.js';
import { EmbeddedEventStore } from './embedded-event-store.js';

describe('a log', () => {
  let log: ScratchLog;

  beforeEach(() => {
    log = new ScratchLog();
  });
  afterEach(() => log.remove());

  /** Changes the closed log, as another program might. */
  const tamper = (sql: string): void => {
    const db = new Database(log.file);
    try {
      db.exec(sql);
    } finally {
      db.close();
    }
  };
  const written = async (count: number): Promise<void> => {
    const store = await log.open();
    await store.append('story-1', 'no_stream', eventsOf(count));
    await store.close();
  };

  it('keeps its identity and its events', async () => {
    const store = await log.open();
    await store.append('story-1', 'no_stream', eventsOf(2));
    await store.close();
    const again = await log.open();
    expect(again.identity).toBe(store.identity);
    expect(again.identity).toMatch(/^[0-9a-f-]{36}$/);
    expect(await again.head()).toBe(1n);
  });

  it('is one file when it is closed', async () => {
    await written(2);
    expect(existsSync(`${log.file}-wal`)).toBe(false);
  });

  it('moves the journal of a killed process into the one file when it is opened', async () => {
    const store = await log.open();
    await store.append('story-1', 'no_stream', eventsOf(2));
    for (const ending of ['', '-wal']) copyFileSync(`${log.file}${ending}`, `${log.folder}/left.db${ending}`);
    const left = await EmbeddedEventStore.open({ file: `${log.folder}/left.db`, reserve: 0 });
    copyFileSync(`${log.folder}/left.db`, `${log.folder}/alone.db`);
    await left.close();
    const alone = await EmbeddedEventStore.open({ file: `${log.folder}/alone.db`, reserve: 0 });
    expect(await collect(alone.readAll())).toHaveLength(2);
    await alone.close();
  });

  it.each([
    ["UPDATE events SET data = x'00'", 'an event is never updated'],
    ['DELETE FROM events', 'an event is never deleted'],
    ['INSERT OR REPLACE INTO events SELECT * FROM events', 'an event is appended at the end'],
    ["UPDATE streams SET name = 'story-2'", 'a stream is never renamed'],
    ['DELETE FROM streams', 'a stream is never deleted'],
    ['UPDATE seals SET commitment = checksum', 'a seal only ever loses its salt'],
    ['UPDATE seals SET salt = NULL, bytes = checksum, revision = 7', 'a seal only ever loses its salt'],
    [
      "UPDATE seals SET salt = NULL, bytes = checksum; UPDATE events SET type = 'Other'",
      'an event is never updated',
    ],
    ['DELETE FROM seals', 'a seal is never deleted'],
    ['UPDATE heads SET revision = 0', 'a stream only grows'],
    ['DELETE FROM heads', 'a stream is never deleted'],
  ])('refuses %s', async (sql, reason) => {
    await written(2);
    expect(() => tamper(sql)).toThrow(reason);
  });

  it('is not opened by a second writer, and the error names the process', async () => {
    await log.open();
    await expect(log.open()).rejects.toMatchObject({ code: 'store-locked', pid: process.pid });
    await expect(log.open()).rejects.toThrow(`is open for writing in process ${process.pid}.`);
  });

  it('is refused when it ends before its checkpoint, and the error says what is missing', async () => {
    await written(3);
    copyFileSync(log.file, `${log.file}.old`);
    const store = await log.open();
    await store.append('story-1', 2n, eventsOf(4));
    await store.close();
    copyFileSync(`${log.file}.old`, log.file);
    const incomplete = { code: 'store-incomplete', last: 2n, written: 6n };
    await expect(log.open()).rejects.toMatchObject(incomplete);
    await expect(log.open()).rejects.toThrow('position 6 was written: 4 events are missing');
    await expect(EmbeddedEventStore.read({ file: log.file })).rejects.toMatchObject(incomplete);
    rmSync(`${log.file}.checkpoint`);
    expect(await (await log.open()).head()).toBe(2n);
  });

  it('is refused when only its checkpoint is there, and is not created again', async () => {
    await written(3);
    rmSync(log.file);
    await expect(log.open()).rejects.toMatchObject({ code: 'store-incomplete', last: null, written: 2n });
    expect(existsSync(log.file)).toBe(false);
  });

  it('is refused when its checkpoint belongs to another log, or is invalid', async () => {
    await written(3);
    const checkpoint = readFileSync(`${log.file}.checkpoint`, 'utf8');
    writeFileSync(`${log.file}.checkpoint`, checkpoint.replace(/^log ......../, 'log 00000000'));
    await expect(log.open()).rejects.toMatchObject({ code: 'store-swapped' });
    writeFileSync(`${log.file}.checkpoint`, 'log');
    await expect(log.open()).rejects.toMatchObject({ code: 'store-unusable' });
  });

  it('has a checkpoint soon after a commit, also while it is open', async () => {
    const store = await log.open({ checkpointEvery: 10 });
    await store.append('story-1', 'no_stream', eventsOf(3));
    await until('the checkpoint is written', () => existsSync(`${log.file}.checkpoint`));
    expect(readFileSync(`${log.file}.checkpoint`, 'utf8')).toBe(`log ${store.identity} written 2\n`);
  });

  it('is refused, and not changed, when a later release wrote it', async () => {
    await written(1);
    tamper('PRAGMA user_version = 99');
    await expect(log.open()).rejects.toMatchObject({ code: 'schema-too-new', found: 99 });
    await expect(EmbeddedEventStore.read({ file: log.file })).rejects.toMatchObject({
      code: 'schema-too-new',
    });
    tamper('PRAGMA user_version = 2');
    expect(await (await log.open()).head()).toBe(0n);
  });

  it('is not created from a file of another kind', async () => {
    writeFileSync(log.file, 'The quick brown fox jumps over the lazy dog.'.repeat(100));
    await expect(log.open()).rejects.toMatchObject({ code: 'store-unusable' });
    rmSync(log.file);
    tamper('CREATE TABLE readers (name TEXT)');
    await expect(log.open()).rejects.toMatchObject({ code: 'store-unusable' });
    await expect(EmbeddedEventStore.read({ file: `${log.file}.none` })).rejects.toMatchObject({
      code: 'store-unusable',
    });
  });

  it('refuses appends that would use the reserve, and can still be read', async () => {
    await written(1);
    const store = await log.open({ reserve: 2 ** 60 });
    // Before any append: health must say whether a write is possible.
    expect(store.health()).toMatchObject({
      state: 'unwritable',
      reason: expect.stringContaining(`keeps ${2 ** 60} in reserve`),
    });
    await expect(store.append('story-1', 0n, eventsOf(1))).rejects.toMatchObject({
      code: 'disk-full',
      reserve: 2 ** 60,
    });
    expect(await collect(store.readAll())).toHaveLength(1);
  });

  it('can be read and followed beside its writer', async () => {
    const store = await log.open();
    await store.append('story-1', 'no_stream', eventsOf(2));
    const reader = await EmbeddedEventStore.read({ file: log.file });
    const seen: bigint[] = [];
    reader.subscribe(
      { prefix: 'story-', after: 0n },
      { onBatch: (events) => void seen.push(...events.map((e) => e.position)) },
    );
    await store.append('story-1', 1n, eventsOf(1));
    await until('both are seen', () => seen.length === 2);
    expect(seen).toEqual([1n, 2n]);
    expect([reader.identity, await reader.head()]).toEqual([store.identity, 2n]);
    await reader.close();
    expect(reader.health().state).toBe('closed');
  });
});
