/** How many numbers a story has: it is written anew under the next one that is free. */
const NUMBERS = 32;

/**
 * The first number of a story in the read model: the first 48 bits of its id, before those by which its numbers differ.
 * It orders stories of one moment alike in every archive, and rows that are written story by story lie in the order of
 * their index.
 */
export function storyNumber(id: string): number {
  const number = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (!Number.isSafeInteger(number))
    throw new Error(`The id of a story is a UUID; found ${JSON.stringify(id)}.`);
  return number * NUMBERS;
}

/** All numbers that a story may have. */
export const storyNumbers = (id: string): readonly number[] =>
  Array.from({ length: NUMBERS }, (_, i) => storyNumber(id) + i);
