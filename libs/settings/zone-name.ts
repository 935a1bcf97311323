import { Temporal } from 'temporal-polyfill';

/** Whether it is the name of a zone in the IANA database, such as Europe/Paris, or UTC. Offsets are not zones. */
export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(value)) return false;
  try {
    new Temporal.PlainDate(2000, 1, 1).toZonedDateTime({ timeZone: value });
    return true;
  } catch {
    return false;
  }
}
