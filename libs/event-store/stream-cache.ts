/** A stream folded up to `revision`; `recordedAt` is that of its last event, null if it has none. */
export interface FoldedStream<S> {
  readonly state: S;
  readonly revision: bigint;
  readonly recordedAt: string | null;
}

/** How many streams are kept, and how many events they may have in all. */
interface Bounds {
  readonly streams: number;
  readonly events: number;
}

/** A state takes some 4 KB for each event of a long story: these are about a gigabyte at most. */
const BOUNDS: Bounds = { streams: 1_000, events: 250_000 };

/**
 * Folded streams kept in memory, the least recently used one dropped first; one that alone is too long is kept as long
 * as no other comes. Only ever a speed-up: what is missing is read, what is behind catches up.
 */
export class StreamCache<S> {
  readonly #streams = new Map<string, FoldedStream<S>>();
  #events = 0n;

  constructor(private readonly bounds = BOUNDS) {}

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
    for (const oldest of this.#streams.keys()) {
      const { streams, events } = this.bounds;
      if (oldest === stream || (this.#streams.size <= streams && this.#events <= events)) return;
      this.#drop(oldest);
    }
  }

  #touch(stream: string, folded: FoldedStream<S>): void {
    this.#drop(stream);
    this.#streams.set(stream, folded);
    this.#events += folded.revision + 1n;
  }

  #drop(stream: string): void {
    const kept = this.#streams.get(stream);
    if (kept) this.#events -= kept.revision + 1n;
    this.#streams.delete(stream);
  }
}
