import type { Comparator, Figure } from './claim.js';
import type { Text } from '../values/text.js';

type Amount = Pick<Figure, 'count' | 'low' | 'high' | 'comparator'>;

/**
 * The words of a new value of a variable, in each language of an earlier value. If the earlier words contain the
 * earlier amount and no other number, they get the new amount. Otherwise the words are a label: the name of what is
 * counted, a colon and the amount. `inOthers` has that name in other languages. A language with neither is left out,
 * unless no language remains.
 */
export function figureWords(
  figure: Figure,
  earlier: { readonly text: Text; readonly figure: Figure },
  inOthers: Text = {},
): Text {
  const entries = Object.entries(earlier.text).flatMap(([language, words]) => {
    const what = inOthers[language];
    const text =
      withAmount(words, language, earlier.figure, figure) ??
      (what === undefined ? null : labelled({ ...figure, what }, language));
    return text === null ? [] : [[language, text] as const];
  });
  if (entries.length > 0) return Object.fromEntries(entries);
  const [first = 'und'] = Object.keys(earlier.text);
  return { [first]: labelled(figure, first) };
}

/** Null if the words need another grammatical number: one person is killed, two are. */
function withAmount(words: string, language: string, was: Amount, is: Amount): string | null {
  if (was.count === 1 || is.count === 1) return null;
  const found = written(amountWords(was, language)).exec(words);
  if (!found) return null;
  const [before, after] = [words.slice(0, found.index), words.slice(found.index + found[0].length)];
  if (/\p{N}/u.test(before + after)) return null;
  const said = amountWords(is, language);
  return before + (before.trim() === '' ? capital(said) : said) + after;
}

/** Matches an amount with any separator of thousands: 10,000, 10.000, 10 000, 10’000 and 10000. */
function written(amount: string): RegExp {
  const plain = amount.replaceAll(/(?<=\d)[\s,](?=\d{3})/gu, '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(plain.replaceAll(/(?<=\d)(?=(?:\d{3})+(?!\d))/g, "[\\s,.’']?"), 'iu');
}

function labelled(figure: Figure, language: string): string {
  const { what, of, denominator, period, unit } = figure;
  const amount = [amountWords(figure, language), unit].filter((part) => part !== null).join(' ');
  const colon = customOf(language) === 'fr' ? ' : ' : ': ';
  return [`${capital(what)}${colon}${amount}`, of, denominator, period]
    .filter((part) => part !== null)
    .join(', ');
}

const COMPARED: Readonly<Record<'en' | 'fr' | 'other', Readonly<Record<Comparator, string>>>> = {
  en: {
    '=': '',
    '~': 'about ',
    '>': 'more than ',
    '>=': 'at least ',
    '<': 'fewer than ',
    '<=': 'at most ',
  },
  fr: {
    '=': '',
    '~': 'environ ',
    '>': 'plus de ',
    '>=': 'au moins ',
    '<': 'moins de ',
    '<=': 'au plus ',
  },
  other: { '=': '', '~': '~ ', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ' },
};

/** A count with its comparator, or the bounds: "at least 57", "40 to 50", "57 (40 to 60)". */
function amountWords({ count, low, high, comparator }: Amount, language: string): string {
  const custom = customOf(language);
  const compared = COMPARED[custom];
  const to = { en: ' to ', fr: ' à ', other: '–' }[custom];
  const range =
    low !== null && high !== null
      ? `${numberIn(low, language)}${to}${numberIn(high, language)}`
      : low !== null
        ? `${compared['>=']}${numberIn(low, language)}`
        : high !== null
          ? `${compared['<=']}${numberIn(high, language)}`
          : null;
  if (count === null) return range ?? '';
  const counted = `${compared[comparator]}${numberIn(count, language)}`;
  return range === null ? counted : `${counted} (${range})`;
}

/** The separator of thousands and the decimal mark. Other languages get digits without separators. */
const MARKS = { en: [',', '.'], fr: ['\u202f', ','], other: ['', '.'] } as const;

function numberIn(value: number, language: string): string {
  const [thousands, decimal] = MARKS[customOf(language)];
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, thousands);
  return decimals === undefined ? grouped : `${grouped}${decimal}${decimals}`;
}

function customOf(language: string): 'en' | 'fr' | 'other' {
  const [base] = language.split('-');
  return base === 'en' || base === 'fr' ? base : 'other';
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
