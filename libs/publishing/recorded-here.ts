/** How many ids are kept. The publisher is only a few events behind. */
const KEPT = 10_000;

/**
 * The ids of the events that this process has recorded or is about to record. Another desk publishes its own
 * events.
 */
export class RecordedHere {
  readonly #ids = new Set<string>();

  note(id: string): void {
    this.#ids.add(id);
    const oldest = this.#ids.values().next();
    if (this.#ids.size > KEPT && !oldest.done) this.#ids.delete(oldest.value);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}
