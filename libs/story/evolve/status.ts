import { variableOf } from '../facts/claim.js';
import type { Recorded } from '../facts/event.js';
import type { ClaimStatus } from '../evidence/status.js';
import { claimStatus } from '../state/claim-status.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { ClaimState, StatusChange, Story } from '../state/story.js';
import { same } from '../values/text.js';
import { restingOn } from '../state/linked-claims.js';
import { counts, claimsReplacedBy } from '../state/replacing.js';
import { supportersOf } from '../evidence/stance.js';
import { valuesToRefresh, replacementsOf, flaggedReplacements } from '../state/variable.js';

/**
 * Derives again the status of the claims that an event touched. So it does for other values of their variables, and for
 * linked claims, if the event changes how these are replaced.
 */
export function refreshStatuses(
  before: Story,
  story: Story,
  touched: Iterable<string>,
  recorded: Recorded,
): Story {
  const ids = new Set(touched);
  for (const id of before.links.size + story.links.size === 0 ? [] : [...ids])
    if (evidenceChanged(before, story, id))
      for (const other of [...restingOn(before, id), ...restingOn(story, id)]) ids.add(other);
  const moved = new Set<string>();
  for (const id of ids) {
    const [was, is] = [before.claims.get(id), story.claims.get(id)];
    const origins = movedOrigins(was, is);
    if (origins.length > 0) moved.add(id);
    for (const variable of variablesOf(was, is))
      for (const origin of origins)
        for (const value of valuesToRefresh(story, variable, origin)) moved.add(value.claim.id);
  }
  for (const id of targetsToRefresh(before, story, ids)) moved.add(id);
  let next = story;
  for (const id of new Set([...ids, ...moved])) next = refresh(next, id, moved.has(id), recorded);
  return next;
}

/** Whether the assertions on a claim, or its links, changed. */
const evidenceChanged = (before: Story, story: Story, id: string): boolean =>
  before.links !== story.links || before.claims.get(id)?.stances !== story.claims.get(id)?.stances;

/** The claims that touched claims replace, if these began or ceased to count. */
function targetsToRefresh(before: Story, story: Story, touched: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  if (before.links.size + story.links.size === 0) return found;
  const targets = (id: string): readonly string[] => [
    ...claimsReplacedBy(before, id),
    ...claimsReplacedBy(story, id),
  ];
  for (const id of touched) {
    const [was, is] = [before.claims.get(id), story.claims.get(id)];
    const moved = before.links !== story.links || was?.stances !== is?.stances || isDecision(was ?? is);
    for (const target of moved ? targets(id) : []) found.add(target);
  }
  // An annulled decision annuls nothing itself.
  for (const id of found)
    if (isDecision(story.claims.get(id)) && countsIn(before, id) !== countsIn(story, id))
      for (const target of targets(id)) found.add(target);
  return found;
}

const isDecision = (state: Maybe): boolean => state?.claim.kind === 'decision';

function countsIn(story: Story, id: string): boolean {
  const state = story.claims.get(id);
  return state !== undefined && counts(story, state);
}

type Maybe = ClaimState | undefined;

/** The variables that a claim measures before or after an event. */
const variablesOf = (was: Maybe, is: Maybe): ReadonlySet<string> =>
  new Set([was, is].flatMap((state) => (state ? (variableOf(state.claim) ?? []) : [])));

/** The origins for which an event adds, removes or changes a value. */
function movedOrigins(was: Maybe, is: Maybe): readonly string[] {
  if (variablesOf(was, is).size === 0) return [];
  const [before, now] = [was, is].map((s) => (s ? supportersOf(s.stances) : new Map<string, string>()));
  const all = [...new Set([...before!.keys(), ...now!.keys()])];
  return was && is && sameInSeries(was, is)
    ? all.filter((origin) => before!.get(origin) !== now!.get(origin))
    : all;
}

const sameInSeries = (was: ClaimState, is: ClaimState): boolean =>
  variableOf(was.claim) === variableOf(is.claim) &&
  same(was.validTime, is.validTime) &&
  was.revision === is.revision &&
  was.index === is.index;

/** Derives the status of a claim. Its first status is the one after the event that identified it. */
function refresh(story: Story, id: string, seriesMoved: boolean, recorded: Recorded): Story {
  const state = story.claims.get(id);
  if (!state) return story;
  const series = seriesMoved || isDecision(state) ? replacementsOf(story, state) : flaggedReplacements(state);
  const found = claimStatus(story, state, series);
  const before = state.current;
  const moved = state.history.length === 0 || !same(historyParts(before), historyParts(found));
  if (!moved && same(before.because, found.because) && same(before.basis, found.basis)) return story;
  const current: StatusChange = {
    ...found,
    revision: moved ? recorded.revision : before.revision,
    since: state.history.length > 0 && found.status === before.status ? before.since : recorded.recordedAt,
  };
  const history = moved ? state.history.push(current) : state.history;
  return { ...story, claims: story.claims.set(id, { ...state, current, history }) };
}

/** Merges several changes of a status within one event into one. */
export function mergeMoves(before: Story, after: Story, { revision, recordedAt }: Recorded): Story {
  let { claims } = after;
  for (const id of after.claims.changesSince(before.claims)) {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    if (!is) continue;
    let moves = 0;
    for (const move of is.history.newestFirst())
      if (move.revision === revision) moves += 1;
      else break;
    // After a single change the reasons may still differ at the end of the event.
    const [newest] = is.history.newestFirst();
    if (moves === 0 || (moves === 1 && newest === is.current)) continue;
    // A claim that was removed and identified again within the event starts a new history.
    const isOld = was !== undefined && is.history.length - moves === was.history.length;
    const history = isOld ? was.history : AppendOnlyList.empty<StatusChange>();
    const isUnchanged = isOld && same(historyParts(was.current), historyParts(is.current));
    const since = isOld && was.current.status === is.current.status ? was.current.since : recordedAt;
    const current = { ...is.current, since, revision: isUnchanged ? was.current.revision : revision };
    claims = claims.set(id, { ...is, current, history: isUnchanged ? history : history.push(current) });
  }
  return claims === after.claims ? after : { ...after, claims };
}

/** The parts of a status whose change makes an entry in its history. */
const historyParts = ({ status, support, authority, contest, flags }: ClaimStatus): unknown => ({
  status,
  support,
  authority,
  contest,
  flags,
});
