import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in a zone, in milliseconds: not always midnight, for some days have none. */
export function startOfDay(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The last millisecond of a day in a zone. */
export function endOfDay(day: Temporal.PlainDate, zone: string): number {
  return startOfDay(day.add({ days: 1 }), zone) - 1;
}

/** Whether it is the name of a zone in the IANA database, such as Europe/Paris, or UTC. Offsets are no zones. */
export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(value)) return false;
  try {
    startOfDay(new Temporal.PlainDate(2000, 1, 1), value);
    return true;
  } catch {
    return false;
  }
}
