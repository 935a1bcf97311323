/** Lets others wait until whoever follows a log has come as far as a position. */
export class Milestones {
  readonly #waiters = new Set<() => void>();

  /** `position` tells how far it is; null before the first event. */
  constructor(private readonly position: () => bigint | null) {}

  /** To be called whenever it went on. */
  moved(): void {
    for (const look of [...this.#waiters]) look();
  }

  /** Waits until `position` is reached; false if `atMost` milliseconds pass first. */
  async reached(position: bigint, atMost: number): Promise<boolean> {
    const there = (): boolean => (this.position() ?? -1n) >= position;
    if (there()) return true;
    return new Promise((resolve) => {
      const done = (answer: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(look);
        resolve(answer);
      };
      const look = (): void => (there() ? done(true) : undefined);
      const timer = setTimeout(() => done(false), atMost);
      this.#waiters.add(look);
    });
  }
}
