import type { Clock } from '#event-store';

/**
 * Milliseconds by which the wall clock may be off at once: a leap second, or a step by which a time service puts right
 * what it let slip. Embargoes are agreed to the minute.
 */
const TOLERANCE = 2_000;
/** How fast one clock may be drawn away from the other: 500 parts in a million, the most that NTP does. */
const SLEW = 0.0005;

/**
 * The time by which things are released: the wall clock's, while it goes as far as the monotonic clock does.
 *
 * A process that is paused sees both clocks go on, so that is no jump. A machine that sleeps may see only its wall
 * clock go on, which cannot be told from one.
 */
export class TrustedClock {
  /** What the wall clock should say, carried on by the monotonic clock; null until something is known of it. */
  #expected: number | null;
  #ticks: number;
  /** Whether the two agreed in this run. Before, what is expected is only the least that the wall clock can say. */
  #agreed = false;
  /** How far the wall clock is from what it should say, where that is too far. */
  #astray = 0;
  #seen: number | null;

  /** `seen` is a time that had come in an earlier run, in milliseconds since the epoch; null where none is known. */
  constructor(
    private readonly clock: Clock,
    seen: number | null,
  ) {
    this.#ticks = clock.monotonic();
    this.#expected = seen;
    this.#seen = seen;
  }

  /** Never ahead of either clock; null while they disagree. Looks at both. */
  now(): number | null {
    const ticks = this.clock.monotonic();
    const wall = this.clock.now();
    const passed = ticks - this.#ticks;
    this.#ticks = ticks;
    const expected = this.#expected === null ? wall : this.#expected + passed;
    const off = wall - expected;
    // Once in doubt, time heals nothing.
    const slew = this.#astray === 0 ? passed * SLEW : 0;
    const trusted = off >= -TOLERANCE - slew && (!this.#agreed || off <= TOLERANCE + slew);
    if (!trusted) this.#expected = expected;
    else this.#expected = this.#agreed ? expected + clamp(off, slew) : wall;
    this.#agreed ||= trusted;
    this.#astray = trusted ? 0 : off;
    this.#seen = Math.min(wall, this.#expected);
    return trusted ? this.#seen : null;
  }

  /** What is wrong with the clock, for a person; null while it can be trusted. */
  get doubt(): string | null {
    if (this.#astray === 0) return null;
    const far = span(Math.abs(this.#astray));
    if (!this.#agreed) return `The clock is ${far} behind the time at which Dateline ran last`;
    return this.#astray < 0
      ? `The clock jumped back by ${far}`
      : `The clock jumped forward by ${far}, or the machine slept`;
  }

  /** A time that had surely come when the clocks were last looked at. */
  get seen(): number | null {
    return this.#seen;
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, -most), most);

function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`;
  return `${Math.round(seconds / 86_400)} days`;
}
