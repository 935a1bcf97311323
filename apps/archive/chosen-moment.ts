import { Temporal } from 'temporal-polyfill';
import { iso, parseMoment, Problem } from '#http';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;

/**
 * The moment that a form's day and time of day mean, in the form of `asOf`: a day alone stays a day, which means its
 * end; a time that a day has not, because clocks were put forward, is moved forward by as much. Null where neither is given.
 *
 * @throws Problem `time-form`, 400
 */
export function chosenMoment(
  { date = '', time = '' }: { readonly date?: string; readonly time?: string },
  zone: string,
): string | null {
  if (date === '' && time === '') return null;
  parseMoment(date, zone, 'date');
  if (time === '') return date;
  if (!CLOCK.test(time) || !/^\d{4}-\d\d-\d\d$/.test(date)) {
    const detail = 'time is not a time of day, such as 13:30, beside a date.';
    throw new Problem('time-form', detail, { errors: [{ parameter: 'time', detail }] });
  }
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return iso(local.toZonedDateTime(zone).epochMilliseconds);
}
