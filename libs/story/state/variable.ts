import { variableOf, type TimeRange } from '../facts/claim.js';
import { supportersOf } from '../evidence/stance.js';
import { decisionOf, REPLACING, replacedFrom, replacingOf, type Replacing } from './replacing.js';
import type { FlagName, Replaced } from '../evidence/status.js';
import type { ClaimState, Series, Story } from './story.js';
import { same, type Instant } from '../values/text.js';

/**
 * A variable is what several figures or shares measure; each origin's values form a series over world time.
 * A value for a later time supersedes; another value by the same origin for the same time restates. Of two periods that
 * begin together the one that ends later is the later time.
 */
export function seriesOf(story: Story, state: ClaimState): Series {
  const variable = variableOf(state.claim);
  const superseded = new Set<string>();
  const restated = new Set<string>();
  for (const other of variable === null ? [] : valuesOf(story, variable)) {
    const later = isLater(other.held, state.held);
    const restates = sameTime(other.held, state.held) && recordedAfter(other, state);
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
): Replaced {
  const claims = replacingOf(story, id, relation);
  for (const { stances } of claims)
    for (const speaker of supportersOf(stances).values()) speakers.add(speaker);
  const found = { who: [...speakers].sort(), by: claims.map(({ claim }) => claim.id).sort() };
  if (kind !== 'decision') return found;
  const deciding = claims.flatMap((claim) => {
    const { announcing, supporting } = decisionOf(story, claim).basis;
    return announcing.length > 0 ? announcing : supporting;
  });
  // Several decisions may be of one party.
  const each = deciding.filter((one, i) => deciding.findIndex((other) => same(one, other)) === i);
  return { ...found, deciding: each };
}

/** The values of one origin whose flags do not tell yet that it superseded or restated them, or still do. */
export function mistold(story: Story, variable: string, origin: string): readonly ClaimState[] {
  const own = valuesOf(story, variable).filter((v) => supportersOf(v.stances).has(origin));
  const last = own.reduce(
    (l, { held }) => (isLater(held, l) ? held : l),
    own[0]?.held ?? { from: null, to: null },
  );
  const lastWords = new Map<string, ClaimState>();
  for (const value of own) {
    const word = lastWords.get(timeOf(value.held));
    if (!word || recordedAfter(value, word)) lastWords.set(timeOf(value.held), value);
  }
  return own.filter((value) => {
    const speaker = supportersOf(value.stances).get(origin)!;
    const { superseded, restated } = toldSeries(value);
    const isRestated = recordedAfter(lastWords.get(timeOf(value.held))!, value);
    return (
      superseded.who.includes(speaker) !== isLater(last, value.held) ||
      restated.who.includes(speaker) !== isRestated
    );
  });
}

/** Who superseded and restated a claim when its status was last found. */
export function toldSeries({ current }: ClaimState): Series {
  const found = (flag: FlagName): Replaced => {
    const { who = [], by = [] } = current.flags.find((f) => f.flag === flag) ?? {};
    return { who, by };
  };
  return { superseded: found('superseded'), restated: found('restated'), annulled: found('annulled') };
}

/**
 * Whether a claim holds at a moment of world time. A proposition holds from its earliest start to its latest
 * end, both included; a decision until the one that takes it out of force begins. A value carries forward until the next value of its variable by the same origin, and
 * of two values for one time the later word counts. A period takes over once a shorter one that began with it has ended.
 */
export function holdsAt(story: Story, state: ClaimState, at: Instant): boolean {
  const origins = [...supportersOf(state.stances).keys()];
  const variable = variableOf(state.claim);
  if (variable === null || origins.length === 0)
    return (
      startOf(state.held) <= at && at <= endOf(state.held) && at < (replacedFrom(story, state) ?? Infinity)
    );
  const values = valuesOf(story, variable);
  return origins.some((origin) => {
    const own = values.filter((s) => supportersOf(s.stances).has(origin) && !isReplaced(story, s));
    const begun = own.filter((s) => beginsAmong(own, s.held) <= at);
    return begun.includes(state) && begun.every((s) => s === state || !overrules(s, state));
  });
}

/** The claims that measure a variable, in order of record. */
export const valuesOf = (story: Story, variable: string): readonly ClaimState[] =>
  (story.variables.get(variable) ?? []).flatMap((id) => story.claims.get(id) ?? []);

const overrules = (other: ClaimState, state: ClaimState): boolean =>
  isLater(other.held, state.held) || (sameTime(other.held, state.held) && recordedAfter(other, state));

/** Whether an editor put another claim in the place of one. */
export const isReplaced = (story: Story, { claim }: ClaimState): boolean =>
  REPLACING.some((relation) => replacingOf(story, claim.id, relation).length > 0);

/** Whether a time is later than another: it begins later, or with it and ends later. */
export const isLater = (a: TimeRange, b: TimeRange): boolean =>
  startOf(a) > startOf(b) || (startOf(a) === startOf(b) && endOf(a) > endOf(b));

/** From when a value is in force beside an origin's other values: its start, or the end of a shorter period from there. */
export function beginsAmong(own: readonly ClaimState[], held: TimeRange): Instant {
  return own.reduce(
    (begins, other) =>
      startOf(other.held) === startOf(held) && endOf(other.held) < endOf(held)
        ? Math.max(begins, endOf(other.held) + 1)
        : begins,
    startOf(held),
  );
}

/** What was recorded later; within one development, what it names later. */
export function recordedAfter(
  a: Pick<ClaimState, 'revision' | 'index'>,
  b: Pick<ClaimState, 'revision' | 'index'>,
): boolean {
  return a.revision === b.revision ? a.index > b.index : a.revision > b.revision;
}

export const startOf = (held: TimeRange): Instant => held.from ?? -Infinity;
export const endOf = (held: TimeRange): Instant => held.to ?? Infinity;
export const sameTime = (a: TimeRange, b: TimeRange): boolean => a.from === b.from && a.to === b.to;
const timeOf = ({ from, to }: TimeRange): string => `${from} ${to}`;
