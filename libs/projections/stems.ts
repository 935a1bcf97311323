import { createStemmer, type IsoCode } from 'multilingual-stemmer';
import { folded } from '#story';

/** The languages with a Snowball stemmer, by ISO 639-1. */
export const STEMMED = [
  ...['ar', 'ca', 'cs', 'da', 'de', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'hi', 'hu'],
  ...['hy', 'id', 'it', 'lt', 'ne', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sr', 'st', 'sv', 'ta', 'tr', 'yi'],
] as const satisfies readonly IsoCode[];
export type Stemmed = (typeof STEMMED)[number];

const STEMMER_OF: ReadonlyMap<string, Stemmed> = new Map([
  ...STEMMED.map((code) => [code, code] as const),
  ['nb', 'no'],
  ['nn', 'no'],
]);

/** The language of the stemmer for a BCP 47 tag; null if there is none. */
export const stemmedAs = (tag: string): Stemmed | null =>
  STEMMER_OF.get(tag.split('-', 1)[0]!.toLowerCase()) ?? null;

const stemmers = new Map<Stemmed, (word: string) => string>();

function stemmerOf(language: Stemmed): (word: string) => string {
  const cached = stemmers.get(language);
  if (cached) return cached;
  const once = createStemmer(language);
  // The Arabic stemmer removes the ending of some plurals only at the second pass.
  const stem = language === 'ar' ? (word: string) => once(once(word)) : once;
  stemmers.set(language, stem);
  return stem;
}

/** Invisible characters, which would separate a word from its ending. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;

/**
 * The stems of a word in a language: with its accents, because some endings have them, and without, as many people type.
 * `word` is the same word, folded.
 */
export function stemsOf(written: string, word: string, language: Stemmed): readonly string[] {
  const stem = stemmerOf(language);
  const plain = written.normalize('NFKC').replace(UNSEEN, '');
  // I and İ are two letters in Turkish.
  const small = language === 'tr' ? plain.toLocaleLowerCase('tr') : plain.toLowerCase();
  const stems = small === word ? [stem(word)] : [folded(stem(small)), folded(stem(word))];
  return [...new Set(stems)].filter((one) => one !== '');
}
