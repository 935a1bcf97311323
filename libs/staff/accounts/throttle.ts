import type { Clock } from '#event-store';

/** Failures that a name, an address or a device may have before it waits, and the milliseconds after which one is forgotten. */
export interface ThrottleLimits {
  readonly most: number;
  readonly forgetEvery: number;
}

/** The most entries. With more, the oldest ones are forgotten. */
const MOST_ENTRIES = 20_000;

/** Counts failures by key. One is forgotten after a time, so that nobody is locked out for long. */
export class Throttle {
  readonly #failures = new Map<string, { count: number; since: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: ThrottleLimits,
  ) {}

  /** Milliseconds until the next attempt; 0 if it may be now. */
  waitOf(key: string): number {
    const { most, forgetEvery } = this.limits;
    const found = this.#current(key);
    if (!found || found.count < most) return 0;
    return Math.ceil(found.since + forgetEvery - this.clock.monotonic());
  }

  /** Counts an attempt before its outcome is known, so that attempts at the same time cannot pass together. */
  count(key: string): void {
    const found = this.#current(key);
    const entry = found ?? { count: 0, since: this.clock.monotonic() };
    entry.count++;
    this.#failures.delete(key);
    this.#failures.set(key, entry);
    if (this.#failures.size > MOST_ENTRIES) this.#failures.delete(this.#failures.keys().next().value!);
  }

  /** Forgets what was counted: the attempt was right. */
  forget(key: string): void {
    this.#failures.delete(key);
  }

  #current(key: string): { count: number; since: number } | null {
    const found = this.#failures.get(key);
    if (!found) return null;
    const passed = Math.floor((this.clock.monotonic() - found.since) / this.limits.forgetEvery);
    if (passed <= 0) return found;
    found.count -= passed;
    found.since += passed * this.limits.forgetEvery;
    if (found.count > 0) return found;
    this.#failures.delete(key);
    return null;
  }
}
