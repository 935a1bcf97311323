/** How many numbers a story has. A rewrite takes a free one. */
const NUMBERS = 32;

/**
 * The first number of a story in the read model: the first 48 bits of its id, times the count of its numbers. So stories of
 * one moment have the same order in every archive. Rows that are written story by story are in the order of their index.
 */
export function storyNumber(id: string): number {
  const number = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (!Number.isSafeInteger(number))
    throw new Error(`The id of a story is a UUID; found ${JSON.stringify(id)}.`);
  return number * NUMBERS;
}

/** The first number of the story that has this one. Cursors use it, so a rewrite does not change them. */
export const firstNumber = (story: number): number => story - (story % NUMBERS);

/** The last number of the story that has this one. */
export const lastNumber = (story: number): number => firstNumber(story) + NUMBERS - 1;

/** All numbers of a story. */
export const storyNumbers = (id: string): readonly number[] =>
  Array.from({ length: NUMBERS }, (_, i) => storyNumber(id) + i);
