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

/** Killed (410) or taken down (451): the grounds, the authority, and the notice that readers still see. */
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

/** The event that records each kind of development. */
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

/** Who took it back: the newsroom (`us`), the outlet, or the origin. */
export type RetractedBy = 'us' | 'outlet';
export type WithdrawnBy = 'us' | 'origin';

/** Why something is removed: the grounds and the notice are for readers, the `reason` only for the newsroom. */
interface Ended {
  readonly grounds: Grounds;
  readonly reason: string | null;
  readonly notice: Text;
}

interface DevelopmentEnded extends Ended {
  readonly development: Uuid;
  /** Claims that are removed with it, whatever else names them. */
  readonly claims: readonly string[];
  /** Claims whose words stay public although the other developments only answer them. */
  readonly publishes: readonly string[];
}

interface Judged extends Pick<Judgement, 'id' | 'claim' | 'method'> {
  readonly methodPublic: boolean;
  readonly reason: string | null;
}

interface Revised {
  readonly release: Release;
  /** Present if it replaced all scheduled ones of its kind, as every one did before version 2. */
  readonly clears?: true;
  readonly languages?: LanguageNotes;
  /** Present if it only adds a language: the heading before that. */
  readonly translates?: Text;
}

/** What a notice belongs to: a correction or removal, a withheld development, or the withheld story. */
export type NoticeOf =
  { readonly correction: Uuid } | { readonly development: Uuid } | { readonly story: Uuid };

/** A name, or a word of a quantity or place, with its translations. */
export interface TranslatedName {
  readonly name: string;
  readonly text: Text;
}

/** One part of a joint correction. A headline or lede has one change, in the field of that name. */
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
      /** The id of a development, or `headline` or `lede`: the one scheduled for `was`. */
      readonly of: Uuid;
      readonly was: Waiting;
      /** A cancelled headline or lede never appears. A development cannot be cancelled, only put on hold. */
      readonly is: Waiting | 'cancelled';
      readonly reason: string | null;
    }
  | ({ readonly type: 'StoryClassified' } & Classification)
  | {
      readonly type: 'StoryClosed';
      readonly reason: string | null;
      /** Present if scheduled texts still appear although the story is closed. */
      readonly scheduled?: 'comes';
    }
  | { readonly type: 'StoryReopened' | 'StoryReinstated'; readonly reason: string | null }
  | ({ readonly type: 'StoryKilled' } & Ended)
  | ({ readonly type: 'StoryTakenDown'; readonly authority: string | null } & Ended)
  | {
      readonly type: DevelopmentEventType;
      readonly development: Development;
      /** Set when a withheld development is read without its content; never recorded. */
      readonly withheld?: Withheld;
    }
  | {
      readonly type: 'DevelopmentReleased';
      readonly development: Uuid;
      /** The end of an embargo, or an editor. */
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
      /** Present if it corrects nothing. */
      readonly class?: 'translation';
      readonly changes: readonly FieldChange[];
      readonly reason: string | null;
    }
  | {
      /** Corrects one mistake in several texts. Each text has at most one part. */
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
      /** Null if a correction only added languages. */
      readonly language: string | null;
      /** Each part has the whole text, with all of its languages. */
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

/** The parts of a translation, each in the form of a separate event. */
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

/** Events that take back or correct something, or undo that. */
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
/** Events that correct something if they change the newsroom's verdict on a claim. */
type Reversing = JudgementEvent['type'] | 'JudgementRevoked';
export type Amending = (typeof AMENDING)[number] | Reversing;

export const amends = (type: string): boolean => (AMENDING as readonly string[]).includes(type);

/** A correction of one text, and a joint correction of several. */
export type Correction = Extract<StoryEvent, { type: 'DevelopmentCorrected' | 'ClaimCorrected' }>;
export type JointCorrection = Extract<StoryEvent, { type: 'StoryCorrected' }>;

export type JudgementEvent = Extract<StoryEvent, { type: 'ClaimVerified' | 'ClaimRefuted' | 'ClaimJudged' }>;

export const isJudgement = (event: StoryEvent): event is JudgementEvent =>
  event.type === 'ClaimVerified' || event.type === 'ClaimRefuted' || event.type === 'ClaimJudged';

export function verdictOf(event: JudgementEvent): Verdict {
  if (event.type === 'ClaimJudged') return event.verdict;
  return event.type === 'ClaimVerified' ? 'verified' : 'refuted';
}

/** Whether an event translates the notice of a withheld story. */
export const translatesStoryNotice = (event: StoryEvent): boolean =>
  event.type === 'StoryTranslated' && event.parts.some((part) => 'of' in part && 'story' in part.of);

/** Changes the parts of a translation; null removes a part. Returns null if no part remains. */
export function mapParts(
  event: Extract<StoryEvent, { type: 'StoryTranslated' }>,
  change: (part: TranslationPart) => TranslationPart | null,
): typeof event | null {
  const parts = event.parts.flatMap((part) => change(part) ?? []);
  if (parts.length === 0) return null;
  const isSame = parts.length === event.parts.length && parts.every((part, i) => part === event.parts[i]);
  return isSame ? event : { ...event, parts };
}

/** Whether an event withholds or reinstates a development. */
export const withholdsDevelopment = (type: string): boolean =>
  type === 'DevelopmentKilled' || type === 'DevelopmentTakenDown' || type === 'DevelopmentReinstated';

/** Whether an event withholds or reinstates the whole story. */
export const withholdsStory = (type: string): boolean =>
  type === 'StoryKilled' || type === 'StoryTakenDown' || type === 'StoryReinstated';

export type AnyEvent = StoryEvent | DirectoryEvent;

export type DevelopmentEvent = Extract<StoryEvent, { readonly type: DevelopmentEventType }>;

export const isDevelopmentEvent = (event: StoryEvent): event is DevelopmentEvent =>
  'development' in event && typeof event.development === 'object';

/** An event in a log, with its revision, its time and the editor who recorded it. */
export interface Recorded<E = StoryEvent> {
  readonly id: Uuid;
  /** Of the story, from 0. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** Null in the public log. */
  readonly recordedBy: string | null;
  /** When the story was imported from elsewhere; null for an event recorded here. */
  readonly importedAt: Instant | null;
  readonly event: E;
}

/** What readers see instead of the content that such an event withholds. */
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
