import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The pause after a failure, in milliseconds; `failures` counts the failures in a row before it. The pause doubles from
 * `first` up to `most`. A random part of up to a half is taken off, so that two colliding writers do not collide again.
 */
export function pauseAfter(failures: number, { first, most }: { first: number; most: number }): number {
  const full = Math.min(most, first * 2 ** Math.min(failures, 30));
  return full * (0.5 + Math.random() / 2);
}

/** Waits for {@link pauseAfter}. */
export async function pause(failures: number, bounds: { first: number; most: number }): Promise<void> {
  await sleep(pauseAfter(failures, bounds));
}
