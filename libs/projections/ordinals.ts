import type { Story } from '#story';

/** Numbers the claims or questions of a story in the order in which they first appear. A number is never reused. */
export class Ordinals {
  readonly #ordinals = new Map<string, number>();
  #next = 0;
  #numbered = 0;

  number(order: Story['claimOrder']): void {
    if (order.length < this.#numbered) this.#numbered = 0;
    for (const id of order.since(this.#numbered))
      if (!this.#ordinals.has(id)) this.#ordinals.set(id, this.#next++);
    this.#numbered = order.length;
  }

  /** Continues after `given` numbers. The last of them belong to what the story has now. */
  resume(order: Story['claimOrder'], given: number): void {
    this.#next = given - new Set(order).size;
    this.number(order);
  }

  /** How many numbers were given so far. */
  get given(): number {
    return this.#next;
  }

  of(id: string): number {
    return this.#ordinals.get(id)!;
  }

  /** Forgets all ids. Numbers already given are not given again. */
  clear(): void {
    this.#ordinals.clear();
    this.#numbered = 0;
  }
}
