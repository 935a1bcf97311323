import { sourceId, sourceOf } from '../facts/attribution.js';
import type { Assertion, Development } from '../facts/development.js';
import type { Recorded, RetractedBy, StoryEvent, Withheld, WithdrawnBy } from '../facts/event.js';
import { addAssertion, withDescription, removeAssertion, withdraw, type Withdrawal } from './assertion.js';
import { applyChanges, removeClaim, identify, publishClaim, shownChanges } from './claim.js';
import { refreshStatuses } from './status.js';
import { withNamesOf } from '../facts/translated-names.js';
import type { DevelopmentState, Story } from '../state/story.js';
import { same, type Uuid } from '../values/text.js';
import { isAmong } from '../values/wording.js';

/** Marks a change of the visible content of a development. */
export const changedBy = ({
  revision,
  recordedAt,
}: Recorded): Pick<DevelopmentState, 'changedAt' | 'updatedAt'> => ({
  changedAt: revision,
  updatedAt: recordedAt,
});

export function recordDevelopment(
  story: Story,
  filed: Development,
  withheld: Withheld | null,
  recorded: Recorded,
): Story {
  const answered = story.answeredLater.get(filed.id) ?? [];
  const answers = [...filed.answers, ...answered.filter((id) => !filed.answers.includes(id))];
  const development = answered.length === 0 ? filed : { ...filed, answers };
  const released = development.release === 'now';
  const state: DevelopmentState = {
    development,
    revision: recorded.revision,
    recordedAt: recorded.recordedAt,
    recordedBy: recorded.recordedBy,
    importedAt: recorded.importedAt,
    releasedAt: released ? recorded.recordedAt : null,
    corrections: 0,
    ...changedBy(recorded),
    retracted: null,
    withheld,
  };
  const waits = typeof development.release === 'object';
  const next: Story = {
    ...story,
    publicAt: released ? (story.publicAt ?? recorded.recordedAt) : story.publicAt,
    developments: story.developments.set(development.id, state),
    timeline: story.timeline.push(development.id),
    named: withNamesOf(story.named, development),
    embargoed: waits ? story.embargoed.set(development.id, development.id) : story.embargoed,
  };
  const indexed = indexContents(describeSources(next, development), state);
  return refreshStatuses(story, indexed, claimsOf(development), recorded);
}

export function releaseDevelopment(
  story: Story,
  id: string,
  publishes: readonly string[],
  recorded: Recorded,
): Story {
  const state = story.developments.get(id);
  if (!state || state.releasedAt !== null) return story;
  const development = {
    ...state.development,
    publishes: [...new Set([...state.development.publishes, ...publishes])],
  };
  const released = { ...state, development, releasedAt: recorded.recordedAt, ...changedBy(recorded) };
  const next: Story = {
    ...story,
    publicAt: story.publicAt ?? recorded.recordedAt,
    embargoed: story.embargoed.delete(id),
    developments: story.developments.set(id, released),
  };
  return refreshStatuses(story, indexContents(next, released), claimsOf(development), recorded);
}

/** Adds the claims, questions, answers and assertions of a development to the story. */
function indexContents(story: Story, state: DevelopmentState): Story {
  const { development } = state;
  const isPublic = state.releasedAt !== null;
  let next = story;
  development.claims.forEach((claim, index) => (next = identify(next, claim, index, state, isPublic)));
  if (isPublic) for (const id of development.publishes) next = publishClaim(next, id);
  next = addQuestions(next, state, isPublic);
  for (const id of development.answers) next = addAnswer(next, id, development.id);
  for (const assertion of development.assertions) next = addAssertion(next, assertion, state);
  return next;
}

/** Updates the descriptions of the sources that a development names; documents also by their hash. */
function describeSources(story: Story, { attribution }: Development, before?: Development): Story {
  const was = (before?.attribution.flat() ?? []).flatMap((link) => sourceOf(link) ?? []);
  let next = story;
  for (const link of attribution.flat()) {
    const source = sourceOf(link);
    if (source === null || was.some((one) => same(one, source))) continue;
    next = { ...next, sources: withDescription(next.sources, sourceId(source), source) };
    const sha256 = 'document' in source ? source.document.sha256 : null;
    if (sha256 !== null)
      next = { ...next, documents: withDescription(next.documents, sha256, sourceId(source)) };
  }
  return next;
}

function addQuestions(story: Story, { development, recordedAt }: DevelopmentState, isPublic: boolean): Story {
  let next = story;
  for (const { answeredBy = [], ...question } of development.raises) {
    const existing = next.questions.get(question.id);
    const state = existing ?? { question, raisedBy: development.id, recordedAt, public: false, answeredBy };
    // Another development may raise it again in only some of its languages.
    const isRepeated = state.raisedBy !== development.id && isAmong(question.text, state.question.text);
    const words = isRepeated ? state.question : question;
    next = {
      ...next,
      questions: next.questions.set(question.id, {
        ...state,
        question: words,
        public: state.public || isPublic,
      }),
      questionOrder: existing ? next.questionOrder : next.questionOrder.push(question.id),
    };
    if (!existing) for (const id of answeredBy) next = addEarlierAnswer(next, question.id, id);
  }
  return next;
}

/** A development that answered before the question was public answers it from now on. */
function addEarlierAnswer(story: Story, question: string, id: string): Story {
  const state = story.developments.get(id);
  if (!state) {
    const questions = [...(story.answeredLater.get(id) ?? []), question];
    return { ...story, answeredLater: story.answeredLater.set(id, questions) };
  }
  if (state.development.answers.includes(question)) return story;
  const development = { ...state.development, answers: [...state.development.answers, question] };
  return { ...story, developments: story.developments.set(id, { ...state, development }) };
}

function addAnswer(story: Story, question: string, development: string): Story {
  const state = story.questions.get(question);
  if (!state || state.answeredBy.includes(development)) return story;
  return {
    ...story,
    questions: story.questions.set(question, { ...state, answeredBy: [...state.answeredBy, development] }),
  };
}

function removeAnswer(story: Story, question: string, development: string): Story {
  const state = story.questions.get(question);
  if (!state) return story;
  const answeredBy = state.answeredBy.filter((id) => id !== development);
  return { ...story, questions: story.questions.set(question, { ...state, answeredBy }) };
}

/** After a correction the state is as if the development had been recorded with the new values. */
export function correctDevelopment(
  story: Story,
  event: Extract<StoryEvent, { type: 'DevelopmentCorrected' }>,
  recorded: Recorded,
): Story {
  const state = story.developments.get(event.development);
  if (!state) return story;
  const before = state.development;
  const development = applyChanges(before, event.changes);
  const corrected = {
    ...state,
    development,
    corrections: state.corrections + (event.class === 'translation' ? 0 : 1),
    ...changedBy(recorded),
  };
  const kept = new Set(development.assertions.map((a) => a.id));
  const changedAssertions = before.assertions.filter(
    (a) =>
      !same(
        a,
        development.assertions.find((b) => b.id === a.id),
      ),
  );
  let next: Story = {
    ...story,
    developments: story.developments.set(before.id, corrected),
    named: withNamesOf(story.named, development),
    corrections: withEntry(story.corrections, event, recorded),
  };
  for (const a of before.assertions) if (!kept.has(a.id)) next = removeAssertion(next, a.id);
  for (const id of before.answers)
    if (!development.answers.includes(id)) next = removeAnswer(next, id, before.id);
  for (const q of before.raises)
    if (!development.raises.some((r) => r.id === q.id) && next.questions.get(q.id)?.raisedBy === before.id)
      next = { ...next, questions: next.questions.delete(q.id) };
  for (const c of before.claims)
    if (!development.claims.some((d) => d.id === c.id) && next.claims.get(c.id)?.identifiedBy === before.id)
      next = removeClaim(next, c.id);
  next = indexContents(describeSources(next, development, before), corrected);
  const touched = [...claimsOf(before), ...claimsOf(development)];
  const added = development.assertions.filter((a) => !before.assertions.some((b) => b.id === a.id));
  for (const a of [...changedAssertions, ...added]) next = markCorrected(next, a.claim);
  return refreshStatuses(story, next, touched, recorded);
}

function withEntry(
  corrections: Story['corrections'],
  event: Extract<StoryEvent, { type: 'DevelopmentCorrected' }>,
  { revision, recordedAt: at }: Recorded,
): Story['corrections'] {
  const { correction: id, development, class: kind, notice } = event;
  if (kind === 'translation') return corrections;
  const changes = shownChanges(event.changes);
  return corrections.push({ id, of: { development }, class: kind, changes, notice, revision, at });
}

function markCorrected(story: Story, id: string): Story {
  const claim = story.claims.get(id);
  return claim ? { ...story, claims: story.claims.set(id, { ...claim, corrected: true }) } : story;
}

/** Retracts a development, so that its assertions lose their weight; `null` revokes the retraction. */
export function setRetraction(story: Story, id: string, by: RetractedBy | null, recorded: Recorded): Story {
  const state = story.developments.get(id);
  if (!state) return story;
  const retracted = by === null ? null : { by, at: recorded.recordedAt };
  const changed = { ...state, retracted, ...changedBy(recorded) };
  let next: Story = { ...story, developments: story.developments.set(id, changed) };
  for (const assertion of state.development.assertions) next = addAssertion(next, assertion, changed);
  return refreshStatuses(story, next, claimsOf(state.development), recorded);
}

export function withdrawAssertion(story: Story, id: string, by: WithdrawnBy, recorded: Recorded): Story {
  const where = story.assertions.get(id);
  if (!where || !story.claims.has(where.claim)) return story;
  const next = withdraw(story, id, { by, at: recorded.recordedAt });
  const state = next.developments.get(where.development);
  const developments = state
    ? next.developments.set(where.development, { ...state, changedAt: recorded.revision })
    : next.developments;
  return refreshStatuses(story, { ...next, developments }, [where.claim], recorded);
}

/** All assertions of a development, also on claims that were not visible, and their later withdrawals. */
export interface VisibleAssertions {
  readonly development: Uuid;
  readonly said: readonly Assertion[];
  readonly withdrawn: ReadonlyMap<Uuid, Withdrawal>;
}

/** Adds the assertions of a development on claims that have become visible. */
export function addVisibleAssertions(
  story: Story,
  { development, said, withdrawn }: VisibleAssertions,
  recorded: Recorded,
): Story {
  const state = story.developments.get(development);
  if (!state) return story;
  const before = new Set(state.development.assertions.map((a) => a.id));
  const assertions = said.filter((a) => before.has(a.id) || story.claims.has(a.claim));
  const added = assertions.filter((a) => !before.has(a.id));
  const changed = {
    ...state,
    development: { ...state.development, assertions },
    ...changedBy(recorded),
  };
  let next: Story = { ...story, developments: story.developments.set(development, changed) };
  for (const assertion of added) {
    next = addAssertion(next, assertion, changed);
    const withdrawal = withdrawn.get(assertion.id);
    if (withdrawal) next = withdraw(next, assertion.id, withdrawal);
  }
  return refreshStatuses(
    story,
    next,
    added.map((a) => a.claim),
    recorded,
  );
}

/** The claims whose status may change with a development. */
const claimsOf = (development: Development): Set<string> =>
  new Set([...development.claims.map((c) => c.id), ...development.assertions.map((a) => a.claim)]);
