import { correctClaim, addJudgement, addLink, revokeJudgement, revokeLink } from './claim.js';
import {
  changedBy,
  correctDevelopment,
  recordDevelopment,
  releaseDevelopment,
  setRetraction,
  withdrawAssertion,
} from './development.js';
import { refreshStatuses } from './status.js';
import { withheldBy, type Recorded, type Withheld } from '../facts/event.js';
import { correctTogether } from './joint-correction.js';
import { noteRemoval, removeTexts } from './removal.js';
import { pairKey } from '../evidence/independence.js';
import { removalsOf } from './removed-words.js';
import { withNamesOfPlaces } from '../facts/translated-names.js';
import { openHeadings, reschedule, reviseHeading } from './schedule.js';
import { translatedNames, translateNotice } from './translation.js';
import { pinSummary, unpinSummary } from './summary.js';
import type { Story } from '../state/story.js';

/**
 * The story after one more event. The function is total: it applies an event that no rule would allow today. An event
 * that names something unknown changes only the revision.
 */
export function evolve(story: Story, recorded: Recorded): Story {
  const { event } = recorded;
  const next: Story = { ...story, revision: recorded.revision, updatedAt: recorded.recordedAt };
  switch (event.type) {
    case 'StoryOpened':
      return {
        ...openHeadings(next, event, recorded),
        id: event.story,
        slug: event.slug,
        language: event.language,
        topics: event.topics,
        places: event.places,
        named: withNamesOfPlaces(next.named, event.places),
        classifiedAt: recorded.revision,
        openedAt: recorded.recordedAt,
      };
    case 'HeadlineRevised':
      return reviseHeading(next, 'headline', event.headline, event, recorded);
    case 'LedeRevised':
      return reviseHeading(next, 'lede', event.lede, event, recorded);
    case 'SummaryPinned':
      return pinSummary(next, event.summary, recorded);
    case 'SummaryUnpinned':
      return unpinSummary(next, recorded);
    case 'ReleaseRescheduled':
      return reschedule(next, event, recorded);
    case 'StoryClassified':
      return {
        ...next,
        topics: event.topics,
        places: event.places,
        named: withNamesOfPlaces(next.named, event.places),
        classifiedAt: recorded.revision,
      };
    case 'StoryClosed':
      return { ...next, status: 'closed', keepsSchedule: event.scheduled === 'comes' };
    case 'StoryReopened':
      return { ...next, status: 'open', keepsSchedule: false };
    case 'StoryKilled':
    case 'StoryTakenDown':
      return { ...next, withheld: withheldBy(event, recorded.recordedAt) };
    case 'StoryReinstated':
      return { ...next, withheld: null };
    case 'ReportRecorded':
    case 'StatementRecorded':
    case 'ConfirmationRecorded':
    case 'DenialRecorded':
    case 'NoveltyDenialRecorded':
    case 'CommentDeclined':
    case 'KnowledgeDisclaimed':
    case 'TerritorialGainRecorded':
    case 'FigureRecorded':
      return recordDevelopment(next, event.development, event.withheld ?? null, recorded);
    case 'DevelopmentReleased':
      return releaseDevelopment(next, event.development, event.publishes, recorded);
    case 'DevelopmentCorrected':
      return correctDevelopment(next, event, recorded);
    case 'DevelopmentRetracted':
      return setRetraction(next, event.development, event.by, recorded);
    case 'RetractionRevoked':
      return setRetraction(next, event.development, null, recorded);
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown': {
      const left = removalsOf(event).reduce((s, what) => removeTexts(s, what, recorded), next);
      return withhold(left, event.development, withheldBy(event, recorded.recordedAt), recorded);
    }
    case 'TextsRemoved':
      return noteRemoval(removeTexts(next, event.what, recorded), event, recorded);
    case 'DevelopmentReinstated':
      return withhold(next, event.development, null, recorded);
    case 'AssertionWithdrawn':
      return withdrawAssertion(next, event.assertion, event.by, recorded);
    case 'ClaimCorrected':
      return correctClaim(next, event, recorded);
    case 'StoryTranslated':
      return event.parts.reduce((s, part) => evolve(s, { ...recorded, event: part }), next);
    case 'NoticeTranslated':
      return translateNotice(next, event);
    case 'NamesTranslated':
      return { ...next, names: translatedNames(next.names, event.names) };
    case 'StoryCorrected':
      return correctTogether(next, event, (s, part) => evolve(s, { ...recorded, event: part }), recorded);
    case 'ClaimsLinked':
      return addLink(next, event, recorded);
    case 'ClaimLinkRevoked':
      return revokeLink(next, event.link, recorded);
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged':
      return addJudgement(next, event, recorded);
    case 'JudgementRevoked':
      return revokeJudgement(next, event.judgement, recorded);
    case 'SourceIndependenceAssessed': {
      const [a, b] = event.origins;
      const independence = next.independence.set(pairKey(a, b), event.independent);
      return refreshStatuses(next, { ...next, independence }, claimsOfBoth(next, a, b), recorded);
    }
  }
}

/** The claims on which two origins both spoke. */
function claimsOfBoth(story: Story, a: string, b: string): readonly string[] {
  const [ofA, ofB] = [story.claimsByOrigin.get(a), story.claimsByOrigin.get(b)];
  if (!ofA || !ofB) return [];
  const [fewer, other] = ofA.length < ofB.length ? [ofA, b] : [ofB, a];
  return [...fewer].filter((id) => story.claims.get(id)?.byOrigin.has(other));
}

/** Folds events into a story. */
export const fold = (events: Iterable<Recorded>, from: Story): Story => {
  let story = from;
  for (const event of events) story = evolve(story, event);
  return story;
};

/** Withholds a development from the public, or reinstates it. The status of claims does not change. */
function withhold(story: Story, id: string, withheld: Withheld | null, recorded: Recorded): Story {
  const state = story.developments.get(id);
  if (!state) return story;
  const waits =
    withheld === null && state.releasedAt === null && typeof state.development.release === 'object';
  const embargoed = waits ? story.embargoed.set(id, id) : story.embargoed.delete(id);
  return {
    ...story,
    embargoed,
    developments: story.developments.set(id, { ...state, withheld, ...changedBy(recorded) }),
  };
}
