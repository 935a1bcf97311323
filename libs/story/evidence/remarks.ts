import { isSilent, REMARKS, STANCE_RULES, type RemarkStance } from '../facts/stance.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import { same } from '../values/text.js';
import type { AssertionState } from './assertion-state.js';
import { union } from './weight.js';

/** The assertions of an origin in one stance without weight, and who spoke for the origin. */
interface Remark {
  readonly said: AppendOnlyList<AssertionState>;
  readonly speakers: readonly string[];
}

export type Remarks = Readonly<Record<RemarkStance, Remark>>;
/** Who spoke in each of the stances without weight, in order of their ids. */
export type Speakers = Readonly<Record<RemarkStance, readonly string[]>>;

const byStance = <T>(of: (stance: RemarkStance) => T): Readonly<Record<RemarkStance, T>> =>
  Object.fromEntries(REMARKS.map((stance) => [stance, of(stance)])) as Record<RemarkStance, T>;

const NO_REMARK: Remark = { said: AppendOnlyList.empty<AssertionState>(), speakers: [] };
export const NO_REMARKS: Remarks = byStance(() => NO_REMARK);
const NO_SPEAKERS: Speakers = byStance(() => []);

const SILENT = REMARKS.filter(isSilent);
/** The stances that take back everything which the origin said before. */
const REVERSALS = REMARKS.filter((stance) => STANCE_RULES[stance].weight === 'none');

/** The remarks with one more; the stance of the assertion has no weight. */
export function withRemark(remarks: Remarks, a: AssertionState): Remarks {
  const stance = a.stance as RemarkStance;
  const { said, speakers } = remarks[stance];
  return { ...remarks, [stance]: { said: said.push(a), speakers: union(speakers, [a.origin.speaker]) } };
}

/** The next assertion of an origin ends its silence. */
export const withoutSilence = (remarks: Remarks): Remarks => without(remarks, SILENT);

/** An origin that supports or denies a claim again no longer takes everything back. */
export const withoutReversals = (remarks: Remarks): Remarks => without(remarks, REVERSALS);

function without(remarks: Remarks, stances: readonly RemarkStance[]): Remarks {
  if (stances.every((stance) => remarks[stance] === NO_REMARK)) return remarks;
  return { ...remarks, ...Object.fromEntries(stances.map((stance) => [stance, NO_REMARK])) };
}

/** The remarks that remain when everything before a revision is taken back: earlier reversals stay too. */
export const remarksSince = (revision: number, remarks: Remarks): Remarks =>
  byStance((stance) =>
    REVERSALS.includes(stance)
      ? remarks[stance]
      : remarkOf(remarks[stance].said.lastWhile((a) => a.revision === revision)),
  );

const remarkOf = (said: readonly AssertionState[]): Remark =>
  said.length === 0
    ? NO_REMARK
    : {
        said: NO_REMARK.said.append(said),
        speakers: [...new Set(said.map((a) => a.origin.speaker))],
      };

/** The assertions by which an origin took everything back, if it neither supports nor denies the claim since. */
export const reversalsIn = (remarks: Remarks): readonly AssertionState[] =>
  REVERSALS.flatMap((stance) => [...remarks[stance].said]);

/** Who spoke for any of these origins in each of the stances without weight. */
export function speakersOf(origins: readonly { readonly remarks: Remarks }[]): Speakers {
  const remarking = origins.filter(({ remarks }) => remarks !== NO_REMARKS);
  if (remarking.length === 0) return NO_SPEAKERS;
  return byStance((stance) => {
    const speakers = new Set<string>();
    for (const { remarks } of remarking)
      for (const speaker of remarks[stance].speakers) speakers.add(speaker);
    return [...speakers].sort();
  });
}

export const sameSpeakers = (a: Remarks, b: Remarks): boolean =>
  a === b || REMARKS.every((stance) => same(a[stance].speakers, b[stance].speakers));
