import { variableOf, type Claim, type ClaimLink, type TimeRange, type Judgement } from '../facts/claim.js';
import type { Development, FieldChange } from '../facts/development.js';
import { verdictOf, type JudgementEvent, type Recorded, type StoryEvent } from '../facts/event.js';
import { refreshAll } from './status.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import { withNamesOfClaim } from '../facts/translated-names.js';
import { PersistentMap } from '../values/persistent-map.js';
import { speakersOf, type AssertionState } from '../evidence/stance.js';
import { claimStatus } from '../state/claim-status.js';
import { NO_SERIES, type ClaimState, type StatusChange, type Story } from '../state/story.js';
import type { Uuid } from '../values/text.js';

/** Recorded together: which development brings a claim, and when. */
export interface Bearing {
  readonly development: Development;
  readonly revision: number;
  readonly recordedAt: number;
}

export function identify(story: Story, claim: Claim, index: number, by: Bearing, isPublic: boolean): Story {
  const known = story.claims.get(claim.id);
  if (known) {
    const isPublicNow = known.public || isPublic;
    // A correction may have an earlier development bring what a later one brought: then it was brought there.
    if (known.identifiedBy !== by.development.id && by.revision >= known.revision)
      return known.public === isPublicNow ? story : put(story, { ...known, public: isPublicNow });
    const { revision, recordedAt } = by;
    const held = heldOf(known.claim, by);
    return put(story, {
      ...known,
      identifiedBy: by.development.id,
      revision,
      recordedAt,
      index,
      held,
      public: isPublicNow,
    });
  }
  const bare = {
    claim,
    identifiedBy: by.development.id,
    revision: by.revision,
    index,
    recordedAt: by.recordedAt,
    held: heldOf(claim, by),
    public: isPublic,
    corrected: false,
    changedAt: by.revision,
    byOrigin: PersistentMap.empty<readonly AssertionState[]>(),
    stances: [],
    speakers: speakersOf([]),
    judgements: [],
  };
  const current = { ...claimStatus(story, bare, NO_SERIES), revision: by.revision, since: by.recordedAt };
  const withVariable = inVariable(story, claim);
  return {
    ...withVariable,
    named: withNamesOfClaim(story.named, claim),
    claims: withVariable.claims.set(claim.id, {
      ...bare,
      current,
      history: AppendOnlyList.empty<StatusChange>(),
    }),
    claimOrder: withVariable.claimOrder.push(claim.id),
  };
}

/** Makes a claim's words public, whoever identified it. */
export function publish(story: Story, id: string): Story {
  const state = story.claims.get(id);
  return state && !state.public ? put(story, { ...state, public: true }) : story;
}

/**
 * Without a time of its own a claim has its development's, else the day it was reported, else from its record on. A
 * decision is in force from then on, until the end of a period that it names.
 */
function heldOf(claim: Claim, by: Bearing): TimeRange {
  const given = claim.occurred ?? by.development.occurred ?? by.development.reportedAt;
  if (claim.kind === 'decision')
    return {
      from: given ? given.from : by.recordedAt,
      to: claim.occurred?.edtf.includes('/') ? claim.occurred.to : null,
    };
  return given ? { from: given.from, to: given.to } : { from: by.recordedAt, to: null };
}

/** A claim that a correction took out of its development, which nobody else names. */
export function forget(story: Story, id: string): Story {
  const state = story.claims.get(id);
  if (!state) return story;
  return { ...outOfVariable(story, state.claim), claims: story.claims.delete(id) };
}

const put = (story: Story, state: ClaimState): Story => ({
  ...story,
  claims: story.claims.set(state.claim.id, state),
});

export function correctClaim(
  story: Story,
  event: Extract<StoryEvent, { type: 'ClaimCorrected' }>,
  recorded: Recorded,
): Story {
  const state = story.claims.get(event.claim);
  if (!state) return story;
  const claim = apply(state.claim, event.changes);
  if (event.class === 'translation') return restate(story, state, claim, recorded);
  const corrections = story.corrections.push({
    id: event.correction,
    of: { claim: event.claim },
    class: 'correction',
    changes: shown(event.changes),
    notice: null,
    revision: recorded.revision,
    at: recorded.recordedAt,
  });
  return restate({ ...story, corrections }, { ...state, corrected: true }, claim, recorded);
}

/** The changes that the record of corrections shows. */
export const shown = (changes: readonly FieldChange[]): readonly FieldChange[] =>
  changes.filter(({ field }) => field !== 'languages');

/** A claim that is to say something else from now on. */
export function restate(story: Story, state: ClaimState, claim: Claim, recorded: Recorded): Story {
  const bearer = story.developments.get(state.identifiedBy);
  const held = bearer ? heldOf(claim, bearer) : state.held;
  const moved = inVariable(outOfVariable(story, state.claim), claim);
  const named = withNamesOfClaim(story.named, claim);
  const restated = put({ ...moved, named }, { ...state, claim, held, changedAt: recorded.revision });
  return refreshAll(story, restated, [claim.id], recorded);
}

/** Sets each changed field to what it is now. */
/** What is not there where there is nothing to say. */
const ABSENT: ReadonlySet<string> = new Set(['languages', 'allegation']);

export function apply<T>(value: T, changes: readonly FieldChange[]): T {
  return changes.reduce((v, { field, is }) => {
    if (is !== null || !ABSENT.has(field)) return { ...v, [field]: is };
    return Object.fromEntries(Object.entries(v as object).filter(([name]) => name !== field)) as T;
  }, value);
}

export function linked(story: Story, { id, from, to, relation }: ClaimLink, recorded: Recorded): Story {
  if (!story.claims.has(from) || !story.claims.has(to)) return story;
  const next = {
    ...story,
    links: story.links.set(id, { id, from, to, relation, revoked: false }),
    linkOrder: story.linkOrder.push(id),
  };
  return refreshAll(story, next, [from, to], recorded);
}

export function unlinked(story: Story, id: string, recorded: Recorded): Story {
  const link = story.links.get(id);
  if (!link) return story;
  const next = { ...story, links: story.links.set(id, { ...link, revoked: true }) };
  return refreshAll(story, next, [link.from, link.to], recorded);
}

export function judged(story: Story, event: JudgementEvent, recorded: Recorded): Story {
  const { id, claim, method } = event;
  const state = story.claims.get(claim);
  if (!state) return story;
  const at = recorded.recordedAt;
  const judgement = { id, claim, verdict: verdictOf(event), method, at, again: null };
  const judgements = story.judgements.set(id, { claim, revoked: false });
  return rejudged({ ...story, judgements }, state, [...state.judgements, judgement], id, recorded);
}

/** An editor takes a judgement back: the one before it stands again, else the evidence. */
export function reassess(story: Story, judgement: string, recorded: Recorded): Story {
  const where = story.judgements.get(judgement);
  const state = where && story.claims.get(where.claim);
  if (!where || !state) return story;
  const judgements = story.judgements.set(judgement, { ...where, revoked: true });
  const left = state.judgements.filter((j) => j.id !== judgement);
  const last = left.at(-1);
  const now =
    last && last !== state.judgements.at(-1)
      ? [...left.slice(0, -1), { ...last, again: recorded.revision }]
      : left;
  return rejudged({ ...story, judgements }, state, now, besides(judgement), recorded);
}

/** Another id that follows from one, by its last digit: the same wherever the story is written. */
const besides = (id: Uuid): Uuid => id.slice(0, -1) + (Number.parseInt(id.slice(-1), 16) ^ 1).toString(16);

/** A verdict that takes the place of another is a correction, unless nobody can have seen that one. */
function rejudged(
  story: Story,
  state: ClaimState,
  judgements: readonly Judgement[],
  correction: Uuid,
  recorded: Recorded,
): Story {
  const { revision, recordedAt: at } = recorded;
  const claim = state.claim.id;
  const [before, now] = [state.judgements.at(-1), judgements.at(-1)];
  const [was, is] = [before?.verdict ?? null, now?.verdict ?? null];
  const changes = [{ field: 'verdict', was, is, withheld: false }];
  const corrections =
    !before || was === is || before.at === at
      ? story.corrections
      : story.corrections.push({
          id: correction,
          of: { claim },
          class: 'correction',
          changes,
          notice: null,
          revision,
          at,
        });
  const next = put({ ...story, corrections }, { ...state, changedAt: revision, judgements });
  return refreshAll(story, next, [claim], recorded);
}

function inVariable(story: Story, claim: Claim): Story {
  const variable = variableOf(claim);
  if (variable === null) return story;
  const ids = story.variables.get(variable) ?? [];
  return ids.includes(claim.id)
    ? story
    : { ...story, variables: story.variables.set(variable, [...ids, claim.id]) };
}

function outOfVariable(story: Story, claim: Claim): Story {
  const variable = variableOf(claim);
  if (variable === null) return story;
  const ids = (story.variables.get(variable) ?? []).filter((id) => id !== claim.id);
  return { ...story, variables: story.variables.set(variable, ids) };
}
