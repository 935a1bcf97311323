import { EventReader } from './event-reader.js';
import type { Expected, NewEvent } from './event.js';

export type { Expected } from './event.js';

/**
 * The last event of the append; null and null for an append without events. `isNew` is true only where these events were
 * certainly not written before.
 */
export type Appended =
  | { readonly revision: bigint; readonly position: bigint; readonly isNew: boolean }
  | { readonly revision: null; readonly position: null; readonly isNew: false };

/** New data for the event at a revision. */
export interface Replacement {
  readonly revision: bigint;
  readonly data: Uint8Array;
}

/**
 * An event store: a reader that can also append and erase.
 *
 * An append has three outcomes.
 * - **Written**: it answers, and the events are durable.
 * - **Refused**: it throws an error of this library other than `OutcomeUnknown`, and nothing is written.
 * - **Unknown**: it throws `OutcomeUnknown`; the events are written or not. To find out, send the same ids at the same
 *   expected revision again, without reading first.
 */
export abstract class EventStore extends EventReader {
  /**
   * Writes `events` to the end of `stream`: all or none, in this order and without a gap.
   *
   * An append is idempotent. If the same ids are already there, in the same order at the same expected revision, it writes
   * nothing. It answers with the original revision and position, also where later events exist. It compares no bytes. An append without
   * events checks the revision and writes nothing.
   *
   * @throws WrongExpectedRevision, InvalidAppend, AppendTooLarge, DiskFull, StoreUnavailable, OutcomeUnknown
   */
  abstract append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Replaces the data of events for good, for example words that must go for safety or by law. Id, type, metadata and
   * revision stay; reads mark the event as `erased`. Once it answers, the change is durable and no new read gives the old
   * data. It is idempotent.
   *
   * The embedded store also keeps the positions, and none of its files has the old data any more. This costs as much as
   * writing the whole log; appends wait for it. A cluster gives the events of the stream new positions, so subscriptions
   * get them again with the same ids and revisions. The old data stay in its files until a scavenge.
   *
   * `last` is the last revision of the stream that the caller has read: the replacements depend on the whole stream.
   *
   * Errors:
   * - `StreamNotFound`, `AppendTooLarge`, `EventDamaged`, `NotErasable`: nothing is changed.
   * - `WrongExpectedRevision`: the stream has a different last revision, or lacks one of the revisions.
   * - `DiskFull`, `StoreUnavailable`: the work may be done in part. Repeat it.
   */
  abstract erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void>;

  /** Finishes the pending appends, ends the subscriptions and closes the log. A handler must not await it. */
  abstract close(): Promise<void>;
}
