import type { StoredEvent } from './event.js';
import type { EventDamaged, LogRewound } from './failure.js';

/** Where a subscription begins: after a position that was processed already, or at the log's first event. */
export interface SubscriptionStart {
  readonly prefix: string;
  readonly after: bigint | 'start';
}

/**
 * What a subscription calls, one call at a time, waiting for each promise: a slow handler slows its own subscription
 * only, and is then given more at once.
 *
 * A call that throws stops nothing: the subscription says so in its health, waits a while (longer each time, with
 * jitter), and gives the same stretch again, perhaps with more. So delivery is at least once, and a handler must be
 * idempotent by position.
 */
export interface SubscriptionHandler {
  /**
   * A stretch of the log, bounded: its matching events in their order, and the position through which it was looked at.
   * Without events where nothing matches.
   */
  onBatch(events: readonly StoredEvent[], through: bigint): Promise<void> | void;
  /**
   * An event is not what was written, or cannot be read: in its place, between two stretches. Its stream may be unknown.
   * Without this method the subscription stays before such an event, as after a call that throws.
   */
  onDamaged?(damage: EventDamaged): Promise<void> | void;
  /** The end of the log is reached: from here on events are live. Called again after each recovery from a failure. */
  onCaughtUp?(): Promise<void> | void;
  /**
   * The log no longer has what was read of it: it was restored from an older copy, or is another one. Nothing more is
   * given; what was made of the log has to be made again. Called again and again until the subscription is closed.
   */
  onRewound?(error: LogRewound): void;
  /** All of the log that matches is processed at this moment: called again and again while that is so. */
  whileCaughtUp?(): void;
  /** The subscription has ended, by its own `close` or the store's. */
  onClosed?(): void;
}

export interface SubscriptionHealth {
  readonly prefix: string;
  readonly state: 'catching-up' | 'live' | 'retrying' | 'closed';
  readonly position: bigint | null;
  /** Failures since the last progress. */
  readonly failures: number;
  /** What the last failure was; null once there is progress again. */
  readonly reason: string | null;
  /** How often it had to begin anew, because it had failed, ended, or gone silent. */
  readonly restarts: number;
}

export interface Subscription {
  /** The last position that is processed, or was passed over because it does not match; null before the first. */
  readonly position: bigint | null;
  readonly health: SubscriptionHealth;
  /** Ends the subscription once the running call of the handler is done. Not to be awaited by that handler itself. */
  close(): Promise<void>;
}
