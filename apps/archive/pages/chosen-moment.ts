import { Temporal } from 'temporal-polyfill';
import { iso, parseMoment, Problem } from '#http';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;

/**
 * The moment that the date and the time of a form mean, as a value of `asOf`; null without both. A date alone stays a
 * date, which means its end. A time that does not exist on that day, because clocks went forward, moves forward by as
 * much.
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
    const detail = 'time must be a time of day, such as 13:30, together with a date.';
    throw new Problem('time-form', detail, { errors: [{ parameter: 'time', detail }] });
  }
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return iso(local.toZonedDateTime(zone).epochMilliseconds);
}
