/**
 * A repeatable random number generator: the same seed and stream give the same numbers on every machine. The algorithm
 * is sfc32 (Small Fast Counting, Chris Doty-Humphrey, PractRand). The streams are practically independent of each
 * other.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    // After a few rounds, similar seeds give different numbers.
    for (let i = 0; i < 15; i += 1) this.#draw();
  }

  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number {
    return this.#draw() / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.fraction() * items.length)]!;
  }

  /** Picks an item by Zipf's law: the item at rank r about as often as 1/r. Words are distributed like that. */
  often<T>(items: readonly T[]): T {
    return items[Math.floor((items.length + 1) ** this.fraction()) - 1]!;
  }

  /** Picks one of the names, in proportion to their weights. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const names = Object.keys(weights) as T[];
    let left = this.fraction() * names.reduce((sum, name) => sum + weights[name], 0);
    return names.find((name) => (left -= weights[name]) < 0) ?? names[0]!;
  }

  /** Picks `count` different items, in random order. */
  some<T>(items: readonly T[], count: number): readonly T[] {
    return this.shuffled(items).slice(0, count);
  }

  shuffled<T>(items: readonly T[]): readonly T[] {
    const all = [...items];
    for (let i = all.length - 1; i > 0; i -= 1) {
      const other = this.between(0, i);
      [all[i], all[other]] = [all[other]!, all[i]!];
    }
    return all;
  }

  #draw(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
