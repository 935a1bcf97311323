/** The rules of a running story: pure, with neither clock nor I/O. */
export { evolve, fold } from './evolve.js';
export { decide } from './decide.js';
export { scheduledId } from './decide-schedule.js';
export { emptyStory, exists, claimsOf, namesShown, partsOf, questionsOf, isOpen } from './story.js';
export { MOST_POINTS, type KeyPoint, type Summary } from './summary.js';
export { pointsShown } from './points-shown.js';
export type {
  Story,
  DevelopmentState,
  Heading,
  ClaimState,
  QuestionState,
  CorrectionEntry,
  ScheduledHeading,
  StatusChange,
} from './story.js';
export type {
  AnyEvent,
  Recorded,
  StoryEvent,
  Classification,
  Withheld,
  CorrectedPart,
  NoticeOf,
  RetractedBy,
  TranslatedName,
  TranslationPart,
  WithdrawnBy,
} from './event.js';
export {
  amends,
  withholdsDevelopment,
  translatesStoryNotice,
  withholdsStory,
  type Amending,
  EVENT_OF_KIND,
  isDevelopmentEvent,
  isJudgement,
  verdictOf,
  type DevelopmentEvent,
  type DevelopmentEventType,
} from './event.js';
export { alone } from './joint-correction.js';
export type { Command, Context, Translation } from './command.js';
export { changeOf, onlyAdds, type LanguageNotes, type TextChange, type Wording } from './wording.js';
export {
  KINDS,
  STANCES,
  SIGNIFICANCES,
  CORRECTABLE,
  type Assertion,
  type AssertionInput,
  type FigureInput,
  type CorrectableField,
  type CorrectionClass,
  type Development,
  type DevelopmentChanges,
  type DevelopmentInput,
  type DevelopmentKind,
  type Evidence,
  type FieldChange,
  type Question,
  type Release,
  type Significance,
  type Stance,
  type Waiting,
  onlyAnswers,
} from './development.js';
export {
  CLAIM_KINDS,
  COMPARATORS,
  isVerdict,
  publicClaim,
  RELATIONS,
  type Claim,
  type ClaimChanges,
  type ClaimInput,
  type ClaimKind,
  type ClaimLink,
  type Comparator,
  type Figure,
  type Held,
  type Judgement,
  type Relation,
  type Territory,
  type Verdict,
  VERDICTS,
} from './claim.js';
export type { Decider } from './decider.js';
export { replacedBy } from './replacing.js';
export {
  GROUND_RULES,
  STANDINGS,
  isHidden,
  originOf,
  partiesOf,
  speakerOf,
  type Chain,
  type GroundRules,
  type Link,
  type LinkInput,
  type Origin,
  type RumourInput,
  type Standing,
  type Unnamed,
  type UnnamedInput,
} from './attribution.js';
export {
  AUTHENTICITIES,
  MEDIA,
  publicDocument,
  type Authenticity,
  type Document,
  type DocumentInput,
  type IssuerInput,
  type Medium,
} from './document.js';
export type { Speaker } from './speaker.js';
export {
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  type Directory,
  type DirectoryCommand,
  type DirectoryEvent,
  type Party,
  type PartyType,
  type Side,
} from './party.js';
export { REMARKS, stanceOf, standingOf, type AssertionState, type OriginStance } from './stance.js';
export {
  STATUSES,
  type Authority,
  type ClaimStatus,
  type Contest,
  type Flag,
  type Status,
  type Support,
} from './status.js';
export { explain } from './explanation.js';
export { holdsAt } from './variable.js';
export { holdingsOf, type Holding } from './holding.js';
export { publicFold, publicHistory, withholds, PublicFold } from './redaction.js';
export { forgotten, hiddenTexts } from './forgetting.js';
export { forgets, GROUNDS, type Grounds } from './grounds.js';
export { placesOf, removes, taking, withoutRemoved } from './removal.js';
export type { Removed, Replaced } from './removed.js';
export { whatStays, type Stays } from './what-stays.js';
export { Ledger } from './ledger.js';
export {
  warningsOf,
  warningsOfCorrection,
  warningsOfDropped,
  warningsOfJudgement,
  warningsToCheck,
} from './warning.js';
export { type Warning } from './warning-form.js';
export { warningsOfHeading, warningsOfHeadingsNow, warningsOfSummary } from './warning-figures.js';
export { referrals, warningsOfAllegation } from './warning-referral.js';
export { warningsOfTopics } from './warning-topics.js';
export { Refusal, REFUSAL_CODES, type RefusalCode } from './refusal.js';
export { fromLog, toLog, fromIso, type EventMetadata, type LogEntry } from './log-form.js';
export { SCHEMA_VERSIONS } from './upcast.js';
export { UnreadableEvent } from './unreadable-event.js';
export { PersistentMap } from './persistent-map.js';
export { same, type Instant, type Occurred, type Place, type Text, type Uuid } from './text.js';
export { CHARACTER, folded } from './folding.js';
export { DATELINE } from './namespace.js';
export { codePoint, harmless, isInvisible, wrongCharacter } from './characters.js';
