import { Clock } from './clock.js';

/** The machine's clock. The only place that reads it. */
export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }

  override monotonic(): number {
    return performance.now();
  }
}
