import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  encode,
  OutcomeUnknown,
  StoreUnavailable,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '#event-store';
import { ModelFile } from '#projections';
import { buildModel, ModelFollower } from '#projections/testing';
import { toLog, type Recorded } from '#story';
import { ClusterDouble } from '../double/index.js';
import { opened, recorded, reported } from '../projections/plain-events.js';
import { en } from '../publishing/desk.js';
import { openCluster } from './open-cluster.js';

/** How often each fault strikes. */
export const TIMES = 40;
const WRITERS = 4;
/** Short limits, so that a silent server is noticed soon. */
export const LIMITS = { call: 150, retryFor: 4_000, pollEvery: 20, silence: 30 };
/** Long limits, to read a whole log on a busy machine. */
export const PATIENT = { call: 60_000, retryFor: 120_000, pollEvery: 100, silence: 300 };

/**
 * Writes and follows stories while a fault strikes again and again at random moments. Returns the number of strikes.
 */
export async function underFaults(
  strike: (double: ClusterDouble) => Promise<void>,
  { restarts = 0, pace = 0 }: { readonly restarts?: number; readonly pace?: number } = {},
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const double = await ClusterDouble.start({ folder });
  const store = await openCluster(double.url, { log: 'public' }, { limits: LIMITS });
  const reader = await openCluster(double.url, { log: 'public' }, { limits: { ...LIMITS, retryFor: 4_001 } });
  const patient = await openCluster(double.url, { log: 'public' }, { limits: PATIENT });
  const live = ModelFile.open(join(folder, 'live.db'), { log: store.identity, fold: 'test' });
  const follower = new ModelFollower(reader, live, 'public', () => undefined);
  let struck = 0;
  try {
    const acknowledged = await writeUnder(
      async () => {
        await strike(double);
        struck += 1;
      },
      async (...append) => {
        if (pace > 0) await pause(pace);
        await appendAgain(store, ...append);
      },
      (...written) => readBack(store, ...written),
    );
    double.faults.clear();
    expect(await wrongIn(patient, acknowledged)).toEqual([]);
    expect(follower.health.restarts).toBeGreaterThanOrEqual(restarts);

    const last = (await all(patient.readAll())).at(-1)!.position;
    for (let waited = 0; (follower.health.position ?? -1n) < last; waited += 10) {
      if (waited > 60_000) throw new Error(`It does not follow: ${follower.health.reason}`);
      await pause(10);
    }
    const clean = ModelFile.open(join(folder, 'clean.db'), { log: store.identity, fold: 'test' });
    await buildModel(patient, clean, 'public', { progress: () => undefined, stopped: () => false });
    expect(live.everything()).toEqual(clean.everything());
    clean.close();
    return struck;
  } finally {
    await follower.close();
    live.close();
    await Promise.all([store.close(), reader.close(), patient.close()]);
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Streams in which acknowledged events are not there once and in order, and events that nobody wrote. */
export async function wrongIn(
  store: EventStore,
  acknowledged: ReadonlyMap<string, readonly NewEvent[]>,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [stream, events] of acknowledged) {
    const found = await all(store.readStream(stream)).catch(() => []);
    if (found.map(({ id }) => id).join() !== events.map(({ id }) => id).join()) wrong.push(stream);
  }
  const count = (await all(store.readAll())).length;
  if (count !== [...acknowledged.values()].flat().length) wrong.push(`${count} events in all`);
  return wrong;
}

export type Append = (stream: string, revision: number, event: NewEvent) => Promise<void>;

/** Records stories while faults strike at random moments. Returns the acknowledged events by stream. */
export async function writeUnder(
  strike: () => Promise<void>,
  append: Append,
  after: (stream: string, written: readonly NewEvent[]) => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, readonly NewEvent[]>> {
  const acknowledged = new Map<string, NewEvent[]>();
  const over = new AbortController();
  const striking = (async () => {
    for (let struck = 0; struck < TIMES; struck += 1) {
      await pause(Math.random() * 12);
      await strike();
    }
    over.abort();
  })();
  const write = async (): Promise<void> => {
    do {
      const stream = `public-${randomUUID()}`;
      const events = storyOf(stream.slice('public-'.length));
      const written: NewEvent[] = [];
      acknowledged.set(stream, written);
      for (const [revision, event] of events.entries()) {
        await append(stream, revision, event);
        written.push(event);
      }
      await after(stream, written);
    } while (!over.signal.aborted);
  };
  await Promise.all([striking, ...Array.from({ length: WRITERS }, write)]);
  return acknowledged;
}

/** Expects that the acknowledged events are readable. A failed read is repeated. */
async function readBack(store: EventStore, stream: string, written: readonly NewEvent[]): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1)
    try {
      const found = await all(store.readStream(stream));
      expect(found.length).toBeGreaterThanOrEqual(written.length);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  throw new Error('It was never read.');
}

/** Repeats an append with the same id and expected revision until it is acknowledged, as every writer must. */
async function appendAgain(
  store: EventStore,
  stream: string,
  revision: number,
  event: NewEvent,
): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1)
    try {
      const appended = await store.append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [
        event,
      ]);
      expect(appended.revision).toBe(BigInt(revision));
      return;
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) && !(error instanceof StoreUnavailable)) throw error;
    }
  throw new Error('It was never answered.');
}

function storyOf(id: string): NewEvent[] {
  const [first, ...rest] = recorded([
    opened(en('Talks')),
    ...Array.from({ length: 6 }, (_, i) => reported(randomUUID(), en(`Talks, report ${i}`))),
  ]) as [Recorded, ...Recorded[]];
  const own = { ...first.event, story: id, slug: `talks-${id}` } as Recorded['event'];
  return [{ ...first, event: own }, ...rest].map(({ event, recordedAt }) => {
    const { type, data, schemaVersion } = toLog(event);
    const metadata = { recordedAt: new Date(recordedAt).toISOString(), schemaVersion };
    return { id: randomUUID(), type, data: encode(data), metadata: encode(metadata) };
  });
}

export async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}
