const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/**
 * Milliseconds to wait after the first failure of a message, after the second, and so on. Later messages of the story wait
 * too, so no pause is longer than an hour. The attempt after the last pause, a day after the first, is the last.
 */
export const PAUSES: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  ...Array.from({ length: 23 }, () => HOUR),
];

/** Pauses vary by up to a quarter, so that messages that failed together are not retried together. */
const JITTER = 0.25;

/** Milliseconds of the longest pause. */
export const LONGEST_PAUSE = HOUR * (1 + JITTER);

/** Milliseconds to wait after `failures` failures; null after the last. `random` is from 0 to 1. */
export function pauseAfter(failures: number, random: number): number | null {
  const pause = PAUSES[failures - 1];
  return pause === undefined ? null : Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}

/** Milliseconds of failures only, after which an endpoint is switched off. */
export const MOST_FAILING = 5 * 24 * HOUR;

/** Milliseconds that a secret stays valid after its rotation. */
export const OLD_SECRET = 24 * HOUR;
