/** Seconds, by how long nothing has happened, in milliseconds. */
const INTERVALS = [
  { quiet: 10 * 60_000, seconds: 5 },
  { quiet: 60 * 60_000, seconds: 15 },
  { quiet: Infinity, seconds: 60 },
] as const;

/** After how many seconds it is worth asking again: at once where there is more, and the later the quieter it is. */
export function pollAfter(more: boolean, newest: number, now: number): number {
  if (more) return 0;
  return INTERVALS.find(({ quiet }) => now - newest <= quiet)!.seconds;
}
