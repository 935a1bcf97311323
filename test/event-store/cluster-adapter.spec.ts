import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { encode, type NewEvent, type StoredEvent } from '#event-store';
import { ClusterEventReader } from '#event-store/testing';
import { ClusterDouble } from '../double/index.js';
import { openCluster } from './open-cluster.js';

jest.setTimeout(60_000);

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
    if (waited > 15_000) throw new Error(`Waited in vain until ${what}.`);
    await pause(10);
  }
}

it('holds the server back while a handler is slow, and goes on when it is done', async () => {
  const store = await openCluster(double.url);
  for (let n = 0; n < 50; n += 1) await store.append(`story-${n}`, 'no_stream', some(100, 2_000));
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taken: number[] = [];
  const subscription = store.subscribe(
    { prefix: 'story-', after: 'start' },
    {
      onStretch: async (events) => {
        await held;
        taken.push(events.length);
      },
    },
  );
  await until('it was sent something', () => double.delivered > 0);
  await pause(1_500);
  // What waits here is bounded, and besides it what is on the way.
  expect(double.delivered).toBeLessThan(2_000);
  expect(store.health().subscriptions[0]?.restarts).toBe(0);
  release();
  await until('all are taken', () => taken.reduce((sum, n) => sum + n, 0) === 5_000);
  expect(double.delivered).toBe(5_000);
  await subscription.close();
  await store.close();
});

it('finds the position of an append by itself where the server does not tell it', async () => {
  const silent = await ClusterDouble.start({ positions: false });
  const store = await openCluster(silent.url);
  const events = some(3);
  const appended = await store.append('story-1', 'no_stream', events);
  expect(appended).toEqual({ revision: 2n, position: await store.head() });
  expect(await store.append('story-1', 'no_stream', events)).toEqual(appended);
  await store.close();
  await silent.stop();
});

it('says how much the server takes, where that is less than it takes itself', async () => {
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

it('asks for one page at a time of a long read that is left early', async () => {
  const store = await openCluster(double.url);
  for (let n = 0; n < 30; n += 1)
    await store.append('story-1', n === 0 ? 'no_stream' : BigInt(n * 100 - 1), some(100));
  const before = double.calls.read;
  for await (const { revision } of store.readStream('story-1')) if (revision === 10n) break;
  expect(double.calls.read - before).toBeLessThanOrEqual(3);
  await store.close();
});

it('tries an append that was surely not carried out again by itself, and one that may have been never', async () => {
  const store = await openCluster(double.url);
  for (const fault of ['busy', 'notReady', 'notLeader'] as const) {
    const stream = `story-${fault}`;
    double.faults.next({ on: 'append', fault, times: 2, stream });
    expect(await store.append(stream, 'no_stream', some(1))).toMatchObject({ revision: 0n });
  }
  // Appends in batches have no time limit, and share their fate.
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

it('is refused, not unknown, where nothing can have been written', async () => {
  const store = await openCluster(
    double.url,
    {},
    { limits: { call: 500, trying: 300, lookEvery: 100, silence: 300 } },
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
  // The first may have gone out on the connection that broke.
  expect(outcomes.slice(1)).toEqual(['store-unavailable', 'store-unavailable', 'store-unavailable']);
  expect(store.health()).toMatchObject({ state: 'recovering' });
  expect(store.health().reason).toContain('cannot be reached');
  await double.startNode(0);
  for (let tries = 0; tries < 20 && store.health().state !== 'ready'; tries += 1)
    await store.head().catch(() => null);
  expect(await store.append('story-1', 0n, some(1))).toMatchObject({ revision: 1n });
  await store.close();
});

it('puts another client in the place of one that found no cluster when it was made', async () => {
  await double.stopNode(0);
  const limits = { call: 400, trying: 200, lookEvery: 100, silence: 300 };
  const url = double.url;
  const address = { kind: 'cluster', url, credentials: null, log: 'desk', shared: false } as const;
  const reader = await ClusterEventReader.open(address, { identity: randomUUID(), desk: null }, { limits });
  await expect(reader.head()).rejects.toMatchObject({ code: 'store-unavailable' });
  await double.startNode(0);
  // Another newsroom's log: it is there now, and not the one that was asked for.
  await expect(reader.head()).rejects.toMatchObject({ code: 'not-prepared' });
  await reader.close();
});

it('tells no event of a log that is not the one it follows, also when it is exchanged later', async () => {
  const store = await openCluster(double.url);
  await store.append('story-1', 'no_stream', some(1));
  const seen: StoredEvent[] = [];
  const subscription = store.subscribe(
    { prefix: '', after: 'start' },
    { onStretch: (events) => void seen.push(...events) },
  );
  await until('the first is there', () => seen.length === 1);
  const port = Number(/:(\d+)\?/.exec(double.url)![1]);
  await double.stop();
  double = await ClusterDouble.start({ port });
  const other = await openCluster(double.url, { credentials: { username: 'o', password: 'ther' } });
  await other.append('story-2', 'no_stream', some(40));
  await until('it is noticed', () => store.health().state === 'failed');
  expect(store.health().reason).toContain('belongs to another newsroom');
  expect(seen).toHaveLength(1);
  await expect(store.append('story-3', 'no_stream', some(1))).rejects.toMatchObject({
    code: 'wrong-newsroom',
  });
  await subscription.close();
  await Promise.all([store.close(), other.close()]);
});

it('is not level with a log that was restored from an older copy under it', async () => {
  const store = await openCluster(double.url);
  await store.append('story-1', 'no_stream', some(5));
  let levels = 0;
  const subscription = store.subscribe(
    { prefix: '', after: (await store.head())! + 1_280n },
    { onStretch: () => undefined, onLevel: () => void (levels += 1) },
  );
  await until('it is noticed', () => subscription.health.state === 'retrying');
  expect(subscription.health.reason).toContain('an older copy that was restored');
  expect(levels).toBe(0);
  await subscription.close();
  await store.close();
});

it('passes over what the server itself writes, and what is of the other log', async () => {
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
      onStretch: (events, through) => {
        followed.push(...events.map(({ stream }) => stream));
        reached.push(through);
      },
    },
  );
  const head = (await desk.head())!;
  await until('it is level', () => (reached.at(-1) ?? -1n) >= head);
  expect(followed).toEqual(['story-1', 'story-1', 'directory']);
  await subscription.close();
  await Promise.all([desk.close(), world.close()]);
});
