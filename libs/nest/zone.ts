import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in a zone, in milliseconds: not always midnight, for some days have none. */
export function startOfDay(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The last millisecond of a day in a zone. */
export function endOfDay(day: Temporal.PlainDate, zone: string): number {
  return startOfDay(day.add({ days: 1 }), zone) - 1;
}
