import anyAscii from 'any-ascii';

/** Marks, and characters that nobody sees: joiners, soft hyphens, the tatweel. */
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** Scripts without spaces between words, and Hangul, which appends particles: each character is a word. */
const CHARACTER = 'Han Hira Kana Hang Thai Laoo Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const WORD = new RegExp(`[[\\p{L}\\p{N}]&&[${CHARACTER}]]|[[\\p{L}\\p{N}]--[${CHARACTER}]]+`, 'gv');

/**
 * The words of a text in Latin letters and digits, in lower case, without accents. Everything else ends a word, also a
 * hyphen and an apostrophe.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(UNSEEN, '').normalize('NFC').toLowerCase();
  return (plain.match(WORD) ?? []).map(inLatin).filter((word) => word !== '');
}

const inLatin = (word: string): string =>
  // Greek ου is one sound; letter by letter it would be oy.
  anyAscii(word.replaceAll('ου', 'ou'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Words in a row as one text, in which spellings of one sound are the same. Without limits between the words, `Al-Asad`,
 * `Al Asad` and `Alasad` are equal. `y`, `j` and `i` are one letter (`Zelenskyy`, `Zelenskij`). So are `kh` and `h`, and
 * `ch`, `sh`, `zh` and the letter without `h` (`Kovač`, `Ковач`). A letter that is repeated counts once.
 */
export const joined = (words: string): string =>
  words
    .replace(/[yj]/g, 'i')
    .replaceAll('kh', 'h')
    .replace(/([csz])h/g, '$1')
    .replace(/(.)\1+/g, '$1');

/**
 * The forms in which a text may have a name: its words in order, beginning with each of them (`Berg, Jan van der`), and
 * reversed. A name without letters or digits has none; nor has one of a single letter, which every text has.
 */
export function formsOf(name: string): readonly string[] {
  const words = wordsOf(name);
  const rotations = words.map((_, i) => [...words.slice(i), ...words.slice(0, i)]);
  const forms = [...rotations, words.toReversed()].map((each) => joined(each.join('')));
  return [...new Set(forms)].filter((form) => form.length > 1);
}
