import { CHARACTER, folded } from './folding.js';

/** Cyrillic and Greek letters, each with the Latin letter that looks like it. */
const ALIKE: Readonly<Record<string, string>> = {
  ...pairs('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhԛqԝw'),
  ...pairs('αaβbεeηnιiκkνvοoρpτtυuχx'),
};

const FORMERLY_ALIKE: Readonly<Record<string, string>> = {
  ...ALIKE,
  ...pairs('\u0671\u0627\u0649\u064A\u06CC\u064A\u06A9\u0643'),
  ...pairs('ςσıiøođdðdłl'),
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  þ: 'th',
};

function pairs(text: string): Record<string, string> {
  const letters = [...text];
  return Object.fromEntries(
    letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1] ?? letter]] : [])),
  );
}

/** Characters that may separate the words of a name. */
const GAP = /[\p{Z}\p{P}\p{Cc}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** A part of a Hangul syllable that may follow another part, and the one other letter that Unicode composes. */
const PART = /[\u1161-\u1175\u11a8-\u11c2\u{16d67}]/u;

/** A text in its compared form, with the positions of each letter in the original text. */
interface Folded {
  readonly letters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Folds a text letter by letter. Look-alike letters get one form, and so do gaps: there is one gap between two words. A
 * letter that becomes two (ß) gives two letters at one position. The parts of a Hangul syllable give one letter, which
 * covers the positions of all of them.
 */
function fold(text: string, { lettersOf }: Comparison): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    const seen = lettersOf(char);
    if (seen.length === 0 && ends.length > 0) ends[ends.length - 1] = end;
    for (const letter of seen) {
      const syllable = PART.test(letter) ? composed(letters.at(-1), letter) : null;
      if (syllable !== null) letters[letters.length - 1] = syllable;
      if (syllable !== null || (letter === ' ' && letters.at(-1) === ' ')) ends[ends.length - 1] = end;
      else {
        letters.push(letter);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { letters, starts, ends };
}

/** How words are compared. */
export interface Comparison {
  /** The letters that represent a character; a gap is a space. */
  readonly lettersOf: (char: string) => readonly string[];
  /** A letter next to which a word may begin or end. */
  readonly byItself: RegExp;
}

const asLetters = (text: string, alike: Readonly<Record<string, string>>): readonly string[] =>
  [...text].flatMap((one) => (GAP.test(one) ? ' ' : [...(alike[one] ?? one)]));

export const PRESENT: Comparison = {
  lettersOf: cached((char) => asLetters(folded(char), ALIKE)),
  byItself: new RegExp(CHARACTER, 'v'),
};

/** How removals of version 1 compared words. */
export const FORMER: Comparison = {
  lettersOf: cached((char) => {
    const seen = char.normalize('NFKD').toLowerCase().normalize('NFKD');
    return asLetters(seen.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu, ''), FORMERLY_ALIKE);
  }),
  byItself:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
};

const MOST_CACHED = 10_000;

/** A removal searches whole logs, which use few different characters. */
function cached(lettersOf: Comparison['lettersOf']): Comparison['lettersOf'] {
  const lettersByChar = new Map<string, readonly string[]>();
  return (char) => {
    const found = lettersByChar.get(char);
    if (found) return found;
    const letters = lettersOf(char);
    if (lettersByChar.size < MOST_CACHED) lettersByChar.set(char, letters);
    return letters;
  };
}

/** The letter that a part of a syllable forms with the letter before it; null if the two stay separate. */
function composed(before: string | undefined, part: string): string | null {
  const [syllable, more] = `${before ?? ''}${part}`.normalize('NFC');
  return before === undefined || syllable === undefined || more !== undefined ? null : syllable;
}

/**
 * Returns a function that replaces every occurrence of the words in a text. It finds whole words only, whatever their
 * case, accents, spacing and look-alike letters.
 */
export function replacer(
  words: readonly string[],
  compared: Comparison = PRESENT,
): (text: string, by: string) => string {
  const wanted = words
    .map((word) => trimmed(fold(word, compared).letters))
    .filter((letters) => letters.length > 0)
    .sort((a, b) => b.length - a.length);
  return (text, by) => {
    const { letters, starts, ends } = fold(text, compared);
    let out = '';
    let copied = 0;
    for (let i = 0; i < letters.length;) {
      const found = wanted.find((word) => matches(letters, i, word, compared));
      if (!found) {
        i += 1;
        continue;
      }
      out += text.slice(copied, starts[i]) + by;
      copied = ends[i + found.length - 1]!;
      i += found.length;
    }
    return copied === 0 ? text : out + text.slice(copied);
  };
}

/** The significant words of a text in their compared form: at least four letters, counting parts of syllables. */
export const wordsIn = (text: string): readonly string[] =>
  fold(text, PRESENT)
    .letters.join('')
    .split(' ')
    .filter((word) => word.normalize('NFD').length >= 4);

const trimmed = (letters: readonly string[]): readonly string[] =>
  letters.slice(letters[0] === ' ' ? 1 : 0, letters.at(-1) === ' ' ? -1 : undefined);

function matches(
  letters: readonly string[],
  at: number,
  word: readonly string[],
  { byItself }: Comparison,
): boolean {
  if (!word.every((letter, i) => letters[at + i] === letter)) return false;
  /** Whether there is a word boundary between these two letters. */
  const parted = (outside: string | undefined, inside: string): boolean =>
    outside === undefined || !LETTER.test(outside) || byItself.test(outside) || byItself.test(inside);
  return parted(letters[at - 1], word[0]!) && parted(letters[at + word.length], word.at(-1)!);
}
