import type { StoredEvent } from './event.js';
import type { EventDamaged } from './failure.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** Which part of a stream to read. `from` is inclusive; without it a read begins at the start, and backward at the end. */
export interface StreamRange {
  readonly from?: bigint | 'start' | 'end';
  readonly direction?: 'forward' | 'backward';
  /** At most this many events. */
  readonly limit?: number;
}

/** Which part of the whole log to read, forward. `from` is inclusive; without it the read begins at the start. */
export interface LogRange {
  readonly from?: bigint | 'start';
  readonly limit?: number;
  /** Takes what is damaged, in its place; the read then goes on after it. Without it the read ends there, and throws. */
  readonly onDamage?: (damage: EventDamaged) => void;
}

/** Whether the store would take a write now, why not if it would not, and how its subscriptions fare. */
export interface StoreHealth {
  /** `unwritable`: it can be read, and the volume takes no writes. */
  readonly state: 'ready' | 'unwritable' | 'recovering' | 'failed' | 'closed';
  /** What is wrong, for a person; null when nothing is. */
  readonly reason: string | null;
  /** Appends that wait for an answer. */
  readonly waiting: number;
  readonly subscriptions: readonly SubscriptionHealth[];
  /** What was found damaged since the log was opened. */
  readonly damages: readonly EventDamaged[];
}

/**
 * The reading half of an event store, and all that whoever only follows a log is given.
 *
 * - A stream is read in order and without gaps. All streams together have one order, the order of commits, and each
 *   stream's order is contained in it. After an erasure on a cluster a stream may be given again, from its first event.
 * - A read sees every append that was acknowledged before it began, and ends where the log ended when it began.
 * - A read is lazy and takes pages as its consumer asks for them. It may be left at any time; nothing stays open or
 *   locked between two events.
 */
export abstract class EventReader {
  /** A random UUID made with the log: another log, or a copy that was written anew, has another. */
  abstract readonly identity: string;

  /**
   * The events of one stream. Forward from beyond the end is empty.
   * Throws, at the first step of the iteration, `StreamNotFound` when the stream has never been written, and
   * `OutcomeUnknown` while the store cannot say what became of an append to it; `EventDamaged` where an event is not
   * what was written.
   */
  abstract readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent>;

  /** The events of all streams, in the order in which they were committed. Throws `EventDamaged`. */
  abstract readAll(range?: LogRange): AsyncIterable<StoredEvent>;

  /**
   * Follows the streams whose name begins with `prefix` (`''`: all of them): what is there after a position, exclusive,
   * then what comes, each event in order and without a gap. See {@link SubscriptionHandler} for what the handler is promised.
   * Throws `StoreUnavailable` when the store is closed.
   */
  abstract subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription;

  /** The position of the last event of the log; null when the log is empty. */
  abstract head(): Promise<bigint | null>;

  abstract health(): StoreHealth;
}
