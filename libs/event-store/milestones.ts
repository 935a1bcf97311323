/** Lets others wait until whoever follows a log has come as far as a position. */
export class Milestones {
  readonly #waiters = new Set<() => void>();

  /** `position` tells how far it is; null before the first event. */
  constructor(private readonly position: () => bigint | null) {}

  /** To be called whenever it went on. */
  advanced(): void {
    for (const check of [...this.#waiters]) check();
  }

  /** Waits until `position` is reached; false if `atMost` milliseconds pass first. */
  async reached(position: bigint, atMost: number): Promise<boolean> {
    const isReached = (): boolean => (this.position() ?? -1n) >= position;
    if (isReached()) return true;
    return new Promise((resolve) => {
      const end = (answer: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(look);
        resolve(answer);
      };
      const look = (): void => (isReached() ? end(true) : undefined);
      const timer = setTimeout(() => end(false), atMost);
      this.#waiters.add(look);
    });
  }
}
