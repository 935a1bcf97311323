/**
 * An immutable list that only grows: `push` returns a longer list. All versions share one array, and each sees its own
 * length of it. Only a second push onto the same version copies the array.
 */
export class AppendOnlyList<T> {
  static empty<T>(): AppendOnlyList<T> {
    return new AppendOnlyList<T>([], 0);
  }

  private constructor(
    private readonly shared: T[],
    readonly length: number,
  ) {}

  push(item: T): AppendOnlyList<T> {
    // A list that grows from an empty one gets a separate array: a shared empty constant would keep the items for ever.
    const isOurs = this.length > 0 && this.shared.length === this.length;
    const items = isOurs ? this.shared : this.shared.slice(0, this.length);
    items.push(item);
    return new AppendOnlyList<T>(items, this.length + 1);
  }

  /** The list with several more items. */
  append(items: readonly T[]): AppendOnlyList<T> {
    return items.reduce<AppendOnlyList<T>>((list, item) => list.push(item), this);
  }

  at(index: number): T | undefined {
    return index < 0 || index >= this.length ? undefined : this.shared[index];
  }

  last(): T | undefined {
    return this.at(this.length - 1);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.shared[i]!;
  }

  /** The items that were pushed after the list had this length. */
  *since(length: number): IterableIterator<T> {
    for (let i = length; i < this.length; i++) yield this.shared[i]!;
  }

  *newestFirst(): IterableIterator<T> {
    for (let i = this.length - 1; i >= 0; i--) yield this.shared[i]!;
  }

  /** The last items, in their order, as long as all of them satisfy a condition. */
  lastWhile(satisfies: (item: T) => boolean): readonly T[] {
    const last: T[] = [];
    for (const item of this.newestFirst()) {
      if (!satisfies(item)) break;
      last.push(item);
    }
    return last.reverse();
  }

  /** The number of leading items that two lists share. */
  commonLength(other: AppendOnlyList<T>): number {
    const most = Math.min(this.length, other.length);
    if (this.shared === other.shared) return most;
    let common = 0;
    while (common < most && this.shared[common] === other.shared[common]) common += 1;
    return common;
  }

  /** The list with each item changed; the same list if no item changes. */
  map(change: (item: T) => T): AppendOnlyList<T> {
    const items = [...this].map(change);
    return items.every((item, i) => item === this.shared[i])
      ? this
      : new AppendOnlyList<T>(items, items.length);
  }
}
