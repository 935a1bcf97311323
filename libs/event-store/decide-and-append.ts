import { appendWithRetry } from './append-with-retry.js';
import type { Clock } from './clock.js';
import type { NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { Contention, InvalidAppend, StreamNotFound, WrongExpectedRevision } from './failure.js';
import { inTurn } from './in-turn.js';
import { encode } from './json.js';
import { pause } from './pause.js';
import { recordedAtOf, recordedNow, recordedThen } from './recorded-at.js';
import type { FoldedStream, StreamCache } from './stream-cache.js';

/** How events become a state. `apply` returns a new state and leaves the old one as it is; it never throws. */
export interface Fold<S> {
  readonly initial: S;
  apply(state: S, event: StoredEvent): S;
}

/** An event as it is decided: `data` and `metadata` are JSON objects. `transact` adds `recordedAt` to the metadata. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

export interface Decision<S> {
  readonly store: EventStore;
  readonly stream: string;
  readonly fold: Fold<S>;
  /** Shared by all transactions of one kind of stream on one store. */
  readonly cache: StreamCache<S>;
  readonly clock: Clock;
  /** An import's time of recording, ISO 8601 UTC with milliseconds, instead of the clock's. */
  readonly at?: string;
  /** How often to decide at most, when others write first; 10 if not given. */
  readonly attempts?: number;
  /** Pure: may be called again with a newer state. What it throws passes through, and nothing is written. */
  decide(state: S, recordedAt: string): readonly Draft[];
}

export interface DecisionResult<S> {
  readonly state: S;
  /** The state that was decided on. */
  readonly before: S;
  /** Of the stream's last event after the transaction; null if the stream has never been written. */
  readonly revision: bigint | null;
  /** Of the last event written; null if there was none to write. */
  readonly position: bigint | null;
  /** What was written. Each carries the position of the append, which is that of its last event. */
  readonly events: readonly StoredEvent[];
}

type Folded<S> = FoldedStream<S> | { readonly state: S; readonly revision: null; readonly recordedAt: null };

/**
 * Brings the folded state up to the stream's head, decides, and appends at the exact revision; after a conflict does so
 * again, a bounded number of times.
 *
 * A cached state is trusted until the store or the decision contradicts it: an append on a stale one is a conflict, and
 * a decision on a stale one that throws or changes nothing is made again on the newest. So the cost of a command does
 * not grow with its stream, and no answer rests on what has been overtaken.
 *
 * `recordedAt` is the clock's time, but never before the stream's last. Transactions of one process on one stream wait
 * for each other; this saves conflicts, nothing rests on it.
 *
 * Throws what `decide` throws, `TimeRunsBackwards`, `Contention`, and what {@link EventStore.append} throws.
 */
export function decideAndAppend<S>(transaction: Decision<S>): Promise<DecisionResult<S>> {
  return inTurn(transaction.store, transaction.stream, () => attempt(transaction));
}

async function attempt<S>(transaction: Decision<S>): Promise<DecisionResult<S>> {
  const { store, stream, cache, attempts = 10 } = transaction;
  let folded: Folded<S> = cache.get(stream) ?? (await catchUp(transaction, startOf(transaction)));
  for (let count = 1; count <= attempts; count += 1) {
    const decided: DraftedEvents<S> = await decideOnNewest(transaction, folded);
    folded = decided.on;
    const { drafts, recordedAt } = decided;
    if (drafts.length === 0)
      return {
        state: folded.state,
        before: folded.state,
        revision: folded.revision,
        position: null,
        events: [],
      };
    const events = drafts.map((draft) => toNewEvent(draft, recordedAt));
    try {
      const { position } = await appendWithRetry(store, stream, folded.revision ?? 'no_stream', events);
      return resultOf(transaction, folded, recordedAt, events, position);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
    if (count < attempts) {
      await pause(count - 1, { first: 2, most: 100 });
      folded = await catchUp(transaction, folded);
    }
  }
  throw new Contention(stream, attempts);
}

interface DraftedEvents<S> {
  readonly on: Folded<S>;
  readonly drafts: readonly Draft[];
  readonly recordedAt: string;
}

/** Decides; when that comes to nothing, makes sure that it was decided on the newest state. */
async function decideOnNewest<S>(transaction: Decision<S>, folded: Folded<S>): Promise<DraftedEvents<S>> {
  try {
    const decided = decideOn(transaction, folded);
    if (decided.drafts.length > 0) return decided;
    const newest = await catchUp(transaction, folded);
    return newest.revision === folded.revision ? decided : decideOn(transaction, newest);
  } catch (refusal) {
    const newest = await catchUp(transaction, folded);
    if (newest.revision === folded.revision) throw refusal;
    return decideOn(transaction, newest);
  }
}

function decideOn<S>({ stream, clock, at, decide }: Decision<S>, on: Folded<S>): DraftedEvents<S> {
  const recordedAt =
    at === undefined ? recordedNow(clock.now(), on.recordedAt) : recordedThen(stream, at, on.recordedAt);
  return { on, recordedAt, drafts: decide(on.state, recordedAt) };
}

function startOf<S>({ fold }: Decision<S>): Folded<S> {
  return { state: fold.initial, revision: null, recordedAt: null };
}

/** Reads what the stream has beyond `folded`, and keeps the result in the cache. */
async function catchUp<S>(
  { store, stream, fold, cache }: Decision<S>,
  folded: Folded<S>,
): Promise<Folded<S>> {
  let { state } = folded;
  let last: StoredEvent | undefined;
  try {
    for await (const event of store.readStream(stream, { from: (folded.revision ?? -1n) + 1n })) {
      state = fold.apply(state, event);
      last = event;
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  if (last === undefined) return folded;
  const newest = { state, revision: last.revision, recordedAt: recordedAtOf(last) ?? folded.recordedAt };
  cache.set(stream, newest);
  return newest;
}

function toNewEvent(draft: Draft, recordedAt: string): NewEvent {
  try {
    return {
      id: draft.id.toLowerCase(),
      type: draft.type,
      data: encode(draft.data),
      metadata: encode({ ...draft.metadata, recordedAt }),
    };
  } catch (error) {
    throw new InvalidAppend(
      `The ${draft.type} event ${draft.id} cannot be written as JSON: ${String(error)}`,
    );
  }
}

function resultOf<S>(
  { stream, fold, cache }: Decision<S>,
  on: Folded<S>,
  recordedAt: string,
  sealed: readonly NewEvent[],
  position: bigint,
): DecisionResult<S> {
  const next = (on.revision ?? -1n) + 1n;
  const events = sealed.map((event, index) => ({
    ...event,
    stream,
    revision: next + BigInt(index),
    position,
  }));
  const state = events.reduce((folded, event) => fold.apply(folded, event), on.state);
  const revision = next + BigInt(events.length - 1);
  cache.set(stream, { state, revision, recordedAt });
  return { state, before: on.state, revision, position, events };
}
