import type { Origin, Source } from '../facts/attribution.js';
import type { Claim, ClaimLink, TimeRange, Judgement } from '../facts/claim.js';
import type { CorrectionClass, Development, FieldChange, Question, Waiting } from '../facts/development.js';
import type { Classification, CorrectedPart, RetractedBy, TranslatedName, Withheld } from '../facts/event.js';
import type { Grounds } from '../values/grounds.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { Names } from '../facts/translated-names.js';
import { nearest } from '../values/nearest.js';
import { PersistentMap } from '../values/persistent-map.js';
import type { OriginStance } from '../evidence/stance.js';
import type { AssertionState } from '../evidence/assertion-state.js';
import type { Speakers } from '../evidence/remarks.js';
import type { ClaimStatus } from '../evidence/status.js';
import type { Replacement } from '../evidence/claim-evidence.js';
import type { KeyPoint, PinnedSummary } from '../values/summary.js';
import type { Instant, Text, Uuid } from '../values/text.js';
import type { LanguageNotes, Wording } from '../values/wording.js';

export interface DevelopmentState {
  /** With all corrections applied. */
  readonly development: Development;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly importedAt: Instant | null;
  /** Since when the public may see it; null while it is embargoed or on hold. */
  readonly releasedAt: Instant | null;
  readonly corrections: number;
  /** The revision of the last event that changed it. */
  readonly changedAt: number;
  /** When its visible content last changed. */
  readonly updatedAt: Instant;
  readonly retracted: { readonly by: RetractedBy; readonly at: Instant } | null;
  readonly withheld: Withheld | null;
}

export interface StatusChange extends ClaimStatus {
  readonly revision: number;
  readonly since: Instant;
}

export interface ClaimState {
  readonly claim: Claim;
  readonly identifiedBy: Uuid;
  readonly revision: number;
  /** Its position among the claims of its development. */
  readonly index: number;
  readonly recordedAt: Instant;
  /** When it is true in the world: its time, else that of its development. */
  readonly validTime: TimeRange;
  readonly public: boolean;
  readonly corrected: boolean;
  readonly changedAt: number;
  readonly byOrigin: PersistentMap<readonly AssertionState[]>;
  /** The stance of each of these origins, in the order in which they last spoke. */
  readonly stances: readonly OriginStance[];
  readonly speakers: Speakers;
  readonly judgements: readonly Judgement[];
  readonly current: StatusChange;
  /** Every change of status, support, authority, contest or flags, oldest first. */
  readonly history: AppendOnlyList<StatusChange>;
}

export interface QuestionState {
  readonly question: Question;
  readonly raisedBy: Uuid;
  readonly recordedAt: Instant;
  readonly public: boolean;
  readonly answeredBy: readonly Uuid[];
}

/** An entry of the public record of corrections: of a development, a claim or several texts, or of a removal. */
export interface CorrectionEntry {
  readonly id: Uuid;
  readonly of:
    | { readonly development: Uuid }
    | { readonly claim: string }
    | { readonly grounds: Grounds }
    | { readonly parts: readonly CorrectedPart[] };
  readonly class: CorrectionClass | 'removal';
  /** Empty for a joint correction: each of its parts has its changes. */
  readonly changes: readonly FieldChange[];
  readonly notice: Text | null;
  /** Of the notice. */
  readonly languages?: LanguageNotes;
  readonly revision: number;
  readonly at: Instant;
}

/** The parts of a correction; none for a removal. */
export function partsOf({ of, changes }: Pick<CorrectionEntry, 'of' | 'changes'>): readonly CorrectedPart[] {
  if ('parts' in of) return of.parts;
  return 'grounds' in of ? [] : [{ ...of, changes }];
}

/** A headline, lede or summary that the public sees or saw. */
export interface Heading extends Wording {
  readonly what: 'headline' | 'lede' | 'summary';
  readonly revision: number;
  /** Only for a summary. */
  readonly points?: readonly KeyPoint[];
}

export interface Headline extends Wording {
  readonly revision: number;
}

/** A scheduled headline or lede, or one on hold. Each kind has at most one for each release. */
export interface ScheduledHeading extends Heading {
  readonly what: 'headline' | 'lede';
  readonly release: Waiting;
}

/** The state of a story, folded from its events up to `revision`. It is immutable. */
export interface Story extends Classification {
  readonly id: Uuid;
  readonly slug: string;
  readonly language: string;
  /** The latest public headline and lede. */
  readonly headline: Headline;
  readonly lede: Headline | null;
  /** Scheduled headlines and ledes, in the order of their times; those on hold come last. */
  readonly scheduled: readonly ScheduledHeading[];
  /** The revisions at which a headline or lede was last set, scheduled or rescheduled. */
  readonly headlineAt: number;
  readonly ledeAt: number | null;
  /** The pinned summary, and the revision at which it was last pinned or unpinned. */
  readonly summary: PinnedSummary | null;
  readonly summaryAt: number | null;
  /** All released headlines and ledes and all pinned summaries, oldest first. */
  readonly headings: AppendOnlyList<Heading>;
  /** All names of parties, places and units that the story uses or used. */
  readonly named: Names;
  /** Translations of these names. */
  readonly names: readonly TranslatedName[];
  /** The revision at which topics and places were last set. */
  readonly classifiedAt: number;
  readonly status: 'open' | 'closed';
  /** Whether scheduled texts still appear although the story is closed. */
  readonly keepsSchedule: boolean;
  readonly withheld: Withheld | null;
  readonly revision: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** When its first development became public; null before that. */
  readonly publicAt: Instant | null;
  readonly developments: PersistentMap<DevelopmentState>;
  readonly timeline: AppendOnlyList<Uuid>;
  readonly claims: PersistentMap<ClaimState>;
  readonly claimOrder: AppendOnlyList<string>;
  readonly questions: PersistentMap<QuestionState>;
  readonly questionOrder: AppendOnlyList<string>;
  /** Questions that a later development answers, by development: a rewritten history has a question earlier than its answer. */
  readonly answeredLater: PersistentMap<readonly string[]>;
  readonly corrections: AppendOnlyList<CorrectionEntry>;
  /** The claim, origin and development of each assertion. */
  readonly assertions: PersistentMap<{
    readonly claim: string;
    readonly origin: string;
    readonly development: Uuid;
  }>;
  readonly judgements: PersistentMap<{ readonly claim: string; readonly revoked: boolean }>;
  readonly links: PersistentMap<ClaimLink & { readonly revoked: boolean }>;
  readonly linkOrder: AppendOnlyList<Uuid>;
  readonly independence: PersistentMap<boolean>;
  /** All origins, as last described. */
  readonly origins: PersistentMap<Origin>;
  /** The claims on which each origin ever spoke, in order. */
  readonly claimsByOrigin: PersistentMap<AppendOnlyList<string>>;
  /** Sources that are not parties, by origin id, as last described. */
  readonly sources: PersistentMap<Source>;
  /** The origin of the document that last had a hash, by hash. */
  readonly documents: PersistentMap<Uuid>;
  /** The claims that measure each variable, in order of their record. */
  readonly variables: PersistentMap<readonly string[]>;
  /** The developments under an embargo. */
  readonly embargoed: PersistentMap<Uuid>;
}

export const emptyStory: Story = {
  id: '',
  slug: '',
  language: 'und',
  headline: { text: {}, revision: -1 },
  lede: null,
  scheduled: [],
  headlineAt: -1,
  ledeAt: null,
  summary: null,
  summaryAt: null,
  headings: AppendOnlyList.empty(),
  topics: [],
  places: [],
  named: PersistentMap.empty(),
  names: [],
  classifiedAt: -1,
  status: 'open',
  keepsSchedule: false,
  withheld: null,
  revision: -1,
  openedAt: 0,
  updatedAt: 0,
  publicAt: null,
  developments: PersistentMap.empty(),
  timeline: AppendOnlyList.empty(),
  claims: PersistentMap.empty(),
  claimOrder: AppendOnlyList.empty(),
  questions: PersistentMap.empty(),
  questionOrder: AppendOnlyList.empty(),
  answeredLater: PersistentMap.empty(),
  corrections: AppendOnlyList.empty(),
  assertions: PersistentMap.empty(),
  judgements: PersistentMap.empty(),
  links: PersistentMap.empty(),
  linkOrder: AppendOnlyList.empty(),
  independence: PersistentMap.empty(),
  origins: PersistentMap.empty(),
  claimsByOrigin: PersistentMap.empty(),
  sources: PersistentMap.empty(),
  documents: PersistentMap.empty(),
  variables: PersistentMap.empty(),
  embargoed: PersistentMap.empty(),
};

/** Translations of names that the story uses. In the public story, withheld names are not among these. */
export const namesShown = ({ names, named }: Story): readonly TranslatedName[] =>
  names.filter(({ name }) => named.has(name));

/** Whether a story was opened. */
export const exists = (story: Story): boolean => story.revision >= 0;

/** The claims, in the order of their first mention. */
export function claimsOf(story: Story): readonly ClaimState[] {
  return [...new Set(story.claimOrder)].flatMap((id) => story.claims.get(id) ?? []);
}

/** The questions, in the order in which they were raised. */
export function questionsOf(story: Story): readonly QuestionState[] {
  return [...new Set(story.questionOrder)].flatMap((id) => story.questions.get(id) ?? []);
}

/** Whether a question is still open. A retracted answer does not count. */
export const isOpen = (story: Story, question: QuestionState): boolean =>
  question.answeredBy.every((id) => story.developments.get(id)?.retracted !== null);

/** How a claim is replaced: by a later value, by another value for the same time, or by an editor's link. */
export interface Replacements {
  readonly superseded: Replacement;
  readonly restated: Replacement;
  readonly annulled: Replacement;
}

const NOBODY: Replacement = { who: [], by: [] };
export const NOT_REPLACED: Replacements = { superseded: NOBODY, restated: NOBODY, annulled: NOBODY };

/** A sentence that suggests claims with ids near an unknown one. */
export const nearClaims = (story: Story, id: string): string =>
  nearest(
    id,
    [...story.claims.values()].map(({ claim }) => claim.id),
  );

/** A sentence that suggests questions with ids near an unknown one. */
export const nearQuestions = (story: Story, id: string): string =>
  nearest(
    id,
    [...story.questions.values()].map(({ question }) => question.id),
  );
