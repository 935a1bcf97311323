import { Clock, type SinceBoot } from '../clock.js';

/** A clock for tests that only moves when a test moves it. Times are ISO 8601 or milliseconds since the epoch. */
export class ManualClock extends Clock {
  #now: number;
  #monotonic = 0;
  #boots = 1;
  #up = 0;

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
    this.#up += milliseconds;
  }

  override sinceBoot(): SinceBoot | null {
    return { boot: `boot ${this.#boots}`, milliseconds: this.#up };
  }

  /** The machine sleeps for `milliseconds`: its monotonic clock stops. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    this.#up += milliseconds;
  }

  /** The machine is off for `milliseconds`, according to its clock. */
  off(milliseconds: number): void {
    this.#now += milliseconds;
    this.#boots += 1;
    this.#up = 0;
  }

  /** Sets the clock, also back, as an administrator does. No time passes. */
  set(now: string | number): void {
    this.#now = toMilliseconds(now);
  }
}

function toMilliseconds(time: string | number): number {
  const milliseconds = new Date(time).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`${time} is not a time.`);
  return milliseconds;
}
