/** An entry with a time. Entries with the same time are sorted by `order`. */
export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly order: number;
}

/**
 * Entries sorted by time, in an array. To find the next one is free. To add or delete one needs about log2(n)
 * comparisons, and the array moves its pointers.
 */
export class TimeQueue<E extends Entry> {
  readonly #sorted: E[] = [];
  readonly #byKey = new Map<string, E>();

  get size(): number {
    return this.#sorted.length;
  }

  get next(): E | undefined {
    return this.#sorted[0];
  }

  get(key: string): E | undefined {
    return this.#byKey.get(key);
  }

  /** Adds an entry, and replaces one with the same key. */
  set(entry: E): void {
    this.delete(entry.key);
    this.#byKey.set(entry.key, entry);
    this.#sorted.splice(this.#indexOf(entry), 0, entry);
  }

  delete(key: string): void {
    const entry = this.#byKey.get(key);
    if (!entry) return;
    this.#byKey.delete(key);
    this.#sorted.splice(this.#indexOf(entry), 1);
  }

  /** The entries after a given one, which may be deleted; from the first one for null. */
  after(entry: Entry | null, limit: number): readonly E[] {
    if (entry === null) return this.#sorted.slice(0, limit);
    const index = this.#indexOf(entry);
    const found = this.#sorted[index];
    const from = found && compare(found, entry) === 0 ? index + 1 : index;
    return this.#sorted.slice(from, from + limit);
  }

  /** The entries up to a time, in order. */
  upTo(time: number): readonly E[] {
    const end = this.#sorted.findIndex(({ at }) => at > time);
    return this.#sorted.slice(0, end < 0 ? undefined : end);
  }

  /** The index that an entry has or would have. */
  #indexOf(entry: Entry): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.#sorted[middle]!, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const compare = (a: Entry, b: Entry): number =>
  a.at - b.at || a.order - b.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
