import { Temporal } from 'temporal-polyfill';
import { Problem } from '../problem/problem.js';
import { FieldRule } from './dto-reader.js';
import { endOfDay, startOfDay } from './day-in-zone.js';

// RFC 3339 section 5.6, in upper case and without leap seconds, which JavaScript dates do not have. As in ISO 8601, seconds
// and the minutes of an offset are optional.
const TIME =
  /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d)(?:(:[0-5]\d)(?:(\.\d{1,3})\d{0,17})?)?(?:Z|([+-])([01]\d|2[0-3])(?::([0-5]\d))?)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

const FORMS = '2016-12-01T10:00Z, 2016-12-01T11:00:00.000+01:00, or a date alone, 2016-12-01';

/**
 * A moment in a query (`asOf`, `validAt`, `from`, `to`), inclusive, in milliseconds. A date alone is the last millisecond of
 * that day in the newsroom's zone. Digits after the millisecond are cut off.
 *
 * @throws Problem `time-form`, 400, with the supported forms
 */
export function parseMoment(text: string, zone: string, parameter = 'asOf'): number {
  const moment = instantOf(text) ?? endOf(text, zone);
  if (moment !== null) return moment;
  const space = /\d \d\d:\d\d$/.test(text) ? ' A + in an address means a space: write it as %2B.' : '';
  const detail = `${parameter} is not a time. Give ${FORMS}.${space}`;
  throw new Problem('time-form', detail, { errors: [{ parameter, detail }] });
}

/** The same for an exclusive start: a date alone includes that day. */
export function parseSince(text: string, zone: string, parameter: string): number {
  const day = dayOf(text);
  return day ? startOfDay(day, zone) - 1 : parseMoment(text, zone, parameter);
}

/** The same for an inclusive start: a date alone is the first millisecond of that day. */
export function parseBegin(text: string, zone: string, parameter: string): number {
  const day = dayOf(text);
  return day ? startOfDay(day, zone) : parseMoment(text, zone, parameter);
}

function endOf(text: string, zone: string): number | null {
  const day = dayOf(text);
  return day && endOfDay(day, zone);
}

function dayOf(text: string): Temporal.PlainDate | null {
  if (!DAY.test(text) || text < '0001') return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** A time with `Z` or an offset, in milliseconds, years 0001 to 9999. Without seconds it is the start of the minute. Else null. */
export function instantOf(text: string): number | null {
  const [, time, seconds = ':00', fraction = '', sign, hours, minutes] = TIME.exec(text) ?? [];
  if (time === undefined) return null;
  const local = Date.parse(`${time}${seconds}${fraction}Z`);
  // Date.parse turns 30 February into a day of March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(time.slice(8, 10))) return null;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000);
  const instant = local - offset;
  return instant >= FIRST && instant <= LAST ? instant : null;
}

/**
 * A time of record or embargo (`at`, `embargoedUntil`): with `Z` or an offset, never a date alone.
 *
 * @throws Problem `validation`, 422, at the pointer
 */
export function parseInstant(text: string, pointer: string): number {
  const instant = instantOf(text);
  if (instant !== null) return instant;
  const detail = `must be ${INSTANT}`;
  throw new Problem('validation', 'One thing in the body is wrong. See errors.', {
    errors: [{ pointer, detail }],
  });
}

const INSTANT = 'a time with its zone, such as 2016-12-01T10:00Z or 2016-12-01T11:00:00+01:00';

/** A field that `parseInstant` takes. */
export function IsInstant(): PropertyDecorator {
  return FieldRule(
    'instant',
    `must be ${INSTANT}`,
    (value) => typeof value === 'string' && instantOf(value) !== null,
    // Not `date-time`: that form requires seconds.
    { type: 'string', pattern: TIME.source },
  );
}

/** A time in the form of all answers: `2016-12-01T10:00:00.000Z`. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
