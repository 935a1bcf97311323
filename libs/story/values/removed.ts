import type { Text, Uuid } from './text.js';

/** A value of a public event, by the event's revision and an RFC 6901 pointer into it, and what it is from now on. */
export interface ReplacedValue {
  readonly revision: number;
  readonly pointer: string;
  readonly is: unknown;
}

/**
 * What is removed of all that a story said before, at every moment. `with` is what readers see in its place. The public
 * log names `places` for words, headlines, ledes and summaries, so that it repeats nothing.
 */
export type Removed =
  | {
      readonly words: readonly string[];
      readonly with: Text;
      /** Of an event that was written while fewer forms of letters were as one: it takes out what it took out then. */
      readonly former?: true;
    }
  | { readonly headline: Text; readonly with: Text }
  | { readonly lede: Text; readonly with: Text }
  /** All that such a summary says: its points too. */
  | { readonly summary: Text; readonly with: Text }
  | { readonly claim: string; readonly with: Text }
  | { readonly question: string; readonly with: Text }
  | { readonly correction: Uuid; readonly with: Text }
  | { readonly places: readonly ReplacedValue[] };
