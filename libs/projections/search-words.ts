import { CHARACTER, folded } from '#story';
import { stemmedAs, stemsOf, type Stemmed } from './stems.js';

/** A character of a script without spaces is a word; every other word is a run of letters and digits. */
const WORD = new RegExp(`${CHARACTER}|[[\\p{L}\\p{N}]--${CHARACTER}]+`, 'gv');
const BY_ITSELF = new RegExp(`^${CHARACTER}$`, 'v');
/** Only words of letters have stems; numbers and codes have none. */
const LETTERS = /^\p{L}+$/u;

/** A longer word is cut to so many characters. */
const LONGEST = 40;
/** The most words of one search. */
export const MOST_WORDS = 12;

/** The words of a text, folded for the index and for searches, in order and with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return (folded(text).match(WORD) ?? []).map(cut);
}

const cut = (word: string): string => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word);

/** Whether a word is a character of a script without spaces. */
export const isCharacter = (word: string): boolean => BY_ITSELF.test(word);

/** The number of words in a search. A character that is a word by itself counts as half a word. */
export const wordCount = (words: readonly string[]): number =>
  Math.ceil(words.reduce((sum, word) => sum + (isCharacter(word) ? 0.5 : 1), 0));

/** A piece between spaces or punctuation, mostly one word. */
export const PIECE = /[^\p{P}\p{Z}\p{Cc}$+<=>^`|~]+/gu;

/** The index term of a stem. No word contains a `~`. */
export const stemTerm = (language: Stemmed, stem: string): string => `~${language} ${cut(stem)}`;

/**
 * The index terms of a text: its words, and their stems in the language of the text (a BCP 47 tag). With repetitions.
 */
export function termsIn(text: string, tag: string): readonly string[] {
  const language = stemmedAs(tag);
  return (text.match(PIECE) ?? []).flatMap((piece) => termsOfPiece(piece, language));
}

/** The words of one piece, and their stems. */
export function termsOfPiece(piece: string, language: Stemmed | null): readonly string[] {
  const key = language ?? '';
  let terms = cache.get(key);
  if (!terms || terms.size >= CACHED) cache.set(key, (terms = new Map<string, readonly string[]>()));
  const cached = terms.get(piece);
  if (cached) return cached;
  const found = termsMade(piece, language);
  if (piece.length <= LONGEST) terms.set(piece, found);
  return found;
}

/** The terms of recent pieces, by language: most words occur again and again. */
const cache = new Map<string, Map<string, readonly string[]>>();
/** The most pieces of one language in the cache. */
const CACHED = 20_000;

function termsMade(piece: string, language: Stemmed | null): readonly string[] {
  const words = wordsOf(piece);
  const [word] = words;
  if (language === null || words.length !== 1 || isCharacter(word!) || !LETTERS.test(word!)) return words;
  return [word!, ...stemsOf(piece, word!, language).map((stem) => stemTerm(language, stem))];
}
