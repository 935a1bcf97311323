import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode, withDeadline, type NewEvent, type StoredEvent, type Subscription } from '#event-store';
import { ClusterEventReader, type ClusterEventStore } from '#event-store/testing';
import { ClusterDouble } from '../double/index.js';
import { WireClient } from '../double/wire-client.js';
import { openCluster } from './open-cluster.js';

let double: ClusterDouble;
beforeEach(async () => {
  double = await ClusterDouble.start();
});
afterEach(() => double.stop());

const some = (count: number, bytes = 20): NewEvent[] =>
  Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'Said',
    data: encode({ text: 'x'.repeat(bytes) }),
    metadata: encode({}),
  }));

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 60_000) throw new Error(`Waited in vain until ${what}.`);
    await pause(10);
  }
}

it('slows the server down while a handler is slow, and resumes after it', async () => {
  const store = await openCluster(double.url);
  for (let n = 0; n < 50; n += 1) await store.append(`story-${n}`, 'no_stream', some(100, 2_000));
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taken: number[] = [];
  const subscription = store.subscribe(
    { prefix: 'story-', after: 'start' },
    {
      onBatch: async (events) => {
        await released;
        taken.push(events.length);
      },
    },
  );
  await until('it was sent something', () => double.delivered > 0);
  await pause(1_500);
  // The buffer here is bounded; some more events are in transit.
  expect(double.delivered).toBeLessThan(2_000);
  expect(store.health().subscriptions[0]?.restarts).toBe(0);
  release();
  await until('all are taken', () => taken.reduce((sum, n) => sum + n, 0) === 5_000);
  expect(double.delivered).toBe(5_000);
  await subscription.close();
  await store.close();
});

it('finds the position of an append if the server does not return it', async () => {
  const silent = await ClusterDouble.start({ positions: false });
  const store = await openCluster(silent.url);
  const events = some(3);
  const appended = await store.append('story-1', 'no_stream', events);
  expect(appended).toEqual({ revision: 2n, position: await store.head(), isNew: false });
  expect(await store.append('story-1', 'no_stream', events)).toEqual(appended);
  await store.close();
  await silent.stop();
});

it('reports the limit of the server for an append if it is below its own limit', async () => {
  const small = await ClusterDouble.start({ maxAppendSize: 1_000 });
  const store = await openCluster(small.url);
  await expect(store.append('story-1', 'no_stream', some(1, 2_000))).rejects.toMatchObject({
    code: 'append-too-large',
    limit: 1_000,
  });
  expect(await store.append('story-1', 'no_stream', some(1))).toMatchObject({ revision: 0n });
  await store.close();
  await small.stop();
});

it('requests one page at a time, also if a long read is left early', async () => {
  const store = await openCluster(double.url);
  for (let n = 0; n < 30; n += 1)
    await store.append('story-1', n === 0 ? 'no_stream' : BigInt(n * 100 - 1), some(100));
  const before = double.calls.read;
  for await (const { revision } of store.readStream('story-1')) if (revision === 10n) break;
  expect(double.calls.read - before).toBeLessThanOrEqual(3);
  await store.close();
});

it('retries an append that certainly failed, and never one whose outcome is unknown', async () => {
  const store = await openCluster(double.url);
  for (const fault of ['busy', 'notReady', 'notLeader'] as const) {
    const stream = `story-${fault}`;
    double.faults.next({ on: 'append', fault, times: 2, stream });
    expect(await store.append(stream, 'no_stream', some(1))).toMatchObject({ revision: 0n });
  }
  // It does not use batch appends: they have no time limit, and fail together.
  expect(double.calls.batchAppend).toBe(0);
  for (const fault of ['dropBefore', 'resetBefore', 'timeoutBefore', 'refuse'] as const) {
    const stream = `story-${fault}`;
    double.faults.next({ on: 'append', fault, stream });
    await expect(store.append(stream, 'no_stream', some(1))).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
  }
  await store.close();
});

it('refuses an append, instead of an unknown outcome, if nothing can have been written', async () => {
  const store = await openCluster(
    double.url,
    {},
    { limits: { call: 500, retryFor: 300, pollEvery: 100, silence: 300 } },
  );
  await store.append('story-1', 'no_stream', some(1));
  await double.stopNode(0);
  const outcomes: string[] = [];
  for (let n = 0; n < 4; n += 1)
    outcomes.push(
      await store.append('story-1', 0n, some(1)).then(
        () => 'written',
        ({ code }: { code: string }) => code,
      ),
    );
  // The first one may have been sent on the broken connection.
  expect(outcomes.slice(1)).toEqual(['store-unavailable', 'store-unavailable', 'store-unavailable']);
  expect(store.health()).toMatchObject({ state: 'recovering' });
  expect(store.health().reason).toContain('cannot be reached');
  await double.startNode(0);
  for (let tries = 0; tries < 20 && store.health().state !== 'ready'; tries += 1)
    await store.head().catch(() => null);
  expect(await store.append('story-1', 0n, some(1))).toMatchObject({ revision: 1n });
  await store.close();
});

it('replaces a client that found no cluster when it was created', async () => {
  await double.stopNode(0);
  const limits = { call: 400, retryFor: 200, pollEvery: 100, silence: 300 };
  const url = double.url;
  const address = { kind: 'cluster', url, credentials: null, log: 'desk', shared: false } as const;
  const reader = await ClusterEventReader.open(address, { identity: randomUUID(), desk: null }, { limits });
  await expect(reader.head()).rejects.toMatchObject({ code: 'store-unavailable' });
  await double.startNode(0);
  // The log of another newsroom: it exists now, but is the wrong one.
  await expect(reader.head()).rejects.toMatchObject({ code: 'not-prepared' });
  await reader.close();
});

it('delivers no event of a wrong log, also if the log is exchanged later', async () => {
  const store = await openCluster(double.url);
  await store.append('story-1', 'no_stream', some(1));
  const seen: StoredEvent[] = [];
  const subscription = store.subscribe(
    { prefix: '', after: 'start' },
    { onBatch: (events) => void seen.push(...events) },
  );
  await until('the first is there', () => seen.length === 1);
  const port = Number(/:(\d+)\?/.exec(double.url)![1]);
  await double.stop();
  double = await ClusterDouble.start({ port });
  const other = await openCluster(double.url, { credentials: { username: 'o', password: 'ther' } });
  await other.append('story-2', 'no_stream', some(40));
  await until('it is noticed', () => store.health().state === 'failed');
  expect(store.health().reason).toContain('belong to different newsrooms');
  expect(seen).toHaveLength(1);
  await expect(store.append('story-3', 'no_stream', some(1))).rejects.toMatchObject({
    code: 'wrong-newsroom',
  });
  await subscription.close();
  await Promise.all([store.close(), other.close()]);
});

describe('a log that was restored from an older copy', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'restored-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A store that has read more of a log than the restored log contains. */
  async function restored(): Promise<{
    store: ClusterEventStore;
    subscription: Subscription;
    seen: string[];
    caughtUpCalls: () => number;
  }> {
    await double.stop();
    double = await ClusterDouble.start({ folder: join(folder, 'log') });
    const port = Number(/:(\d+)\?/.exec(double.url)![1]);
    const store = await openCluster(double.url);
    await store.append('story-1', 'no_stream', some(2));
    await double.stop();
    cpSync(join(folder, 'log'), join(folder, 'copy'), { recursive: true });
    double = await ClusterDouble.start({ folder: join(folder, 'log'), port });
    const seen: string[] = [];
    let [caughtUpCalls, caughtUp] = [0, 0];
    const subscription = store.subscribe(
      { prefix: '', after: 'start' },
      {
        onBatch: (events) => void seen.push(...events.map(({ stream, revision }) => `${stream}@${revision}`)),
        onCaughtUp: () => void (caughtUp += 1),
        whileCaughtUp: () => void (caughtUpCalls += 1),
      },
    );
    for (let tries = 0; tries < 40 && store.health().state !== 'ready'; tries += 1)
      await store.head().catch(() => null);
    await store.append('story-1', 1n, some(3));
    await until('all events arrived', () => seen.length === 5 && caughtUpCalls > 0);
    await double.stop();
    rmSync(join(folder, 'log'), { recursive: true });
    cpSync(join(folder, 'copy'), join(folder, 'log'), { recursive: true });
    double = await ClusterDouble.start({ folder: join(folder, 'log'), port });
    return { store, subscription, seen, caughtUpCalls: () => caughtUpCalls + caughtUp };
  }

  it.each([
    ['that is still shorter', 0],
    ['that has other events at the same places', 3],
    ['that is longer again', 7],
  ])('%s stops its readers for good', async (_, more) => {
    const { store, subscription, seen, caughtUpCalls } = await restored();
    const other = await openCluster(double.url);
    if (more > 0) await other.append('story-2', 'no_stream', some(more));
    await until('it is noticed', () => subscription.health.reason?.includes('an older copy') === true);
    const before = caughtUpCalls();
    await other.append('story-3', 'no_stream', some(40));
    await until('it was looked at again', () => subscription.health.failures > 3);
    expect(subscription.health).toMatchObject({
      state: 'retrying',
      reason: expect.stringContaining('older copy'),
    });
    expect([caughtUpCalls(), seen.length]).toEqual([before, 5]);
    await subscription.close();
    await Promise.all([store.close(), other.close()]);
  });

  it('cannot be resumed from a position beyond its end, or where no event can be', async () => {
    const store = await openCluster(double.url);
    await store.append('story-1', 'no_stream', some(5));
    const head = (await store.head())!;
    let caughtUpCalls = 0;
    for (const after of [head + 1_280n, head - 1n]) {
      const subscription = store.subscribe(
        { prefix: '', after },
        { onBatch: () => undefined, whileCaughtUp: () => void (caughtUpCalls += 1) },
      );
      await until('it is noticed', () => subscription.health.state === 'retrying');
      expect(subscription.health.reason).toContain('restored from an older copy');
      await subscription.close();
    }
    expect(caughtUpCalls).toBe(0);
    const read = store.readAll({ from: head - 1n })[Symbol.asyncIterator]();
    await expect(read.next()).rejects.toMatchObject({ code: 'log-rewound' });
    await store.close();
  });
});

describe('a node that is cut off from the others', () => {
  it('serves reads and subscriptions, but its followers do not report that they are caught up', async () => {
    await double.stop();
    double = await ClusterDouble.start({ nodes: 3 });
    const store = await openCluster(double.url);
    await store.append('story-1', 'no_stream', some(2));
    const seen: string[] = [];
    let caughtUpCalls = 0;
    const subscription = store.subscribe(
      { prefix: '', after: 'start' },
      {
        onBatch: (events) => void seen.push(...events.map(({ id }) => id)),
        whileCaughtUp: () => void (caughtUpCalls += 1),
      },
    );
    await until('it is caught up', () => caughtUpCalls > 0);
    await double.elect(null);
    await until('it says why not', () => subscription.health.state === 'retrying');
    const before = caughtUpCalls;
    const other = await openCluster(double.url).catch((error: unknown) => error);
    expect(other).toMatchObject({ code: 'store-unavailable' });
    expect(store.health()).toMatchObject({
      state: 'recovering',
      reason: expect.stringContaining('not ready'),
    });
    await until('it was looked at again', () => subscription.health.failures > 2);
    expect(caughtUpCalls).toBe(before);
    await double.elect(0);
    await until('it is caught up again', () => caughtUpCalls > before);
    await subscription.close();
    await store.close();
  });

  it('does not get what the majority writes; its followers switch to the majority', async () => {
    await double.stop();
    double = await ClusterDouble.start({ nodes: 3 });
    const address = { kind: 'cluster', credentials: null, log: 'desk', shared: false } as const;
    const writer = await openCluster(double.url);
    await writer.append('story-1', 'no_stream', some(2));
    const follower = await ClusterEventReader.open(
      { ...address, url: `${double.gossipUrl}&nodePreference=follower` },
      { identity: null, desk: null },
      {
        limits: { call: 1_500, retryFor: 5_000, pollEvery: 100, silence: 300 },
        retry: { first: 20, most: 200 },
      },
    );
    const seen: string[] = [];
    let caughtUpCalls = 0;
    const subscription = follower.subscribe(
      { prefix: '', after: 'start' },
      {
        onBatch: (events) => void seen.push(...events.map(({ id }) => id)),
        whileCaughtUp: () => void (caughtUpCalls += 1),
      },
    );
    await until('it is caught up', () => caughtUpCalls > 0 && seen.length === 2);
    await double.isolate(1);
    await double.isolate(2);
    await writer.append('story-1', 1n, some(3));
    await until('all events arrived', () => seen.length === 5);
    expect(new Set(seen).size).toBe(5);
    await subscription.close();
    await Promise.all([follower.close(), writer.close()]);
  });
});

it('loses nothing that is written where the server stopped reading its log', async () => {
  const store = await openCluster(double.url);
  // The server reads 32 events at once. At the end of the log its checkpoint is the position of the next event.
  const size = Number(await double.store.head()) + 1;
  await store.append('other', 'no_stream', some(64 - (size % 32)));
  const seen: string[] = [];
  const subscription = store.subscribe(
    { prefix: 'story-', after: 'start' },
    { onBatch: (events) => void seen.push(...events.map(({ id }) => id)) },
  );
  await until('it is live', () => subscription.health.state === 'live');
  const [event] = some(1) as [NewEvent];
  await store.append('story-1', 'no_stream', [event]);
  await until('the event arrived', () => seen.length > 0);
  expect(seen).toEqual([event.id]);
  await subscription.close();
  await store.close();
});

it('receives many events of one append, for which a server ends the subscription', async () => {
  const store = await openCluster(double.url);
  const seen: StoredEvent[] = [];
  const subscription = store.subscribe(
    { prefix: '', after: 'start' },
    { onBatch: (events) => void seen.push(...events) },
  );
  await until('it is live', () => subscription.health.state === 'live');
  await store.append('story-1', 'no_stream', some(500));
  await until('all events arrived', () => seen.length === 500);
  expect(seen.map(({ revision }) => Number(revision))).toEqual(Array.from({ length: 500 }, (_, i) => i));
  expect(store.health()).toMatchObject({ state: 'ready', reason: null });
  expect(subscription.health).toMatchObject({ state: 'live', failures: 0 });
  await subscription.close();
  await store.close();
});

it('skips what the server itself writes, and what belongs to the other log', async () => {
  const desk = await openCluster(double.url, { log: 'desk', shared: true });
  const world = await openCluster(double.url, { log: 'public', shared: true });
  await desk.append('story-1', 'no_stream', some(2));
  await world.append('public-1', 'no_stream', some(3));
  await desk.append('directory', 'no_stream', some(1));
  const streams = async (store: typeof desk): Promise<string[]> => {
    const found: string[] = [];
    for await (const { stream } of store.readAll()) found.push(stream);
    return found;
  };
  expect(await streams(desk)).toEqual(['story-1', 'story-1', 'directory']);
  expect(await streams(world)).toEqual(['public-1', 'public-1', 'public-1']);
  const followed: string[] = [];
  const reached: bigint[] = [];
  const subscription = desk.subscribe(
    { prefix: '', after: 'start' },
    {
      onBatch: (events, through) => {
        followed.push(...events.map(({ stream }) => stream));
        reached.push(through);
      },
    },
  );
  const head = (await desk.head())!;
  await until('it is caught up', () => (reached.at(-1) ?? -1n) >= head);
  expect(followed).toEqual(['story-1', 'story-1', 'directory']);
  await subscription.close();
  await Promise.all([desk.close(), world.close()]);
});

it('repeats an append that the server dropped because the same one was being committed', async () => {
  await double.stop();
  double = await ClusterDouble.start({ commitTakes: 150, droppedAfter: 60_000 });
  const stores = [
    await openCluster(double.url),
    await openCluster(double.url, { credentials: null, shared: true }),
  ];
  const events = some(2);
  const [one, two] = await Promise.all(stores.map((store) => store.append('story-1', 'no_stream', events)));
  expect(two).toEqual(one);
  const found: StoredEvent[] = [];
  for await (const event of stores[0]!.readStream('story-1')) found.push(event);
  expect(found.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  await Promise.all(stores.map((store) => store.close()));
});

it('skips what the server writes when our stream is deleted, and reads what is appended to it later', async () => {
  const store = await openCluster(double.url);
  const wire = new WireClient(double.url);
  await store.append('story-1', 'no_stream', some(3));
  await store.append('story-2', 'no_stream', some(2));
  const seen: string[] = [];
  const subscription = store.subscribe(
    { prefix: '', after: 'start' },
    {
      onBatch: (events) => void seen.push(...events.map(({ stream, revision }) => `${stream}@${revision}`)),
    },
  );
  await until('all events arrived', () => seen.length === 5);
  expect([await wire.delete('story-1'), await wire.tombstone('story-2')]).toEqual([null, null]);
  await expect(firstOf(store.readStream('story-1'))).rejects.toMatchObject({
    code: 'stream-not-found',
  });
  await expect(store.append('story-2', 1n, some(1))).rejects.toThrow('The stream was deleted');
  expect(await store.append('story-1', 'no_stream', some(1))).toMatchObject({ revision: 3n });
  await until('the new event arrived', () => seen.length === 6);
  expect(seen).toEqual(['story-1@0', 'story-1@1', 'story-1@2', 'story-2@0', 'story-2@1', 'story-1@3']);
  const all: string[] = [];
  for await (const { type } of store.readAll()) all.push(type);
  expect(all).toEqual(Array.from({ length: 6 }, () => 'Said'));
  wire.close();
  await subscription.close();
  await store.close();
});

it('sends no request for an impossible stream name or position', async () => {
  const store = await openCluster(double.url);
  await store.append('story-1', 'no_stream', some(2));
  const { append, read } = { ...double.calls };
  await expect(store.append('two words', 'no_stream', some(1))).rejects.toMatchObject({
    code: 'invalid-append',
  });
  await expect(firstOf(store.readStream('two words'))).rejects.toMatchObject({
    code: 'stream-not-found',
  });
  await expect(firstOf(store.readAll({ from: 2n ** 63n }))).rejects.toMatchObject({
    code: 'log-rewound',
  });
  expect(double.calls).toMatchObject({ append, read });
  await expect(store.append('story-1', 2n ** 63n, some(1))).rejects.toMatchObject({ actual: 1n });
  expect(await firstOf(store.readStream('story-1', { from: 2n ** 64n }))).toBeNull();
  expect(double.calls.append).toBe(append);
  await store.close();
});

/** The first event of a stream; null if there is none. */
async function firstOf(events: AsyncIterable<StoredEvent>): Promise<StoredEvent | null> {
  for await (const event of events) return event;
  return null;
}

describe('whatever the cluster does,', () => {
  const limits = { call: 1_500, retryFor: 60_000, pollEvery: 100, silence: 300 };

  it.each(['muteBefore', 'notReady', 'busy', 'refuse', 'slow'] as const)(
    '%s: all that is asked of it within a deadline is given up when that is over',
    async (fault) => {
      const store = await openCluster(double.url, {}, { limits });
      await store.append('story-1', 'no_stream', some(1));
      for (const on of ['append', 'read', 'features'] as const)
        double.faults.next({ on, fault, times: 100_000, ms: 600_000 });
      const outcome = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'done',
          ({ code }: { code: string }) => code,
        );
      const ended = await withDeadline(700, async () => {
        const outcomes: string[] = [];
        for (let n = 0; n < 20; n += 1) {
          outcomes.push(await outcome(store.append('story-1', 0n, some(1))));
          outcomes.push(await outcome(store.head()));
        }
        return outcomes;
      });
      expect(new Set(ended)).toEqual(new Set([...ended.slice(0, 1), 'store-unavailable']));
      double.faults.clear();
      await store.close();
    },
  );
});
