import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredEvent } from '../event.js';
import type { Batch } from '../polling-subscription.js';
import type { ServerSubscription, SubscriptionListener } from './client.js';
import type { ReadAnswer } from './wire.js';

/** A subscription holds back the server at so many events, or bytes, that wait to be taken. */
const BUFFER_EVENTS = 1_000;
const BUFFER_BYTES = 4 * 1024 * 1024;
/** How many events are taken at once at most. */
export const BATCH_EVENTS = 500;

/** One subscription of the cluster, and what of it waits to be taken. */
export class SubscriptionBuffer implements SubscriptionListener {
  #waiting: { readonly event: StoredEvent | null; readonly position: bigint }[] = [];
  #bytes = 0;
  #last: bigint;
  /** How often the server said anything. */
  #answers = 0;
  readonly #listeners = new Set<() => void>();
  subscription: ServerSubscription | null = null;
  /** Whether it was ever level with the log. */
  caughtUp = false;
  failure: Error | null = null;

  constructor(
    /** The last position that was taken from here. */
    public position: bigint | null,
    private readonly asOurEvent: (event: StoredEvent) => StoredEvent | null,
    private readonly wake: () => void,
  ) {
    this.#last = position ?? -1n;
  }

  /** What waits, up to a bound; null where nothing does. */
  takeBatch(prefix: string): Batch | null {
    const some = this.#waiting.slice(0, BATCH_EVENTS);
    const last = some.at(-1);
    if (!last) return null;
    this.#waiting = this.#waiting.slice(some.length);
    this.#bytes = this.#waiting.reduce((sum, { event }) => sum + sizeOf(event), 0);
    if (this.#waiting.length < BUFFER_EVENTS / 2) this.subscription?.resume();
    this.position = last.position;
    const events = some.flatMap(({ event }) => (event?.stream.startsWith(prefix) ? [event] : []));
    return { events, through: last.position };
  }

  /** Waits for something to take for as long as the server gives signs of life; null where it falls silent, or has failed. */
  async waitForBatch(prefix: string, silence: number): Promise<Batch | null> {
    for (let signs = -1; signs !== this.#answers;) {
      signs = this.#answers;
      await this.waitForNewsOr(sleep(silence));
      const taken = this.takeBatch(prefix);
      if (taken || this.failure) return taken;
    }
    return null;
  }

  /** Nothing that matches stands up to here. */
  skipTo(position: bigint): Batch {
    this.position = position;
    if (position > this.#last) this.#last = position;
    return { events: [], through: position };
  }

  /** Waits for something to take, for the end of the subscription, or for `other`. */
  async waitForNewsOr(other: Promise<unknown>): Promise<void> {
    // Whether it comes to nothing is for whoever asks for it.
    const settled = other.catch(() => undefined);
    if (this.#waiting.length > 0 || this.failure) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#listeners.add(resolve);
    await Promise.race([promise, settled]);
    this.#listeners.delete(resolve);
  }

  /** Waits for so many to take, or for the end of the log or of the subscription, but no longer than some milliseconds. */
  async waitForMore(count: number, atMost: number): Promise<void> {
    const enough = (): boolean =>
      this.#waiting.length >= count || this.#bytes >= BUFFER_BYTES || this.caughtUp || this.failure !== null;
    if (enough()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener = (): void => (enough() ? resolve() : undefined);
    const timer = setTimeout(resolve, atMost);
    this.#listeners.add(listener);
    await promise;
    clearTimeout(timer);
    this.#listeners.delete(listener);
  }

  cancel(): void {
    this.subscription?.cancel();
  }

  onAnswer(told: ReadAnswer): void {
    this.#answers += 1;
    if (told.kind === 'caught-up') this.caughtUp = true;
    else {
      const event = told.kind === 'event' ? this.asOurEvent(told.event) : null;
      const position = told.kind === 'event' ? told.event.position : told.position;
      // It may give an event again, also below where it was asked to begin.
      if (position === null || position <= this.#last) return;
      this.#last = position;
      this.#waiting.push({ event, position });
      this.#bytes += sizeOf(event);
      if (this.#waiting.length >= BUFFER_EVENTS || this.#bytes >= BUFFER_BYTES) this.subscription?.pause();
    }
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
    this.wake();
  }

  onEnd(error: Error): void {
    this.failure ??= error;
    this.#announce();
  }
}

const sizeOf = (event: StoredEvent | null): number =>
  event === null ? 0 : event.data.byteLength + event.metadata.byteLength;
