import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { decode, encode, type EventReader, type NewEvent, type StoredEvent } from '#event-store';
import { ClusterEventReader, type ClusterAddress, type ClusterEventStore } from '#event-store/testing';
import { ClusterDouble } from '../double/index.js';
import { WireClient } from '../double/wire-client.js';
import { openCluster } from './open-cluster.js';

const SECRET = 'PLANTED';
const event = (text: string): NewEvent => ({
  id: randomUUID(),
  type: 'Said',
  data: encode({ text }),
  metadata: encode({ recordedAt: '2026-01-01T00:00:00.000Z' }),
});
const textOf = ({ data }: StoredEvent): string => (decode(data) as { text: string }).text;

let double: ClusterDouble;
let wire: WireClient;
let store: ClusterEventStore;
let stream: string;
const open = (of: Partial<ClusterAddress> = {}): Promise<ClusterEventStore> =>
  openCluster(double.url, { log: 'public', ...of });
beforeEach(async () => {
  double = await ClusterDouble.start();
  wire = new WireClient(double.url);
  store = await open();
  stream = `public-${randomUUID()}`;
});
afterEach(async () => {
  await store.close();
  await double.stop();
});

const all = async (events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for await (const one of events) found.push(one);
  return found;
};
const textsOf = async (log: EventReader): Promise<string[]> =>
  (await all(log.readStream(stream))).map(textOf);
const inLog = async (log: EventReader): Promise<StoredEvent[]> =>
  (await all(log.readAll())).filter((one) => one.stream === stream);

const codeOf = (outcome: PromiseSettledResult<void>): string =>
  outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { readonly code: string }).code;

async function write(...texts: string[]): Promise<NewEvent[]> {
  const events = texts.map(event);
  await store.append(stream, 'no_stream', events);
  return events;
}
async function erase(log = store, text = 'removed'): Promise<void> {
  let last = -1n;
  for await (const { revision } of log.readStream(stream)) last = revision;
  await log.erase(stream, last, [{ revision: 1n, data: encode({ text }) }]);
}

it('has the former words in no readable stream, and accepts new events under the same name', async () => {
  const written = await write('a', SECRET, 'c');
  await erase();
  expect(await wire.append(stream, 'any', [event('late')])).toMatchObject({ exception: 'stream-deleted' });
  expect(await store.append(stream, 2n, [event('d')])).toMatchObject({ revision: 3n });
  // A repeated append is acknowledged again.
  expect(await store.append(stream, 'no_stream', written)).toMatchObject({ revision: 2n });
  await expect(store.append(stream, 1n, [event('e')])).rejects.toMatchObject({
    code: 'wrong-expected-revision',
    stream,
    actual: 3n,
  });
  const reader = await open();
  for (const log of [store, reader]) {
    expect(await textsOf(log)).toEqual(['a', 'removed', 'c', 'd']);
    expect((await inLog(log)).map(textOf)).toEqual(['a', 'removed', 'c', 'd']);
  }
  expect((await all(reader.readStream(stream))).map(({ erased = false }) => erased)).toEqual([
    false,
    true,
    false,
    false,
  ]);
  await reader.close();
});

it('has the complete story after a scavenge of a part of the log', async () => {
  await write('a', SECRET, 'c', 'd');
  const other = `public-${randomUUID()}`;
  await store.append(other, 'no_stream', [event('other')]);
  const [first, , third] = await all(store.readStream(stream));
  await erase();
  for (const part of [{ to: first!.position }, { from: third!.position }]) {
    await double.scavenge(part);
    const reader = await open();
    const found = await inLog(reader);
    expect(found.map(textOf)).toEqual(['a', 'removed', 'c', 'd']);
    expect(found.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n]);
    await reader.close();
  }
});

it('gives a subscription the stream again, with the same ids and revisions', async () => {
  const written = await write('a', SECRET, 'c');
  const followed: StoredEvent[] = [];
  const subscription = store.subscribe(
    { prefix: 'public-', after: 'start' },
    { onBatch: (events) => void followed.push(...events) },
  );
  const until = async (count: number): Promise<void> => {
    while (followed.length < count) await pause(10);
  };
  await until(3);
  await erase();
  await until(6);
  await store.append(stream, 2n, [event('d')]);
  await until(7);
  await subscription.close();
  expect(followed.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 0n, 1n, 2n, 3n]);
  expect(followed.slice(3, 6).map(({ id }) => id)).toEqual(written.map(({ id }) => id));
  expect(new Set(followed.map((one) => one.stream))).toEqual(new Set([stream]));
});

it('is refused if something is appended meanwhile, and loses none of it', async () => {
  await write('a', SECRET);
  const writer = await open();
  let last = 1n;
  for (let n = 0; n < 10; n += 1) {
    const [erased, appended] = await Promise.allSettled([
      erase(store, `removed ${n}`),
      writer.append(stream, last, [event(`${n}`)]),
    ]);
    expect(appended).toMatchObject({ status: 'fulfilled', value: { revision: (last += 1n) } });
    expect(['done', 'wrong-expected-revision']).toContain(codeOf(erased));
  }
  await erase();
  const expected = ['a', 'removed', ...Array.from({ length: 10 }, (_, n) => `${n}`)];
  expect(await textsOf(writer)).toEqual(expected);
  expect((await inLog(store)).map(textOf)).toEqual(expected);
  await writer.close();
});

it('starts again after an interrupted attempt, without what that attempt left', async () => {
  await write('a', SECRET, 'c');
  const left = await wire.append(`${stream}~2`, 'no_stream', [event('a'), event(SECRET)]);
  expect(left).not.toHaveProperty('details');
  expect(await textsOf(store)).toEqual(['a', SECRET, 'c']);
  await erase();
  expect(await textsOf(store)).toEqual(['a', 'removed', 'c']);
  const reader = await open();
  expect((await inLog(reader)).map(textOf)).toEqual(['a', 'removed', 'c']);
  await reader.close();
});

it('lists the stream that an interrupted attempt had given up', async () => {
  await write('a', SECRET);
  await wire.append(`${stream}~2`, 'no_stream', [event('a'), event('removed')]);
  await wire.tombstone(stream);
  expect(await textsOf(store)).toEqual(['a', 'removed']);
  const reader = await open();
  expect((await inLog(reader)).map(textOf)).toEqual(['a', 'removed']);
  await reader.close();
});

it('happens once if two desks do it at the same time, of which one may have to retry', async () => {
  await write('a', SECRET, 'c');
  const other = await open();
  const outcomes = await Promise.allSettled([erase(), erase(other)]);
  for (const outcome of outcomes) expect(['done', 'store-unavailable']).toContain(codeOf(outcome));
  await erase();
  expect(await textsOf(other)).toEqual(['a', 'removed', 'c']);
  await other.close();
});

it('reports the same as before for a stream that somebody else deleted', async () => {
  await write('a');
  await wire.tombstone(stream);
  await expect(textsOf(store)).rejects.toThrow(
    'The stream was deleted on the cluster. Restore it from a backup.',
  );
  await expect(store.append(stream, 0n, [event('b')])).rejects.toMatchObject({ code: 'store-unavailable' });
});

it('needs only the right to read for a log that was opened for reading', async () => {
  await write('a', SECRET);
  await erase();
  const address = {
    kind: 'cluster',
    url: double.url,
    credentials: null,
    log: 'public',
    shared: true,
  } as const;
  const reader = await ClusterEventReader.open(address, { identity: null, desk: null });
  expect(await textsOf(reader)).toEqual(['a', 'removed']);
  await reader.close();
});
