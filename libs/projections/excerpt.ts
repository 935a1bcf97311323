import { PIECE, termsOfPiece } from './search-words.js';
import { stemmedAs, type Stemmed } from './stems.js';

/** A part of a text, and whether it is a word that was looked for. */
export interface Part {
  readonly text: string;
  readonly matched: boolean;
}

/** Words that are looked for, each under any of its terms. */
export type Wanted = readonly ReadonlySet<string>[];

/** Which of the words that are looked for are among some terms, by number. */
export const wordsAmong = (terms: readonly string[], wanted: Wanted): readonly number[] =>
  [...wanted.keys()].filter((i) => terms.some((term) => wanted[i]!.has(term)));

/** Where a word that is looked for stands, exclusive of `to`, and which ones it is. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly words: readonly number[];
}

/** UTF-16 units of an excerpt before the first of its words, and from there on. */
const BEFORE = 60;
const AFTER = 180;
/** No shorter word is cut. */
const LONG_WORD = 40;

const SEGMENTS = new Intl.Segmenter('und', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text in a language (BCP 47), cut between words to some 240 UTF-16 units where it has most of the words that are looked
 * for, with an ellipsis where something is left out. The parts, one after the other, are the excerpt.
 */
export function excerpt(text: string, tag: string, wanted: Wanted): readonly Part[] {
  const marks = marksIn(text, stemmedAs(tag), wanted);
  const { from, to } = text.length <= BEFORE + AFTER ? { from: 0, to: text.length } : cutAround(text, marks);
  const parts: Part[] = [];
  const add = (part: string, matched: boolean): void => {
    const last = parts.at(-1);
    if (last?.matched === matched) parts[parts.length - 1] = { text: last.text + part, matched };
    else if (part !== '') parts.push({ text: part, matched });
  };
  add(from > 0 ? '… ' : '', false);
  let at = from;
  for (const mark of marks.filter((m) => m.from >= from && m.to <= to)) {
    add(text.slice(at, mark.from), false);
    add(text.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  add(text.slice(at, to), false);
  add(to < text.length ? ' …' : '', false);
  return parts;
}

function marksIn(text: string, language: Stemmed | null, wanted: Wanted): readonly Mark[] {
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    const one = (part: string, from: number): readonly Mark[] => {
      const words = wordsAmong(termsOfPiece(part, language), wanted);
      return words.length === 0 ? [] : [{ from, to: from + part.length, words }];
    };
    // Of a script without spaces each character is a word.
    if (termsOfPiece(piece, null).length === 1) return one(piece, index);
    return [...CHARACTERS.segment(piece)].flatMap((c) => one(c.segment, index + c.index));
  });
}

function cutAround(text: string, marks: readonly Mark[]): { readonly from: number; readonly to: number } {
  const first = densest(marks);
  if (!first) return { from: 0, to: endBy(text, 0, BEFORE + AFTER) };
  const from = first.from <= BEFORE ? 0 : startFrom(text, first.from - BEFORE, first.from);
  return { from, to: endBy(text, first.to, first.from + AFTER) };
}

/** The first mark from which on most words stand close together. */
function densest(marks: readonly Mark[]): Mark | undefined {
  let most = 0;
  let found: Mark | undefined;
  for (const [i, mark] of marks.entries()) {
    const near = new Set<number>();
    for (let k = i; k < marks.length && marks[k]!.to <= mark.from + AFTER; k++)
      for (const word of marks[k]!.words) near.add(word);
    if (near.size > most) [most, found] = [near.size, mark];
  }
  return found ?? marks[0];
}

/** Where the first word begins from a place on, at the latest at another. */
function startFrom(text: string, place: number, latest: number): number {
  const begin = Math.max(0, place - LONG_WORD);
  for (const { index, isWordLike } of SEGMENTS.segment(text.slice(begin, latest)))
    if (isWordLike && begin + index >= place) return begin + index;
  return latest;
}

/** Where the last word ends before a place, at the earliest at another. */
function endBy(text: string, earliest: number, place: number): number {
  if (text.length <= place) return text.length;
  let end = earliest;
  for (const { index, segment, isWordLike } of SEGMENTS.segment(text.slice(earliest, place + LONG_WORD)))
    if (isWordLike && earliest + index + segment.length <= place) end = earliest + index + segment.length;
  return end;
}
