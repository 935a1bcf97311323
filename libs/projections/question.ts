import { isCharacter, MOST_WORDS, PIECE, wordCount, wordsOf } from './search-words.js';

/** A word that is looked for. */
export interface AskedWord {
  /** In the form in which words are compared. */
  readonly word: string;
  /** As it was asked for. */
  readonly written: string;
  /** Whether it is the beginning of the words that are looked for. */
  readonly beginning: boolean;
}

/** Why a search is refused, and for which word. */
export type SearchFault =
  | { readonly why: 'no-words' }
  | { readonly why: 'many-words'; readonly words: number; readonly characters: boolean }
  | { readonly why: 'short-beginning' | 'star-within' | 'many-endings'; readonly word: string }
  | { readonly why: 'many-stories' };

/** A search that is not answered, and why: by what was asked, or because of what it would cost. */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused';

  constructor(readonly fault: SearchFault) {
    super(`The search is refused: ${fault.why}.`);
  }
}

/** Letters that stand before a star at least. */
export const SHORTEST_BEGINNING = 3;

/** A star, in its other forms too. */
const STAR = /^[*\u{FE61}\u{FF0A}]/u;

/** The words of a search, each once; one with a star after it is a beginning. @throws SearchRefused */
export function questionOf(text: string): readonly AskedWord[] {
  const asked = new Map<string, AskedWord>();
  let end: number | null = null;
  for (const { 0: written, index } of text.matchAll(PIECE)) {
    const words = wordsOf(written);
    if (words.length === 0) continue;
    const before = text.slice(end ?? 0, index);
    end = index + written.length;
    const starred = STAR.test(text.slice(end));
    // The star of the word before it stands directly before this one, or this one's stands before it.
    if (STAR.test(before.slice(-1))) throw new SearchRefused({ why: 'star-within', word: written });
    for (const [i, word] of words.entries()) {
      // Whatever begins with a character of a script without spaces has that character.
      const beginning = starred && i === words.length - 1 && !isCharacter(word);
      if (beginning && [...word].length < SHORTEST_BEGINNING)
        throw new SearchRefused({ why: 'short-beginning', word });
      const one = words.length === 1 ? written : word;
      asked.set(`${word}${beginning ? '*' : ''}`, { word, written: one, beginning });
    }
  }
  const words = [...asked.values()].map(({ word }) => word);
  const count = wordCount(words);
  if (count === 0) throw new SearchRefused({ why: 'no-words' });
  if (count > MOST_WORDS)
    throw new SearchRefused({ why: 'many-words', words: count, characters: count < words.length });
  return [...asked.values()];
}
