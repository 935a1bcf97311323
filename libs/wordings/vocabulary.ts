import type {
  Amending,
  Authenticity,
  Comparator,
  CorrectableField,
  CorrectionClass,
  DevelopmentKind,
  Flag,
  Grounds,
  Medium,
  RetractedBy,
  Significance,
  Stance,
  Status,
  Verdict,
  Withheld,
} from '#story';
import type { Phrase } from './phrase.js';

/** Fields that a correction names: of a development, a claim or a story. */
type Field =
  CorrectableField | 'territory' | 'figure' | 'decidedBy' | 'allegation' | 'verdict' | 'headline' | 'lede';

/**
 * The words for the terms of a story, the same on every surface: pages, formats, command line, explanations. They are
 * in lower case, as within a sentence; `capital` makes a label of them. Every language has all of them.
 */
export interface Vocabulary {
  /** `meaning` follows the name: `Claimed – only by a party to the matter`. */
  readonly status: Readonly<Record<Status, { readonly name: string; readonly meaning: string }>>;
  /** A verdict as the rating of a fact-check. */
  readonly rating: Readonly<Record<Verdict, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly kind: Readonly<Record<DevelopmentKind, string>>;
  readonly significance: Readonly<Record<Significance, string>>;
  /** Before a number. */
  readonly comparator: Readonly<Record<Comparator, string>>;
  readonly correction: Readonly<Record<CorrectionClass | 'removal', string>>;
  /** What an event did that corrected, retracted, withdrew or reinstated something. */
  readonly amendment: Readonly<Record<Amending, string>>;
  /** Why something was removed, after a verb. */
  readonly grounds: Readonly<Record<Grounds, string>>;
  readonly withheld: Readonly<Record<Withheld['how'], string>>;
  readonly storyStatus: Readonly<Record<'open' | 'closed' | Withheld['how'], string>>;
  readonly retracted: string;
  readonly retractedBy: Readonly<Record<RetractedBy, string>>;
  readonly flag: Readonly<Record<Flag['flag'], Phrase>>;
  /** The claim that an editor linked, after the flag. */
  readonly linkedClaim: Readonly<Record<'superseded' | 'restated' | 'annulled' | 'contradicted', string>>;
  readonly decision: {
    readonly by: Phrase;
    readonly ended: string;
    readonly superseded: Phrase;
  };
  readonly medium: Readonly<Record<Medium, string>>;
  readonly authenticity: Readonly<Record<Authenticity, string>>;
  /** Of a rumour. */
  readonly circulating: string;
  /** Between two links of a chain of attribution. */
  readonly citing: Phrase;
  readonly territory: { readonly heldBy: Phrase; readonly takenFrom: Phrase };
  readonly field: Readonly<Record<Field, string>>;
  /** The heading of a story's summary. */
  readonly summary: string;
  /** Before a day of the calendar. */
  readonly on: Phrase;
  readonly and: string;
  readonly or: string;
  readonly also: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly quoted: Phrase;
}
