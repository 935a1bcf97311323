import { variableOf, type Held } from './claim.js';
import { remembered } from './memory.js';
import type { OriginStance } from './stance.js';
import type { FlagName } from './status.js';
import type { ClaimState, Series, Story } from './story.js';
import type { Instant } from './text.js';

/**
 * A variable is what several figures or shares measure; each origin's values form a series over world time.
 * A later value for a later time supersedes; another value by the same origin for the same time restates.
 */
export function seriesOf(story: Story, state: ClaimState): Series {
  const variable = variableOf(state.claim);
  const superseded = new Set<string>();
  const restated = new Set<string>();
  for (const other of variable === null ? [] : valuesOf(story, variable)) {
    const later = startOf(other.held) > startOf(state.held);
    const restates = sameTime(other.held, state.held) && recordedAfter(other, state);
    if (!later && !restates) continue;
    for (const [origin, speaker] of supportersOf(state.stances))
      if (supportersOf(other.stances).has(origin)) (later ? superseded : restated).add(speaker);
  }
  return { superseded: [...superseded].sort(), restated: [...restated].sort() };
}

/** The values of one origin whose flags do not tell yet that it superseded or restated them, or still do. */
export function mistold(story: Story, variable: string, origin: string): readonly ClaimState[] {
  const own = valuesOf(story, variable).filter((v) => supportersOf(v.stances).has(origin));
  const lastStart = own.reduce((last, { held }) => Math.max(last, startOf(held)), -Infinity);
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
      superseded.includes(speaker) !== startOf(value.held) < lastStart ||
      restated.includes(speaker) !== isRestated
    );
  });
}

/** Who superseded and restated a claim when its status was last found. */
export function toldSeries({ current }: ClaimState): Series {
  const who = (flag: FlagName): readonly string[] => current.flags.find((f) => f.flag === flag)?.who ?? [];
  return { superseded: who('superseded'), restated: who('restated') };
}

/**
 * Whether a claim holds at a moment of world time. A proposition holds from its earliest start to its latest
 * end, both included. A value carries forward until the next value of its variable by the same origin, and
 * of two values for one time the later word counts.
 */
export function holdsAt(story: Story, state: ClaimState, at: Instant): boolean {
  const origins = [...supportersOf(state.stances).keys()];
  const variable = variableOf(state.claim);
  if (variable === null || origins.length === 0) return startOf(state.held) <= at && at <= endOf(state.held);
  if (startOf(state.held) > at) return false;
  const values = valuesOf(story, variable);
  return origins.some((origin) => {
    const begun = values.filter((s) => startOf(s.held) <= at && supportersOf(s.stances).has(origin));
    return begun.every((s) => s === state || !overrules(s, state));
  });
}

/** The claims that measure a variable, in order of record. */
export const valuesOf = (story: Story, variable: string): readonly ClaimState[] =>
  (story.variables.get(variable) ?? []).flatMap((id) => story.claims.get(id) ?? []);

const overrules = (other: ClaimState, state: ClaimState): boolean =>
  startOf(other.held) > startOf(state.held) ||
  (startOf(other.held) === startOf(state.held) && recordedAfter(other, state));

/** What was recorded later; within one development, what it names later. */
export function recordedAfter(
  a: Pick<ClaimState, 'revision' | 'index'>,
  b: Pick<ClaimState, 'revision' | 'index'>,
): boolean {
  return a.revision === b.revision ? a.index > b.index : a.revision > b.revision;
}

export const startOf = (held: Held): Instant => held.from ?? -Infinity;
const endOf = (held: Held): Instant => held.to ?? Infinity;
const sameTime = (a: Held, b: Held): boolean => a.from === b.from && a.to === b.to;
const timeOf = ({ from, to }: Held): string => `${from} ${to}`;

/** The origins that support a claim, each with who last spoke for it. */
export const supportersOf = remembered(
  (stances: readonly OriginStance[]): ReadonlyMap<string, string> =>
    new Map(
      stances.flatMap(({ weight }) => {
        const last = weight.supports.last();
        return last ? [[last.origin.id, last.origin.speaker] as const] : [];
      }),
    ),
);
