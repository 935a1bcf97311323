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

/** Why something is removed. A takedown on legal grounds names the authority that ordered it. */
interface Removal {
  readonly grounds: Grounds;
  readonly reason: string;
  readonly notice: Text;
  readonly authority: string | null;
}

/** When a headline or lede appears. With `clears`, as in exports of old logs, it replaces all scheduled ones. */
interface Revision {
  readonly release: Release;
  readonly clears?: true;
}

/** Texts of a story in one more language; null removes a translation. */
export interface Translation {
  readonly language: string;
  readonly headline?: string | null;
  readonly lede?: string | null;
  /** Scheduled headlines and ledes. */
  readonly scheduled: readonly {
    readonly what: 'headline' | 'lede';
    readonly release: Waiting;
    readonly text: string | null;
  }[];
  readonly developments: readonly { readonly development: Uuid; readonly text: string | null }[];
  readonly claims: readonly { readonly claim: string; readonly text: string | null }[];
  readonly questions: readonly { readonly question: string; readonly text: string | null }[];
  /** By the id of the correction, the removal, the withheld development or the withheld story. */
  readonly notices: readonly { readonly of: Uuid; readonly text: string | null }[];
  readonly names: readonly { readonly name: string; readonly text: string | null }[];
}
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** A command of an editor. The types have the names of the import file. */
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
      /** Corrects one mistake in several texts. A headline or lede that is null does not change. */
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
      /** The end of the embargo: if that moved in the meantime, nothing is released. */
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
      /** The id of a development, or `headline` or `lede`: the one scheduled for `was`. */
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
      /** Whether the claims that the development named first are removed with it. */
      readonly andClaims: boolean;
      readonly publishes: readonly string[];
    } & Removal)
  | ({ readonly type: 'remove'; readonly how: Withheld['how']; readonly what: Removed } & Removal)
  | { readonly type: 'reinstate'; readonly development: Uuid | null; readonly reason: string }
  | {
      readonly type: 'close';
      readonly reason: string | null;
      /** What becomes of scheduled texts. Null if the editor knows of none. */
      readonly scheduled: 'comes' | 'waits' | null;
    }
  | { readonly type: 'reopen'; readonly reason: string | null };

/** What a decision needs besides the story. Time and identity come from outside. */
export interface Context {
  readonly directory: Directory;
  readonly now: Instant;
  /** The id of what this command creates: a development, a judgement, a link or a story. */
  readonly id: Uuid;
  /** A name-based id (RFC 9562, version 5): the same arguments give the same id. */
  readonly derive: (from: Uuid, name: string) => Uuid;
}
