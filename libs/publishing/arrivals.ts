import { recordedAtOf, type EventReader, type StoredEvent, type Subscription } from '#event-store';
import { STREAM_PREFIX } from '#story-log';
import type { Arrival } from './public-log.js';

/** How many are kept for who asks later. */
const KEPT = 2_000;
/** Milliseconds between two looks at the clock of who waits. */
const LOOK_EVERY = 50;

/** What is written to the public log from now on, by whichever desk. */
export class Arrivals {
  readonly #arrived = new Map<string, Arrival>();
  readonly #waiting = new Map<string, (arrival: Arrival) => void>();
  readonly #subscription: Subscription;

  constructor(log: EventReader, after: bigint | null) {
    this.#subscription = log.subscribe(
      { prefix: STREAM_PREFIX.public, after: after ?? 'start' },
      {
        onBatch: (events) => events.forEach((event) => this.#take(event)),
        // Who waits for it gives up, and finds it itself.
        onDamaged: () => undefined,
      },
    );
  }

  /** Waits for an event while `patient`; null where it does not come. */
  async of(id: string, patient: () => boolean): Promise<Arrival | null> {
    const { promise, resolve } = Promise.withResolvers<Arrival | null>();
    const arrived = this.#arrived.get(id);
    if (arrived) return arrived;
    this.#waiting.set(id, resolve);
    const timer = setInterval(() => (patient() ? undefined : resolve(null)), LOOK_EVERY);
    try {
      return patient() ? await promise : null;
    } finally {
      clearInterval(timer);
      this.#waiting.delete(id);
    }
  }

  close(): Promise<void> {
    return this.#subscription.close();
  }

  #take(event: StoredEvent): void {
    const { id, revision, position } = event;
    const arrival = { revision, position, recordedAt: recordedAtOf(event) };
    this.#arrived.set(id, arrival);
    const oldest = this.#arrived.keys().next();
    if (this.#arrived.size > KEPT && !oldest.done) this.#arrived.delete(oldest.value);
    this.#waiting.get(id)?.(arrival);
  }
}
