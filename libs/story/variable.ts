import { variableOf, type Held } from './claim.js';
import { notTakenBack, stanceOf, supports, type AssertionState } from './stance.js';
import type { ClaimState, Series, Story } from './story.js';
import type { Instant } from './text.js';

/**
 * A variable is what several figures or shares measure; each origin's values form a series over world time.
 * A later value for a later time supersedes; another value by the same origin for the same time restates.
 */
export function seriesOf(story: Story, state: Omit<ClaimState, 'current' | 'history'>): Series {
  const variable = variableOf(state.claim);
  const siblings = variable === null ? [] : (story.variables.get(variable) ?? []);
  const superseded = new Set<string>();
  const restated = new Set<string>();
  for (const id of siblings) {
    const other = story.claims.get(id);
    if (!other || id === state.claim.id) continue;
    const later = startOf(other.held) > startOf(state.held);
    const restates = sameTime(other.held, state.held) && after(other, state);
    if (!later && !restates) continue;
    for (const speaker of sharedSpeakers(state, other)) (later ? superseded : restated).add(speaker);
  }
  return { superseded: [...superseded].sort(), restated: [...restated].sort() };
}

/**
 * Whether a claim holds at a moment of world time. A proposition holds from its earliest start to its latest
 * end, both included. A value carries forward until the next value of its variable by the same origin, and
 * of two values for one time the later word counts.
 */
export function holdsAt(story: Story, state: ClaimState, at: Instant): boolean {
  const origins = supportingOrigins(state);
  const variable = variableOf(state.claim);
  if (variable === null || origins.length === 0) return startOf(state.held) <= at && at <= endOf(state.held);
  if (startOf(state.held) > at) return false;
  const siblings = (story.variables.get(variable) ?? []).flatMap((id) => story.claims.get(id) ?? []);
  return origins.some((origin) => {
    const begun = siblings.filter((s) => startOf(s.held) <= at && supportedBy(s, origin));
    return begun.every((s) => s === state || !overrules(s, state));
  });
}

const overrules = (other: ClaimState, state: ClaimState): boolean =>
  startOf(other.held) > startOf(state.held) ||
  (startOf(other.held) === startOf(state.held) && after(other, state));

/** What was recorded later; within one development, what it names later. */
function after(
  a: Pick<ClaimState, 'revision' | 'index'>,
  b: Pick<ClaimState, 'revision' | 'index'>,
): boolean {
  return a.revision === b.revision ? a.index > b.index : a.revision > b.revision;
}

const startOf = (held: Held): Instant => held.from ?? -Infinity;
const endOf = (held: Held): Instant => held.to ?? Infinity;
const sameTime = (a: Held, b: Held): boolean => a.from === b.from && a.to === b.to;

const supportedBy = (state: Omit<ClaimState, 'current' | 'history'>, origin: string): boolean => {
  const assertions = state.byOrigin.get(origin);
  return assertions !== undefined && stanceOf(assertions).supports.length > 0;
};

function supportingOrigins(state: Omit<ClaimState, 'current' | 'history'>): string[] {
  const origins: string[] = [];
  for (const assertions of state.byOrigin.values())
    if (assertions.length > 0 && stanceOf(assertions).supports.length > 0)
      origins.push(assertions[0]!.origin.id);
  return origins;
}

function sharedSpeakers(a: Omit<ClaimState, 'current' | 'history'>, b: ClaimState): string[] {
  const speakers: string[] = [];
  for (const assertions of a.byOrigin.values()) {
    const said = assertions.filter((x: AssertionState) => supports(x) && notTakenBack(x)).at(-1);
    if (said && supportedBy(a, said.origin.id) && supportedBy(b, said.origin.id))
      speakers.push(said.origin.speaker);
  }
  return speakers;
}
