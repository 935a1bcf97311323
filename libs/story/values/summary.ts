import type { Instant, Text } from './text.js';

/** The most key points that a summary has. */
export const MOST_POINTS = 8;

/** One of the things that count. The status of the claim that it names is shown beside it. */
export interface KeyPoint {
  readonly text: Text;
  readonly claim: string | null;
}

/** What is known, in short, as editors pin it on a story. */
export interface Summary {
  readonly text: Text;
  readonly points: readonly KeyPoint[];
}

export interface PinnedSummary extends Summary {
  readonly revision: number;
  readonly at: Instant;
}
