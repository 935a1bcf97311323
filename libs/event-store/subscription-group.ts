import { StoreUnavailable } from './failure.js';
import { PollingSubscription } from './polling-subscription.js';
import type { Pace, BatchSource } from './polling-subscription.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** The subscriptions of one store. They are woken together, and each runs at its own speed. */
export class SubscriptionGroup {
  readonly #source: (wake: () => void) => BatchSource;
  readonly #pace: Pace;
  readonly #open = new Set<PollingSubscription>();
  #closed = false;

  /** `source` makes the source of one subscription, which may wake that subscription. */
  constructor(source: (wake: () => void) => BatchSource, pace: Pace) {
    this.#source = source;
    this.#pace = pace;
  }

  get health(): readonly SubscriptionHealth[] {
    return [...this.#open].map((subscription) => subscription.health);
  }

  start(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    if (this.#closed) throw new StoreUnavailable('The store is closed. Open it again to subscribe.');
    const subscription = new PollingSubscription(start, handler, this.#source, this.#pace);
    this.#open.add(subscription);
    return {
      get position() {
        return subscription.position;
      },
      get health() {
        return subscription.health;
      },
      close: async () => {
        await subscription.close();
        this.#open.delete(subscription);
      },
    };
  }

  wake(): void {
    for (const subscription of this.#open) subscription.wake();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#open].map((subscription) => subscription.close()));
    this.#open.clear();
  }
}
