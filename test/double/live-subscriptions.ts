export interface LiveSubscription {
  end(): void;
  fail(): void;
  silence(): void;
}

/** The running subscriptions of all nodes. */
export class LiveSubscriptions {
  /** Whether each event is delivered twice. */
  twice = false;
  /** How many events were sent to all subscriptions together. */
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
