import { collect, eventsOf, until } from '../contract/events.js';
import { FailingWriter } from '../contract/failing-writer.js';
import { ManualClock } from '../contract/manual-clock.js';
import { ScratchLog } from '../contract/scratch-log.js';
import { StreamCache } from '../stream-cache.js';
import { decideAndAppend } from '../decide-and-append.js';
import type { Decision } from '../decide-and-append.js';
import type { EmbeddedEventStore } from './embedded-event-store.js';

describe('appends that wait together', () => {
  let log: ScratchLog;
  let writer: FailingWriter;
  let store: EmbeddedEventStore;

  beforeEach(async () => {
    log = new ScratchLog();
    writer = new FailingWriter();
    store = await log.open({}, writer.start);
  });
  afterEach(() => log.remove());

  const together = (count: number) =>
    Promise.allSettled(
      Array.from({ length: count }, (_, index) => store.append(`s${index}`, 'no_stream', eventsOf(2))),
    );

  it('share one commit, with positions in the order of the calls', async () => {
    const settled = await together(64);
    expect(writer.groups).toEqual([64]);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.position : one.reason))).toEqual(
      Array.from({ length: 64 }, (_, index) => BigInt(2 * index + 1)),
    );
  });

  it('are not affected by a refused append among them', async () => {
    const settled = await Promise.allSettled([
      store.append('a', 'no_stream', eventsOf(2)),
      store.append('a', 'no_stream', eventsOf(2)),
      store.append('a', 1n, eventsOf(2)),
      store.append('b', 5n, eventsOf(1)),
    ]);
    expect(writer.groups).toEqual([4]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    const positions = (await collect(store.readAll())).map(({ position }) => position);
    expect(positions).toEqual([0n, 1n, 2n, 3n]);
  });

  it('are written when the commit succeeded but was reported as failed', async () => {
    writer.failNext('after');
    const settled = await together(3);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await collect(store.readAll())).toHaveLength(6);
    expect(writer.started).toBe(2);
    expect(store.health()).toMatchObject({ state: 'ready', reason: null, waiting: 0 });
  });

  it('are refused when the commit failed, and later ones are written', async () => {
    writer.failNext('before');
    const [first] = await together(1);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
    expect(await store.append('s0', 'no_stream', eventsOf(1))).toEqual({
      revision: 0n,
      position: 0n,
      isNew: true,
    });
    expect(await collect(store.readAll())).toHaveLength(1);
  });

  describe('whose recovery fails too', () => {
    const sent = eventsOf(1);
    const again = () => store.append('a', 0n, sent);
    const state = () => store.health().state;
    const fail = async (when: 'before' | 'after'): Promise<void> => {
      await store.append('a', 'no_stream', eventsOf(1));
      writer.failNext(when, { recoveries: Infinity });
      await expect(again()).rejects.toMatchObject({ code: 'outcome-unknown', stream: 'a' });
    };

    it('have an unknown outcome; then the store accepts no more, and says why', async () => {
      await store.append('a', 'no_stream', eventsOf(1));
      writer.failNext('after', { recoveries: Infinity });
      const underWay = again();
      await until('it recovers', () => state() === 'recovering');
      expect(store.health().waiting).toBe(1);
      const queued = store.append('b', 'no_stream', eventsOf(1));
      const repeated = again();
      await expect(underWay).rejects.toMatchObject({ code: 'outcome-unknown' });
      await expect(queued).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(repeated).rejects.toMatchObject({ code: 'outcome-unknown' });
      expect(store.health()).toMatchObject({
        state: 'failed',
        reason: expect.stringContaining('SQLITE_IOERR_FSYNC'),
      });
      await store.close();
      await expect(again()).rejects.toMatchObject({ code: 'outcome-unknown' });
      const reopened = await log.open();
      expect((await collect(reopened.readAll())).map(({ stream }) => stream)).toEqual(['a', 'a']);
    });

    it.each(['before', 'after'] as const)(
      'keep an unknown outcome, and their stream too, until the log is recovered: failed %s',
      async (when) => {
        await fail(when);
        for (let times = 0; times < 3; times += 1)
          await expect(again()).rejects.toMatchObject({ code: 'outcome-unknown' });
        const unknown = { code: 'outcome-unknown', stream: 'a' };
        await expect(store.append('a', 1n, eventsOf(1))).rejects.toMatchObject(unknown);
        await expect(collect(store.readStream('a'))).rejects.toMatchObject(unknown);
        await expect(store.append('c', 'no_stream', eventsOf(1))).rejects.toMatchObject({
          code: 'store-unavailable',
        });
        // Nobody may read an event that a power cut could remove.
        expect(await store.head()).toBe(0n);
        expect(await collect(store.readAll())).toHaveLength(1);
      },
    );

    it.each(['before', 'after'] as const)(
      'are answered once the volume works again, written once, and the store continues: failed %s',
      async (when) => {
        await fail(when);
        const seen: bigint[] = [];
        store.subscribe(
          { prefix: '', after: 'start' },
          { onBatch: (events) => void seen.push(...events.map(({ position }) => position)) },
        );
        await until('the known event is followed', () => seen.length === 1);
        writer.heal();
        await until('the store has recovered', () => state() === 'ready');
        expect(await again()).toMatchObject({ revision: 1n, position: 1n });
        expect(await store.append('a', 1n, eventsOf(1))).toEqual({ revision: 2n, position: 2n, isNew: true });
        expect((await collect(store.readStream('a'))).map(({ id }) => id)).toContain(sent[0]?.id);
        await until('all is followed', () => seen.length === 3);
        expect(store.health()).toMatchObject({ state: 'ready', reason: null });
      },
    );

    it('let nothing be decided meanwhile, neither a repetition nor a refusal', async () => {
      await fail('after');
      const decided = (decide: Decision<number>['decide']) =>
        decideAndAppend<number>({
          store,
          stream: 'a',
          fold: { initial: 0, apply: (count) => count + 1 },
          cache: new StreamCache(),
          clock: new ManualClock(0),
          decide,
        });
      await expect(decided(() => [])).rejects.toMatchObject({ code: 'outcome-unknown' });
      const refuse = () => {
        throw new Error('There is no such claim.');
      };
      await expect(decided(refuse)).rejects.toMatchObject({ code: 'outcome-unknown' });
    });
  });

  it('are all answered before the store is closed, and refused after', async () => {
    const waiting = Promise.all(['a', 'b', 'c'].map((name) => store.append(name, 'no_stream', eventsOf(1))));
    await Promise.all([store.close(), store.close()]);
    expect(await waiting).toHaveLength(3);
    await expect(store.append('d', 'no_stream', eventsOf(1))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(collect(store.readAll())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(() => store.subscribe({ prefix: '', after: 'start' }, { onBatch: () => undefined })).toThrow(
      'closed',
    );
    expect(store.health().state).toBe('closed');
  });
});
