import { EventReader } from './event-reader.js';
import type { NewEvent } from './event.js';

/** What the writer believes of the stream: never written, or this revision is its last. */
export type Expected = 'no_stream' | bigint;

/** The last event that the append wrote; two nulls when there was no event to write. */
export type Appended =
  | { readonly revision: bigint; readonly position: bigint }
  | { readonly revision: null; readonly position: null };

/**
 * An event store: a reader, and the one operation that writes.
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

  /** Finishes the appends that wait, ends the subscriptions and lets the log go. Not to be awaited by a handler. */
  abstract close(): Promise<void>;
}
