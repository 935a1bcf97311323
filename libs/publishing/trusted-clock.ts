import { Clock, type SinceBoot } from '#event-store';

/**
 * Milliseconds by which the wall clock may be off at once: a leap second, or a step by which a time service puts right
 * what it let slip. Embargoes are agreed to the minute.
 */
const TOLERANCE = 2_000;
/** How fast one clock may be drawn away from the other: 500 parts in a million, the most that NTP does. */
const SLEW = 0.0005;
/** Milliseconds for which a machine may be off before somebody must say that its clock is right. */
const SHORT = 10 * 60_000;
/** What an earlier run knew of the time: one that had surely come, and for how long the machine was up then. */
export interface Seen {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly boot: SinceBoot | null;
}

/** How sure the time is. */
export interface ClockState {
  /** The time by which things are recorded, in milliseconds since the epoch. */
  readonly now: number;
  /** What the machine's clock says. */
  readonly machine: number;
  /** What is wrong, for a person; null while the machine's clock can be trusted. */
  readonly doubt: string | null;
  /** When the clock was sure for the last time; null while it is. */
  readonly since: number | null;
}

/**
 * The newsroom's time: the machine's clock, while that goes as far as what measures how much time passes; else the last
 * time that was trusted, carried on by that. So nothing is recorded at a time that has not come, and what is released by
 * time is not released while it is in doubt.
 *
 * What measures is the monotonic clock, and where the machine slept or nothing of ours ran, the time since its boot. Over
 * a reboot nothing measures: then a short while is believed, and a long one waits until somebody agrees with the clock.
 */
export class TrustedClock extends Clock {
  /** What the wall clock should say; null until something is known of it. */
  #expected: number | null = null;
  #ticks: number;
  #boot: SinceBoot | null;
  /** Whether what is expected was measured. Else it is the least that the wall clock can say. */
  #measured = true;
  /** How far the wall clock is from what it should say, where that is too far. */
  #astray = 0;
  #since: number | null = null;

  /** `answered`: whoever runs it answers for what the clock says at a start. */
  constructor(
    private readonly clock: Clock,
    private readonly answered = false,
  ) {
    super();
    this.#ticks = clock.monotonic();
    this.#boot = clock.sinceBoot();
  }

  /** Begins to measure from what an earlier run knew; null where nothing is known. */
  start(seen: Seen | null): void {
    this.#ticks = this.clock.monotonic();
    this.#boot = this.clock.sinceBoot();
    const off = seen && sinceThen(seen.boot, this.#boot);
    this.#measured = off !== null && !this.answered;
    this.#expected = seen && seen.at + (this.#measured ? off! : 0);
    this.#look(off ?? 0);
  }

  /** Never ahead of either clock; while they disagree, carried on without the wall clock. */
  override now(): number {
    const wall = this.#look();
    // Whole milliseconds; sums of fractions are a little less than they should be.
    const expected = Math.floor(this.#expected! + 0.001);
    return this.#astray === 0 ? Math.min(wall, expected) : expected;
  }

  override monotonic(): number {
    return this.clock.monotonic();
  }

  override sinceBoot(): SinceBoot | null {
    return this.clock.sinceBoot();
  }

  /** The time by which things may be released; null while it is in doubt. */
  certain(): number | null {
    const now = this.now();
    return this.#astray === 0 ? now : null;
  }

  /** For the next start. */
  get seen(): Seen {
    return { at: this.now(), boot: this.#boot };
  }

  get state(): ClockState {
    const now = this.now();
    return { now, machine: this.clock.now(), doubt: this.#doubt, since: this.#since };
  }

  /**
   * Takes the machine's clock for right if another clock agrees with it: one that says `now`, in milliseconds since the
   * epoch, and may be off by `within`. Answers whether it does.
   */
  confirm(now: number, within: number): boolean {
    const wall = this.#look();
    if (!this.agrees(now, within)) return false;
    this.#expected = wall;
    this.#measured = true;
    this.#astray = 0;
    this.#since = null;
    return true;
  }

  /** Whether another clock that says `now` agrees with the machine's. */
  agrees(now: number, within: number): boolean {
    return Math.abs(this.clock.now() - now) <= within;
  }

  /** Compares the clocks, where so much passed before the last look; gives what the wall clock says. */
  #look(before = 0): number {
    const last = this.#expected;
    const passed = this.#passed();
    const wall = this.clock.now();
    const expected = last === null ? wall : last + passed;
    const off = wall - expected;
    // Once in doubt, time heals nothing.
    const drift = (passed + before) * SLEW;
    const slew = this.#astray === 0 ? drift : 0;
    const ahead = this.#measured ? TOLERANCE + slew : this.answered ? Infinity : SHORT;
    const trusted = off >= -TOLERANCE - slew && off <= ahead;
    if (!trusted) this.#expected = expected;
    else this.#expected = this.#measured ? expected + clamp(off, drift) : wall;
    this.#measured ||= trusted;
    if (trusted) this.#since = null;
    else this.#since ??= (last ?? wall) - before;
    this.#astray = trusted ? 0 : off;
    return wall;
  }

  /** Milliseconds since the last look: by the monotonic clock, or since the boot where the machine slept meanwhile. */
  #passed(): number {
    const ticks = this.clock.monotonic();
    const boot = this.clock.sinceBoot();
    const awake = ticks - this.#ticks;
    const asleep = sinceThen(this.#boot, boot) ?? awake;
    this.#ticks = ticks;
    this.#boot = boot;
    return asleep - awake > TOLERANCE ? asleep : awake;
  }

  get #doubt(): string | null {
    if (this.#astray === 0) return null;
    const far = span(Math.abs(this.#astray));
    if (this.#astray < 0)
      return this.#measured
        ? `The clock jumped back by ${far}`
        : `The clock is ${far} behind the time at which Dateline ran last`;
    return this.#measured
      ? `The clock jumped forward by ${far}${this.#boot === null ? ', or the machine slept' : ''}`
      : `The machine was off for ${far} by its own clock, and nobody else says so`;
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, -most), most);

/** How much time passed between two looks at one start of a machine; null where they are not of one. */
const sinceThen = (then: SinceBoot | null, now: SinceBoot | null): number | null =>
  then === null || then.boot !== now?.boot || now.milliseconds < then.milliseconds
    ? null
    : now.milliseconds - then.milliseconds;

/** `25 hours`, for a person. */
export function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`;
  return `${Math.round(seconds / 86_400)} days`;
}
