import type { StoredEvent } from './event.js';
import { InvalidAppend, TimeRunsBackwards } from './failure.js';
import { decode } from './json.js';

/**
 * The recording time of a new event: ISO 8601, UTC, with milliseconds, so text order is time order. `now` is in
 * milliseconds since the epoch. The result is never before `last`, that of the stream's last event, even if the clock was
 * set back.
 */
export function recordedNow(now: number, last: string | null): string {
  const time = new Date(now).toISOString();
  return last !== null && last > time ? last : time;
}

/**
 * The recording time of an imported event: exactly `at`.
 *
 * @throws InvalidAppend where `at` is not ISO 8601 in UTC with milliseconds, TimeRunsBackwards where it is before `last`
 */
export function recordedThen(stream: string, at: string, last: string | null): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== at) {
    throw new InvalidAppend(
      `${JSON.stringify(at)} is not a time like 2026-02-24T05:30:00.000Z. Give UTC with milliseconds.`,
    );
  }
  if (last !== null && at < last) throw new TimeRunsBackwards(stream, at, last);
  return at;
}

/** The `recordedAt` of an event's metadata; null where another program wrote the event without it. */
export function recordedAtOf(event: Pick<StoredEvent, 'metadata'>): string | null {
  try {
    const metadata = decode(event.metadata);
    if (typeof metadata !== 'object' || metadata === null || !('recordedAt' in metadata)) return null;
    return typeof metadata.recordedAt === 'string' ? metadata.recordedAt : null;
  } catch {
    return null;
  }
}
