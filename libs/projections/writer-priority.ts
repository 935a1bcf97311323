/**
 * Coordinates the two threads that write one file of the read model. The follower of the log goes first. The rewriter
 * yields at once, or stops. Both share the memory.
 */
export class WriterPriority {
  readonly #state: Int32Array;

  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#state = new Int32Array(shared);
  }

  /** Runs work of the follower; the rewriter waits until it is done. */
  runFirst<T>(work: () => T): T {
    Atomics.add(this.#state, WANTED, 1);
    try {
      return work();
    } finally {
      Atomics.sub(this.#state, WANTED, 1);
      Atomics.notify(this.#state, WANTED);
    }
  }

  /** Whether the follower wants to write. */
  get isContended(): boolean {
    return Atomics.load(this.#state, WANTED) > 0;
  }

  /** Waits until the follower is done. */
  yieldToFollower(): void {
    for (
      let n = Atomics.load(this.#state, WANTED);
      n > 0 && !this.stopped;
      n = Atomics.load(this.#state, WANTED)
    )
      Atomics.wait(this.#state, WANTED, n, PATIENCE);
  }

  stop(): void {
    Atomics.store(this.#state, STOPPED, 1);
  }

  /** Allows the rewriter to run again. */
  resume(): void {
    Atomics.store(this.#state, STOPPED, 0);
  }

  get stopped(): boolean {
    return Atomics.load(this.#state, STOPPED) === 1;
  }
}

const WANTED = 0;
const STOPPED = 1;
/** Milliseconds after which the state is checked again. */
const PATIENCE = 1_000;
