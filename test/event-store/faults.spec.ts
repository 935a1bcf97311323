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
import { build, Follower } from '#projections/testing';
import { toLog, type Recorded } from '#story';
import { ClusterDouble, type Fault } from '../double/index.js';
import { opened, recorded, reported } from '../projections/plain-events.js';
import { en } from '../publishing/desk.js';
import { openCluster } from './open-cluster.js';

jest.setTimeout(120_000);

/** How often each fault strikes. */
const TIMES = 100;
const WRITERS = 4;
/** Short, so that silence is found out soon. */
const LIMITS = { call: 150, trying: 4_000, lookEvery: 40, silence: 80 };

/** A fault of a call that writes: its name, and what strikes. */
const OF_APPENDS: Readonly<Record<string, Omit<Fault, 'on'>>> = {
  'the append is refused': { fault: 'refuse' },
  'the connection is cut before the commit': { fault: 'dropBefore' },
  'the connection is cut after the commit': { fault: 'dropAfter' },
  'the call breaks before the commit': { fault: 'resetBefore' },
  'the call breaks after the commit': { fault: 'resetAfter' },
  'the call is cancelled before the commit': { fault: 'resetBefore', status: 'CANCELLED' },
  'the call is cancelled after the commit': { fault: 'resetAfter', status: 'CANCELLED' },
  'the server is mute before the commit': { fault: 'muteBefore' },
  'the server is mute after the commit': { fault: 'muteAfter' },
  'the commit times out, and is not done': { fault: 'timeoutBefore' },
  'the commit times out, and is done': { fault: 'timeoutAfter' },
  'the server is slow': { fault: 'slow', ms: 10 },
  'the server answers too late': { fault: 'slow', ms: 200 },
  'the node is not the leader': { fault: 'notLeader' },
  'the server is not ready': { fault: 'notReady' },
  'the server is too busy': { fault: 'busy' },
};

/** What goes wrong with those who follow. */
const OF_SUBSCRIPTIONS: Readonly<Record<string, (double: ClusterDouble) => Promise<void> | void>> = {
  'a subscription ends without an error': ({ faults }) => faults.endSubscriptions(),
  'a subscription fails': ({ faults }) => faults.failSubscriptions(),
  'a subscription goes silent': ({ faults }) => faults.silenceSubscriptions(),
  'all connections are cut': ({ faults }) => faults.cutConnections(),
  'events are delivered twice': ({ faults }) => faults.deliverTwice(),
  'the server’s clock jumps': (double) => double.skewClock(Math.round((Math.random() - 0.5) * 864e5)),
  'a read is refused': ({ faults }) => faults.next({ on: 'read', fault: 'refuse' }),
  'a read breaks in its middle': ({ faults }) => faults.next({ on: 'read', fault: 'resetAfter' }),
  'a read is never answered': ({ faults }) => faults.next({ on: 'read', fault: 'muteBefore' }),
  'no subscription is to be had': ({ faults }) => faults.next({ on: 'subscribe', fault: 'refuse' }),
};

/** Whose name says that the subscription has to begin anew. */
const BROKEN = /^a subscription|^all connections/;

describe.each(Object.keys({ ...OF_APPENDS, ...OF_SUBSCRIPTIONS }))(`${TIMES} times: %s`, (name) => {
  it('loses nothing, doubles nothing, keeps the order, and what is read of it is that of a clean run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    const double = await ClusterDouble.start({ folder });
    const store = await openCluster(double.url, { log: 'public' }, { limits: LIMITS });
    const reader = await openCluster(double.url, { log: 'public' }, { limits: { ...LIMITS, trying: 4_001 } });
    const live = ModelFile.open(join(folder, 'live.db'), { log: store.identity, fold: 'test' });
    const follower = new Follower(reader, live, 'public', () => undefined);
    try {
      const strike = async (): Promise<void> => {
        const fault = OF_APPENDS[name];
        if (fault) return double.faults.next({ on: 'append', stream: 'public-', ...fault });
        while (double.subscriptions === 0) await pause(1);
        await OF_SUBSCRIPTIONS[name]?.(double);
      };
      const acknowledged = await writeUnder(strike, (...append) => appendAgain(store, ...append));
      double.faults.clear();
      expect(await wrongIn(store, acknowledged)).toEqual([]);
      expect(follower.health.restarts).toBeGreaterThanOrEqual(BROKEN.test(name) ? 10 : 0);

      const last = (await all(store.readAll())).at(-1)!.position;
      for (let waited = 0; (follower.health.position ?? -1n) < last; waited += 10) {
        if (waited > 20_000) throw new Error(`It does not follow: ${follower.health.reason}`);
        await pause(10);
      }
      const clean = ModelFile.open(join(folder, 'clean.db'), { log: store.identity, fold: 'test' });
      await build(store, clean, 'public', { progress: () => undefined, stopped: () => false });
      expect(live.everything()).toEqual(clean.everything());
      clean.close();
    } finally {
      await follower.close();
      live.close();
      await Promise.all([store.close(), reader.close()]);
      await double.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('would notice a writer that reads after an unknown outcome, and writes what is there a second time', async () => {
  const double = await ClusterDouble.start();
  const store = await openCluster(double.url, { log: 'public' }, { limits: LIMITS });
  try {
    const strike = async (): Promise<void> =>
      double.faults.next({ on: 'append', stream: 'public-', fault: 'dropAfter' });
    const acknowledged = await writeUnder(strike, async (stream, revision, event) => {
      const first = await store
        .append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [event])
        .catch((error: unknown) => error);
      if (!(first instanceof Error)) return;
      const there = await all(store.readStream(stream)).catch(() => []);
      const last = there.at(-1)?.revision ?? 'no_stream';
      await store.append(stream, last, [event]).catch(() => undefined);
    });
    expect(await wrongIn(store, acknowledged)).not.toEqual([]);
  } finally {
    await store.close();
    await double.stop();
  }
});

/** Streams that do not hold what was acknowledged, each once and in order; and events that nobody wrote. */
async function wrongIn(
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

type Append = (stream: string, revision: number, event: NewEvent) => Promise<void>;

/** Writers that record stories while faults strike at random moments; what was acknowledged, by stream. */
async function writeUnder(
  strike: () => Promise<void>,
  append: Append,
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
    } while (!over.signal.aborted);
  };
  await Promise.all([striking, ...Array.from({ length: WRITERS }, write)]);
  return acknowledged;
}

/** As whoever appends does it: the same id at the same revision, until there is an answer. */
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

async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}
