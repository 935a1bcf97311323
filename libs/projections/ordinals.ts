import type { Story } from '#story';

/** The order in which a story first named its claims, or its questions: each has a number that stays its own. */
export class Ordinals {
  readonly #places = new Map<string, number>();
  #next = 0;
  #numbered = 0;

  number(order: Story['claimOrder']): void {
    if (order.length < this.#numbered) this.#numbered = 0;
    for (const id of order.since(this.#numbered))
      if (!this.#places.has(id)) this.#places.set(id, this.#next++);
    this.#numbered = order.length;
  }

  /** Goes on where as many numbers were given: the last of them are those of what the story names now. */
  resume(order: Story['claimOrder'], given: number): void {
    this.#next = given - new Set(order).size;
    this.number(order);
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
