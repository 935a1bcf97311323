import type { Origin } from '../facts/attribution.js';
import type { Text } from '../values/text.js';
import { reversalsIn } from './remarks.js';
import type { OriginStance } from './stance.js';

/** An origin as a sentence about a status names it. */
export interface Named {
  readonly name: Text;
  readonly kind: Origin['kind'];
  /** Whether its side is declared. */
  readonly sided: boolean;
  /** Whether it is more than one person. */
  readonly several: boolean;
  readonly document?: Origin['document'];
}

const NOBODY: readonly Named[] = [];

/** The first five of these origins, in the order in which they took their stance. */
export const named = (stances: readonly OriginStance[]): readonly Named[] =>
  stances.length === 0
    ? NOBODY
    : firstOf(5, stances, byFirst).map(({ origin, weight, remarks }) => {
        const { name, kind, side, document } = origin;
        const last = weight.weighs.last() ?? reversalsIn(remarks).at(-1);
        return {
          name,
          kind,
          sided: side !== null,
          several: last?.several ?? false,
          ...(document ? { document } : {}),
        };
      });

const byFirst = (a: OriginStance, b: OriginStance): number =>
  sinceOf(a) - sinceOf(b) || (a.origin.id < b.origin.id ? -1 : 1);

/** The revision since which an origin supports or denies the claim, or takes everything back. */
const sinceOf = ({ weight, remarks }: OriginStance): number =>
  weight.since ?? reversalsIn(remarks)[0]?.revision ?? -1;

/** The first few items in an order, without sorting the others. */
function firstOf<T>(count: number, items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const first: T[] = [];
  for (const item of items) {
    let at = first.length;
    while (at > 0 && compare(item, first[at - 1]!) < 0) at--;
    if (at < count) first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}
