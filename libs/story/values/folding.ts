/**
 * Letters that compare as other letters. Unicode relates the first ones: by upper case, or in the order of its root
 * collation. The others have a bar or hook that Unicode does not decompose, or a separate shape. For each of these,
 * ASCII spellings (passports, addresses, keyboards) have one usual letter.
 */
const AS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ...pairs('ıiςσᲀвᲁдᲂоᲃсᲄтᲅтᲆъᲇѣᲈꙋґгךכםמןנףפץצ'),
  ...pairs('łløođdðdħh'),
  // Bars: Sámi, Pan-Turkic, languages of Cameroon; hooks: Hausa, Fula, Ewe.
  ...pairs('ŧtǥgƶzɨiʉuɓbɗdɖdƙkƴyƒfʋv'),
  // In ASCII, Azerbaijani writes ə as e. West Africa writes ɛ, ɔ and ŋ as e, o and n; Sámi writes ŋ as n.
  ...pairs('əeɛeɔoŋn'),
  ['þ', 'th'],
  // Forms of alef, ya and kaf that people type for each other.
  ...pairs('\u0671\u0627\u0649\u064A\u06CC\u064A\u06A9\u0643'),
  // Letters used as an apostrophe: pʼyat, p’yat and p'yat are one word.
  ...[...'ʹʻʼʽʾʿˈ'].map((letter) => [letter, "'"] as const),
]);

function pairs(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/(.)(.)/gu)].map(([, letter, as]) => [letter!, as!] as const);
}

/** Marks, the tatweel, and invisible characters: joiners, zero-width spaces, soft hyphens, variation selectors. */
const UNSEEN = '\\p{M}\\p{Default_Ignorable_Code_Point}\\u0640';
/** Everything that a folding replaces, in one pass: this is its most expensive step. */
const OTHERWISE = new RegExp(`[${[...AS.keys()].join('')}${UNSEEN}[\\p{Nd}--[0-9]]]`, 'gv');
const ASCII = /^\p{ASCII}*$/u;
const DIGIT = /\p{Nd}/u;

/** Scripts without spaces between words, and Hangul, which appends particles to words. */
const BY_CHARACTER = 'Han Hira Kana Bopo Hang Thai Laoo Khmr Mymr Tale Talu Lana Tavt'
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
/** A letter or digit that may be a whole word. */
export const CHARACTER = `[[\\p{L}\\p{N}]&&[${BY_CHARACTER}]]`;

/**
 * The form in which texts are compared, for search and for the removal of words. It ignores case, accents and other
 * marks, compatibility forms, variants of a letter, and invisible characters. Decimal digits become ASCII. Each
 * character folds separately, except Hangul, whose parts are composed into syllables.
 */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(OTHERWISE, (one) => AS.get(one) ?? (DIGIT.test(one) ? valueOf(one) : ''))
    .normalize('NFC');
}

/** The decimal digits of a script are ten code points in a row; styles follow each other (Unicode, chapter 4.6). */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
