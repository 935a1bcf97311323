import type { ClaimChanges, Relation, Verdict } from './claim.js';
import type {
  CorrectionClass,
  DevelopmentChanges,
  DevelopmentInput,
  Release,
  Waiting,
} from './development.js';
import type { Classification, RetractedBy, WithdrawnBy, Withheld } from './event.js';
import type { Grounds } from '../values/grounds.js';
import type { Directory } from './party.js';
import type { Removed } from '../values/removed.js';
import type { Summary } from '../values/summary.js';
import type { Instant, Text, Uuid } from '../values/text.js';
import type { TextChange } from '../values/wording.js';

/** Why something is to be removed; a takedown on legal grounds says by whose order. */
interface Removal {
  readonly grounds: Grounds;
  readonly reason: string;
  readonly notice: Text;
  readonly authority: string | null;
}

/** When a headline or lede is to stand; `clears` where it takes the place of all that waits, as exports of old logs say. */
interface Revision {
  readonly release: Release;
  readonly clears?: true;
}

/** Texts of a story in one more language, each by what it is of; null takes a translation out. */
export interface Translation {
  readonly language: string;
  readonly headline?: string | null;
  readonly lede?: string | null;
  /** Headlines and ledes that are to come. */
  readonly scheduled: readonly {
    readonly what: 'headline' | 'lede';
    readonly release: Waiting;
    readonly text: string | null;
  }[];
  readonly developments: readonly { readonly development: Uuid; readonly text: string | null }[];
  readonly claims: readonly { readonly claim: string; readonly text: string | null }[];
  readonly questions: readonly { readonly question: string; readonly text: string | null }[];
  /** By the id of the correction or removal, of the withheld development, or of the withheld story. */
  readonly notices: readonly { readonly of: Uuid; readonly text: string | null }[];
  readonly names: readonly { readonly name: string; readonly text: string | null }[];
}
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** What an editor asks for. The names are those of the import file. */
export type Command =
  | ({
      readonly type: 'open';
      readonly slug: string;
      readonly language: string;
      readonly headline: Text;
      readonly lede: Text | null;
    } & Classification)
  | { readonly type: 'record'; readonly development: DevelopmentInput }
  | {
      readonly type: 'correct';
      readonly development: Uuid;
      readonly class: CorrectionClass;
      readonly changes: DevelopmentChanges;
      readonly withhold: readonly string[];
      readonly reason: string;
      readonly notice: Text | null;
    }
  | {
      readonly type: 'correct-claim';
      readonly claim: string;
      readonly changes: ClaimChanges;
      readonly withhold: readonly string[];
      readonly reason: string;
    }
  | {
      /** One mistake, put right wherever it is. A headline or lede that is null stays. */
      readonly type: 'correct-story';
      readonly class: CorrectionClass;
      readonly headline: TextChange | null;
      readonly lede: TextChange | null;
      readonly claims: readonly Pick<Of<'correct-claim'>, 'claim' | 'changes' | 'withhold'>[];
      readonly developments: readonly Pick<Of<'correct'>, 'development' | 'changes' | 'withhold'>[];
      readonly reason: string;
      readonly notice: Text | null;
    }
  | {
      readonly type: 'retract';
      readonly development: Uuid;
      readonly by: RetractedBy;
      readonly reason: string;
    }
  | { readonly type: 'revoke-retraction'; readonly development: Uuid; readonly reason: string }
  | { readonly type: 'withdraw'; readonly assertion: Uuid; readonly by: WithdrawnBy; readonly reason: string }
  | {
      readonly type: 'release';
      readonly development: Uuid;
      readonly cause: 'embargo' | 'editor';
      readonly publishes: readonly string[];
      /** Of an embargo its end: one that was moved meanwhile does not end. */
      readonly until?: Instant;
    }
  | {
      readonly type: 'judge';
      readonly claim: string;
      readonly verdict: Verdict;
      readonly method: string;
      readonly methodPublic: boolean;
      readonly reason: string;
    }
  | { readonly type: 'revoke-judgement'; readonly judgement: Uuid; readonly reason: string }
  | { readonly type: 'link'; readonly claim: string; readonly to: string; readonly relation: Relation }
  | { readonly type: 'revoke-link'; readonly link: Uuid; readonly reason: string | null }
  | {
      readonly type: 'independence';
      readonly origins: readonly [string, string];
      readonly independent: boolean;
      readonly reason: string;
    }
  | ({ readonly type: 'headline'; readonly headline: TextChange } & Revision)
  | ({ readonly type: 'lede'; readonly lede: TextChange } & Revision)
  | ({ readonly type: 'translate' } & Translation)
  | { readonly type: 'summary'; readonly summary: Summary }
  | { readonly type: 'unpin-summary' }
  | {
      readonly type: 'reschedule';
      /** A development by its id, or `headline` or `lede`: the one that waits for `was`. */
      readonly of: Uuid;
      /** Null for a development. */
      readonly was: Waiting | null;
      readonly release: Release | 'cancelled';
      readonly reason: string | null;
      readonly cause: 'embargo' | 'editor';
    }
  | ({ readonly type: 'classify' } & Classification)
  | ({
      readonly type: 'kill' | 'takedown';
      /** Null for the story. */
      readonly development: Uuid | null;
      /** Whether what the development was the first to say of claims goes with it. */
      readonly andClaims: boolean;
      readonly publishes: readonly string[];
    } & Removal)
  | ({ readonly type: 'remove'; readonly how: Withheld['how']; readonly what: Removed } & Removal)
  | { readonly type: 'reinstate'; readonly development: Uuid | null; readonly reason: string }
  | {
      readonly type: 'close';
      readonly reason: string | null;
      /** What becomes of what waits for the end of an embargo. Null: it is not known that anything does. */
      readonly scheduled: 'comes' | 'waits' | null;
    }
  | { readonly type: 'reopen'; readonly reason: string | null };

/** What a decision may use besides the story: time and identity come from outside. */
export interface Context {
  readonly directory: Directory;
  readonly now: Instant;
  /** The id of what this command makes: a development, a judgement, a link, a story. */
  readonly id: Uuid;
  /** A name-based id (RFC 9562, version 5): the same from the same. */
  readonly derive: (from: Uuid, name: string) => Uuid;
}
