import type { StoredEvent } from './event.js';
import type { EventDamaged, LogRewound } from './failure.js';

/** Where a subscription starts: after a position that is processed already, or at the first event of the log. */
export interface SubscriptionStart {
  readonly prefix: string;
  readonly after: bigint | 'start';
}

/**
 * What a subscription calls. It makes one call at a time and awaits it. A slow handler slows down only its own subscription,
 * and gets larger batches.
 *
 * After a call that throws, the subscription reports the failure in its health and waits; the pause grows with each failure
 * and is randomized. Then the same batch comes again, perhaps with more events. So delivery is at least once, and a handler
 * must be idempotent by position.
 */
export interface SubscriptionHandler {
  /**
   * A batch: the next matching events in log order, and the position through which the log was read. The batch is empty
   * where no event matches.
   */
  onBatch(events: readonly StoredEvent[], through: bigint): Promise<void> | void;
  /**
   * An event is not what was written, or cannot be read. The call comes at that position, between two batches. The stream of
   * the event may be unknown. Without this method the subscription stays before the event, as after a call that throws.
   */
  onDamaged?(damage: EventDamaged): Promise<void> | void;
  /** The end of the log is reached; later events are live. Called again after each recovery from a failure. */
  onCaughtUp?(): Promise<void> | void;
  /**
   * The log was restored from an older copy, or replaced: it no longer has what was read. No more events come, and the data
   * derived from the log must be rebuilt. Called repeatedly until the subscription is closed.
   */
  onRewound?(error: LogRewound): void;
  /** Every matching event is processed at this moment. Called repeatedly while that is so. */
  whileCaughtUp?(): void;
  /** The subscription has ended, by its own `close` or the store's. */
  onClosed?(): void;
}

export interface SubscriptionHealth {
  readonly prefix: string;
  readonly state: 'catching-up' | 'live' | 'retrying' | 'closed';
  readonly position: bigint | null;
  /** Failures in a row since the last progress. */
  readonly failures: number;
  /** The message of the last failure; null after the next progress. */
  readonly reason: string | null;
  /** How often it restarted because it had failed, had ended or had gone silent. */
  readonly restarts: number;
}

export interface Subscription {
  /** The last position that is processed, or skipped because it does not match; null before the first. */
  readonly position: bigint | null;
  readonly health: SubscriptionHealth;
  /** Ends the subscription after the running call of the handler. The handler itself must not await it. */
  close(): Promise<void>;
}
