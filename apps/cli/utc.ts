/** `2016-12-01T10:30:00.000Z` as `2016-12-01 10:30 UTC`; seconds only if they are not 0. */
export function utc(iso: string): string {
  const [, day, minute, second, fraction] = FORM.exec(iso) ?? [];
  if (day === undefined) return iso;
  const seconds = fraction === '.000' ? (second === ':00' ? '' : second) : `${second}${fraction}`;
  return `${day} ${minute}${seconds} UTC`;
}

const FORM = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)(\.\d{3})Z$/;

/** The day if the moment is the last millisecond of a day, as for a date without a time; else null. */
export const wholeDay = (iso: string): string | null =>
  iso.endsWith('T23:59:59.999Z') ? iso.slice(0, 10) : null;
