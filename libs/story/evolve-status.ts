import { variableOf } from './claim.js';
import type { Recorded } from './event.js';
import type { ClaimStatus, FlagName } from './status.js';
import { claimStatus, type Series, type StatusChange, type Story } from './story.js';
import { same } from './text.js';
import { seriesOf } from './variable.js';

/** Of a claim that measures nothing. */
export const NO_SERIES: Series = { superseded: [], restated: [] };

/**
 * Finds anew the status of the claims touched, and of the values beside them (or in a variable that lost one)
 * which are now superseded or restated by others than before.
 */
export function refreshAll(
  story: Story,
  touched: Iterable<string>,
  recorded: Recorded,
  lost: Iterable<string> = [],
): Story {
  const ids = new Set(touched);
  const variables = new Set(lost);
  let next = story;
  for (const id of ids) {
    const variable = measuredBy(story, id);
    if (variable === null) next = refresh(next, id, NO_SERIES, recorded);
    else variables.add(variable);
  }
  for (const variable of variables)
    for (const [id, series] of seriesOf(story, variable))
      if (ids.has(id) || !flagged(story, id, series)) next = refresh(next, id, series, recorded);
  return next;
}

/** Whether the flags of a claim already tell what its series does. */
function flagged(story: Story, id: string, { superseded, restated }: Series): boolean {
  const flags = story.claims.get(id)?.current.flags ?? [];
  const who = (flag: FlagName): readonly string[] => flags.find((f) => f.flag === flag)?.who ?? [];
  return same(who('superseded'), superseded) && same(who('restated'), restated);
}

/** The variable that a claim of the story measures. */
export function measuredBy(story: Story, id: string): string | null {
  const claim = story.claims.get(id)?.claim;
  return claim ? variableOf(claim) : null;
}

/** The first status of a claim is the one after the event that identified it. */
function refresh(story: Story, id: string, series: Series, recorded: Recorded): Story {
  const state = story.claims.get(id);
  if (!state) return story;
  const found = claimStatus(story, state, series);
  const before = state.current;
  const moved = state.history.length === 0 || !same(told(before), told(found));
  if (!moved && same(before.because, found.because) && same(before.basis, found.basis)) return story;
  const current: StatusChange = {
    ...found,
    revision: moved ? recorded.revision : before.revision,
    since: state.history.length > 0 && found.status === before.status ? before.since : recorded.recordedAt,
  };
  const history = moved ? state.history.push(current) : state.history;
  return { ...story, claims: story.claims.set(id, { ...state, current, history }) };
}

/** What of a status is told as a change, where it moves. */
const told = ({ status, support, authority, contest, flags }: ClaimStatus): unknown => ({
  status,
  support,
  authority,
  contest,
  flags,
});
