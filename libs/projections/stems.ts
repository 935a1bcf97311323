import { createStemmer, type IsoCode } from 'multilingual-stemmer';
import { folded } from '#story';

/** The languages whose words have other forms here: those of Snowball, by ISO 639-1. */
export const STEMMED = [
  ...['ar', 'ca', 'cs', 'da', 'de', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'hi', 'hu'],
  ...['hy', 'id', 'it', 'lt', 'ne', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sr', 'st', 'sv', 'ta', 'tr', 'yi'],
] as const satisfies readonly IsoCode[];
export type Stemmed = (typeof STEMMED)[number];

const KNOWN: ReadonlyMap<string, Stemmed> = new Map([
  ...STEMMED.map((code) => [code, code] as const),
  ['nb', 'no'],
  ['nn', 'no'],
]);

/** Of a BCP 47 tag the language whose words have other forms; null for one without. */
export const stemmedAs = (tag: string): Stemmed | null =>
  KNOWN.get(tag.split('-', 1)[0]!.toLowerCase()) ?? null;

const stemmers = new Map<Stemmed, (word: string) => string>();

function stemmerOf(language: Stemmed): (word: string) => string {
  const known = stemmers.get(language);
  if (known) return known;
  const once = createStemmer(language);
  // Of a plural without its article Arabic's leaves a part of the ending, and takes that off the second time.
  const stem = language === 'ar' ? (word: string) => once(once(word)) : once;
  stemmers.set(language, stem);
  return stem;
}

/** What has no shape, and would part a word from its ending. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;

/**
 * What the forms of a word have in common in a language, as it is compared: with its accents, which endings are known by,
 * and without them, as many people type. `word` is the same word, folded.
 */
export function stemsOf(written: string, word: string, language: Stemmed): readonly string[] {
  const stem = stemmerOf(language);
  const plain = written.normalize('NFKC').replace(UNSEEN, '');
  // I and İ are two letters in Turkish.
  const small = language === 'tr' ? plain.toLocaleLowerCase('tr') : plain.toLowerCase();
  const stems = small === word ? [stem(word)] : [folded(stem(small)), folded(stem(word))];
  return [...new Set(stems)].filter((one) => one !== '');
}
