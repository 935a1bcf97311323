import type { Measured } from './samples.js';
import type { Scratch } from './scratch.js';

/** The context of a bench. */
export interface Bench {
  /** Whether to measure at full size, not a smaller and quicker part. */
  readonly full: boolean;
  readonly scratch: Scratch;
  /** Reports progress. */
  readonly say: (line: string) => void;
}

/** One measured value and its comparison. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly ours: Measured;
  /** The comparison: a peer, a floor, a limit, or our own code under other conditions. */
  readonly against: string;
  readonly theirs: Measured;
  readonly ratio: number;
  /** The target; null for a row that only explains another one. */
  readonly wanted: Wanted | null;
}

export interface Wanted {
  /** The number of the target. */
  readonly target: number;
  readonly least?: number;
  readonly most?: number;
}

/** The result of a bench, and its settings. */
export interface Finding {
  readonly rows: readonly Row[];
  readonly settings: readonly string[];
}

export type Run = (bench: Bench) => Promise<Finding>;

export const isMet = ({ ratio, wanted }: Row): boolean | null =>
  wanted && ratio >= (wanted.least ?? 0) && ratio <= (wanted.most ?? Infinity);

/** A ratio of durations: how many times faster `ours` is. */
export const timesFaster = (ours: Measured, theirs: Measured): number => theirs.median / ours.median;
/** A ratio of rates: how many times larger `ours` is than `theirs`. */
export const timesAsMuch = (ours: Measured, theirs: Measured): number => ours.median / theirs.median;
