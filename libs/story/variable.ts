import { variableOf, type Held } from './claim.js';
import { remembered } from './memory.js';
import type { OriginStance } from './stance.js';
import type { ClaimState, Series, Story } from './story.js';
import type { Instant } from './text.js';

/**
 * A variable is what several figures or shares measure; each origin's values form a series over world time.
 * A later value for a later time supersedes; another value by the same origin for the same time restates.
 * Of each claim that measures the variable, who superseded and who restated it.
 */
export function seriesOf(story: Story, variable: string): ReadonlyMap<string, Series> {
  const values = valuesOf(story, variable);
  const lastStart = new Map<string, Instant>();
  const lastWord = new Map<string, Map<string, ClaimState>>();
  for (const value of values) {
    const start = startOf(value.held);
    const words = lastWord.get(timeOf(value.held)) ?? new Map<string, ClaimState>();
    lastWord.set(timeOf(value.held), words);
    for (const origin of supportersOf(value.stances).keys()) {
      const word = words.get(origin);
      if (!word || recordedAfter(value, word)) words.set(origin, value);
      if (start >= (lastStart.get(origin) ?? -Infinity)) lastStart.set(origin, start);
    }
  }
  const series = new Map<string, Series>();
  for (const value of values) {
    const superseded = new Set<string>();
    const restated = new Set<string>();
    const words = lastWord.get(timeOf(value.held))!;
    for (const [origin, speaker] of supportersOf(value.stances)) {
      if (lastStart.get(origin)! > startOf(value.held)) superseded.add(speaker);
      if (recordedAfter(words.get(origin)!, value)) restated.add(speaker);
    }
    series.set(value.claim.id, { superseded: [...superseded].sort(), restated: [...restated].sort() });
  }
  return series;
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
