import type { ModelReader } from './model-reader.js';
import { SearchRefused, type SearchWord } from './search-query.js';
import { isCharacter, stemTerm, termsOfPiece } from './search-words.js';
import { STEMMED, type Stemmed } from './stems.js';

/** The index terms of one word of a search. A story matches the word if it has any of them. */
export type TermGroup = readonly string[];

/** The most words that match all prefixes of one search together. */
const MAX_COMPLETIONS = 100;

/**
 * The index terms of each word of a search. A word has itself, and its stem in every language of the index. A prefix has the
 * indexed words that begin with it. The cost does not depend on the size of the index.
 *
 * @throws SearchRefused if too many words begin with a prefix
 */
export function termGroups(model: ModelReader, words: readonly SearchWord[]): readonly TermGroup[] {
  const languages = words.some((asked) => !asked.isPrefix) ? languagesOf(model) : [];
  let left = MAX_COMPLETIONS;
  return words.map((asked) => {
    if (!asked.isPrefix) return formsOf(asked, languages).filter((term) => isIndexed(model, term));
    const found = wordsWithPrefix(model, asked.word, left + 1);
    if (found.length > left) throw new SearchRefused({ why: 'many-endings', word: asked.word });
    left -= found.length;
    return found;
  });
}

function formsOf({ word, written }: SearchWord, languages: readonly Stemmed[]): readonly string[] {
  if (isCharacter(word)) return [word];
  return [...new Set([word, ...languages.flatMap((language) => termsOfPiece(written, language))])];
}

const isIndexed = (model: ModelReader, term: string): boolean =>
  model.one('SELECT 1 FROM terms WHERE term = ? LIMIT 1', term) !== undefined;

/** The languages in which the index has stems. */
function languagesOf(model: ModelReader): readonly Stemmed[] {
  return STEMMED.filter((language) => {
    const [from, to] = [stemTerm(language, ''), stemTerm(language, LAST)];
    return model.one('SELECT 1 FROM terms WHERE term >= ? AND term < ? LIMIT 1', from, to) !== undefined;
  });
}

const LAST = '\u{10FFFF}';

/** At most `most` indexed words with a prefix, from stories that can be read. */
function wordsWithPrefix(model: ModelReader, prefix: string, most: number): readonly string[] {
  const found: string[] = [];
  for (let from = prefix; found.length < most;) {
    const row = model.one<{ term: string }>(
      `SELECT term FROM terms t WHERE term >= ? AND term < ?
       AND EXISTS (SELECT 1 FROM stories s WHERE s.story = t.story AND s.closed_off = 0) LIMIT 1`,
      from,
      prefix + LAST,
    );
    if (!row) break;
    found.push(row.term);
    from = `${row.term}\0`;
  }
  return found;
}
