import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EmbeddedEventStore, encode } from '#event-store';
import { openAct } from './act-peer.js';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { openEmmett } from './emmett-peer.js';
import { Floor } from './floor.js';
import type { Peer, PeerEvent } from './peer.js';
import { measured, type Measured } from './samples.js';
import { publicEvents, toPeer } from './public-events.js';

const WAITING = 64;
const ROUNDS = 5;
const SECONDS = 2;

type Append = (stream: string, revision: number, event: PeerEvent) => Promise<unknown>;

/** Target 5: durable appends in process. 64 writers append one event at a time, each to a separate stream. */
export async function appends({ scratch }: Bench): Promise<Finding> {
  const events = (await publicEvents(await scratch.story({ events: 1_000, claims: 40, seed: 1 }))).map(
    toPeer,
  );
  const store = await EmbeddedEventStore.open({ file: join(scratch.folder(), 'log.db') });
  const act = await openAct(scratch.folder(), [...new Set(events.map(({ type }) => type))]);
  const emmett = await openEmmett(scratch.folder());
  const single = new Floor(join(scratch.folder(), 'floor.db'));
  const grouped = new Floor(join(scratch.folder(), 'floor.db'));
  const subjects: Readonly<Record<string, Append>> = {
    Dateline: (stream, revision, { type, data, metadata }) =>
      store.append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [
        { id: randomUUID(), type, data: encode(data), metadata: encode(metadata) },
      ]),
    [act.name]: oneAtATime(act),
    [emmett.name]: oneAtATime(emmett),
    'better-sqlite3 by hand, one transaction per append': async (stream, revision, event) =>
      single.append([{ stream, revision, event }]),
    'better-sqlite3 by hand, all waiting appends in one transaction': gathering(grouped),
  };
  const rates = Object.fromEntries(Object.keys(subjects).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, append] of Object.entries(subjects))
      rates[name]!.push(await perSecond(append, `story-${round}`, events));
  await store.close();
  for (const each of [act, emmett, single, grouped]) await each.close();
  const found = Object.entries(rates).map(([name, samples]): [string, Measured] => [name, measured(samples)]);
  const [[, ours], ...others] = found as [[string, Measured], ...[string, Measured][]];
  const bytes = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0) / events.length;
  return {
    rows: others.map(([against, theirs], i): Row => ({
      what: `durable appends, ${WAITING} waiting, one event each`,
      unit: 'per second',
      ours,
      against,
      theirs,
      ratio: timesAsMuch(ours, theirs),
      wanted: i < 2 ? { target: 5, least: 5 } : null,
    })),
    settings: [
      `${WAITING} writers in process, each appends one event at a time to a separate stream, with an exact expected revision, and waits for the answer; ${ROUNDS} rounds of ${SECONDS} s each, in turn; an event is ${Math.round(bytes)} bytes of JSON on average`,
      'Dateline: WAL, synchronous=FULL, appends that wait share a commit, in a thread of its own',
      `${act.name}: ${act.settings}`,
      `${emmett.name}: ${emmett.settings}`,
      'better-sqlite3 by hand: WAL, synchronous=FULL',
    ],
  };
}

async function perSecond(append: Append, name: string, events: readonly PeerEvent[]): Promise<number> {
  const begun = performance.now();
  const end = begun + SECONDS * 1_000;
  let count = 0;
  const writer = async (_: unknown, index: number): Promise<void> => {
    for (let revision = 0; performance.now() < end; revision += 1) {
      await append(`${name}-${index}`, revision, events[(index + revision * WAITING) % events.length]!);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: WAITING }, writer));
  return (count / (performance.now() - begun)) * 1_000;
}

function oneAtATime(peer: Peer): Append {
  let last: Promise<unknown> = Promise.resolve();
  return (stream, revision, event) => (last = last.then(() => peer.append(stream, revision, event)));
}

/** A batched table: everything that waits in one turn is one transaction. */
function gathering(floor: Floor): Append {
  let waiting: Parameters<Floor['append']>[0][number][] = [];
  let commit: Promise<void> | null = null;
  return (stream, revision, event) => {
    waiting.push({ stream, revision, event });
    commit ??= nextTurn().then(() => {
      const group = waiting;
      waiting = [];
      commit = null;
      floor.append(group);
    });
    return commit;
  };
}
