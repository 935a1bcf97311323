import type { Figure } from './claim.js';
import { folded } from '../values/folding.js';

/** A number in a text. An ambiguous one (34.000) has two values. */
export interface Numeral {
  readonly text: string;
  readonly values: readonly number[];
  /** Whether it is a rounded form (1.2 million), which matches every number that rounds to it. */
  readonly rounded: boolean;
}

const MONTHS =
  'jan(?:uary|vier)?|feb(?:ruary)?|fev(?:rier)?|mar(?:ch|s)|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?';
/** Times and dates: their numbers do not count anything. */
const TIMES = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{2,4}`,
    String.raw`\d{1,2}\s*[:h]\s*\d{2}`,
    String.raw`\d{1,2}\s*(?:a\.?m|p\.?m)\b`,
    String.raw`\b\d{1,2}(?:er)?\s+(?:${MONTHS})\b`,
    String.raw`\b(?:${MONTHS})\s+\d{1,2}\b`,
  ].join('|'),
  'giu',
);
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  mille: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  milliard: 1e9,
  milliards: 1e9,
};
const NUMERAL =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][.,'’-])(\d{1,3}(?:[\p{Zs}.,'’]\d{3}(?!\d))+|\d+)((?:[.,]\d+)?)(?![\p{L}\p{N}])(?:\s+(\p{L}+))?/gu;

/** The amounts in a text, in digits of any script: no times, dates and years, and no numbers in names (B-52). */
export function numbersIn(text: string): readonly Numeral[] {
  const plain = folded(text).replaceAll(TIMES, ' ');
  return [...plain.matchAll(NUMERAL)].flatMap(([, whole = '', rest = '', word = '']) => {
    const digits = whole.replaceAll(/\D/g, '');
    const scale = SCALES[word] ?? 1;
    if (rest === '' && scale === 1 && /^(?:19|20)\d\d$/.test(whole)) return [];
    const value = Number(`${digits}${rest.replace(',', '.')}`);
    const [, one, three] = /^(\d{1,3})[.,](\d{3})$/.exec(whole) ?? [];
    const other = one !== undefined && rest === '' ? [Number(`${one}.${three}`)] : [];
    const values = [value, ...other].map((n) => n * scale);
    return [{ text: `${whole}${rest}${scale === 1 ? '' : ` ${word}`}`, values, rounded: scale > 1 }];
  });
}

/** Whether a number agrees with a figure. */
export function saysFigure({ values, rounded }: Numeral, figure: Figure): boolean {
  const off = rounded || figure.comparator === '~' ? 0.05 : 0;
  return [figure.count, figure.low, figure.high].some(
    (n) => n !== null && values.some((value) => Math.abs(value - n) <= Math.abs(n) * off),
  );
}

/** A figure in digits, for a message. */
export const figureText = ({ count, low, high }: Figure): string =>
  count === null ? [low, high].filter((n) => n !== null).join(' to ') : String(count);
