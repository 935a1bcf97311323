/** Seconds between two requests, by the milliseconds since the last event. */
const INTERVALS = [
  { quiet: 10 * 60_000, seconds: 5 },
  { quiet: 60 * 60_000, seconds: 15 },
  { quiet: Infinity, seconds: 60 },
] as const;

/** Seconds after which a client should ask again: 0 if there is more; the quieter the log, the later. */
export function pollAfter(more: boolean, newest: number, now: number): number {
  if (more) return 0;
  return INTERVALS.find(({ quiet }) => now - newest <= quiet)!.seconds;
}
