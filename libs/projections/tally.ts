/**
 * Counts over time: how many of something there were at a moment, whatever the order in which beginnings and ends
 * were noted. A change at a moment is added to one bucket of each level, where a bucket is 4096 of the level below;
 * what was before a moment is the sum of at most 4095 buckets a level, and of those only the ones where something
 * changed. So both cost the same however long the history.
 */
const BITS = 12;
const LEVELS = 4;
/** Milliseconds from the year 1 to 1970: no moment that a reader may ask for is before it. */
const EPOCH = 62_135_596_800_000;

export interface Bucket {
  readonly level: number;
  readonly bucket: number;
}

/** A range of buckets of one level, from inclusive to exclusive. */
export interface Buckets {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** The buckets to which a change at a moment is added. */
export function bucketsOf(at: number): readonly Bucket[] {
  return Array.from({ length: LEVELS }, (_, level) => ({ level, bucket: bucketOf(at, level) }));
}

/** The buckets whose sum is what had changed up to a moment, inclusive. */
export function bucketsUpTo(at: number): readonly Buckets[] {
  return Array.from({ length: LEVELS }, (_, level) => {
    const to = bucketOf(at + 1, level);
    const from = level === LEVELS - 1 ? 0 : Math.floor(to / 2 ** BITS) * 2 ** BITS;
    return { level, from, to };
  }).filter(({ from, to }) => from < to);
}

/** Of the lowest level, a bucket is a millisecond. */
const bucketOf = (at: number, level: number): number => Math.floor((at + EPOCH) / 2 ** (BITS * level));
