/**
 * A list that only grows and is never changed: `push` gives a longer list. All versions share one array of
 * which each sees its own length; only a second push onto the same version copies.
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
    // What grows from an empty list gets an array of its own, or a constant would hold on to it for ever.
    const isOurs = this.length > 0 && this.shared.length === this.length;
    const items = isOurs ? this.shared : this.shared.slice(0, this.length);
    items.push(item);
    return new AppendOnlyList<T>(items, this.length + 1);
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

  /** What was pushed after the list was of this length. */
  *since(length: number): IterableIterator<T> {
    for (let i = length; i < this.length; i++) yield this.shared[i]!;
  }

  *newestFirst(): IterableIterator<T> {
    for (let i = this.length - 1; i >= 0; i--) yield this.shared[i]!;
  }

  /** Up to which index two lists have the same items. */
  commonLength(other: AppendOnlyList<T>): number {
    const most = Math.min(this.length, other.length);
    if (this.shared === other.shared) return most;
    let common = 0;
    while (common < most && this.shared[common] === other.shared[common]) common += 1;
    return common;
  }

  /** Each item as `change` gives it; the list itself where that changes none. */
  map(change: (item: T) => T): AppendOnlyList<T> {
    const items = [...this].map(change);
    return items.every((item, i) => item === this.shared[i])
      ? this
      : new AppendOnlyList<T>(items, items.length);
  }
}
