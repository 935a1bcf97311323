/** The rules of a running story: pure, with neither clock nor I/O. */
export { evolve, fold } from './evolve/evolve.js';
export { decide } from './decide/decide.js';
export { scheduledId } from './decide/schedule.js';
export { emptyStory, exists, claimsOf, namesShown, partsOf, questionsOf, isOpen } from './state/story.js';
export { MOST_POINTS, type KeyPoint, type Summary } from './values/summary.js';
export { pointsShown } from './state/points-shown.js';
export type {
  Story,
  DevelopmentState,
  Heading,
  ClaimState,
  QuestionState,
  CorrectionEntry,
  ScheduledHeading,
  StatusChange,
} from './state/story.js';
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
} from './facts/event.js';
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
} from './facts/event.js';
export { eventOfPart } from './evolve/parts-of-correction.js';
export type { Command, Context, Translation } from './facts/command.js';
export { changeOf, onlyAdds, type LanguageNotes, type TextChange, type Wording } from './values/wording.js';
export {
  KINDS,
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
  type Waiting,
} from './facts/development.js';
export {
  isSilent,
  isSupport,
  onlyAnswers,
  RECORDED_STANCES,
  REMARKS,
  SILENT_STANCES,
  STANCE_RULES,
  STANCES,
  type RecordedStance,
  type SilentStance,
  type Stance,
} from './facts/stance.js';
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
  type TimeRange,
  type Judgement,
  type Relation,
  type Territory,
  type Verdict,
  VERDICTS,
} from './facts/claim.js';
export type { Decider } from './facts/decider.js';
export { claimsReplacedBy } from './state/replacing.js';
export {
  GROUND_RULES,
  SOURCE_STANDINGS,
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
  type SourceStanding,
  type Unnamed,
  type UnnamedInput,
} from './facts/attribution.js';
export {
  AUTHENTICITIES,
  MEDIA,
  publicDocument,
  type Authenticity,
  type Document,
  type DocumentInput,
  type IssuerInput,
  type Medium,
} from './facts/document.js';
export type { Speaker } from './facts/speaker.js';
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
} from './facts/party.js';
export { stanceOf, assertionsInForce, type OriginStance } from './evidence/stance.js';
export type { AssertionState } from './evidence/assertion-state.js';
export { STATUSES, type ClaimStatus, type Status } from './evidence/status.js';
export { FLAGS, type Flag, type FlagName } from './evidence/flags.js';
export type { Authority, Contest, Support } from './evidence/support.js';
export { reasonOf, type Mention, type Reason } from './evidence/reason.js';
export { isValidAt } from './state/variable.js';
export { validPeriodsOf, type ValidPeriod } from './state/valid-period.js';
export { publicFold, publicHistory, changesPast, PublicFold } from './public/redaction.js';
export { forgotten, hiddenTexts } from './public/forgetting.js';
export { forgets, GROUNDS, type Grounds } from './values/grounds.js';
export { replacedTexts, removes, removingWords, withoutRemoved } from './evolve/removed-words.js';
export { mapTexts } from './values/free-text.js';
export type { Removed, ReplacedValue } from './values/removed.js';
export { whatStays, type Stays } from './state/what-stays.js';
export { AppendOnlyList } from './values/append-only-list.js';
export {
  warningsOf,
  warningsOfCorrection,
  warningsOfDropped,
  warningsOfJudgement,
  warningsToCheck,
} from './warn/warning.js';
export { type Warning } from './warn/warning-form.js';
export { warningsOfHeading, warningsOfHeadingsNow, warningsOfSummary } from './warn/figures.js';
export { referrals, warningsOfAllegation } from './warn/referral.js';
export { warningsOfTopics } from './warn/topics.js';
export { Refusal, REFUSAL_CODES, type RefusalCode } from './values/refusal.js';
export { fromLog, toLog, fromIso, type EventMetadata, type LogEntry } from './log/log-form.js';
export { SCHEMA_VERSIONS } from './log/upcast.js';
export { UnreadableEvent } from './log/unreadable-event.js';
export { PersistentMap } from './values/persistent-map.js';
export { same, type Instant, type Occurred, type Place, type Text, type Uuid } from './values/text.js';
export { CHARACTER, folded } from './values/folding.js';
export { DATELINE } from './values/namespace.js';
export { codePoint, harmless, isInvisible, wrongCharacter } from './values/characters.js';
