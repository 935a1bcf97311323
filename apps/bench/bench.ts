import type { Measured } from './samples.js';
import type { Scratch } from './scratch.js';

/** What a bench is given. */
export interface Bench {
  /** The whole of what is claimed, not a quicker part of it. */
  readonly full: boolean;
  readonly scratch: Scratch;
  /** How it goes on, for whoever waits. */
  readonly say: (line: string) => void;
}

/** One thing measured, beside what it is compared with. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly ours: Measured;
  /** What it is compared with: a peer, a floor or limit, or ourselves under other circumstances. */
  readonly against: string;
  readonly theirs: Measured;
  readonly ratio: number;
  /** Null where the row is there to explain another. */
  readonly wanted: Wanted | null;
}

export interface Wanted {
  /** Of the list. */
  readonly target: number;
  readonly least?: number;
  readonly most?: number;
}

/** What a bench found, and under which settings. */
export interface Finding {
  readonly rows: readonly Row[];
  readonly settings: readonly string[];
}

export type Run = (bench: Bench) => Promise<Finding>;

export const isMet = ({ ratio, wanted }: Row): boolean | null =>
  wanted && ratio >= (wanted.least ?? 0) && ratio <= (wanted.most ?? Infinity);

/** How many times faster `ours` is, of times that things take. */
export const timesFaster = (ours: Measured, theirs: Measured): number => theirs.median / ours.median;
/** How many times `theirs` ours is. */
export const timesAsMuch = (ours: Measured, theirs: Measured): number => ours.median / theirs.median;
