import { variableOf, type Claim, type ClaimLink, type TimeRange, type Judgement } from '../facts/claim.js';
import type { Development, FieldChange } from '../facts/development.js';
import { verdictOf, type JudgementEvent, type Recorded, type StoryEvent } from '../facts/event.js';
import { refreshStatuses } from './status.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import { withNamesOfClaim } from '../facts/translated-names.js';
import { PersistentMap } from '../values/persistent-map.js';
import { speakersOf } from '../evidence/remarks.js';
import type { AssertionState } from '../evidence/assertion-state.js';
import { claimStatus } from '../state/claim-status.js';
import { NOT_REPLACED, type ClaimState, type StatusChange, type Story } from '../state/story.js';
import type { Uuid } from '../values/text.js';

/** A development with the revision and time of its record. */
export interface RecordedDevelopment {
  readonly development: Development;
  readonly revision: number;
  readonly recordedAt: number;
}

export function identify(
  story: Story,
  claim: Claim,
  index: number,
  by: RecordedDevelopment,
  isPublic: boolean,
): Story {
  const existing = story.claims.get(claim.id);
  if (existing) {
    const isPublicNow = existing.public || isPublic;
    // A correction may let an earlier development name the claim first.
    if (existing.identifiedBy !== by.development.id && by.revision >= existing.revision)
      return existing.public === isPublicNow ? story : put(story, { ...existing, public: isPublicNow });
    const { revision, recordedAt } = by;
    const validTime = validTimeOf(existing.claim, by);
    return put(story, {
      ...existing,
      identifiedBy: by.development.id,
      revision,
      recordedAt,
      index,
      validTime,
      public: isPublicNow,
    });
  }
  const bare = {
    claim,
    identifiedBy: by.development.id,
    revision: by.revision,
    index,
    recordedAt: by.recordedAt,
    validTime: validTimeOf(claim, by),
    public: isPublic,
    corrected: false,
    changedAt: by.revision,
    byOrigin: PersistentMap.empty<readonly AssertionState[]>(),
    stances: [],
    speakers: speakersOf([]),
    judgements: [],
  };
  const current = { ...claimStatus(story, bare, NOT_REPLACED), revision: by.revision, since: by.recordedAt };
  const withVariable = addToVariable(story, claim);
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

/** Makes the words of a claim public. */
export function publishClaim(story: Story, id: string): Story {
  const state = story.claims.get(id);
  return state && !state.public ? put(story, { ...state, public: true }) : story;
}

/**
 * When a claim is true in the world: at its time, else at the time of its development. Without both it is true on the
 * day of the report, else since its record. A decision is in force from then until the end of its period, if it names
 * one.
 */
function validTimeOf(claim: Claim, by: RecordedDevelopment): TimeRange {
  const given = claim.occurred ?? by.development.occurred ?? by.development.reportedAt;
  if (claim.kind === 'decision')
    return {
      from: given ? given.from : by.recordedAt,
      to: claim.occurred?.edtf.includes('/') ? claim.occurred.to : null,
    };
  return given ? { from: given.from, to: given.to } : { from: by.recordedAt, to: null };
}

/** Removes a claim that a correction took out of its development. */
export function removeClaim(story: Story, id: string): Story {
  const state = story.claims.get(id);
  if (!state) return story;
  return { ...removeFromVariable(story, state.claim), claims: story.claims.delete(id) };
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
  const claim = applyChanges(state.claim, event.changes);
  if (event.class === 'translation') return setClaim(story, state, claim, recorded);
  const corrections = story.corrections.push({
    id: event.correction,
    of: { claim: event.claim },
    class: 'correction',
    changes: shownChanges(event.changes),
    notice: null,
    revision: recorded.revision,
    at: recorded.recordedAt,
  });
  return setClaim({ ...story, corrections }, { ...state, corrected: true }, claim, recorded);
}

/** The changes that the record of corrections shows. */
export const shownChanges = (changes: readonly FieldChange[]): readonly FieldChange[] =>
  changes.filter(({ field }) => field !== 'languages');

/** Replaces the content of a claim. */
export function setClaim(story: Story, state: ClaimState, claim: Claim, recorded: Recorded): Story {
  const identifying = story.developments.get(state.identifiedBy);
  const validTime = identifying ? validTimeOf(claim, identifying) : state.validTime;
  const moved = addToVariable(removeFromVariable(story, state.claim), claim);
  const named = withNamesOfClaim(story.named, claim);
  const changed = put({ ...moved, named }, { ...state, claim, validTime, changedAt: recorded.revision });
  return refreshStatuses(story, changed, [claim.id], recorded);
}

/** Fields that are absent instead of null. */
const ABSENT: ReadonlySet<string> = new Set(['languages', 'allegation']);

/** Sets each changed field to its new value. */
export function applyChanges<T>(value: T, changes: readonly FieldChange[]): T {
  return changes.reduce((v, { field, is }) => {
    if (is !== null || !ABSENT.has(field)) return { ...v, [field]: is };
    return Object.fromEntries(Object.entries(v as object).filter(([name]) => name !== field)) as T;
  }, value);
}

export function addLink(story: Story, { id, from, to, relation }: ClaimLink, recorded: Recorded): Story {
  if (!story.claims.has(from) || !story.claims.has(to)) return story;
  const next = {
    ...story,
    links: story.links.set(id, { id, from, to, relation, revoked: false }),
    linkOrder: story.linkOrder.push(id),
  };
  return refreshStatuses(story, next, [from, to], recorded);
}

export function revokeLink(story: Story, id: string, recorded: Recorded): Story {
  const link = story.links.get(id);
  if (!link) return story;
  const next = { ...story, links: story.links.set(id, { ...link, revoked: true }) };
  return refreshStatuses(story, next, [link.from, link.to], recorded);
}

export function addJudgement(story: Story, event: JudgementEvent, recorded: Recorded): Story {
  const { id, claim, method } = event;
  const state = story.claims.get(claim);
  if (!state) return story;
  const at = recorded.recordedAt;
  const judgement = { id, claim, verdict: verdictOf(event), method, at, again: null };
  const judgements = story.judgements.set(id, { claim, revoked: false });
  return withJudgements({ ...story, judgements }, state, [...state.judgements, judgement], id, recorded);
}

/** Revokes a judgement: the one before it is in force again, else the evidence decides. */
export function revokeJudgement(story: Story, judgement: string, recorded: Recorded): Story {
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
  return withJudgements({ ...story, judgements }, state, now, siblingId(judgement), recorded);
}

/** A second id, derived from one by its last digit, so that every fold gives the same id. */
const siblingId = (id: Uuid): Uuid => id.slice(0, -1) + (Number.parseInt(id.slice(-1), 16) ^ 1).toString(16);

/** Sets the judgements of a claim. A changed verdict is a correction, unless nobody can have seen the old one. */
function withJudgements(
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
  return refreshStatuses(story, next, [claim], recorded);
}

function addToVariable(story: Story, claim: Claim): Story {
  const variable = variableOf(claim);
  if (variable === null) return story;
  const ids = story.variables.get(variable) ?? [];
  return ids.includes(claim.id)
    ? story
    : { ...story, variables: story.variables.set(variable, [...ids, claim.id]) };
}

function removeFromVariable(story: Story, claim: Claim): Story {
  const variable = variableOf(claim);
  if (variable === null) return story;
  const ids = (story.variables.get(variable) ?? []).filter((id) => id !== claim.id);
  return { ...story, variables: story.variables.set(variable, ids) };
}
