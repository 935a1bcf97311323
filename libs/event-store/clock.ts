/** For how long a machine has been up, sleep included, and which of its starts that was. */
export interface SinceBoot {
  readonly boot: string;
  /** Hundredths of a second may be lost. */
  readonly milliseconds: number;
}

/** What time it is: an argument, so that a test can say. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may jump, also backwards. */
  abstract now(): number;
  /** Milliseconds since some moment; never decreases. For durations only. */
  abstract monotonic(): number;
  /** No clock that is set moves it, and it goes on while nothing of ours runs; null where the machine does not say. */
  abstract sinceBoot(): SinceBoot | null;
}
