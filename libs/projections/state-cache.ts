/** Bytes of states that stay in memory. */
const KEPT = 24 * 1024 * 1024;

/**
 * States that were read lately, as they are sent but for the moment that was asked for: of a story at a revision, which
 * never changes, but when its past is told anew, and that makes another key. What was not asked for longest goes first.
 */
export class StateCache {
  readonly #states = new Map<string, Buffer>();
  #bytes = 0;

  get(key: string, make: () => Buffer): Buffer {
    const known = this.#states.get(key);
    if (known) {
      this.#states.delete(key);
      this.#states.set(key, known);
      return known;
    }
    const state = make();
    this.#states.set(key, state);
    this.#bytes += state.length;
    for (const [oldest, { length }] of this.#states) {
      if (this.#bytes <= KEPT) break;
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
