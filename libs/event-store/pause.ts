import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long to wait after `failures` failures in a row (0: the first), in milliseconds: doubling from `first` up to
 * `most`, of which a random half to the whole, so that those who collided do not meet again.
 */
export function pauseAfter(failures: number, { first, most }: { first: number; most: number }): number {
  const full = Math.min(most, first * 2 ** Math.min(failures, 30));
  return full * (0.5 + Math.random() / 2);
}

/** Waits as long as {@link pauseAfter} says. */
export async function pause(failures: number, bounds: { first: number; most: number }): Promise<void> {
  await sleep(pauseAfter(failures, bounds));
}
