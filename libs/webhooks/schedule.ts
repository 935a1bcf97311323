const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/**
 * How long to wait after the first failure of a message, after the second, and so on, in milliseconds. The story waits
 * meanwhile, so no pause is longer than an hour. After the attempt that follows the last one, a day after the first, the
 * message is dead.
 */
export const PAUSES: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  ...Array.from({ length: 23 }, () => HOUR),
];

/** Pauses are up to a quarter shorter or longer, so that those who failed together do not come again together. */
const JITTER = 0.25;

/** No pause is longer, in milliseconds. */
export const LONGEST_PAUSE = HOUR * (1 + JITTER);

/** Milliseconds to wait after `failures` failures (1: the first); null where that was the last. `chance` is from 0 to 1. */
export function pauseAfter(failures: number, random: number): number | null {
  const pause = PAUSES[failures - 1];
  return pause === undefined ? null : Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}

/** How long an endpoint may take nothing at all before it is switched off, in milliseconds. */
export const MOST_FAILING = 5 * 24 * HOUR;

/** How long a secret stays valid after another took its place, in milliseconds. */
export const OLD_SECRET = 24 * HOUR;
