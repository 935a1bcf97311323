/** Letters that look alike or stand for each other in Latin, Cyrillic, Greek and Arabic script, each with one form. */
const ALIKE: Readonly<Record<string, string>> = {
  ...pairs('аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhԛqԝw'),
  ...pairs('αaβbεeηnιiκkνvοoρpτtυuχxς\u03c3'),
  ...pairs('\u0671\u0627\u0649\u064A\u06CC\u064A\u06A9\u0643'),
  ı: 'i',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};

function pairs(text: string): Record<string, string> {
  const letters = [...text];
  return Object.fromEntries(
    letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1] ?? letter]] : [])),
  );
}

/** Marks, the tatweel, and what has no shape: zero-width characters, soft hyphens, variation selectors. */
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** What may stand between the words of a name. */
const GAP = /[\p{Z}\p{P}\p{Cc}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text in the form in which words are compared, and where each of its letters stood. */
interface Folded {
  readonly letters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Case, accents, compatibility forms and script are as one; so are all gaps, of which there is one between two words.
 * A letter that becomes two (ß) gives two that stood at one place.
 */
function fold(text: string): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    const seen = char.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSEEN, '');
    if (seen === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (const one of seen) {
      const gap = GAP.test(one);
      if (gap && letters.at(-1) === ' ') ends[ends.length - 1] = end;
      else
        for (const letter of gap ? ' ' : (ALIKE[one] ?? one)) {
          letters.push(letter);
          starts.push(at);
          ends.push(end);
        }
    }
    at = end;
  }
  return { letters, starts, ends };
}

/**
 * A function that gives a text with every occurrence of any of the words replaced, and a text without one as it is.
 * Words are found as whole words, whatever their case, accents, spacing and look-alike letters.
 */
export function replacer(words: readonly string[]): (text: string, by: string) => string {
  const wanted = words
    .map((word) => trimmed(fold(word).letters))
    .filter((letters) => letters.length > 0)
    .sort((a, b) => b.length - a.length);
  return (text, by) => {
    const { letters, starts, ends } = fold(text);
    let out = '';
    let copied = 0;
    for (let i = 0; i < letters.length;) {
      const found = wanted.find((word) => matches(letters, i, word));
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

/** The words of a text that say something, as they are compared: those of four letters or more. */
export const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .letters.join('')
    .split(' ')
    .filter((word) => word.length >= 4);

const trimmed = (letters: readonly string[]): readonly string[] =>
  letters.slice(letters[0] === ' ' ? 1 : 0, letters.at(-1) === ' ' ? -1 : undefined);

function matches(letters: readonly string[], at: number, word: readonly string[]): boolean {
  if (!word.every((letter, i) => letters[at + i] === letter)) return false;
  return parted(letters[at - 1], word[0]!) && parted(letters[at + word.length], word.at(-1)!);
}

/** Whether a word may begin or end between these two letters. */
const parted = (outside: string | undefined, inside: string): boolean =>
  outside === undefined || !LETTER.test(outside) || UNSPACED.test(outside) || UNSPACED.test(inside);
