import { randomUUID } from 'node:crypto';
import { collect, eventsOf } from './contract/events.js';
import { FailingWriter } from './contract/failing-writer.js';
import { ManualClock } from './contract/manual-clock.js';
import { ScratchLog } from './contract/scratch-log.js';
import type { EmbeddedEventStore } from './embedded/embedded-event-store.js';
import { decode } from './json.js';
import { StreamCache } from './stream-cache.js';
import { decideAndAppend } from './decide-and-append.js';
import type { Draft, Decision } from './decide-and-append.js';

const noon = '2026-02-24T12:00:00.000Z';
const draft = (): Draft => ({
  id: randomUUID(),
  type: 'ReportRecorded',
  data: {},
  metadata: { actor: 'desk' },
});
const counting = { initial: 0, apply: (count: number): number => count + 1 };

describe('decideAndAppend', () => {
  let log: ScratchLog;
  let store: EmbeddedEventStore;
  let writer: FailingWriter;
  let clock: ManualClock;

  beforeEach(async () => {
    log = new ScratchLog();
    writer = new FailingWriter();
    store = await log.open({}, writer.start);
    clock = new ManualClock(noon);
  });
  afterEach(() => log.remove());

  const record = (given: Partial<Decision<number>> = {}) =>
    decideAndAppend({
      store,
      stream: 'a',
      fold: counting,
      cache: new StreamCache<number>(),
      clock,
      decide: () => [draft()],
      ...given,
    });
  const recordedAt = async (): Promise<unknown[]> =>
    (await collect(store.readStream('a'))).map(
      ({ metadata }) => (decode(metadata) as { recordedAt: string }).recordedAt,
    );

  it('decides on the newest state, and returns both states and the new events', async () => {
    await store.append('a', 'no_stream', eventsOf(3));
    const decide = jest.fn((_state: number, _recordedAt: string) => [draft(), draft()]);
    const result = await record({ decide });
    expect(decide).toHaveBeenCalledWith(3, noon);
    expect(result).toMatchObject({ before: 3, state: 5, revision: 4n, position: 4n });
    const [, , , ...written] = await collect(store.readStream('a'));
    expect(result.events.map(({ id, revision }) => [id, revision])).toEqual(
      written.map((e) => [e.id, e.revision]),
    );
    expect(decode(written[0]?.metadata ?? new Uint8Array())).toEqual({ actor: 'desk', recordedAt: noon });
  });

  it('writes nothing when nothing is decided, or when the decision throws', async () => {
    const empty = { before: 0, state: 0, revision: null, position: null, events: [] };
    expect(await record({ decide: () => [] })).toEqual(empty);
    const refusal = new Error('A retraction says why.');
    await expect(
      record({
        decide: () => {
          throw refusal;
        },
      }),
    ).rejects.toBe(refusal);
    expect(await store.head()).toBeNull();
  });

  it('refuses a value that JSON does not have, before anything is written', async () => {
    await expect(record({ decide: () => [{ ...draft(), data: { figure: 1n } }] })).rejects.toMatchObject({
      code: 'invalid-append',
    });
    expect(await store.head()).toBeNull();
  });

  it('does not read a cached stream again', async () => {
    const cache = new StreamCache<number>();
    await record({ cache });
    const read = jest.spyOn(store, 'readStream');
    expect(await record({ cache })).toMatchObject({ before: 1, state: 2 });
    expect(read).not.toHaveBeenCalled();
  });

  it('decides again on the newest state when another writer was first', async () => {
    const cache = new StreamCache<number>();
    await record({ cache });
    await store.append('a', 0n, eventsOf(2));
    expect(await record({ cache })).toMatchObject({ before: 3, state: 4, revision: 3n });
  });

  it('neither refuses nor finds nothing to do because of an old state', async () => {
    const cache = new StreamCache<number>();
    await record({ cache });
    await store.append('a', 0n, eventsOf(2));
    const refuseBelow = (least: number) => (state: number) => {
      if (state < least) throw new Error('too few');
      return [draft()];
    };
    expect(await record({ cache, decide: refuseBelow(3) })).toMatchObject({ before: 3 });
    await expect(record({ cache, decide: refuseBelow(9) })).rejects.toThrow('too few');
    await store.append('a', 3n, eventsOf(1));
    expect(await record({ cache, decide: (state) => (state < 5 ? [] : [draft()]) })).toMatchObject({
      before: 5,
    });
  });

  it('loses no event of 8 writers with 25 events each on one stream, in one queue and in two', async () => {
    const beyond = Object.create(store) as EmbeddedEventStore;
    beyond.append = (...given) => store.append(...given);
    beyond.readStream = (...given) => store.readStream(...given);
    const caches = [new StreamCache<number>(), new StreamCache<number>()] as const;
    const write = async (which: number): Promise<void> => {
      const at = which % 2;
      for (let count = 0; count < 25; count += 1) {
        await record({ store: at ? beyond : store, cache: caches[at as 0 | 1], attempts: 200 });
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, which) => write(which)));
    expect((await collect(store.readStream('a'))).map(({ revision }) => Number(revision))).toEqual([
      ...Array(200).keys(),
    ]);
    expect(await record({ decide: () => [] })).toMatchObject({ state: 200 });
  });

  it('gives up after a bounded number of attempts', async () => {
    const append = store.append.bind(store);
    let revision = -1n;
    jest.spyOn(store, 'append').mockImplementation(async (stream, expected, events) => {
      await append(stream, revision < 0n ? 'no_stream' : revision, eventsOf(1));
      revision += 1n;
      return append(stream, expected, events);
    });
    await expect(record({ attempts: 3 })).rejects.toMatchObject({
      code: 'contention',
      stream: 'a',
      attempts: 3,
    });
    expect(await store.head()).toBe(2n);
  });

  it('never records before the last event, when the clock is set back', async () => {
    await record();
    clock.set('2026-02-24T11:00:00.000Z');
    await record();
    clock.set('2026-02-24T12:00:00.001Z');
    await record();
    expect(await recordedAt()).toEqual([noon, noon, '2026-02-24T12:00:00.001Z']);
  });

  it('uses the exact time of an import, and refuses one before the last event', async () => {
    await record({ at: '2014-02-20T08:00:00.000Z' });
    await expect(record({ at: '2014-02-20T07:59:59.999Z' })).rejects.toMatchObject({
      code: 'time-runs-backwards',
      last: '2014-02-20T08:00:00.000Z',
    });
    await record({ at: '2014-02-20T08:00:00.000Z' });
    for (const at of ['2014-02-20', '2014-02-30T08:00:00.000Z', '2014-02-20T08:00:00+02:00']) {
      await expect(record({ at })).rejects.toMatchObject({ code: 'invalid-append' });
    }
    expect(await recordedAt()).toEqual(['2014-02-20T08:00:00.000Z', '2014-02-20T08:00:00.000Z']);
  });

  it('settles an unknown outcome with the same ids at the same revision, and decides once', async () => {
    const { OutcomeUnknown } = await import('./failure.js');
    const append = store.append.bind(store);
    const calls: unknown[] = [];
    jest.spyOn(store, 'append').mockImplementation(async (stream, expected, events) => {
      calls.push([expected, ...events.map(({ id }) => id)]);
      const appended = await append(stream, expected, events);
      if (calls.length < 3) throw new OutcomeUnknown(stream, 'no answer in 2 s');
      return appended;
    });
    const decide = jest.fn(() => [draft()]);
    expect(await record({ decide })).toMatchObject({ state: 1, revision: 0n });
    expect(decide).toHaveBeenCalledTimes(1);
    expect(calls).toEqual([calls[0], calls[0], calls[0]]);
    expect(await collect(store.readStream('a'))).toHaveLength(1);
  });

  it('leaves the outcome unknown when the store then refuses', async () => {
    writer.failNext('after', { recoveries: Infinity });
    await expect(record()).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(store.health().state).toBe('failed');
  });
});
