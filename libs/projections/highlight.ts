import { PIECE, termsOfPiece } from './search-words.js';
import { stemmedAs, type Stemmed } from './stems.js';

/** A part of a text, and whether it is one of the wanted words. */
export interface Part {
  readonly text: string;
  readonly matched: boolean;
}

/** The wanted words; each is a set of terms, of which any will do. */
export type WantedWords = readonly ReadonlySet<string>[];

/** The indexes of the wanted words that are among some terms. */
export const wordsAmong = (terms: readonly string[], wanted: WantedWords): readonly number[] =>
  [...wanted.keys()].filter((i) => terms.some((term) => wanted[i]!.has(term)));

/** The range of a match, exclusive of `to`, and the indexes of the wanted words. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly words: readonly number[];
}

/** The UTF-16 units of an excerpt before the first wanted word, and from that word on. */
const BEFORE = 60;
const AFTER = 180;
/** Longer words may be cut. */
const LONG_WORD = 40;

const SEGMENTS = new Intl.Segmenter('und', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a text to about 240 UTF-16 units around most of the wanted words, between words, with ellipses. The excerpt is the
 * sequence of the parts. `tag` is the language of the text (BCP 47).
 */
export function highlight(text: string, tag: string, wanted: WantedWords): readonly Part[] {
  const matches = matchesIn(text, stemmedAs(tag), wanted);
  const { from, to } =
    text.length <= BEFORE + AFTER ? { from: 0, to: text.length } : cutAround(text, matches);
  const parts: Part[] = [];
  const add = (part: string, matched: boolean): void => {
    const last = parts.at(-1);
    if (last?.matched === matched) parts[parts.length - 1] = { text: last.text + part, matched };
    else if (part !== '') parts.push({ text: part, matched });
  };
  add(from > 0 ? '… ' : '', false);
  let at = from;
  for (const match of matches.filter((m) => m.from >= from && m.to <= to)) {
    add(text.slice(at, match.from), false);
    add(text.slice(match.from, match.to), true);
    at = match.to;
  }
  add(text.slice(at, to), false);
  add(to < text.length ? ' …' : '', false);
  return parts;
}

function matchesIn(text: string, language: Stemmed | null, wanted: WantedWords): readonly Match[] {
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    const one = (part: string, from: number): readonly Match[] => {
      const words = wordsAmong(termsOfPiece(part, language), wanted);
      return words.length === 0 ? [] : [{ from, to: from + part.length, words }];
    };
    // In a script without spaces, each character is a word.
    if (termsOfPiece(piece, null).length === 1) return one(piece, index);
    return [...CHARACTERS.segment(piece)].flatMap((c) => one(c.segment, index + c.index));
  });
}

function cutAround(text: string, matches: readonly Match[]): { readonly from: number; readonly to: number } {
  const first = densest(matches);
  if (!first) return { from: 0, to: endBy(text, 0, BEFORE + AFTER) };
  const from = first.from <= BEFORE ? 0 : startFrom(text, first.from - BEFORE, first.from);
  return { from, to: endBy(text, first.to, first.from + AFTER) };
}

/** The first match that has the most wanted words close after it. */
function densest(matches: readonly Match[]): Match | undefined {
  let most = 0;
  let found: Match | undefined;
  for (const [i, match] of matches.entries()) {
    const near = new Set<number>();
    for (let k = i; k < matches.length && matches[k]!.to <= match.from + AFTER; k++)
      for (const word of matches[k]!.words) near.add(word);
    if (near.size > most) [most, found] = [near.size, match];
  }
  return found ?? matches[0];
}

/** The start of the first word at or after `offset`; `latest` if there is none before it. */
function startFrom(text: string, offset: number, latest: number): number {
  const begin = Math.max(0, offset - LONG_WORD);
  for (const { index, isWordLike } of SEGMENTS.segment(text.slice(begin, latest)))
    if (isWordLike && begin + index >= offset) return begin + index;
  return latest;
}

/** The end of the last word at or before `offset`; `earliest` if there is none after it. */
function endBy(text: string, earliest: number, offset: number): number {
  if (text.length <= offset) return text.length;
  let end = earliest;
  for (const { index, segment, isWordLike } of SEGMENTS.segment(text.slice(earliest, offset + LONG_WORD)))
    if (isWordLike && earliest + index + segment.length <= offset) end = earliest + index + segment.length;
  return end;
}
