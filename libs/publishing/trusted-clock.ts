import { Clock, type SinceBoot } from '#event-store';

/**
 * The largest step of the wall clock that is accepted, in milliseconds: a leap second, or a correction by a
 * time service. Embargoes are precise to the minute.
 */
const TOLERANCE = 2_000;
/** The largest accepted drift between two clocks: 500 parts per million, the most that NTP slews. */
const SLEW = 0.0005;
/** Milliseconds for which a machine may be off before a person must confirm its clock. */
const SHORT_OUTAGE = 10 * 60_000;

/** The last time that an earlier run was sure of, and the uptime of the machine then. */
export interface LastKnownTime {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly boot: SinceBoot | null;
}

/** The time, and whether it can be trusted. */
export interface ClockState {
  /** The time for recording events, in milliseconds since the epoch. */
  readonly now: number;
  /** The time of the machine's clock, in milliseconds since the epoch. */
  readonly machine: number;
  /** What is wrong, for a person; null while the machine's clock can be trusted. */
  readonly doubt: string | null;
  /** When the clock was trusted last; null while it is trusted. */
  readonly since: number | null;
}

/**
 * The time of the newsroom. It is the machine's clock while that agrees with the measured passage of time. If
 * they disagree, it is the last trusted time plus the measured time, and the clock is in doubt. So no event
 * is recorded with a future time, and nothing is released by time while the clock is in doubt.
 *
 * The monotonic clock measures the passage of time. Where the machine slept or this program did not run, the
 * uptime of the machine does. Nothing measures time across a reboot: a short outage is accepted, and a long
 * one needs a confirmation.
 */
export class TrustedClock extends Clock {
  /** The expected time of the wall clock; null while unknown. */
  #expected: number | null = null;
  #ticks: number;
  #boot: SinceBoot | null;
  /** Whether the expected time was measured. If not, it is only a lower bound. */
  #measured = true;
  /** The offset of the wall clock from the expected time, in milliseconds, if too large; else 0. */
  #offset = 0;
  #since: number | null = null;

  /** `trustedAtStart`: the operator guarantees the machine's clock at a start. */
  constructor(
    private readonly clock: Clock,
    private readonly trustedAtStart = false,
  ) {
    super();
    this.#ticks = clock.monotonic();
    this.#boot = clock.sinceBoot();
  }

  /** Starts to measure, from the last known time of an earlier run; null where there is none. */
  start(lastKnown: LastKnownTime | null): void {
    this.#ticks = this.clock.monotonic();
    this.#boot = this.clock.sinceBoot();
    const off = lastKnown && uptimeBetween(lastKnown.boot, this.#boot);
    this.#measured = off !== null && !this.trustedAtStart;
    this.#expected = lastKnown && lastKnown.at + (this.#measured ? off! : 0);
    this.#compareClocks(off ?? 0);
  }

  /** Never ahead of either clock. While they disagree, it does not use the wall clock. */
  override now(): number {
    const wall = this.#compareClocks();
    // Whole milliseconds. A sum of fractions may be slightly too small, hence the addition.
    const expected = Math.floor(this.#expected! + 0.001);
    return this.#offset === 0 ? Math.min(wall, expected) : expected;
  }

  override monotonic(): number {
    return this.clock.monotonic();
  }

  override sinceBoot(): SinceBoot | null {
    return this.clock.sinceBoot();
  }

  /** The time for releases; null while the clock is in doubt. */
  certain(): number | null {
    const now = this.now();
    return this.#offset === 0 ? now : null;
  }

  /** The last known time, for the next start. */
  get seen(): LastKnownTime {
    return { at: this.now(), boot: this.#boot };
  }

  get state(): ClockState {
    const now = this.now();
    return { now, machine: this.clock.now(), doubt: this.#doubt, since: this.#since };
  }

  /**
   * Trusts the machine's clock if another clock agrees with it. The other clock says `now`, in milliseconds
   * since the epoch, and may be off by `within` milliseconds. Returns whether they agree.
   */
  confirm(now: number, within: number): boolean {
    const wall = this.#compareClocks();
    if (!this.agrees(now, within)) return false;
    this.#expected = wall;
    this.#measured = true;
    this.#offset = 0;
    this.#since = null;
    return true;
  }

  /** Whether another clock that says `now` agrees with the machine's clock within `within` milliseconds. */
  agrees(now: number, within: number): boolean {
    return Math.abs(this.clock.now() - now) <= within;
  }

  /**
   * Compares the clocks and returns the wall clock's time. `before`: milliseconds that passed before the last
   * comparison.
   */
  #compareClocks(before = 0): number {
    const last = this.#expected;
    const passed = this.#passed();
    const wall = this.clock.now();
    const expected = last === null ? wall : last + passed;
    const off = wall - expected;
    // Once in doubt, more drift is not accepted as time passes.
    const drift = (passed + before) * SLEW;
    const slew = this.#offset === 0 ? drift : 0;
    const ahead = this.#measured ? TOLERANCE + slew : this.trustedAtStart ? Infinity : SHORT_OUTAGE;
    const trusted = off >= -TOLERANCE - slew && off <= ahead;
    if (!trusted) this.#expected = expected;
    else this.#expected = this.#measured ? expected + clamp(off, drift) : wall;
    this.#measured ||= trusted;
    if (trusted) this.#since = null;
    else this.#since ??= (last ?? wall) - before;
    this.#offset = trusted ? 0 : off;
    return wall;
  }

  /** Milliseconds since the last comparison: by the monotonic clock, or by the uptime where the machine slept. */
  #passed(): number {
    const ticks = this.clock.monotonic();
    const boot = this.clock.sinceBoot();
    const awake = ticks - this.#ticks;
    const asleep = uptimeBetween(this.#boot, boot) ?? awake;
    this.#ticks = ticks;
    this.#boot = boot;
    return asleep - awake > TOLERANCE ? asleep : awake;
  }

  get #doubt(): string | null {
    if (this.#offset === 0) return null;
    const far = durationText(Math.abs(this.#offset));
    if (this.#offset < 0)
      return this.#measured
        ? `The clock jumped back by ${far}`
        : `The clock is ${far} behind the time of Dateline's last run`;
    return this.#measured
      ? `The clock jumped forward by ${far}${this.#boot === null ? ', or the machine slept' : ''}`
      : `The machine was off for ${far} according to its clock, and nothing confirms that`;
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, -most), most);

/** The uptime between two readings, in milliseconds; null where they are not from the same boot. */
const uptimeBetween = (then: SinceBoot | null, now: SinceBoot | null): number | null =>
  then === null || then.boot !== now?.boot || now.milliseconds < then.milliseconds
    ? null
    : now.milliseconds - then.milliseconds;

/** A duration in words: `25 hours`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`;
  return `${Math.round(seconds / 86_400)} days`;
}
