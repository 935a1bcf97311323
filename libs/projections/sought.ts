import type { ModelReader } from './model-reader.js';
import { SearchRefused, type AskedWord } from './question.js';
import { isCharacter, stemTerm, termsOfPiece } from './search-words.js';
import { STEMMED, type Stemmed } from './stems.js';

/** Under any of which a story is found. */
export type Sought = readonly string[];

/** Words that all beginnings of one search may be completed to. */
const MOST_ENDINGS = 100;

/**
 * Under what the words of a search are in the index: each as it is written and by its other forms, in any language that
 * the index has words of; a beginning by the words that begin so. Costs the same however much is indexed.
 *
 * @throws SearchRefused where too many words begin so
 */
export function soughtFor(model: ModelReader, words: readonly AskedWord[]): readonly Sought[] {
  const languages = words.some((asked) => !asked.beginning) ? languagesOf(model) : [];
  let left = MOST_ENDINGS;
  return words.map((asked) => {
    if (!asked.beginning) return formsOf(asked, languages).filter((term) => isIndexed(model, term));
    const found = beginningWith(model, asked.word, left + 1);
    if (found.length > left) throw new SearchRefused({ why: 'many-endings', word: asked.word });
    left -= found.length;
    return found;
  });
}

function formsOf({ word, written }: AskedWord, languages: readonly Stemmed[]): readonly string[] {
  if (isCharacter(word)) return [word];
  return [...new Set([word, ...languages.flatMap((language) => termsOfPiece(written, language))])];
}

const isIndexed = (model: ModelReader, term: string): boolean =>
  model.one('SELECT 1 FROM terms WHERE term = ? LIMIT 1', term) !== undefined;

/** The languages that a stem is indexed of. */
function languagesOf(model: ModelReader): readonly Stemmed[] {
  return STEMMED.filter((language) => {
    const [from, to] = [stemTerm(language, ''), stemTerm(language, LAST)];
    return model.one('SELECT 1 FROM terms WHERE term >= ? AND term < ? LIMIT 1', from, to) !== undefined;
  });
}

const LAST = '\u{10FFFF}';

/** The words that begin so, at most as many as are wanted; of stories that can be read. */
function beginningWith(model: ModelReader, beginning: string, most: number): readonly string[] {
  const found: string[] = [];
  for (let from = beginning; found.length < most;) {
    const row = model.one<{ term: string }>(
      `SELECT term FROM terms t WHERE term >= ? AND term < ?
       AND EXISTS (SELECT 1 FROM stories s WHERE s.story = t.story AND s.closed_off = 0) LIMIT 1`,
      from,
      beginning + LAST,
    );
    if (!row) break;
    found.push(row.term);
    from = `${row.term}\0`;
  }
  return found;
}
