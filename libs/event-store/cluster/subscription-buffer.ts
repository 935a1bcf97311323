import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredEvent } from '../event.js';
import type { Batch } from '../polling-subscription.js';
import type { ServerSubscription, SubscriptionListener } from './client.js';
import type { ReadAnswer } from './wire.js';

/** At this many buffered events or bytes a subscription makes the server wait. */
const BUFFER_EVENTS = 1_000;
const BUFFER_BYTES = 4 * 1024 * 1024;
/** The most events of one batch. */
export const BATCH_EVENTS = 500;

/** Buffers the events of one subscription on the server until they are taken. */
export class SubscriptionBuffer implements SubscriptionListener {
  #waiting: { readonly event: StoredEvent | null; readonly position: bigint }[] = [];
  #bytes = 0;
  #last: bigint;
  /** The number of answers from the server. */
  #answers = 0;
  readonly #listeners = new Set<() => void>();
  subscription: ServerSubscription | null = null;
  /** Whether it has ever reached the end of the log. */
  caughtUp = false;
  failure: Error | null = null;

  constructor(
    /** The last position that was taken from the buffer. */
    public position: bigint | null,
    private readonly asOurEvent: (event: StoredEvent) => StoredEvent | null,
    private readonly wake: () => void,
  ) {
    this.#last = position ?? -1n;
  }

  /** Takes a batch from the buffer; null where it is empty. */
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

  /** Waits for a batch while the server sends anything; null where it goes silent or the subscription fails. */
  async waitForBatch(prefix: string, silence: number): Promise<Batch | null> {
    for (let signs = -1; signs !== this.#answers;) {
      signs = this.#answers;
      await this.waitForNewsOr(sleep(silence));
      const taken = this.takeBatch(prefix);
      if (taken || this.failure) return taken;
    }
    return null;
  }

  /** Skips to a position: no event before it matches. */
  skipTo(position: bigint): Batch {
    this.position = position;
    if (position > this.#last) this.#last = position;
    return { events: [], through: position };
  }

  /** Waits for an event, for the end of the subscription, or for `other`. */
  async waitForNewsOr(other: Promise<unknown>): Promise<void> {
    // The caller of `other` handles its error.
    const settled = other.catch(() => undefined);
    if (this.#waiting.length > 0 || this.failure) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#listeners.add(resolve);
    await Promise.race([promise, settled]);
    this.#listeners.delete(resolve);
  }

  /** Waits for `count` events, for the end of the log or of the subscription, but at most `atMost` milliseconds. */
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

  onAnswer(answer: ReadAnswer): void {
    this.#answers += 1;
    if (answer.kind === 'caught-up') this.caughtUp = true;
    else {
      const event = answer.kind === 'event' ? this.asOurEvent(answer.event) : null;
      const position = answer.kind === 'event' ? answer.event.position : answer.position;
      // The server may send an event twice, also one before the requested start.
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
