import { CHARACTER, folded } from '#story';
import { stemmedAs, stemsOf, type Stemmed } from './stems.js';

/** A character of a script without spaces is a word; every other word is a run of letters and digits. */
const WORD = new RegExp(`${CHARACTER}|[[\\p{L}\\p{N}]--${CHARACTER}]+`, 'gv');
const BY_ITSELF = new RegExp(`^${CHARACTER}$`, 'v');
/** Numbers and codes have no other forms. */
const LETTERS = /^\p{L}+$/u;

/** Characters of a longer word that count: it is found by its beginning. */
const LONGEST = 40;
/** Words that one search asks for at most. */
export const MOST_WORDS = 12;

/** The words of a text as they are indexed and asked for, in order, with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return (folded(text).match(WORD) ?? []).map(cut);
}

const cut = (word: string): string => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word);

/** Whether a word is a character of a script without spaces. */
export const isCharacter = (word: string): boolean => BY_ITSELF.test(word);

/** How many words are asked for: a character that is a word by itself counts as half a word. */
export const wordCount = (words: readonly string[]): number =>
  Math.ceil(words.reduce((sum, word) => sum + (isCharacter(word) ? 0.5 : 1), 0));

/** What stands between two others that part words however they are written: mostly one word. */
export const PIECE = /[^\p{P}\p{Z}\p{Cc}$+<=>^`|~]+/gu;

/** The name of a stem in the index: no word has a `~` in it. */
export const stemTerm = (language: Stemmed, stem: string): string => `~${language} ${cut(stem)}`;

/**
 * Under what the words of a text are found: as they are written, and by what their other forms have in common in the
 * text's language, a BCP 47 tag. With repetitions.
 */
export function termsIn(text: string, tag: string): readonly string[] {
  const language = stemmedAs(tag);
  return (text.match(PIECE) ?? []).flatMap((piece) => termsOfPiece(piece, language));
}

/** The words of one piece, and their stems. */
export function termsOfPiece(piece: string, language: Stemmed | null): readonly string[] {
  const key = language ?? '';
  let terms = remembered.get(key);
  if (!terms || terms.size >= REMEMBERED) remembered.set(key, (terms = new Map<string, readonly string[]>()));
  const known = terms.get(piece);
  if (known) return known;
  const found = termsMade(piece, language);
  if (piece.length <= LONGEST) terms.set(piece, found);
  return found;
}

/** Pieces that were looked at lately, by language: most words come again and again. */
const remembered = new Map<string, Map<string, readonly string[]>>();
const REMEMBERED = 20_000;

function termsMade(piece: string, language: Stemmed | null): readonly string[] {
  const words = wordsOf(piece);
  const [word] = words;
  if (language === null || words.length !== 1 || isCharacter(word!) || !LETTERS.test(word!)) return words;
  return [word!, ...stemsOf(piece, word!, language).map((stem) => stemTerm(language, stem))];
}
