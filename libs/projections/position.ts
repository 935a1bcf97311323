import type { Audience } from './audience.js';

/**
 * A position as clients see it: a decimal string that grows with the log. Its last digit tells whose log it is a
 * position of, the desk's (1) or the archive's (2), so that one given to the other is noticed.
 */
const DIGIT: Readonly<Record<Audience, bigint>> = { desk: 1n, public: 2n };

export const positionText = (audience: Audience, position: bigint): string =>
  String(position * 10n + DIGIT[audience]);

/** The position in a log; `other` where it is of the other log, null where it is no position at all. */
export function parsePosition(audience: Audience, text: string): bigint | 'other' | null {
  if (!/^(?:[12]|[1-9]\d{0,17}[12])$/.test(text)) return null;
  const number = BigInt(text);
  return number % 10n === DIGIT[audience] ? number / 10n : 'other';
}
