import type { Random } from './random.js';

/** The fewest events of a story: one opens it, one records something. */
export const SHORTEST = 2;

/**
 * The number of events of each story, in random order. Many stories have few, a few have very many (Zipf's law). The
 * sum is exactly `events`, which must be at least twice `stories`.
 */
export function lengths(random: Random, stories: number, events: number): Uint32Array {
  const all = new Uint32Array(stories).fill(SHORTEST);
  const free = events - SHORTEST * stories;
  let weights = 0;
  for (let rank = 1; rank <= stories; rank += 1) weights += 1 / rank;
  let given = 0;
  for (let rank = 1; rank <= stories; rank += 1) {
    const more = Math.floor(free / (rank * weights));
    all[rank - 1]! += more;
    given += more;
  }
  for (let rank = 0; given < free; rank = (rank + 1) % stories) {
    all[rank]! += 1;
    given += 1;
  }
  for (let i = stories - 1; i > 0; i -= 1) {
    const other = random.between(0, i);
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return all;
}
