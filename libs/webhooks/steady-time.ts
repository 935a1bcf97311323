import type { Clock } from '#event-store';

/**
 * Whole milliseconds since the epoch as the wall clock said them when this began, carried on by the monotonic clock: who waits
 * by it waits as long as it should, wherever the wall clock is set to meanwhile.
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

/** Calls back once after so many milliseconds; gives back how to call that off. */
export type Alarm = (milliseconds: number, call: () => void) => () => void;

/** An alarm that does not keep the process alive. */
export const alarm: Alarm = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds).unref();
  return () => clearTimeout(timer);
};
