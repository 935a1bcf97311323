import { EventReader } from './event-reader.js';
import type { Expected, NewEvent } from './event.js';

export type { Expected } from './event.js';

/**
 * The last event that the append wrote; two nulls when there was no event to write. `isNew` is true where it is certain
 * that nobody wrote these events before.
 */
export type Appended =
  | { readonly revision: bigint; readonly position: bigint; readonly isNew: boolean }
  | { readonly revision: null; readonly position: null; readonly isNew: false };

/** Other data for the event at a revision. */
export interface Replacement {
  readonly revision: bigint;
  readonly data: Uint8Array;
}

/**
 * An event store: a reader, one operation that writes, and one that erases.
 *
 * An append has three outcomes. **Written**: it answers, and the events are durable. **Refused**: it throws any error of
 * this library but `OutcomeUnknown`, and nothing is written. **Unknown**: it throws `OutcomeUnknown`, and the events may
 * be there or not; the way out is to send the same ids at the same expected revision again, without reading first.
 */
export abstract class EventStore extends EventReader {
  /**
   * Writes `events` to the end of `stream`, all or none, in this order and without a gap.
   *
   * The same ids in the same order at the same expected revision, when they are there already, answer with their
   * original revision and position, and nothing is written, also when later events exist. The bytes are not compared.
   * An empty append checks the revision and writes nothing.
   *
   * Throws `WrongExpectedRevision`, `InvalidAppend`, `AppendTooLarge`, `DiskFull`, `StoreUnavailable`, `OutcomeUnknown`.
   */
  abstract append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Replaces the data of events of a stream for good, as when words have to go for safety or by law. Id, type, metadata
   * and revision stay, and reads say that the event was `erased`. When it answers, that is durable, and no read that begins
   * then gives the former data. May be repeated: what is done stays done.
   *
   * The embedded store keeps positions too, and has the former data in no file and no copy from then on; it costs as much
   * as writing the whole log, and appends wait meanwhile. A cluster gives the stream's events new positions: whoever
   * follows it gets them again, with the same ids and revisions; the former data are in its files until a scavenge.
   *
   * `last` is the revision at which the stream ends, as a writer expects it: what to replace follows from all that is in it.
   *
   * Throws `StreamNotFound`, `WrongExpectedRevision` where it ends elsewhere or a revision is not there, `AppendTooLarge`, `EventDamaged`,
   * `DiskFull` and `StoreUnavailable` (then it may be done in part, and is to be repeated), `NotErasable`.
   */
  abstract erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void>;

  /** Finishes the appends that wait, ends the subscriptions and lets the log go. Not to be awaited by a handler. */
  abstract close(): Promise<void>;
}
