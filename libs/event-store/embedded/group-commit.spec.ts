import { collect, eventsOf } from '../contract/events.js';
import { FailingWriter } from '../contract/failing-writer.js';
import { ScratchLog } from '../contract/scratch-log.js';
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

  it('share one commit, with the positions in the order of their asking', async () => {
    const settled = await together(64);
    expect(writer.groups).toEqual([64]);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.position : one.reason))).toEqual(
      Array.from({ length: 64 }, (_, index) => BigInt(2 * index + 1)),
    );
  });

  it('do not suffer from one among them that is refused', async () => {
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

  it('are written when the commit succeeded though it was reported as failed', async () => {
    writer.failNext('after');
    const settled = await together(3);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await collect(store.readAll())).toHaveLength(6);
    expect(writer.started).toBe(2);
    expect(store.health()).toMatchObject({ state: 'ready', reason: null, waiting: 0 });
  });

  it('are refused when the commit failed, and those after them are written', async () => {
    writer.failNext('before');
    const [first] = await together(1);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
    expect(await store.append('s0', 'no_stream', eventsOf(1))).toEqual({ revision: 0n, position: 0n });
    expect(await collect(store.readAll())).toHaveLength(1);
  });

  it('are unknown when the recovery fails too; then the store takes no more, says why, and still reads', async () => {
    await store.append('a', 'no_stream', eventsOf(1));
    writer.failNext('after', { recoveries: Infinity });
    const underWay = store.append('a', 0n, eventsOf(1));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(store.health()).toMatchObject({ state: 'recovering', waiting: 1 });
    const queued = store.append('b', 'no_stream', eventsOf(1));
    await expect(underWay).rejects.toMatchObject({ code: 'outcome-unknown' });
    await expect(queued).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.append('c', 'no_stream', eventsOf(1))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect(store.health()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('SQLITE_IOERR_FSYNC'),
    });
    expect(await collect(store.readStream('a'))).toHaveLength(2);
    await store.close();
    const reopened = await log.open();
    expect((await collect(reopened.readAll())).map(({ stream }) => stream)).toEqual(['a', 'a']);
  });

  it('are all answered before the store is closed, and refused after', async () => {
    const waiting = Promise.all(['a', 'b', 'c'].map((name) => store.append(name, 'no_stream', eventsOf(1))));
    await Promise.all([store.close(), store.close()]);
    expect(await waiting).toHaveLength(3);
    await expect(store.append('d', 'no_stream', eventsOf(1))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(collect(store.readAll())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(() => store.subscribe({ prefix: '', after: 'start' }, { onStretch: () => undefined })).toThrow(
      'closed',
    );
    expect(store.health().state).toBe('closed');
  });
});
