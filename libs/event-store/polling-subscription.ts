import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoredEvent } from './event.js';
import { EventDamaged, LogRewound } from './failure.js';
import { pauseAfter } from './pause.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** The next matching events, and the position through which the log was read; null where there is nothing new. */
export interface Batch {
  readonly events: readonly StoredEvent[];
  readonly through: bigint | null;
}

/** Where a subscription gets its batches. */
export interface BatchSource {
  /** Reads the log after a position (null: from the start), for events of streams whose name starts with `prefix`. */
  nextBatch(after: bigint | null, prefix: string): Batch | Promise<Batch>;
  /** How often it had to restart. */
  readonly restarts?: number;
  close?(): void;
}

/** Milliseconds: how often to read without a wake-up, and the first and the longest pause after a failure. */
export interface Pace {
  readonly pollEvery: number;
  readonly retryFirst: number;
  readonly retryMost: number;
}

/**
 * A subscription that reads the log after each wake-up, and also at an interval: a lost wake-up costs time, but no event.
 * After a failure, of a read or of the handler, it continues from the last processed position.
 */
export class PollingSubscription implements Subscription {
  readonly #prefix: string;
  readonly #handler: SubscriptionHandler;
  readonly #source: BatchSource;
  readonly #pace: Pace;
  readonly #done: Promise<void>;
  #position: bigint | null;
  #state: SubscriptionHealth['state'] = 'catching-up';
  #failures = 0;
  #reason: string | null = null;
  #news = false;
  #closing = false;
  #endWait: ((cause: 'news' | 'closing') => void) | null = null;

  constructor(
    start: SubscriptionStart,
    handler: SubscriptionHandler,
    source: (wake: () => void) => BatchSource,
    pace: Pace,
  ) {
    this.#prefix = start.prefix;
    this.#position = start.after === 'start' ? null : start.after;
    this.#handler = handler;
    this.#source = source(() => this.wake());
    this.#pace = pace;
    this.#done = this.#run();
  }

  get position(): bigint | null {
    return this.#position;
  }

  get health(): SubscriptionHealth {
    return {
      prefix: this.#prefix,
      state: this.#state,
      position: this.#position,
      failures: this.#failures,
      reason: this.#reason,
      restarts: this.#source.restarts ?? 0,
    };
  }

  /** The log may have new events. */
  wake(): void {
    this.#news = true;
    this.#endWait?.('news');
  }

  close(): Promise<void> {
    this.#closing = true;
    this.#endWait?.('closing');
    return this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      await nextTurn();
      try {
        await this.#step();
      } catch (error) {
        this.#failures += 1;
        this.#reason = error instanceof Error ? error.message : String(error);
        this.#state = 'retrying';
        if (error instanceof LogRewound) this.#handler.onRewound?.(error);
        const bounds = { first: this.#pace.retryFirst, most: this.#pace.retryMost };
        await this.#wait(pauseAfter(this.#failures - 1, bounds), false);
      }
    }
    this.#source.close?.();
    this.#state = 'closed';
    this.#handler.onClosed?.();
  }

  async #step(): Promise<void> {
    if (this.#closing) return;
    this.#news = false;
    const batch = await this.#read();
    if (this.#closing) return;
    if (batch instanceof EventDamaged) return this.#skip(batch);
    const { events, through } = batch;
    if (through !== null) {
      await this.#handler.onBatch(events, through);
      this.#position = through;
      this.#progressed(this.#state === 'retrying' ? 'catching-up' : this.#state);
      return;
    }
    if (this.#state !== 'live') await this.#handler.onCaughtUp?.();
    this.#progressed('live');
    this.#handler.whileCaughtUp?.();
    await this.#wait(this.#pace.pollEvery, true);
  }

  /** Returns a damaged event if its position is known and the handler accepts damage; else it throws. */
  async #read(): Promise<Batch | EventDamaged> {
    try {
      return await this.#source.nextBatch(this.#position, this.#prefix);
    } catch (error) {
      if (error instanceof EventDamaged && error.position !== null && this.#handler.onDamaged) return error;
      throw error;
    }
  }

  async #skip(damage: EventDamaged): Promise<void> {
    if (damage.stream === null || damage.stream.startsWith(this.#prefix))
      await this.#handler.onDamaged?.(damage);
    this.#position = damage.position;
    this.#progressed(this.#state === 'retrying' ? 'catching-up' : this.#state);
  }

  #progressed(state: SubscriptionHealth['state']): void {
    this.#state = state;
    this.#failures = 0;
    this.#reason = null;
  }

  async #wait(milliseconds: number, untilNews: boolean): Promise<void> {
    if (this.#closing || (untilNews && this.#news)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endWait = (cause) => {
        if (cause === 'news' && !untilNews) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endWait = null;
  }
}
