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

/** When the world may see it: at once, by a command (held), or when its embargo ends. */
export type Release = 'now' | Waiting;
export type Waiting = 'held' | { readonly embargoedUntil: Instant };

/** One origin's stance towards one claim, made in one development. */
export interface Assertion {
  readonly id: Uuid;
  readonly claim: string;
  readonly stance: Stance;
  /** Which of the development's chains it rests on. */
  readonly chains: readonly number[];
  readonly origin: Origin;
  readonly standing: SourceStanding;
}

export interface Question extends Wording {
  readonly id: string;
  /** Developments that answered it before it could be seen: set by the publisher alone. */
  readonly answeredBy?: readonly Uuid[];
}

export interface Evidence {
  readonly url: string;
  /** Of the bytes at the address, in hexadecimal. */
  readonly sha256: string | null;
  readonly public: boolean;
}

/** One recorded act of coverage: the unit that editors file and readers see on the timeline. */
export interface Development extends Wording {
  readonly id: Uuid;
  readonly kind: DevelopmentKind;
  readonly attribution: readonly Chain[];
  readonly claims: readonly Claim[];
  readonly assertions: readonly Assertion[];
  readonly raises: readonly Question[];
  readonly answers: readonly string[];
  /** Claims that only a hidden development identified, whose own text this one makes public. */
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
  /** All chains where absent. */
  readonly chains: readonly number[] | null;
  /** The origin's own standing where absent, else affiliated. */
  readonly standing: SourceStanding | null;
}

/** A value of a variable that the story has, as an editor files it: its claim, id and words are made. */
export interface FigureInput {
  readonly variable: string;
  readonly count: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  /** The variable's own where null. */
  readonly unit: string | null;
  /** When it was so in the world; the development's time where null. */
  readonly asOfWorld: Occurred | null;
  /** Made of the words of an earlier value where null. */
  readonly text: Text | null;
  readonly stance: Stance;
  /** All chains where null. */
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

/** What a correction may change. When it is released is not a fact about the world. */
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

/** What a field was and is. Where `withheld`, the public record says that it changed, not from what. */
export interface FieldChange {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly withheld: boolean;
}
