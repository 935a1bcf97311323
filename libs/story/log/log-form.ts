import { SCHEMA_VERSIONS, upcast } from './upcast.js';
import type { AnyEvent, Recorded, StoryEvent } from '../facts/event.js';
import type { Instant, Uuid } from '../values/text.js';
import { UnreadableEvent } from './unreadable-event.js';

/** An event as read from a log, with its JSON already parsed. */
export interface LogEntry {
  readonly id: Uuid;
  readonly type: string;
  readonly revision: number;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** The metadata of an event. Times are ISO 8601 in UTC with milliseconds. */
export interface EventMetadata {
  readonly recordedAt: string;
  readonly schemaVersion: number;
  readonly recordedBy?: string;
  readonly importedAt?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly idempotency?: { readonly key: string; readonly hash: string };
}

/** An event as written to a log: its type, its data, and the version of its schema. */
export function toLog(event: AnyEvent): {
  readonly type: string;
  readonly data: object;
  readonly schemaVersion: number;
} {
  const { type, ...data } = event;
  return { type, data, schemaVersion: SCHEMA_VERSIONS[type] };
}

/**
 * Reads an event of a log and upcasts its data to the current schema.
 *
 * @throws UnreadableEvent for a type or version of a later Dateline, or for metadata of none
 */
export function fromLog<E extends AnyEvent = StoryEvent>(entry: LogEntry): Recorded<E> {
  const metadata = (entry.metadata ?? {}) as EventMetadata;
  const data = upcast(entry.type, metadata.schemaVersion, entry.data as object);
  return {
    id: entry.id,
    revision: entry.revision,
    recordedAt: fromIso(metadata.recordedAt),
    recordedBy: metadata.recordedBy ?? null,
    importedAt: metadata.importedAt === undefined ? null : fromIso(metadata.importedAt),
    event: { ...data, type: entry.type } as E,
  };
}

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/;

/** Parses the only form of the logs, `2016-12-01T10:00:00.000Z`, in the proleptic Gregorian calendar. */
export function fromIso(text: string): Instant {
  const match = FORM.exec(text);
  if (!match) throw new UnreadableEvent(`A time in the log does not have the form 2016-12-01T10:00:00.000Z.`);
  const [year, month, day, hour, minute, second, milli] = match.slice(1).map(Number) as Seven;
  return (((daysBefore(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milli;
}

type Seven = [number, number, number, number, number, number, number];

/** Days from 1970-01-01 to a civil date (Howard Hinnant, chrono-compatible date algorithms, days_from_civil). */
function daysBefore(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
