/** When something comes up; where several do at once, `order` says which first. */
export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly order: number;
}

/**
 * What is to come, sorted by time. To find the next costs nothing, to add or take out one costs about log2 of the
 * number: beyond that an array only moves its pointers.
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

  /** Writes an entry in place of the one of the same key. */
  set(entry: E): void {
    this.delete(entry.key);
    this.#byKey.set(entry.key, entry);
    this.#sorted.splice(this.#placeOf(entry), 0, entry);
  }

  delete(key: string): void {
    const entry = this.#byKey.get(key);
    if (!entry) return;
    this.#byKey.delete(key);
    this.#sorted.splice(this.#placeOf(entry), 1);
  }

  /** What comes after an entry, or after where it stood; from the first on for null. */
  after(entry: Entry | null, limit: number): readonly E[] {
    if (entry === null) return this.#sorted.slice(0, limit);
    const place = this.#placeOf(entry);
    const there = this.#sorted[place];
    const from = there && compare(there, entry) === 0 ? place + 1 : place;
    return this.#sorted.slice(from, from + limit);
  }

  /** What has come up by a time, in order. */
  upTo(time: number): readonly E[] {
    const end = this.#sorted.findIndex(({ at }) => at > time);
    return this.#sorted.slice(0, end < 0 ? undefined : end);
  }

  /** Where an entry stands, or would stand. */
  #placeOf(entry: Entry): number {
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
