import { Clock } from '../clock.js';

/** A clock that stands still until it is set, for tests. Times are ISO 8601 or milliseconds since the epoch. */
export class ManualClock extends Clock {
  #now: number;
  #monotonic = 0;

  constructor(now: string | number) {
    super();
    this.#now = toMilliseconds(now);
  }

  override now(): number {
    return this.#now;
  }

  override monotonic(): number {
    return this.#monotonic;
  }

  /** Lets `milliseconds` pass. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#monotonic += milliseconds;
  }

  /** Sets the clock, also backwards, as an administrator does; no time passes. */
  set(now: string | number): void {
    this.#now = toMilliseconds(now);
  }
}

function toMilliseconds(time: string | number): number {
  const milliseconds = new Date(time).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`${time} is not a time.`);
  return milliseconds;
}
