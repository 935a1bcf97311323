/** The median of some rounds or samples, and their interquartile range. */
export interface Measured {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export function measured(samples: readonly number[]): Measured {
  if (samples.length === 0) throw new RangeError('Nothing was measured.');
  const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(samples, q)) as [number, number, number];
  return { median, low, high, count: samples.length };
}

/** A quantile, interpolated between the two nearest samples (Hyndman and Fan, type 7). */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** The duration of some work in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
