import { AsyncLocalStorage } from 'node:async_hooks';

/** When the present work is to be over, by `performance.now()`. */
const ends = new AsyncLocalStorage<number>();

/**
 * Does work that is to wait no longer than so many milliseconds for a cluster, whatever it asks of it and however often:
 * once they are over nothing is tried a second time. What succeeds may take longer. Within another deadline this one holds.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): T {
  return ends.run(performance.now() + milliseconds, work);
}

/** Milliseconds that the present work may still wait; Infinity where nobody waits for it. */
export function timeLeft(): number {
  const end = ends.getStore();
  return end === undefined ? Infinity : Math.max(0, end - performance.now());
}
