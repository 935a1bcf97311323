/** A priority queue: a binary heap. */
export class PriorityQueue<T> {
  readonly #heap: T[] = [];

  /** `order` returns a negative number if `a` comes before `b`. */
  constructor(private readonly order: (a: T, b: T) => number) {}

  /** The first item; it stays in the queue. */
  get next(): T | undefined {
    return this.#heap[0];
  }

  add(item: T): void {
    this.#heap.push(item);
    for (let at = this.#heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Removes and returns the first item. */
  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (this.#heap.length === 0 || last === undefined) return first;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#heap.length && this.#before(child, least)) least = child;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    return this.order(this.#heap[a]!, this.#heap[b]!) < 0;
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}
