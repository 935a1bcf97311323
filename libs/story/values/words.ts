import { CHARACTER, folded } from './folding.js';

/** Letters of Cyrillic and Greek script, each with the Latin letter that it may be mistaken for. */
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

/** What may stand between the words of a name. */
const GAP = /[\p{Z}\p{P}\p{Cc}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** A part of a Hangul syllable that may follow another, and the one other letter that Unicode composes with one. */
const PART = /[\u1161-\u1175\u11a8-\u11c2\u{16d67}]/u;

/** A text in the form in which words are compared, and where each of its letters stood. */
interface Folded {
  readonly letters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * A text folded letter by letter, with one form for look-alike letters too; so are all gaps, of which there is one
 * between two words. A letter that becomes two (ß) gives two that stood at one place; parts of a Hangul syllable give
 * one that stood at all of theirs.
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
  /** The letters that a character is compared by, a gap as a space. */
  readonly lettersOf: (char: string) => readonly string[];
  /** A letter beside which a word may begin and end. */
  readonly byItself: RegExp;
}

const asLetters = (text: string, alike: Readonly<Record<string, string>>): readonly string[] =>
  [...text].flatMap((one) => (GAP.test(one) ? ' ' : [...(alike[one] ?? one)]));

export const PRESENT: Comparison = {
  lettersOf: cached((char) => asLetters(folded(char), ALIKE)),
  byItself: new RegExp(CHARACTER, 'v'),
};

/** How words were compared by removals of version 1. */
export const FORMER: Comparison = {
  lettersOf: cached((char) => {
    const seen = char.normalize('NFKD').toLowerCase().normalize('NFKD');
    return asLetters(seen.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu, ''), FORMERLY_ALIKE);
  }),
  byItself:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
};

const MOST_CACHED = 10_000;

/** A removal looks through whole logs, of few different characters. */
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

/** What a part of a syllable makes of the letter before it; null where that stays a letter of its own. */
function composed(before: string | undefined, part: string): string | null {
  const [syllable, more] = `${before ?? ''}${part}`.normalize('NFC');
  return before === undefined || syllable === undefined || more !== undefined ? null : syllable;
}

/**
 * A function that gives a text with every occurrence of any of the words replaced, and a text without one as it is.
 * Words are found as whole words, whatever their case, accents, spacing and look-alike letters.
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

/** The words of a text that say something, as they are compared: those of four letters or more, parts of syllables too. */
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
  /** Whether a word may begin or end between these two letters. */
  const parted = (outside: string | undefined, inside: string): boolean =>
    outside === undefined || !LETTER.test(outside) || byItself.test(outside) || byItself.test(inside);
  return parted(letters[at - 1], word[0]!) && parted(letters[at + word.length], word.at(-1)!);
}
