import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in a zone, in milliseconds: not always midnight, for some days have none. */
export function startOfDay(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The day in a zone in which a moment lies, and when it begins. */
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
