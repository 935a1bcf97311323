import { isCharacter, MOST_WORDS, PIECE, wordCount, wordsOf } from './search-words.js';

/** A word of a search. */
export interface SearchWord {
  /** Folded for comparison. */
  readonly word: string;
  /** As the user wrote it. */
  readonly written: string;
  /** Whether it matches all words that begin with it. */
  readonly isPrefix: boolean;
}

/** Why a search is refused, and the word at fault. */
export type SearchFault =
  | { readonly why: 'no-words' }
  | { readonly why: 'many-words'; readonly words: number; readonly characters: boolean }
  | { readonly why: 'short-beginning' | 'star-within' | 'many-endings'; readonly word: string }
  | { readonly why: 'many-stories' };

/** A search that is refused, because of a fault in it or because of its cost. */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused';

  constructor(readonly fault: SearchFault) {
    super(`The search is refused: ${fault.why}.`);
  }
}

/** The least letters before a star. */
export const SHORTEST_BEGINNING = 3;

/** An asterisk in any of its forms. */
const STAR = /^[*\u{FE61}\u{FF0A}]/u;

/** The words of a search, each once. A word before an asterisk is a prefix. @throws SearchRefused */
export function parseSearch(text: string): readonly SearchWord[] {
  const asked = new Map<string, SearchWord>();
  let end: number | null = null;
  for (const { 0: written, index } of text.matchAll(PIECE)) {
    const words = wordsOf(written);
    if (words.length === 0) continue;
    const before = text.slice(end ?? 0, index);
    end = index + written.length;
    const starred = STAR.test(text.slice(end));
    // An asterisk directly before this word: at the end of the last word, or at the start of this one.
    if (STAR.test(before.slice(-1))) throw new SearchRefused({ why: 'star-within', word: written });
    for (const [i, word] of words.entries()) {
      // In a script without spaces each character is a word, and cannot be a prefix.
      const isPrefix = starred && i === words.length - 1 && !isCharacter(word);
      if (isPrefix && [...word].length < SHORTEST_BEGINNING)
        throw new SearchRefused({ why: 'short-beginning', word });
      const one = words.length === 1 ? written : word;
      asked.set(`${word}${isPrefix ? '*' : ''}`, { word, written: one, isPrefix });
    }
  }
  const words = [...asked.values()].map(({ word }) => word);
  const count = wordCount(words);
  if (count === 0) throw new SearchRefused({ why: 'no-words' });
  if (count > MOST_WORDS)
    throw new SearchRefused({ why: 'many-words', words: count, characters: count < words.length });
  return [...asked.values()];
}
