/**
 * Counts over time: how many of something there were at any moment. The changes may come in any order. Each change is added
 * to one bucket of each scale. A bucket has 4096 buckets of the scale below. The count at a moment is the sum of at most
 * 4095 buckets of each scale, and only those with changes exist. So both cost the same, however long the history.
 */
const BITS = 12;
const SCALES = 4;
/** Milliseconds from the year 1 to 1970: readers cannot ask for an earlier moment. */
const EPOCH = 62_135_596_800_000;

export interface Bucket {
  readonly scale: number;
  readonly bucket: number;
}

/** A range of buckets of one scale, from inclusive to exclusive. */
export interface BucketRange {
  readonly scale: number;
  readonly from: number;
  readonly to: number;
}

/** The buckets of a change at a moment. */
export function bucketsOf(at: number): readonly Bucket[] {
  return Array.from({ length: SCALES }, (_, scale) => ({ scale, bucket: bucketOf(at, scale) }));
}

/** The buckets whose sum is the count at a moment, inclusive. */
export function bucketsUpTo(at: number): readonly BucketRange[] {
  return Array.from({ length: SCALES }, (_, scale) => {
    const to = bucketOf(at + 1, scale);
    const from = scale === SCALES - 1 ? 0 : Math.floor(to / 2 ** BITS) * 2 ** BITS;
    return { scale, from, to };
  }).filter(({ from, to }) => from < to);
}

/** A bucket of scale 0 is a millisecond. */
const bucketOf = (at: number, scale: number): number => Math.floor((at + EPOCH) / 2 ** (BITS * scale));
