/**
 * Between the two threads that write one file of the read model: who follows the log goes first, and who rewrites
 * stories gives way at once, or stops.
 */
export class Turns {
  readonly #state: Int32Array;

  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#state = new Int32Array(shared);
  }

  /** Does something before the other goes on. */
  first<T>(work: () => T): T {
    Atomics.add(this.#state, WANTED, 1);
    try {
      return work();
    } finally {
      Atomics.sub(this.#state, WANTED, 1);
      Atomics.notify(this.#state, WANTED);
    }
  }

  /** Whether the other one waits for its turn. */
  get wanted(): boolean {
    return Atomics.load(this.#state, WANTED) > 0;
  }

  /** Waits until the other one is done. */
  giveWay(): void {
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

  /** There is somebody again who may go on. */
  goOn(): void {
    Atomics.store(this.#state, STOPPED, 0);
  }

  get stopped(): boolean {
    return Atomics.load(this.#state, STOPPED) === 1;
  }
}

const WANTED = 0;
const STOPPED = 1;
/** Milliseconds. */
const PATIENCE = 1_000;
