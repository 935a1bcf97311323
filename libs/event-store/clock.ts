/** How long the machine has been up, and the id of that boot. */
export interface SinceBoot {
  readonly boot: string;
  /** Sleep included. Precise to about 10 ms. */
  readonly milliseconds: number;
}

/** The time. It is always an argument, so a test can set it. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. May jump, also back. */
  abstract now(): number;
  /** Milliseconds since an arbitrary moment; never decreases. For durations only. */
  abstract monotonic(): number;
  /** Setting the clock does not change it, and it runs while this program does not. Null where the system has no such clock. */
  abstract sinceBoot(): SinceBoot | null;
}
