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

/** Folds events into a state. `apply` returns a new state, does not change the old one, and never throws. */
export interface Fold<S> {
  readonly initial: S;
  apply(state: S, event: StoredEvent): S;
}

/** An event that was decided. `data` and `metadata` are JSON objects; `decideAndAppend` adds `recordedAt` to the metadata. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** What to decide, on which stream. */
export interface Decision<S> {
  readonly store: EventStore;
  readonly stream: string;
  readonly fold: Fold<S>;
  /** Shared by all decisions on this kind of stream in this store. */
  readonly cache: StreamCache<S>;
  readonly clock: Clock;
  /** For an import: its recording time instead of the clock's. ISO 8601, UTC, with milliseconds. */
  readonly at?: string;
  /** How often to decide at most when other writers are first; 10 by default. */
  readonly attempts?: number;
  /** Returns the events to append. It must be pure: it may be called again with a newer state. If it throws, nothing is written. */
  decide(state: S, recordedAt: string): readonly Draft[];
}

export interface DecisionResult<S> {
  /** The state with the new events. */
  readonly state: S;
  /** The state on which `decide` was called last. */
  readonly before: S;
  /** Revision of the stream's last event, the new ones included; null if the stream was never written. */
  readonly revision: bigint | null;
  /** Position of the last new event; null without new events. */
  readonly position: bigint | null;
  /** The new events. All have the position of the last one. */
  readonly events: readonly StoredEvent[];
}

type Folded<S> = FoldedStream<S> | { readonly state: S; readonly revision: null; readonly recordedAt: null };

/**
 * Folds the stream into a state, decides, and appends the events at the revision of that state (optimistic concurrency).
 * After a conflict it refreshes the state and decides again, up to `attempts` times.
 *
 * A state from the cache may be old. If it is, the append conflicts. If the decision throws or results in no event, the
 * state is refreshed and decided again. So the cost of a command does not grow with its stream, and no result is based on
 * an old state.
 *
 * `recordedAt` is the time of the clock, but never before that of the stream's last event. Decisions of one process on one
 * stream run one after the other. This only avoids conflicts.
 *
 * @throws what `decide` throws, TimeRunsBackwards, Contention, and what {@link EventStore.append} throws
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

/** Decides. If nothing results, or it throws on an old state, it refreshes the state and decides again. */
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

/** Folds the events after `folded`, and puts the result into the cache. */
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
