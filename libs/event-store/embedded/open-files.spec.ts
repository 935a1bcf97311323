import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { collect, eventsOf, until } from '../contract/events.js';
import { FailingWriter } from '../contract/failing-writer.js';
import { ScratchLog } from '../contract/scratch-log.js';
import { EmbeddedEventStore } from './embedded-event-store.js';

describe('a log whose files are open', () => {
  let log: ScratchLog;
  let store: EmbeddedEventStore;

  beforeEach(async () => {
    log = new ScratchLog();
    store = await log.open();
    await store.append('a', 'no_stream', eventsOf(1));
  });
  afterEach(() => log.remove());

  const deleted = (path: string) => rmSync(path);
  const replaced = (path: string) => {
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
  };
  const cases = ['', '-wal', '-shm', '.lock'].flatMap((ending) => [
    { ending, how: 'deleted', strike: deleted },
    { ending, how: 'replaced by its copy', strike: replaced },
  ]);

  it.each(cases)('detects that desk.db$ending was $how, and names it', async ({ ending, strike }) => {
    strike(log.file + ending);
    await until('it is detected', () => store.health().state === 'failed');
    expect(store.health().reason).toContain(`${log.file}${ending} was deleted or replaced`);
    const named = { code: 'store-unavailable', message: expect.stringContaining(log.file + ending) };
    await expect(store.append('b', 'no_stream', eventsOf(1))).rejects.toMatchObject(named);
    await expect(collect(store.readAll())).rejects.toMatchObject(named);
    await expect(store.head()).rejects.toMatchObject(named);
  });

  it.each(cases)('acknowledges nothing once desk.db$ending was $how', async ({ ending, strike }) => {
    strike(log.file + ending);
    const answer = await store.append('a', 0n, eventsOf(1)).catch((error: unknown) => error);
    expect(answer).toMatchObject({ code: expect.stringMatching(/^(outcome-unknown|store-unavailable)$/) });
    const again = await store.append('a', 0n, eventsOf(1)).catch((error: unknown) => error);
    expect(again).toMatchObject({ code: expect.stringMatching(/^(outcome-unknown|store-unavailable)$/) });
  });

  it('does not acknowledge an append during which a file disappeared', async () => {
    const writer = new FailingWriter();
    const other = new ScratchLog();
    try {
      const slow = await other.open({}, async (options) => {
        const started = await writer.start(options);
        return {
          ...started,
          write: async (group) => {
            const answer = await started.write(group);
            rmSync(other.file);
            return answer;
          },
        };
      });
      await expect(slow.append('a', 'no_stream', eventsOf(1))).rejects.toMatchObject({
        code: 'outcome-unknown',
      });
    } finally {
      await other.remove();
    }
  });

  it('continues when the same file is put back', async () => {
    renameSync(log.file, `${log.file}.away`);
    await until('it is detected', () => store.health().state === 'failed');
    renameSync(`${log.file}.away`, log.file);
    await until('it continues', () => store.health().state === 'ready');
    expect(await store.append('a', 0n, eventsOf(1))).toEqual({ revision: 1n, position: 1n, isNew: true });
    expect(await collect(store.readAll())).toHaveLength(2);
  });

  it('saves the events of a deleted journal when it is closed', async () => {
    rmSync(`${log.file}-wal`);
    await until('it is detected', () => store.health().state === 'failed');
    await store.close();
    expect(await collect((await log.open()).readAll())).toHaveLength(1);
  });

  it('does not touch a file that replaced it', async () => {
    const mine = new ScratchLog();
    const another = await mine.open();
    await another.append('x', 'no_stream', eventsOf(3));
    for (const ending of ['', '-wal']) {
      copyFileSync(mine.file + ending, `${log.file}${ending}.copy`);
      renameSync(`${log.file}${ending}.copy`, log.file + ending);
    }
    await mine.remove();
    await until('it is detected', () => store.health().state === 'failed');
    await store.close();
    for (const ending of ['.checkpoint', '-shm']) rmSync(log.file + ending, { force: true });
    expect(await collect((await log.open()).readAll())).toHaveLength(3);
  });

  it('is reported as gone by a reader, when another file has its name', async () => {
    const reader = await EmbeddedEventStore.read({ file: log.file, pollEvery: 5 });
    const subscription = reader.subscribe({ prefix: '', after: 'start' }, { onBatch: () => undefined });
    await until('it follows', () => subscription.health.state === 'live');
    expect(reader.health().state).toBe('ready');
    writeFileSync(`${log.file}.new`, '');
    renameSync(`${log.file}.new`, log.file);
    await until('it is detected', () => subscription.health.state === 'retrying');
    expect(subscription.health.reason).toContain(`${log.file} was deleted or replaced`);
    expect(reader.health()).toMatchObject({ state: 'failed', reason: subscription.health.reason });
    await reader.close();
  });

  it('is not read from a replacement while its old journal is beside it', async () => {
    const reader = await EmbeddedEventStore.read({ file: log.file, pollEvery: 5 });
    const subscription = reader.subscribe({ prefix: '', after: 'start' }, { onBatch: () => undefined });
    await until('it follows', () => subscription.health.state === 'live');
    copyFileSync(log.file, `${log.file}.new`);
    renameSync(`${log.file}.new`, log.file);
    await until('it is detected', () => subscription.health.state === 'retrying');
    await expect(reader.head()).rejects.toThrow(`${log.file} was deleted or replaced`);
    expect(reader.health().state).toBe('failed');
    await reader.close();
  });

  it('stays readable when its writer closes it and opens it again', async () => {
    const reader = await EmbeddedEventStore.read({ file: log.file, pollEvery: 5 });
    await store.close();
    const again = await log.open();
    await again.append('a', 0n, eventsOf(1));
    expect(await collect(reader.readAll())).toHaveLength(2);
    expect(reader.health().state).toBe('ready');
    await reader.close();
  });
});
