import type { Story } from '#story';

/** The order in which a story first named its claims, or its questions: each has a number that stays its own. */
export class Places {
  readonly #places = new Map<string, number>();
  #next = 0;
  #numbered = 0;

  number(order: Story['claimOrder']): void {
    if (order.length < this.#numbered) this.#numbered = 0;
    for (const id of order.since(this.#numbered))
      if (!this.#places.has(id)) this.#places.set(id, this.#next++);
    this.#numbered = order.length;
  }

  /** How many numbers were given so far. */
  get given(): number {
    return this.#next;
  }

  of(id: string): number {
    return this.#places.get(id)!;
  }

  /** Numbers that were given are not given again. */
  clear(): void {
    this.#places.clear();
    this.#numbered = 0;
  }
}
