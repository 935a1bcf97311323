import type { Text, Uuid } from './text.js';

/** One value of a public event, by the revision of the event and an RFC 6901 pointer into it, with its replacement. */
export interface ReplacedValue {
  readonly revision: number;
  readonly pointer: string;
  readonly is: unknown;
}

/**
 * What is removed from everything that a story said before, whatever the `asOf`. Readers see `with` instead. For words,
 * headlines, ledes and summaries the public log has `places` instead, so that it does not repeat the removed words.
 */
export type Removed =
  | {
      readonly words: readonly string[];
      readonly with: Text;
      /** Compares words as version 1 did, with fewer forms of letters: an old event removes what it removed then. */
      readonly former?: true;
    }
  | { readonly headline: Text; readonly with: Text }
  | { readonly lede: Text; readonly with: Text }
  /** The whole summary with this text, its points included. */
  | { readonly summary: Text; readonly with: Text }
  | { readonly claim: string; readonly with: Text }
  | { readonly question: string; readonly with: Text }
  | { readonly correction: Uuid; readonly with: Text }
  | { readonly places: readonly ReplacedValue[] };
