/** The state of a stream at `revision`. `recordedAt` is that of its last event; null if that event has none. */
export interface FoldedStream<S> {
  readonly state: S;
  readonly revision: bigint;
  readonly recordedAt: string | null;
}

/** How many streams the cache keeps, and how many events they may have together. */
interface Bounds {
  readonly streams: number;
  readonly events: number;
}

/** A state takes about 4 KB for each event of a long story, so this is at most about 1 GB. */
const BOUNDS: Bounds = { streams: 1_000, events: 250_000 };

/**
 * A cache of folded streams. It drops the least recently used stream first, but never the one just added, however long that
 * is. It only saves time: a missing stream is read, and an old state is brought up to date.
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

  /** Keeps `folded`, unless the cache has a later revision. */
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
