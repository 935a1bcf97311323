import { StoreUnavailable } from './failure.js';
import { PollingSubscription } from './polling-subscription.js';
import type { Pace, BatchSource } from './polling-subscription.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** The subscriptions of one store: woken together, each at its own pace. */
export class SubscriptionGroup {
  readonly #source: (wake: () => void) => BatchSource;
  readonly #pace: Pace;
  readonly #open = new Set<PollingSubscription>();
  #closed = false;

  /** `source` makes what one subscription is fed from; it may wake that one. */
  constructor(source: (wake: () => void) => BatchSource, pace: Pace) {
    this.#source = source;
    this.#pace = pace;
  }

  get health(): readonly SubscriptionHealth[] {
    return [...this.#open].map((following) => following.health);
  }

  start(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    if (this.#closed) throw new StoreUnavailable('The store is closed. Open it again to subscribe.');
    const following = new PollingSubscription(start, handler, this.#source, this.#pace);
    this.#open.add(following);
    return {
      get position() {
        return following.position;
      },
      get health() {
        return following.health;
      },
      close: async () => {
        await following.close();
        this.#open.delete(following);
      },
    };
  }

  wake(): void {
    for (const following of this.#open) following.wake();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#open].map((following) => following.close()));
    this.#open.clear();
  }
}
