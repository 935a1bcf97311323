/** A stream folded up to `revision`; `recordedAt` is that of its last event, null if it has none. */
export interface FoldedStream<S> {
  readonly state: S;
  readonly revision: bigint;
  readonly recordedAt: string | null;
}

/**
 * Folded streams kept in memory, the least recently used one dropped first. Only ever a speed-up: what is missing is
 * read, what is behind catches up. `size` is the greatest number of streams.
 */
export class StreamCache<S> {
  readonly #size: number;
  readonly #streams = new Map<string, FoldedStream<S>>();

  constructor(size = 1_000) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`A cache of ${size} streams: give a whole number from 1.`);
    this.#size = size;
  }

  get count(): number {
    return this.#streams.size;
  }

  get(stream: string): FoldedStream<S> | undefined {
    const folded = this.#streams.get(stream);
    if (folded) this.#touch(stream, folded);
    return folded;
  }

  /** Keeps `folded`, unless what is kept already is further. */
  set(stream: string, folded: FoldedStream<S>): void {
    const kept = this.#streams.get(stream);
    if (kept && kept.revision > folded.revision) return;
    this.#touch(stream, folded);
    if (this.#streams.size <= this.#size) return;
    const oldest = this.#streams.keys().next();
    if (!oldest.done) this.#streams.delete(oldest.value);
  }

  #touch(stream: string, folded: FoldedStream<S>): void {
    this.#streams.delete(stream);
    this.#streams.set(stream, folded);
  }
}
