import { randomUUID } from 'node:crypto';
import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { encode, openLog, type EventStore } from '#event-store';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Cluster, DOUBLE } from './cluster.js';
import type { PeerEvent } from './peer.js';
import { measured } from './samples.js';
import { publicEvents, toPeer } from './public-events.js';

const ROUNDS = 7;
const SECONDS = 2;
const WARM = 1;

type Append = (stream: string, revision: number, event: PeerEvent) => Promise<unknown>;

/** Target 11: appends to a cluster through the adapter, compared with the bare client on the same server. */
export async function clusterAppends({ scratch }: Bench): Promise<Finding> {
  const events = (await publicEvents(await scratch.story({ events: 1_000, claims: 40, seed: 1 }))).map(
    toPeer,
  );
  const cluster = await Cluster.start(scratch.folder());
  const store = await openLog(cluster.publicLog(scratch.folder()));
  const client = cluster.client();
  const subjects: Readonly<Record<string, Append>> = {
    adapter: through(store),
    unary: bare(client, { username: 'admin', password: 'changeit' }),
    batch: bare(client, undefined),
  };
  const rows: Row[] = [];
  for (const waiting of [1, 64]) {
    const rates: Record<string, number[]> = Object.fromEntries(
      Object.keys(subjects).map((name) => [name, []]),
    );
    // The two take turns at being first.
    const turns = Object.entries(subjects);
    for (let round = -WARM; round < ROUNDS; round += 1) {
      for (const [name, append] of turns) {
        const stream = `public-${randomUUID()}`;
        const rate = await perSecond(append, stream, waiting, events);
        if (round >= 0) rates[name]!.push(rate);
      }
      turns.push(turns.shift()!);
    }
    const [ours, unary, batch] = ['adapter', 'unary', 'batch'].map((name) => measured(rates[name]!));
    const what = `appends to a cluster, ${waiting === 1 ? 'one at a time' : `${waiting} waiting`}, one event each`;
    for (const [against, theirs, least] of [
      ['the bare client, one call per append like ours', unary!, 0.8],
      ['the bare client, all appends in one open call', batch!, null],
    ] as const)
      rows.push({
        what,
        unit: 'per second',
        ours: ours!,
        against,
        theirs,
        ratio: timesAsMuch(ours!, theirs),
        wanted: least === null ? null : { target: 11, least },
      });
  }
  await client.dispose();
  await store.close();
  await cluster.stop();
  const bytes = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0) / events.length;
  return {
    rows,
    settings: [
      `each writer appends one event at a time to a separate stream, with an exact expected revision, and waits for the answer; ${ROUNDS} rounds of ${SECONDS} s each, in turn, after ${WARM} for warming up; an event is ${Math.round(bytes)} bytes of JSON on average, and its serialisation is measured too`,
      'with credentials the bare client sends one call per append, else batches; in a batch, an append without an answer never fails, so the adapter does not use batches',
      DOUBLE,
    ],
  };
}

const through =
  (store: EventStore): Append =>
  (stream, revision, { type, data, metadata }) =>
    store.append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [
      { id: randomUUID(), type, data: encode(data), metadata: encode(metadata) },
    ]);

const bare =
  (client: EventStoreDBClient, credentials: { username: string; password: string } | undefined): Append =>
  (stream, revision, { type, data, metadata }) =>
    client.appendToStream(
      stream,
      jsonEvent({ id: randomUUID(), type, data: { ...data }, metadata: { ...metadata } }),
      {
        expectedRevision: revision === 0 ? 'no_stream' : BigInt(revision - 1),
        ...(credentials && { credentials }),
      },
    );

async function perSecond(
  append: Append,
  name: string,
  waiting: number,
  events: readonly PeerEvent[],
): Promise<number> {
  const begun = performance.now();
  const end = begun + SECONDS * 1_000;
  let count = 0;
  const writer = async (_: unknown, index: number): Promise<void> => {
    for (let revision = 0; performance.now() < end; revision += 1) {
      await append(`${name}-${index}`, revision, events[(index + revision * waiting) % events.length]!);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: waiting }, writer));
  return (count / (performance.now() - begun)) * 1_000;
}
