import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in a zone, in milliseconds. Some days have no midnight. */
export function startOfDay(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The day of a moment in a zone, and the beginning of that day. */
export const dayIn =
  (zone: string) =>
  (at: number): { readonly day: string; readonly start: number } => {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    return { day: day.toString(), start: startOfDay(day, zone) };
  };

/** The last millisecond of a day in a zone. */
export function endOfDay(day: Temporal.PlainDate, zone: string): number {
  return startOfDay(day.add({ days: 1 }), zone) - 1;
}
