import { variableOf, type TimeRange } from '../facts/claim.js';
import { supportersOf } from '../evidence/stance.js';
import { decisionOf, REPLACING, outOfForceFrom, replacingClaims, type Replacing } from './replacing.js';
import type { FlagName } from '../evidence/flags.js';
import type { Replacement } from '../evidence/claim-evidence.js';
import type { ClaimState, Replacements, Story } from './story.js';
import { same, type Instant } from '../values/text.js';

/**
 * How a claim is replaced. A variable is what several figures or shares measure. For each origin, a value for a later
 * time supersedes a claim, and a later value for the same time restates it. Of two periods with the same start, the one
 * that ends later is the later time.
 */
export function replacementsOf(story: Story, state: ClaimState): Replacements {
  const variable = variableOf(state.claim);
  const superseded = new Set<string>();
  const restated = new Set<string>();
  for (const other of variable === null ? [] : valuesOf(story, variable)) {
    const later = isLater(other.validTime, state.validTime);
    const restates = sameTime(other.validTime, state.validTime) && recordedAfter(other, state);
    if (!later && !restates) continue;
    for (const [origin, speaker] of supportersOf(state.stances))
      if (supportersOf(other.stances).has(origin)) (later ? superseded : restated).add(speaker);
  }
  return {
    superseded: replacedOf(story, state, superseded, 'supersedes'),
    restated: replacedOf(story, state, restated, 'restates'),
    annulled: replacedOf(story, state, new Set(), 'annuls'),
  };
}

function replacedOf(
  story: Story,
  { claim: { id, kind } }: ClaimState,
  speakers: Set<string>,
  relation: Replacing,
): Replacement {
  const claims = replacingClaims(story, id, relation);
  for (const { stances } of claims)
    for (const speaker of supportersOf(stances).values()) speakers.add(speaker);
  const found = { who: [...speakers].sort(), by: claims.map(({ claim }) => claim.id).sort() };
  if (kind !== 'decision') return found;
  const deciding = claims.flatMap((claim) => {
    const { announcing, supporting } = decisionOf(story, claim).basis;
    return announcing.length > 0 ? announcing : supporting;
  });
  // One party may have made several of the decisions.
  const each = deciding.filter((one, i) => deciding.findIndex((other) => same(one, other)) === i);
  return { ...found, deciding: each };
}

/** The values of an origin whose flags `superseded` and `restated` are out of date. */
export function valuesToRefresh(story: Story, variable: string, origin: string): readonly ClaimState[] {
  const own = valuesOf(story, variable).filter((v) => supportersOf(v.stances).has(origin));
  const last = own.reduce(
    (l, { validTime }) => (isLater(validTime, l) ? validTime : l),
    own[0]?.validTime ?? { from: null, to: null },
  );
  const lastWords = new Map<string, ClaimState>();
  for (const value of own) {
    const word = lastWords.get(timeOf(value.validTime));
    if (!word || recordedAfter(value, word)) lastWords.set(timeOf(value.validTime), value);
  }
  return own.filter((value) => {
    const speaker = supportersOf(value.stances).get(origin)!;
    const { superseded, restated } = flaggedReplacements(value);
    const isRestated = recordedAfter(lastWords.get(timeOf(value.validTime))!, value);
    return (
      superseded.who.includes(speaker) !== isLater(last, value.validTime) ||
      restated.who.includes(speaker) !== isRestated
    );
  });
}

/** How a claim was replaced when its status was last derived, as its flags say. */
export function flaggedReplacements({ current }: ClaimState): Replacements {
  const found = (flag: FlagName): Replacement => {
    const { who = [], by = [] } = current.flags.find((f) => f.flag === flag) ?? {};
    return { who, by };
  };
  return { superseded: found('superseded'), restated: found('restated'), annulled: found('annulled') };
}

/**
 * Whether a claim is true at a moment of world time. A proposition is true from its earliest start to its latest end,
 * both included. A decision is true until the one that replaces it begins. A value is true until the same origin's next
 * value of the variable; of two values for one time the later assertion counts. Of two periods with the same start, the
 * longer one takes over when the shorter one ends.
 */
export function isValidAt(story: Story, state: ClaimState, at: Instant): boolean {
  const origins = [...supportersOf(state.stances).keys()];
  const variable = variableOf(state.claim);
  if (variable === null || origins.length === 0)
    return (
      startOf(state.validTime) <= at &&
      at <= endOf(state.validTime) &&
      at < (outOfForceFrom(story, state) ?? Infinity)
    );
  const values = valuesOf(story, variable);
  return origins.some((origin) => {
    const own = values.filter((s) => supportersOf(s.stances).has(origin) && !isReplaced(story, s));
    const begun = own.filter((s) => beginsAmong(own, s.validTime) <= at);
    return begun.includes(state) && begun.every((s) => s === state || !overrules(s, state));
  });
}

/** The claims that measure a variable, in order of their record. */
export const valuesOf = (story: Story, variable: string): readonly ClaimState[] =>
  (story.variables.get(variable) ?? []).flatMap((id) => story.claims.get(id) ?? []);

const overrules = (other: ClaimState, state: ClaimState): boolean =>
  isLater(other.validTime, state.validTime) ||
  (sameTime(other.validTime, state.validTime) && recordedAfter(other, state));

/** Whether an editor replaced a claim by another one. */
export const isReplaced = (story: Story, { claim }: ClaimState): boolean =>
  REPLACING.some((relation) => replacingClaims(story, claim.id, relation).length > 0);

/** Whether a range is later than another: it begins later, or it begins at the same time and ends later. */
export const isLater = (a: TimeRange, b: TimeRange): boolean =>
  startOf(a) > startOf(b) || (startOf(a) === startOf(b) && endOf(a) > endOf(b));

/** When a range takes effect among an origin's other values: at its start, or after shorter periods with that start. */
export function beginsAmong(own: readonly ClaimState[], range: TimeRange): Instant {
  return own.reduce(
    (begins, other) =>
      startOf(other.validTime) === startOf(range) && endOf(other.validTime) < endOf(range)
        ? Math.max(begins, endOf(other.validTime) + 1)
        : begins,
    startOf(range),
  );
}

/** Whether a claim was recorded after another; within one development, the later position counts. */
export function recordedAfter(
  a: Pick<ClaimState, 'revision' | 'index'>,
  b: Pick<ClaimState, 'revision' | 'index'>,
): boolean {
  return a.revision === b.revision ? a.index > b.index : a.revision > b.revision;
}

export const startOf = (range: TimeRange): Instant => range.from ?? -Infinity;
export const endOf = (range: TimeRange): Instant => range.to ?? Infinity;
export const sameTime = (a: TimeRange, b: TimeRange): boolean => a.from === b.from && a.to === b.to;
const timeOf = ({ from, to }: TimeRange): string => `${from} ${to}`;
