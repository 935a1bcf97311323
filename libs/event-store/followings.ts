import { StoreUnavailable } from './failure.js';
import { Following } from './following.js';
import type { Look, Pace } from './following.js';
import type {
  Subscription,
  SubscriptionHandler,
  SubscriptionHealth,
  SubscriptionStart,
} from './subscription.js';

/** The subscriptions of one store: woken together, each at its own pace. */
export class Followings {
  readonly #look: Look;
  readonly #pace: Pace;
  readonly #open = new Set<Following>();
  #closed = false;

  constructor(look: Look, pace: Pace) {
    this.#look = look;
    this.#pace = pace;
  }

  get health(): readonly SubscriptionHealth[] {
    return [...this.#open].map((following) => following.health);
  }

  start(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    if (this.#closed) throw new StoreUnavailable('The store is closed. Open it again to subscribe.');
    const following = new Following(start, handler, this.#look, this.#pace);
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
