import { CHARACTER, folded } from '#story';

/** A character of a script without spaces is a word; every other word is a run of letters and digits. */
const WORD = new RegExp(`${CHARACTER}|[[\\p{L}\\p{N}]--${CHARACTER}]+`, 'gv');
const BY_ITSELF = new RegExp(`^${CHARACTER}$`, 'v');

/** Characters of a longer word that count: it is found by its beginning. */
const LONGEST = 40;
/** Words that one search asks for at most. */
export const MOST_WORDS = 12;

/** The words of a text as they are indexed and asked for, in order, with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return (folded(text).match(WORD) ?? []).map((word) =>
    word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word,
  );
}

/** How many words are asked for: a character that is a word by itself counts as half a word. */
export const wordCount = (words: readonly string[]): number =>
  Math.ceil(words.reduce((sum, word) => sum + (BY_ITSELF.test(word) ? 0.5 : 1), 0));

/** The first words of a search, as many as one may ask for. */
export function firstWords(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (wordCount(words.slice(0, end)) > MOST_WORDS) end -= 1;
  return words.slice(0, end);
}
