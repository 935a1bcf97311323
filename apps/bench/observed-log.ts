import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { lastValueFrom, takeWhile } from 'rxjs';
import {
  EmbeddedEventStore,
  type EventReader,
  type NewEvent,
  type StoredEvent,
  type SubscriptionHandler,
} from '#event-store';
import { observeLog } from '#event-store/observable';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { measured, timed } from './samples.js';
import { publicEvents } from './public-events.js';

const OF_LOG = 50_000;
const TOGETHER = 250;
const ROUNDS = 11;
const WARM = 2;
/** The number of batches with one event each, as in a live subscription. */
const LIVE = 50_000;

type Follow = (log: EventReader, head: bigint, take: (event: StoredEvent) => void) => Promise<unknown>;

/** A subscription with a handler object, compared with an Observable: a whole log, and one event at a time. */
export async function observedLog({ scratch }: Bench): Promise<Finding> {
  const events = await publicEvents(await scratch.story({ events: 1_000, claims: 40, seed: 1 }));
  const file = await EmbeddedEventStore.open({ file: join(scratch.folder(), 'log.db') });
  for (let n = 0; n < OF_LOG; n += TOGETHER) await file.append(`story-${n}`, 'no_stream', renamed(events, n));
  const rows: Row[] = [];
  for (const [what, log, count] of [
    [`a log of ${OF_LOG.toLocaleString('en')} events in a file, from its start`, file, OF_LOG],
    ['batches of one event each, from memory', oneByOne(events[0]!), LIVE],
  ] as const) {
    const rates: { handler: number[]; observable: number[] } = { handler: [], observable: [] };
    for (let round = -WARM; round < ROUNDS; round += 1)
      for (const [name, follow] of [
        ['handler', byHandler],
        ['observable', byObservable],
      ] as const) {
        let touched = 0;
        const milliseconds = await timed(() =>
          follow(log, BigInt(count - 1), ({ id }) => (touched += id.length)),
        );
        if (touched === 0) throw new Error('No event was followed.');
        if (round >= 0) rates[name].push((count / milliseconds) * 1_000);
      }
    const [ours, theirs] = [measured(rates.observable), measured(rates.handler)];
    const ratio = timesAsMuch(ours, theirs);
    rows.push({ what, unit: 'events per second', ours, against: 'a handler', theirs, ratio, wanted: null });
  }
  await file.close();
  return {
    rows,
    settings: [
      `both read the id of each event; ${ROUNDS} rounds, in turn, after ${WARM} for warming up`,
      'batches of one event: the log is a loop in memory that awaits each batch, so the bench measures only the two interfaces',
    ],
  };
}

const byHandler: Follow = async (log, head, take) => {
  const done = Promise.withResolvers<void>();
  const subscription = log.subscribe(
    { prefix: '', after: 'start' },
    {
      onBatch: async (events, through) => {
        events.forEach(take);
        if (through >= head) done.resolve();
      },
    },
  );
  await done.promise;
  await subscription.close();
};

const byObservable: Follow = (log, head, take) =>
  lastValueFrom(
    observeLog(log, { prefix: '', after: 'start' }, async (found) => {
      if (found.kind !== 'batch') return -1n;
      found.events.forEach(take);
      return found.through;
    }).pipe(takeWhile((through) => through < head)),
  );

/** A log that delivers the same event endlessly, one per batch. */
function oneByOne(event: StoredEvent): EventReader {
  const subscribe = (_: unknown, { onBatch }: SubscriptionHandler) => {
    const state = { closed: false };
    const run = async (): Promise<void> => {
      for (let position = 0n; !state.closed; position += 1n) await onBatch([event], position);
    };
    const ended = Promise.resolve().then(run);
    return {
      close: () => {
        state.closed = true;
        return ended;
      },
    };
  };
  return { subscribe } as unknown as EventReader;
}

/** A range of the events, with new ids. */
const renamed = (events: readonly StoredEvent[], from: number): NewEvent[] =>
  Array.from({ length: TOGETHER }, (_, i) => {
    const { type, data, metadata } = events[(from + i) % events.length]!;
    return { id: randomUUID(), type, data, metadata };
  });
