export interface LiveSubscription {
  end(): void;
  fail(): void;
  silence(): void;
}

/** The subscriptions that run, of all nodes. */
export class LiveSubscriptions {
  /** Each event is delivered twice. */
  twice = false;
  /** Events that were sent to subscriptions in all. */
  delivered = 0;
  readonly #running = new Set<LiveSubscription>();

  get size(): number {
    return this.#running.size;
  }

  add(subscription: LiveSubscription): void {
    this.#running.add(subscription);
  }

  remove(subscription: LiveSubscription): void {
    this.#running.delete(subscription);
  }

  each(act: (subscription: LiveSubscription) => void): void {
    for (const subscription of [...this.#running]) act(subscription);
  }
}
