import type { Clock } from '#event-store';

/**
 * Whole milliseconds since the epoch: the wall clock at the start, continued by the monotonic clock. Waits stay right, even
 * if the wall clock is set in the meantime.
 */
export class SteadyTime {
  readonly #ahead: number;

  constructor(private readonly clock: Clock) {
    this.#ahead = clock.now() - clock.monotonic();
  }

  now(): number {
    return Math.floor(this.#ahead + this.clock.monotonic());
  }
}

/** Calls `call` once after so many milliseconds. Returns a function that cancels it. */
export type Alarm = (milliseconds: number, call: () => void) => () => void;

/** An alarm that does not keep the process alive. */
export const alarm: Alarm = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds).unref();
  return () => clearTimeout(timer);
};
