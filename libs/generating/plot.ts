import type { Language } from './vocabulary.js';

/** The outline of a story. */
export interface Plot {
  readonly slug: string;
  readonly language: Language;
  /** The number of its lines. */
  readonly events: number;
  /** The number of claims that the lines bring. */
  readonly claims: number;
  /** Whether its last line may close it. */
  readonly ends: boolean;
  /** When it is opened, in milliseconds since the epoch. */
  readonly from: number;
  /** The latest time of a line, in milliseconds since the epoch. */
  readonly until: number;
}
