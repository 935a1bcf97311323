import type { Origin } from '../facts/attribution.js';
import { STANCE_RULES } from '../facts/stance.js';
import { memoize } from '../values/memoize.js';
import type { Uuid } from '../values/text.js';
import { byRevision, type AssertionState } from './assertion-state.js';
import {
  NO_REMARKS,
  remarksSince,
  withoutReversals,
  withoutSilence,
  withRemark,
  type Remarks,
} from './remarks.js';
import { NO_WEIGHT, supports, weightAfter, type Weight } from './weight.js';

/** The position of one origin on one claim. All lists are in order of revision. */
export interface OriginStance {
  /** As described when it last took a stance that is in force: later descriptions do not change the past. */
  readonly origin: Origin;
  readonly weight: Weight;
  readonly remarks: Remarks;
  /** The support that was withdrawn or retracted, and the assertions that took support back: the latest ten. */
  readonly takenBack: readonly AssertionState[];
  /** Whether it ever supported the claim by an assertion that was neither withdrawn nor retracted. */
  readonly supported: boolean;
  /** The revision of its latest assertion that was neither withdrawn nor retracted. */
  readonly latest: number | null;
}

/** The stance of an origin by its assertions on a claim: at least one, in order of revision. */
export function stanceOf(said: readonly AssertionState[]): OriginStance {
  const { origin } = said[0]!;
  const before = {
    origin,
    weight: NO_WEIGHT,
    remarks: NO_REMARKS,
    takenBack: [],
    supported: false,
    latest: null,
  };
  return said.reduce<OriginStance>(stanceAfter, before);
}

/**
 * The stance of an origin after one more assertion, not earlier than the others.
 *
 * Of the assertions with weight the latest is in force, with those before it on the same side. So an origin that is
 * only relayed once more loses nothing. Any assertion ends an earlier silence. One that takes back ends everything
 * before it, until the origin supports or denies the claim again.
 */
export function stanceAfter(before: OriginStance, a: AssertionState): OriginStance {
  const { weight, remarks, takenBack, supported, latest } = before;
  if (a.withdrawn !== null || a.retracted !== null) {
    const origin = latest === null ? a.origin : before.origin;
    return { ...before, origin, takenBack: supports(a) ? latestTen(takenBack, a) : takenBack };
  }
  const left = a.revision === latest ? remarks : withoutSilence(remarks);
  switch (STANCE_RULES[a.stance].weight) {
    case 'for':
    case 'against':
      return {
        origin: a.origin,
        weight: weightAfter(weight, a),
        remarks: withoutReversals(left),
        takenBack,
        supported: supported || supports(a),
        latest: a.revision,
      };
    case 'none':
      return {
        origin: a.origin,
        weight: NO_WEIGHT,
        remarks: withRemark(remarksSince(a.revision, remarks), a),
        takenBack: supported ? latestTen(takenBack, a) : takenBack,
        supported,
        latest: a.revision,
      };
    case 'unchanged': {
      const origin = weight.weighs.length === 0 ? a.origin : before.origin;
      return { ...before, origin, remarks: withRemark(left, a), latest: a.revision };
    }
  }
}

const latestTen = (before: readonly AssertionState[], a: AssertionState): readonly AssertionState[] =>
  [...before, a].sort(byRevision).slice(-10);

/** The assertions of one origin that are in force now. The others were given up, ended or taken back. */
export const assertionsInForce = memoize((said: readonly AssertionState[]): ReadonlySet<Uuid> => {
  const { weight, remarks } = stanceOf(said);
  const lists = [weight.weighs, ...Object.values(remarks).map((r) => r.said)];
  return new Set(lists.flatMap((list) => [...list]).map((a) => a.id));
});

/** The origins that support a claim, each with its last speaker. */
export const supportersOf = memoize(
  (stances: readonly OriginStance[]): ReadonlyMap<string, string> =>
    new Map(
      stances.flatMap(({ weight }) => {
        const last = weight.supports.last();
        return last ? [[last.origin.id, last.origin.speaker] as const] : [];
      }),
    ),
);
