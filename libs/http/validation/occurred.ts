import edtf from 'edtf';
import { Temporal } from 'temporal-polyfill';
import type { Occurred } from '#story';
import { instantOf } from './moment.js';
import { Problem } from '../problem/problem.js';
import { FieldRule } from './dto-reader.js';
import { endOfDay, startOfDay } from './day-in-zone.js';

const LONGEST = 64;
/** One example of each supported form. The test of this file reads them. */
const FORMS =
  '2016-12-01, 2016-12, 2016, 2016-21 (spring), 201X, 2016-12-XX, 2016-12~ (also ? and %), 2016-12-01T10:00Z, ' +
  '2016-12-01T11:00:00+01, 2016-11-28/2016-12-01, 2016-12-01/..';

/**
 * A time of the world, from EDTF (ISO 8601-2:2019, levels 0 and 1). The result has its first and last millisecond; days are
 * in the newsroom's zone. A time must have a zone, so that it means the same in every newsroom. `~`, `?` and `%` do not
 * widen the span; `..` and an empty end become null.
 *
 * @throws Problem `validation`, 422, at the pointer
 */
export function parseOccurred(text: string, zone: string, pointer = '/occurred'): Occurred {
  const occurred = occurredOf(text, zone);
  if (occurred) return occurred;
  const detail = whyNot(text);
  throw new Problem('validation', 'One thing in the body is wrong. See errors.', {
    errors: [{ pointer, detail }],
  });
}

/** A field that `parseOccurred` takes. */
export function IsEdtf(): PropertyDecorator {
  return FieldRule(
    'edtf',
    whyNot,
    (value) => typeof value === 'string' && occurredOf(value, 'UTC') !== null,
    {
      type: 'string',
      minLength: 1,
      maxLength: LONGEST,
    },
  );
}

/** The end of an interval that is unknown or open. */
const OPEN = ['', '..'];

const TIME_WITHOUT_ZONE = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\/|$)/;
const YEAR_OUT_OF_RANGE = /(?:^|\/)(?:-\d{4}|Y-?\d|0000|000X)/;

function whyNot(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  if (isOpenAtBothEnds(text))
    return 'is an interval open at both ends, which says nothing: give one end, or omit it';
  if (TIME_WITHOUT_ZONE.test(text))
    return 'has a time without a zone: add Z, or an offset such as +01:00, or give only the day';
  if (YEAR_OUT_OF_RANGE.test(text)) return 'has a year that is out of range: years are 0001 to 9999';
  return `must be an existing date of the years 0001 to 9999, in one of these forms of EDTF: ${FORMS}`;
}

const isOpenAtBothEnds = (text: string): boolean => {
  const ends = text.split('/');
  return ends.length === 2 && ends.every((end) => OPEN.includes(end));
};

function occurredOf(text: string, zone: string): Occurred | null {
  if (text.length > LONGEST || isOpenAtBothEnds(text)) return null;
  const ends = text.split('/');
  if (ends.length > 2) return null;
  const [first, last] = ends.map((end) => spanOf(end, zone, ends.length === 2));
  if (!first) return null;
  const edtf = inFull(text);
  if (last === undefined) return { edtf, from: first.from, to: first.to };
  if (!last) return null;
  // An interval lasts from the start of its first span to the end of its last. It must not run backwards.
  const inverted =
    (first.from !== null && last.from !== null && first.from > last.from) ||
    (first.to !== null && last.to !== null && first.to > last.to);
  return inverted ? null : { edtf, from: first.from, to: last.to };
}

/** Adds seconds and the minutes of an offset: EDTF requires seconds, and some readers require those minutes. */
const inFull = (text: string): string =>
  text.replace(/(T\d\d:\d\d)(?=[Z+-])/g, '$1:00').replace(/(T[\d:.]+[+-]\d\d)(?=\/|$)/g, '$1:00');

interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

function spanOf(text: string, zone: string, inInterval: boolean): Span | null {
  if (OPEN.includes(text)) return inInterval ? { from: null, to: null } : null;
  const instant = instantOf(text);
  if (instant !== null) return { from: instant, to: instant };
  // The package would take a time without a zone as UTC, and 24:00 as the next day.
  if (text.includes('T')) return null;
  const days = daysOf(text);
  return days && { from: startOfDay(days.first, zone), to: endOfDay(days.last, zone) };
}

interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

function daysOf(text: string): Days | null {
  try {
    // The package accepts 29 February of every year, and takes 0.3 ms. Most dates are plain days, which do not need it.
    const written = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
    const day = written === undefined ? null : Temporal.PlainDate.from(written, { overflow: 'reject' });
    if (day && text === written) return day.year >= 1 ? { first: day, last: day } : null;
    const { type, values, min, max } = edtf(text, { level: 1, types: ['Date', 'Season'] });
    const [year = 0, season = 0] = values;
    const days = type === 'Season' ? seasonOf(year, season) : { first: dayAt(min), last: dayAt(max) };
    return days.first.year >= 1 && days.last.year <= 9999 ? days : null;
  } catch {
    return null;
  }
}

/** The package counts in UTC. */
function dayAt(milliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC').toPlainDate();
}

/**
 * A season as three months, as in northern meteorology: spring (21) begins in March, winter (24) in December. EDTF does not
 * say which months; the package would begin spring in January.
 */
function seasonOf(year: number, season: number): Days {
  const first = new Temporal.PlainDate(year, 3, 1).add({ months: 3 * (season - 21) });
  return { first, last: first.add({ months: 3 }).subtract({ days: 1 }) };
}
