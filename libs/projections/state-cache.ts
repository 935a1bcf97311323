/** The most bytes of all cached states together. */
const MAX_BYTES = 24 * 1024 * 1024;

/**
 * Caches recent states as they are sent, without the moments of the request. A state at a revision never changes, unless
 * the past of its story is rewritten: then its key differs. The least recently used state is dropped first.
 */
export class StateCache {
  readonly #states = new Map<string, Buffer>();
  #bytes = 0;

  get(key: string, make: () => Buffer): Buffer {
    const cached = this.#states.get(key);
    if (cached) {
      this.#states.delete(key);
      this.#states.set(key, cached);
      return cached;
    }
    const state = make();
    this.#states.set(key, state);
    this.#bytes += state.length;
    for (const [oldest, { length }] of this.#states) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#states.delete(oldest);
      this.#bytes -= length;
    }
    return state;
  }

  clear(): void {
    this.#states.clear();
    this.#bytes = 0;
  }
}
