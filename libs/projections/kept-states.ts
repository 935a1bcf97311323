/** A state without what depends on the moment that was asked for, as it is sent, and a digest of it. */
export interface KeptState {
  readonly bytes: Buffer;
  readonly digest: string;
}

/** Bytes of states that stay in memory. */
const KEPT = 24 * 1024 * 1024;

/**
 * States that were read lately: of a story at a revision, which never changes, but when its past is told anew, and
 * that makes another key. What was not asked for longest goes first.
 */
export class KeptStates {
  readonly #states = new Map<string, KeptState>();
  #bytes = 0;

  get(key: string, make: () => KeptState): KeptState {
    const known = this.#states.get(key);
    if (known) {
      this.#states.delete(key);
      this.#states.set(key, known);
      return known;
    }
    const state = make();
    this.#states.set(key, state);
    this.#bytes += state.bytes.length;
    for (const [oldest, { bytes }] of this.#states) {
      if (this.#bytes <= KEPT) break;
      this.#states.delete(oldest);
      this.#bytes -= bytes.length;
    }
    return state;
  }

  clear(): void {
    this.#states.clear();
    this.#bytes = 0;
  }
}
