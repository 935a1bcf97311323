import type { Language } from './vocabulary.js';

/** What kind of story it is. */
export interface Plot {
  readonly slug: string;
  readonly language: Language;
  /** How many lines it has, and how many claims they bring. */
  readonly events: number;
  readonly claims: number;
  /** Whether it may be closed in the end; else more can be recorded in it. */
  readonly ends: boolean;
  /** When it is opened, and by when it is over: milliseconds. */
  readonly from: number;
  readonly until: number;
}
