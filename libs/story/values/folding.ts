/**
 * Letters that are compared as another one. Unicode relates the first: by upper case, where lower case does not, or in
 * the order of its root collation. The others have something drawn into them that Unicode does not take apart, or a
 * shape of their own, for which ASCII spellings (passports, addresses, keyboards without them) have one usual letter.
 */
const AS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ...pairs('ıiςσᲀвᲁдᲂоᲃсᲄтᲅтᲆъᲇѣᲈꙋґгךכםמןנףפץצ'),
  ...pairs('łløođdðdħh'),
  // Bars: Sámi, Pan-Turkic, languages of Cameroon; hooks: Hausa, Fula, Ewe.
  ...pairs('ŧtǥgƶzɨiʉuɓbɗdɖdƙkƴyƒfʋv'),
  // Azerbaijani writes ə as e where it has ASCII alone; ɛ, ɔ and ŋ are e, o and n in West Africa, ŋ is n in Sámi.
  ...pairs('əeɛeɔoŋn'),
  ['þ', 'th'],
  // Forms of alef, ya and kaf that people type for each other.
  ...pairs('\u0671\u0627\u0649\u064A\u06CC\u064A\u06A9\u0643'),
  // Letters for an apostrophe: with them, pʼyat is written as p’yat and p'yat are.
  ...[...'ʹʻʼʽʾʿˈ'].map((letter) => [letter, "'"] as const),
]);

function pairs(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/(.)(.)/gu)].map(([, letter, as]) => [letter!, as!] as const);
}

/** Marks, the tatweel, and what has no shape: joiners, zero-width spaces, soft hyphens, variation selectors. */
const UNSEEN = '\\p{M}\\p{Default_Ignorable_Code_Point}\\u0640';
/** All that becomes something else, in one pass: it is what folding costs most. */
const OTHERWISE = new RegExp(`[${[...AS.keys()].join('')}${UNSEEN}[\\p{Nd}--[0-9]]]`, 'gv');
const ASCII = /^\p{ASCII}*$/u;
const DIGIT = /\p{Nd}/u;

/** Scripts that put no space between words, and Hangul, which puts particles at the end of them. */
const BY_CHARACTER = 'Han Hira Kana Bopo Hang Thai Laoo Khmr Mymr Tale Talu Lana Tavt'
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
/** A letter or digit that is a word by itself. */
export const CHARACTER = `[[\\p{L}\\p{N}]&&[${BY_CHARACTER}]]`;

/**
 * The form in which texts are compared, for search and for removing words. Case, accents and other marks, compatibility
 * forms and the forms of a letter are as one; a decimal digit is that of ASCII; what has no shape is not there. The
 * form of a text is that of its characters one after the other, but for Hangul, whose parts become syllables.
 */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(OTHERWISE, (one) => AS.get(one) ?? (DIGIT.test(one) ? valueOf(one) : ''))
    .normalize('NFC');
}

/** The decimal digits of a script are ten in a row, those of several styles follow each other (Unicode, chapter 4.6). */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
