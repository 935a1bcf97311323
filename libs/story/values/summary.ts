import type { Instant, Text } from './text.js';

/** The maximum number of key points in a summary. */
export const MOST_POINTS = 8;

/** One key point. Readers see the status of the claim that it names beside it. */
export interface KeyPoint {
  readonly text: Text;
  readonly claim: string | null;
}

/** The short summary of what is known, which editors pin to a story. */
export interface Summary {
  readonly text: Text;
  readonly points: readonly KeyPoint[];
}

export interface PinnedSummary extends Summary {
  readonly revision: number;
  readonly at: Instant;
}
