/** Letters that are written in several ways (alef, ya, kaf, the last sigma), each with the one it is found by. */
const FOLDED: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ς: 'σ',
};

/** Marks (accents, vowel signs) and the Arabic tatweel, which only stretches a word. */
const IGNORED = /[\p{M}\u0640]/gu;

/** A script without spaces gives a word a character; every other script a word a run of letters and digits. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv;

/** A longer word is found by its beginning. */
const LONGEST = 40;

/**
 * The form in which words are indexed and asked for: NFKC (Unicode UAX #15), without case, marks and tatweel, the
 * forms of a letter as one. So `Été`, `ete` and `ÉTÉ` are one word, and so are `أحمد` and `احمد`.
 */
export function normalForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(IGNORED, '')
    .replace(/[أإآٱىیکς]/gu, (letter) => FOLDED[letter] ?? letter);
}

/** The words of a text in normal form, in order, with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return (normalForm(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST));
}
