/** What time it is: an argument, so that a test can say. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may jump, also backwards. */
  abstract now(): number;
  /** Milliseconds since some moment; never decreases. For durations only. */
  abstract monotonic(): number;
}
