import type { ClaimLink, Judgement, Verdict } from './claim.js';
import type {
  CorrectionClass,
  Development,
  DevelopmentKind,
  FieldChange,
  Release,
  Waiting,
} from './development.js';
import type { Grounds } from '../values/grounds.js';
import type { DirectoryEvent } from './party.js';
import type { Removed } from '../values/removed.js';
import type { Summary } from '../values/summary.js';
import type { Instant, Place, Text, Uuid } from '../values/text.js';
import type { LanguageNotes } from '../values/wording.js';

/** Killed (410) or taken down (451), on which grounds, and by whose order: the notice stays. */
export interface Withheld {
  readonly how: 'killed' | 'takenDown';
  readonly grounds: Grounds;
  readonly notice: Text;
  readonly authority: string | null;
  readonly at: Instant;
  /** Of the notice. */
  readonly languages?: LanguageNotes;
}

export type DevelopmentEventType =
  | 'ReportRecorded'
  | 'StatementRecorded'
  | 'ConfirmationRecorded'
  | 'DenialRecorded'
  | 'NoveltyDenialRecorded'
  | 'CommentDeclined'
  | 'KnowledgeDisclaimed'
  | 'TerritorialGainRecorded'
  | 'FigureRecorded';

/** The event by which each kind of development is recorded. */
export const EVENT_OF_KIND: Readonly<Record<DevelopmentKind, DevelopmentEventType>> = {
  report: 'ReportRecorded',
  statement: 'StatementRecorded',
  confirmation: 'ConfirmationRecorded',
  denial: 'DenialRecorded',
  noveltyDenial: 'NoveltyDenialRecorded',
  noComment: 'CommentDeclined',
  noKnowledge: 'KnowledgeDisclaimed',
  territorialGain: 'TerritorialGainRecorded',
  figure: 'FigureRecorded',
};

export interface Classification {
  /** IPTC Media Topics, e.g. `medtop:20000076`. */
  readonly topics: readonly string[];
  readonly places: readonly Place[];
}

/** Whose doing: the newsroom's, or the outlet's / the origin's own. */
export type RetractedBy = 'us' | 'outlet';
export type WithdrawnBy = 'us' | 'origin';

/** Why something is removed: on which grounds, for readers and, as `reason`, for the newsroom alone. */
interface Ended {
  readonly grounds: Grounds;
  readonly reason: string | null;
  readonly notice: Text;
}

interface DevelopmentEnded extends Ended {
  readonly development: Uuid;
  /** Claims of which nothing is left either, whatever else names them. */
  readonly claims: readonly string[];
  /** Claims whose words stay public although others only deny them or decline to comment. */
  readonly publishes: readonly string[];
}

interface Judged extends Pick<Judgement, 'id' | 'claim' | 'method'> {
  readonly methodPublic: boolean;
  readonly reason: string | null;
}

interface Revised {
  readonly release: Release;
  /** There where it took the place of all of its kind that waited, as each did before version 2. */
  readonly clears?: true;
  readonly languages?: LanguageNotes;
  /** There where it is the same heading in one more language: as it was before. */
  readonly translates?: Text;
}

/** A notice as it is with its translations: of a correction or removal, of a withheld development, or of the story. */
export type NoticeOf =
  { readonly correction: Uuid } | { readonly development: Uuid } | { readonly story: Uuid };

/** A name or another word of a quantity or place, and what it is in other languages. */
export interface TranslatedName {
  readonly name: string;
  readonly text: Text;
}

/** One thing that a correction of several puts right; of a headline or lede there is one change, whose field has its name. */
export type CorrectedPart = (
  { readonly development: Uuid } | { readonly claim: string } | { readonly heading: 'headline' | 'lede' }
) & { readonly changes: readonly FieldChange[] };

/** Past tense, plain data, never edited. One command makes at most one event. */
export type StoryEvent =
  | ({
      readonly type: 'StoryOpened';
      readonly story: Uuid;
      readonly slug: string;
      readonly language: string;
      readonly headline: Text;
      readonly lede: Text | null;
      readonly headlineLanguages?: LanguageNotes;
      readonly ledeLanguages?: LanguageNotes;
    } & Classification)
  | ({ readonly type: 'HeadlineRevised'; readonly headline: Text } & Revised)
  | ({ readonly type: 'LedeRevised'; readonly lede: Text } & Revised)
  | { readonly type: 'SummaryPinned'; readonly summary: Summary }
  | { readonly type: 'SummaryUnpinned' }
  | {
      readonly type: 'ReleaseRescheduled';
      /** A development by its id, or `headline` or `lede`: the one that waits for `was`. */
      readonly of: Uuid;
      readonly was: Waiting;
      /** What is cancelled never comes: of a headline or lede alone, for a development stays, on hold. */
      readonly is: Waiting | 'cancelled';
      readonly reason: string | null;
    }
  | ({ readonly type: 'StoryClassified' } & Classification)
  | {
      readonly type: 'StoryClosed';
      readonly reason: string | null;
      /** There where what is scheduled comes at its time although the story is closed. */
      readonly scheduled?: 'comes';
    }
  | { readonly type: 'StoryReopened' | 'StoryReinstated'; readonly reason: string | null }
  | ({ readonly type: 'StoryKilled' } & Ended)
  | ({ readonly type: 'StoryTakenDown'; readonly authority: string | null } & Ended)
  | {
      readonly type: DevelopmentEventType;
      readonly development: Development;
      /** Set where a killed development is read back without its content; never recorded. */
      readonly withheld?: Withheld;
    }
  | {
      readonly type: 'DevelopmentReleased';
      readonly development: Uuid;
      /** An embargo that ended by its time, or an editor's word. */
      readonly cause: 'embargo' | 'editor';
      readonly publishes: readonly string[];
    }
  | {
      readonly type: 'DevelopmentCorrected';
      readonly correction: Uuid;
      readonly development: Uuid;
      readonly class: CorrectionClass | 'translation';
      readonly changes: readonly FieldChange[];
      readonly reason: string | null;
      readonly notice: Text | null;
    }
  | {
      readonly type: 'DevelopmentRetracted';
      readonly development: Uuid;
      readonly by: RetractedBy;
      readonly reason: string | null;
    }
  | {
      readonly type: 'RetractionRevoked' | 'DevelopmentReinstated';
      readonly development: Uuid;
      readonly reason: string | null;
    }
  | ({ readonly type: 'DevelopmentKilled' } & DevelopmentEnded)
  | ({ readonly type: 'DevelopmentTakenDown'; readonly authority: string | null } & DevelopmentEnded)
  | ({
      readonly type: 'TextsRemoved';
      readonly removal: Uuid;
      readonly what: Removed;
      readonly how: Withheld['how'];
      readonly authority: string | null;
    } & Ended)
  | {
      readonly type: 'AssertionWithdrawn';
      readonly assertion: Uuid;
      readonly by: WithdrawnBy;
      readonly reason: string | null;
    }
  | {
      readonly type: 'ClaimCorrected';
      readonly correction: Uuid;
      readonly claim: string;
      /** There where it puts nothing right. */
      readonly class?: 'translation';
      readonly changes: readonly FieldChange[];
      readonly reason: string | null;
    }
  | {
      /** One mistake put right wherever it was: no two parts are of the same. */
      readonly type: 'StoryCorrected';
      readonly correction: Uuid;
      readonly class: CorrectionClass;
      readonly parts: readonly CorrectedPart[];
      readonly reason: string | null;
      readonly notice: Text | null;
    }
  | {
      readonly type: 'StoryTranslated';
      readonly translation: Uuid;
      /** Null where a correction added words in languages that were not there, and nothing else. */
      readonly language: string | null;
      /** Each text whole, with those of its languages that were there. */
      readonly parts: readonly TranslationPart[];
    }
  | {
      readonly type: 'NoticeTranslated';
      readonly of: NoticeOf;
      readonly notice: Text;
      readonly languages?: LanguageNotes;
    }
  | { readonly type: 'NamesTranslated'; readonly names: readonly TranslatedName[] }
  | ({ readonly type: 'ClaimsLinked' } & ClaimLink)
  | { readonly type: 'ClaimLinkRevoked'; readonly link: Uuid; readonly reason: string | null }
  | ({ readonly type: 'ClaimVerified' | 'ClaimRefuted' } & Judged)
  | ({ readonly type: 'ClaimJudged'; readonly verdict: Verdict } & Judged)
  | { readonly type: 'JudgementRevoked'; readonly judgement: Uuid; readonly reason: string | null }
  | {
      readonly type: 'SourceIndependenceAssessed';
      readonly origins: readonly [string, string];
      readonly independent: boolean;
      readonly reason: string | null;
    };

/** What one act of translation makes, each as an event by itself would. */
export type TranslationPart = Extract<
  StoryEvent,
  {
    type:
      | 'HeadlineRevised'
      | 'LedeRevised'
      | 'DevelopmentCorrected'
      | 'ClaimCorrected'
      | 'NoticeTranslated'
      | 'NamesTranslated';
  }
>;

/** Events that take back or put right what was said, or undo that. */
const AMENDING = [
  'DevelopmentCorrected',
  'ClaimCorrected',
  'StoryCorrected',
  'DevelopmentRetracted',
  'RetractionRevoked',
  'AssertionWithdrawn',
  'DevelopmentKilled',
  'DevelopmentTakenDown',
  'DevelopmentReinstated',
  'StoryKilled',
  'StoryTakenDown',
  'StoryReinstated',
  'TextsRemoved',
] as const satisfies readonly StoryEvent['type'][];
/** Events that put right what was said where they change the verdict of the newsroom on a claim. */
type Reversing = JudgementEvent['type'] | 'JudgementRevoked';
export type Amending = (typeof AMENDING)[number] | Reversing;

export const amends = (type: string): boolean => (AMENDING as readonly string[]).includes(type);

/** A correction of one thing, and one of several. */
export type Correction = Extract<StoryEvent, { type: 'DevelopmentCorrected' | 'ClaimCorrected' }>;
export type JointCorrection = Extract<StoryEvent, { type: 'StoryCorrected' }>;

export type JudgementEvent = Extract<StoryEvent, { type: 'ClaimVerified' | 'ClaimRefuted' | 'ClaimJudged' }>;

export const isJudgement = (event: StoryEvent): event is JudgementEvent =>
  event.type === 'ClaimVerified' || event.type === 'ClaimRefuted' || event.type === 'ClaimJudged';

export function verdictOf(event: JudgementEvent): Verdict {
  if (event.type === 'ClaimJudged') return event.verdict;
  return event.type === 'ClaimVerified' ? 'verified' : 'refuted';
}

/** Whether an event gives the notice of a withheld story in one more language. */
export const translatesStoryNotice = (event: StoryEvent): boolean =>
  event.type === 'StoryTranslated' && event.parts.some((part) => 'of' in part && 'story' in part.of);

/** An act of translation with its parts as `change` gives them, null for none; null where none is left. */
export function mapParts(
  event: Extract<StoryEvent, { type: 'StoryTranslated' }>,
  change: (part: TranslationPart) => TranslationPart | null,
): typeof event | null {
  const parts = event.parts.flatMap((part) => change(part) ?? []);
  if (parts.length === 0) return null;
  const isSame = parts.length === event.parts.length && parts.every((part, i) => part === event.parts[i]);
  return isSame ? event : { ...event, parts };
}

/** Whether an event withholds a development, or gives it back. */
export const withholdsDevelopment = (type: string): boolean =>
  type === 'DevelopmentKilled' || type === 'DevelopmentTakenDown' || type === 'DevelopmentReinstated';

/** Whether an event withholds the whole story, or gives it back. */
export const withholdsStory = (type: string): boolean =>
  type === 'StoryKilled' || type === 'StoryTakenDown' || type === 'StoryReinstated';

export type AnyEvent = StoryEvent | DirectoryEvent;

export type DevelopmentEvent = Extract<StoryEvent, { readonly type: DevelopmentEventType }>;

export const isDevelopmentEvent = (event: StoryEvent): event is DevelopmentEvent =>
  'development' in event && typeof event.development === 'object';

/** An event as it stands in a log: where, when and by whom it was recorded. */
export interface Recorded<E = StoryEvent> {
  readonly id: Uuid;
  /** Of the story, from 0. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** Null in the public log. */
  readonly recordedBy: string | null;
  /** When a story that ran elsewhere was taken over; null for what was recorded here. */
  readonly importedAt: Instant | null;
  readonly event: E;
}

/** What readers are shown in the place of what such an event withholds. */
export const withheldBy = (
  event: Extract<
    StoryEvent,
    { type: 'StoryKilled' | 'StoryTakenDown' | 'DevelopmentKilled' | 'DevelopmentTakenDown' }
  >,
  at: Instant,
): Withheld => ({
  how: event.type === 'StoryKilled' || event.type === 'DevelopmentKilled' ? 'killed' : 'takenDown',
  grounds: event.grounds,
  notice: event.notice,
  authority: 'authority' in event ? event.authority : null,
  at,
});
