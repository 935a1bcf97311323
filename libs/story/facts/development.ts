import type { Chain, LinkInput, Origin, SourceStanding } from './attribution.js';
import type { Claim, ClaimInput, Comparator } from './claim.js';
import type { Stance } from './stance.js';
import type { Instant, Occurred, Place, Text, Uuid } from '../values/text.js';
import type { TextChange, Wording } from '../values/wording.js';

export const KINDS = [
  'report',
  'statement',
  'confirmation',
  'denial',
  'noveltyDenial',
  'noComment',
  'noKnowledge',
  'territorialGain',
  'figure',
] as const;
export type DevelopmentKind = (typeof KINDS)[number];

export const SIGNIFICANCES = ['key', 'substantive', 'minor', 'cosmetic'] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** When the public may see it: at once, by a later command (`held`: on hold), or when its embargo ends. */
export type Release = 'now' | Waiting;
export type Waiting = 'held' | { readonly embargoedUntil: Instant };

/** One origin's stance towards one claim, made in one development. */
export interface Assertion {
  readonly id: Uuid;
  readonly claim: string;
  readonly stance: Stance;
  /** The indexes of the chains of the development on which it rests. */
  readonly chains: readonly number[];
  readonly origin: Origin;
  readonly standing: SourceStanding;
}

export interface Question extends Wording {
  readonly id: string;
  /** Developments that answered it before it became public. Only the publisher sets it. */
  readonly answeredBy?: readonly Uuid[];
}

export interface Evidence {
  readonly url: string;
  /** Of the bytes at the address, in hexadecimal. */
  readonly sha256: string | null;
  readonly public: boolean;
}

/** One piece of coverage: the unit that editors file and that readers see on the timeline. */
export interface Development extends Wording {
  readonly id: Uuid;
  readonly kind: DevelopmentKind;
  readonly attribution: readonly Chain[];
  readonly claims: readonly Claim[];
  readonly assertions: readonly Assertion[];
  readonly raises: readonly Question[];
  readonly answers: readonly string[];
  /** Claims of developments that are not public: this development makes their words public. */
  readonly publishes: readonly string[];
  readonly occurred: Occurred | null;
  readonly reportedAt: Occurred | null;
  readonly place: Place | null;
  readonly significance: Significance;
  readonly release: Release;
  readonly evidence: readonly Evidence[];
}

export interface AssertionInput {
  readonly claim: string;
  readonly stance: Stance;
  /** All chains if null. */
  readonly chains: readonly number[] | null;
  /** The default `standing` of the origin if null. */
  readonly standing: SourceStanding | null;
}

/** A new value of an existing variable, as an editor files it. Its claim, id and words are generated. */
export interface FigureInput {
  readonly variable: string;
  readonly count: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  /** The unit of the variable if null. */
  readonly unit: string | null;
  /** When it was true in the world; the time of the development if null. */
  readonly asOfWorld: Occurred | null;
  /** Generated from the words of an earlier value if null. */
  readonly text: Text | null;
  readonly stance: Stance;
  /** All chains if null. */
  readonly chains: readonly number[] | null;
}

/** A development as an editor files it: parties by id, sources not yet resolved. */
export interface DevelopmentInput extends Omit<
  Development,
  'id' | 'attribution' | 'claims' | 'assertions' | 'languages'
> {
  readonly claims: readonly ClaimInput[];
  readonly attribution: readonly (readonly LinkInput[])[];
  readonly assertions: readonly AssertionInput[];
  readonly figures?: readonly FigureInput[];
}

/** The fields that a correction may change. The release is not one: it is no fact about the world. */
export const CORRECTABLE = [
  'kind',
  'text',
  'attribution',
  'claims',
  'assertions',
  'raises',
  'answers',
  'occurred',
  'reportedAt',
  'place',
  'significance',
  'evidence',
] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];
export type DevelopmentChanges = Partial<Pick<DevelopmentInput, Exclude<CorrectableField, 'text'>>> & {
  readonly text?: TextChange;
};

export type CorrectionClass = 'correction' | 'clarification' | 'refile';

/** The old and new value of a field. If `withheld`, the public record does not show the old one. */
export interface FieldChange {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly withheld: boolean;
}
