import type { StoredEvent } from './event.js';
import type { EventDamaged } from './failure.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** Which part of a stream to read. `from` is inclusive. The default is the start, and for a backward read the end. */
export interface StreamRange {
  readonly from?: bigint | 'start' | 'end';
  readonly direction?: 'forward' | 'backward';
  /** The most events to read. */
  readonly limit?: number;
}

/** Which part of the whole log to read, forward. `from` is inclusive. The default is the start. */
export interface LogRange {
  readonly from?: bigint | 'start';
  readonly limit?: number;
  /** Called for each damaged event, in log order; the read then continues after it. Without it the read throws there. */
  readonly onDamage?: (damage: EventDamaged) => void;
}

/** Whether the store accepts writes, why it does not, and the state of its subscriptions. */
export interface StoreHealth {
  /** `unwritable`: reads work, but the volume accepts no writes. */
  readonly state: 'ready' | 'unwritable' | 'recovering' | 'failed' | 'closed';
  /** What is wrong, for a person; null where nothing is. */
  readonly reason: string | null;
  /** Appends that are not yet answered. */
  readonly waiting: number;
  readonly subscriptions: readonly SubscriptionHealth[];
  /** The damage found since the log was opened. */
  readonly damages: readonly EventDamaged[];
}

/**
 * The reading half of an event store. Code that only follows a log gets no more than this.
 *
 * - A stream is read in order and without gaps. All streams share one order, the order of commits. After an erasure on a
 *   cluster, a subscription may give a stream again from its first event.
 * - A read sees every append that was acknowledged before it started. It ends where the log ended at that moment.
 * - A read is lazy: it loads the next page when the consumer asks for it. The consumer may stop at any time; nothing stays
 *   open or locked between two events.
 */
export abstract class EventReader {
  /** A random UUID that was made with the log. A log that was created separately has a different one. */
  abstract readonly identity: string;

  /**
   * The events of one stream. A forward read from beyond the end is empty.
   *
   * Errors:
   * - `StreamNotFound`, at the first step of the iteration: the stream was never written.
   * - `OutcomeUnknown`, at the first step: an append to this stream has an unknown outcome.
   * - `EventDamaged`: an event is not what was written.
   */
  abstract readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent>;

  /** The events of all streams, in commit order. @throws EventDamaged */
  abstract readAll(range?: LogRange): AsyncIterable<StoredEvent>;

  /**
   * Follows the streams whose name starts with `prefix` (`''`: all streams), from after a position on. First come the events
   * that are in the log, then new ones, in order and without a gap. {@link SubscriptionHandler} has the details.
   *
   * @throws StoreUnavailable where the store is closed
   */
  abstract subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription;

  /** The position of the last event of the log; null for an empty log. */
  abstract head(): Promise<bigint | null>;

  abstract health(): StoreHealth;
}
