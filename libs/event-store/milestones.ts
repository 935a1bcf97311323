/** Lets callers wait until a consumer of a log has reached a position. */
export class Milestones {
  readonly #waiters = new Set<() => void>();

  /** `position` returns the current position; null before the first event. */
  constructor(private readonly position: () => bigint | null) {}

  /** Call this after each change of the position. */
  advanced(): void {
    for (const check of [...this.#waiters]) check();
  }

  /** Resolves to true once `position` is reached; to false after `atMost` milliseconds. */
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
