import type { Origin, Source } from '../facts/attribution.js';
import type { Claim, ClaimLink, TimeRange, Judgement } from '../facts/claim.js';
import type { CorrectionClass, Development, FieldChange, Question, Waiting } from '../facts/development.js';
import type { Classification, CorrectedPart, RetractedBy, TranslatedName, Withheld } from '../facts/event.js';
import type { Grounds } from '../values/grounds.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { Names } from '../facts/translated-names.js';
import { nearest } from '../values/nearest.js';
import { PersistentMap } from '../values/persistent-map.js';
import type { AssertionState, OriginStance, Speakers } from '../evidence/stance.js';
import type { ClaimStatus, Replacement } from '../evidence/status.js';
import type { KeyPoint, PinnedSummary } from '../values/summary.js';
import type { Instant, Text, Uuid } from '../values/text.js';
import type { LanguageNotes, Wording } from '../values/wording.js';

export interface DevelopmentState {
  /** As it stands now, corrections applied. */
  readonly development: Development;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly importedAt: Instant | null;
  /** Since when the world may see it; null while embargoed or held. */
  readonly releasedAt: Instant | null;
  readonly corrections: number;
  /** Revision of the last event that concerned it. */
  readonly changedAt: number;
  /** When what is shown of it last became another. */
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
  /** Its place among the claims of its development. */
  readonly index: number;
  readonly recordedAt: Instant;
  /** Over which world time it is held, where it says nothing itself: its development's time. */
  readonly validTime: TimeRange;
  readonly public: boolean;
  readonly corrected: boolean;
  readonly changedAt: number;
  readonly byOrigin: PersistentMap<readonly AssertionState[]>;
  /** Where each of these origins stands, in the order in which they last spoke. */
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

/** What readers see under corrections: of developments, of claims, and texts that were removed. */
export interface CorrectionEntry {
  readonly id: Uuid;
  readonly of:
    | { readonly development: Uuid }
    | { readonly claim: string }
    | { readonly grounds: Grounds }
    | { readonly parts: readonly CorrectedPart[] };
  readonly class: CorrectionClass | 'removal';
  /** None of a correction of several things: there each part has its own. */
  readonly changes: readonly FieldChange[];
  readonly notice: Text | null;
  /** Of the notice. */
  readonly languages?: LanguageNotes;
  readonly revision: number;
  readonly at: Instant;
}

/** All that a correction is of; nothing of a removal. */
export function partsOf({ of, changes }: Pick<CorrectionEntry, 'of' | 'changes'>): readonly CorrectedPart[] {
  if ('parts' in of) return of.parts;
  return 'grounds' in of ? [] : [{ ...of, changes }];
}

/** A headline, lede or summary that the world may have seen, now or before. */
export interface Heading extends Wording {
  readonly what: 'headline' | 'lede' | 'summary';
  readonly revision: number;
  /** Of a summary. */
  readonly points?: readonly KeyPoint[];
}

export interface Headline extends Wording {
  readonly revision: number;
}

/** A headline or lede that waits for its time, or on hold for an editor. Of one kind each waits for something else. */
export interface ScheduledHeading extends Heading {
  readonly what: 'headline' | 'lede';
  readonly release: Waiting;
}

/** A developing matter, folded from its events up to `revision`. Never changed: each event gives a new one. */
export interface Story extends Classification {
  readonly id: Uuid;
  readonly slug: string;
  readonly language: string;
  /** The latest of each that the world may see. */
  readonly headline: Headline;
  readonly lede: Headline | null;
  /** Headlines and ledes that are to come, in the order of their times; those on hold last. */
  readonly scheduled: readonly ScheduledHeading[];
  /** The revisions at which a headline or lede was last set, scheduled, or scheduled otherwise. */
  readonly headlineAt: number;
  readonly ledeAt: number | null;
  /** What is pinned, and the revision at which it was last pinned or unpinned. */
  readonly summary: PinnedSummary | null;
  readonly summaryAt: number | null;
  /** Every headline and lede that was released and every summary that was pinned, oldest first. */
  readonly headings: AppendOnlyList<Heading>;
  /** Every name that the story has or had of parties, places and units. */
  readonly named: Names;
  /** Names in other languages. */
  readonly names: readonly TranslatedName[];
  /** The revision at which topics and places were last set. */
  readonly classifiedAt: number;
  readonly status: 'open' | 'closed';
  /** Whether what is scheduled comes at its time although the story is closed. */
  readonly keepsSchedule: boolean;
  readonly withheld: Withheld | null;
  readonly revision: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** When it became public: with its first public development. */
  readonly publicAt: Instant | null;
  readonly developments: PersistentMap<DevelopmentState>;
  readonly timeline: AppendOnlyList<Uuid>;
  readonly claims: PersistentMap<ClaimState>;
  readonly claimOrder: AppendOnlyList<string>;
  readonly questions: PersistentMap<QuestionState>;
  readonly questionOrder: AppendOnlyList<string>;
  readonly corrections: AppendOnlyList<CorrectionEntry>;
  /** Where each assertion is: its claim and origin. */
  readonly assertions: PersistentMap<{
    readonly claim: string;
    readonly origin: string;
    readonly development: Uuid;
  }>;
  readonly judgements: PersistentMap<{ readonly claim: string; readonly revoked: boolean }>;
  readonly links: PersistentMap<ClaimLink & { readonly revoked: boolean }>;
  readonly linkOrder: AppendOnlyList<Uuid>;
  readonly independence: PersistentMap<boolean>;
  /** Everybody who was said to know something, as last described. */
  readonly origins: PersistentMap<Origin>;
  /** The claims that each of them spoke of at any time, in order. */
  readonly claimsByOrigin: PersistentMap<AppendOnlyList<string>>;
  /** Sources that are no parties by origin id, as they were last described. */
  readonly sources: PersistentMap<Source>;
  /** The documents that had a hash, by it; another may have it since. */
  readonly documents: PersistentMap<Uuid>;
  /** The claims that measure each variable, in order of record. */
  readonly variables: PersistentMap<readonly string[]>;
  /** Developments that wait for their embargo's end. */
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

/** Names in other languages, of what the story has or had: not of what is withheld in public. */
export const namesShown = ({ names, named }: Story): readonly TranslatedName[] =>
  names.filter(({ name }) => named.has(name));

/** A story exists once it was opened. */
export const exists = (story: Story): boolean => story.revision >= 0;

/** The claims in the order in which they were identified. */
export function claimsOf(story: Story): readonly ClaimState[] {
  return [...new Set(story.claimOrder)].flatMap((id) => story.claims.get(id) ?? []);
}

/** The questions in the order in which they were raised. */
export function questionsOf(story: Story): readonly QuestionState[] {
  return [...new Set(story.questionOrder)].flatMap((id) => story.questions.get(id) ?? []);
}

/** Whether a question is still open: a retracted answer answers nothing. */
export const isOpen = (story: Story, question: QuestionState): boolean =>
  question.answeredBy.every((id) => story.developments.get(id)?.retracted !== null);

/** Who gave a later value than a claim's, or another for its time, and the claims that an editor put in its place. */
export interface Replacements {
  readonly superseded: Replacement;
  readonly restated: Replacement;
  readonly annulled: Replacement;
}

const NOBODY: Replacement = { who: [], by: [] };
export const NOT_REPLACED: Replacements = { superseded: NOBODY, restated: NOBODY, annulled: NOBODY };

/** What to say of the claims of a story beside an id that none of them has. */
export const nearClaims = (story: Story, id: string): string =>
  nearest(
    id,
    [...story.claims.values()].map(({ claim }) => claim.id),
  );

/** As `nearClaims`, of its questions. */
export const nearQuestions = (story: Story, id: string): string =>
  nearest(
    id,
    [...story.questions.values()].map(({ question }) => question.id),
  );
