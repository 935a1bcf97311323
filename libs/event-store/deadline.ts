import { AsyncLocalStorage } from 'node:async_hooks';

/** When the current work must end, by `performance.now()`. */
const ends = new AsyncLocalStorage<number>();

/**
 * Does work that waits at most `milliseconds` for a cluster, over all its calls: after that, no failed call is retried. A
 * call that succeeds may take longer. An inner deadline replaces the outer one.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): T {
  return ends.run(performance.now() + milliseconds, work);
}

/** Milliseconds that the current work may still wait; Infinity without a deadline. */
export function timeLeft(): number {
  const end = ends.getStore();
  return end === undefined ? Infinity : Math.max(0, end - performance.now());
}
