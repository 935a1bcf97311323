import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { Clock, type SinceBoot } from './clock.js';

/** The clock of the machine. No other code reads it. */
export class SystemClock extends Clock {
  readonly #boot = bootId();

  override now(): number {
    return Date.now();
  }

  override monotonic(): number {
    return performance.now();
  }

  override sinceBoot(): SinceBoot | null {
    return this.#boot === null ? null : { boot: this.#boot, milliseconds: uptime() * 1_000 };
  }
}

/** Linux gives each boot an id. Other systems have no such file. */
function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
