import { randomUUID } from 'node:crypto';
import { START, streamNameFilter, type EventStoreDBClient } from '@eventstore/db-client';
import { decode, openLog, type EventStore, type NewEvent } from '#event-store';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Cluster, DOUBLE } from './cluster.js';
import { measured, timed } from './samples.js';
import { publicEvents } from './public-events.js';

const OF_STREAM = 10_000;
const OF_LOG = 50_000;
const FOLLOWED = 20_000;
const ROUNDS = 7;
const WARM = 2;
const TOGETHER = 250;

/** The result of a read. Both sides read the same number of events, and touch each event. */
interface Taken {
  readonly events: number;
  readonly touched: number;
}

type Read = () => Promise<Taken>;

/** Target 11: reads from a cluster through the adapter, compared with the bare client on the same server. */
export async function clusterReads({ scratch, say }: Bench): Promise<Finding> {
  const source = await publicEvents(await scratch.story({ events: 1_000, claims: 40, seed: 1 }));
  const cluster = await Cluster.start(scratch.folder());
  const store = await openLog(cluster.publicLog(scratch.folder()));
  const client = cluster.client();
  const stream = `public-${randomUUID()}`;
  const events = (from: number): NewEvent[] =>
    Array.from({ length: TOGETHER }, (_, i) => {
      const { type, data, metadata } = source[(from + i) % source.length]!;
      return { id: randomUUID(), type, data, metadata };
    });
  const seconds =
    (await timed(async () => {
      for (let n = 0; n < OF_STREAM; n += TOGETHER)
        await store.append(stream, n === 0 ? 'no_stream' : BigInt(n - 1), events(n));
      for (let n = OF_STREAM; n < OF_LOG; n += TOGETHER)
        await store.append(`public-${randomUUID()}`, 'no_stream', events(n));
    })) / 1_000;
  say(`wrote ${OF_LOG.toLocaleString('en')} events in ${seconds.toFixed(1)} s`);
  const reads: readonly (readonly [name: string, ours: Read, theirs: Read, decoded: Read])[] = [
    [
      `a stream of ${OF_STREAM.toLocaleString('en')} events`,
      () => take(store.readStream(stream)),
      () => takeBare(client.readStream(stream)),
      () => take(store.readStream(stream), true),
    ],
    [
      `${OF_LOG.toLocaleString('en')} events of the whole log`,
      () => take(store.readAll({ limit: OF_LOG })),
      () => takeBare(client.readAll({ maxCount: OF_LOG })),
      () => take(store.readAll({ limit: OF_LOG }), true),
    ],
    [
      `a subscription to the whole log, ${FOLLOWED.toLocaleString('en')} events from its start`,
      () => follow(store, false),
      () => followBare(client),
      () => follow(store, true),
    ],
  ];
  const rows: Row[] = [];
  for (const [name, ours, theirs, decoded] of reads) {
    const rates: number[][] = [[], [], []];
    for (let round = -WARM; round < ROUNDS; round += 1)
      for (const [i, read] of [ours, theirs, decoded].entries()) {
        let taken: Taken | null = null;
        const milliseconds = await timed(async () => (taken = await read()));
        if (round >= 0) rates[i]!.push((taken!.events / milliseconds) * 1_000);
      }
    const [a, b, c] = rates.map((rate) => measured(rate));
    for (const [how, rate] of [
      ['raw bytes', a!],
      ['decoded by the reader', c!],
    ] as const)
      rows.push({
        what: `${name}, ${how}`,
        unit: 'events per second',
        ours: rate,
        against: 'the bare client, which decodes each event',
        theirs: b!,
        ratio: timesAsMuch(rate, b!),
        wanted: { target: 11, least: 0.8 },
      });
  }
  await client.dispose();
  await store.close();
  await cluster.stop();
  const bytes =
    source.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0) / source.length;
  return {
    rows,
    settings: [
      `an event is ${Math.round(bytes)} bytes of data and metadata on average; the reader uses its id and type; ${ROUNDS} rounds, in turn, after ${WARM} for warming up`,
      'the bare client returns decoded JSON, the adapter returns raw bytes, so the adapter is measured with and without decoding; the client keeps one call open until the end, the adapter requests 500 events at a time',
      DOUBLE,
    ],
  };
}

const PUBLIC = streamNameFilter({ prefixes: ['public-'] });

async function take(events: ReturnType<EventStore['readAll']>, decoded = false): Promise<Taken> {
  let count = 0;
  let touched = 0;
  for await (const { id, type, data, metadata } of events) {
    count += 1;
    touched += id.length + type.length;
    if (decoded) touched += Number(decode(data) !== null) + Number(decode(metadata) !== null);
  }
  return { events: count, touched };
}

type BareEvents = ReturnType<EventStoreDBClient['readAll']> | ReturnType<EventStoreDBClient['readStream']>;

async function takeBare(events: BareEvents): Promise<Taken> {
  let count = 0;
  let touched = 0;
  for await (const { event } of events) {
    count += 1;
    touched += event!.id.length + event!.type.length;
  }
  return { events: count, touched };
}

async function follow(store: EventStore, decoded: boolean): Promise<Taken> {
  const done = Promise.withResolvers<Taken>();
  let count = 0;
  let touched = 0;
  const subscription = store.subscribe(
    { prefix: 'public-', after: 'start' },
    {
      onBatch: (events) => {
        for (const { id, type, data, metadata } of events) {
          touched += id.length + type.length;
          if (decoded) touched += Number(decode(data) !== null) + Number(decode(metadata) !== null);
        }
        count += events.length;
        if (count >= FOLLOWED) done.resolve({ events: count, touched });
      },
    },
  );
  const taken = await done.promise;
  await subscription.close();
  return taken;
}

async function followBare(client: EventStoreDBClient): Promise<Taken> {
  const subscription = client.subscribeToAll({ fromPosition: START, filter: PUBLIC });
  let count = 0;
  let touched = 0;
  for await (const { event } of subscription) {
    count += 1;
    touched += event!.id.length + event!.type.length;
    if (count >= FOLLOWED) break;
  }
  await subscription.unsubscribe();
  return { events: count, touched };
}
