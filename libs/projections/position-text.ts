import type { Audience } from './audience.js';

/**
 * The last digit of a position as clients see it, which is a decimal string that grows with the log. The digit names the
 * log: 1 for the desk's, 2 for the public one. So a position that is given to the wrong server is noticed.
 */
const DIGIT: Readonly<Record<Audience, bigint>> = { desk: 1n, public: 2n };

export const positionText = (audience: Audience, position: bigint): string =>
  String(position * 10n + DIGIT[audience]);

/** The position in a log; `other` if it is of the other log, null if it is not a position. */
export function parsePosition(audience: Audience, text: string): bigint | 'other' | null {
  if (!/^(?:[12]|[1-9]\d{0,17}[12])$/.test(text)) return null;
  const number = BigInt(text);
  return number % 10n === DIGIT[audience] ? number / 10n : 'other';
}
