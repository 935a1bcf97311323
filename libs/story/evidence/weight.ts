import type { SourceStanding } from '../facts/attribution.js';
import { isSupport } from '../facts/stance.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { AssertionState } from './assertion-state.js';

/** The assertions with weight, for or against a claim, that are in force for one origin. */
export interface Weight {
  readonly weighs: AppendOnlyList<AssertionState>;
  readonly supports: AppendOnlyList<AssertionState>;
  readonly denies: AppendOnlyList<AssertionState>;
  /** The strongest `standing` among the supporting assertions, and all outlets and documents in their chains. */
  readonly standing: SourceStanding;
  readonly through: readonly string[];
  /** The revision of the first of them. */
  readonly since: number | null;
}

const NOTHING = AppendOnlyList.empty<AssertionState>();
const STRENGTH: readonly SourceStanding[] = ['relayer', 'affiliated', 'witness', 'principal'];

export const NO_WEIGHT: Weight = {
  weighs: NOTHING,
  supports: NOTHING,
  denies: NOTHING,
  standing: 'relayer',
  through: [],
  since: null,
};

export const supports = ({ stance }: AssertionState): boolean => isSupport(stance);

/**
 * The weight after one more assertion with weight. The latest is in force, with those before it on the same side. An
 * origin may be on both sides within one revision only.
 */
export function weightAfter(before: Weight, a: AssertionState): Weight {
  const last = before.weighs.last();
  const isOnBothSides = before.supports.length > 0 && before.denies.length > 0;
  if (last && (isOnBothSides || supports(last) !== supports(a))) {
    const staysWith = (b: AssertionState): boolean =>
      last.revision === a.revision ? b.revision === a.revision : supports(b) === supports(a);
    return weightOf([...before.weighs.lastWhile(staysWith), a]);
  }
  const weighs = before.weighs.push(a);
  const { standing, through, since } = before;
  if (!supports(a))
    return { weighs, supports: NOTHING, denies: weighs, standing, through, since: since ?? a.revision };
  return {
    weighs,
    supports: weighs,
    denies: NOTHING,
    standing: STRENGTH.indexOf(a.standing) > STRENGTH.indexOf(standing) ? a.standing : standing,
    through: union(through, a.through),
    since: since ?? a.revision,
  };
}

function weightOf(assertions: readonly AssertionState[]): Weight {
  const supporting = assertions.filter(supports);
  return {
    weighs: NOTHING.append(assertions),
    supports: NOTHING.append(supporting),
    denies: NOTHING.append(assertions.filter((a) => !supports(a))),
    standing: STRENGTH.findLast((s) => supporting.some((a) => a.standing === s)) ?? 'relayer',
    through: supporting.reduce<readonly string[]>((all, a) => union(all, a.through), []),
    since: assertions[0]?.revision ?? null,
  };
}

/** The same list if it already has all of the others. */
export const union = (all: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((one) => all.includes(one)) ? all : [...new Set([...all, ...more])];
