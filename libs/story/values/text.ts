/** Words by language: BCP 47 tag to text, e.g. `{"en": "…", "fr": "…"}`. */
export type Text = Readonly<Record<string, string>>;

/** A UUID in lower case, random or derived (RFC 9562 versions 4 and 5). */
export type Uuid = string;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The day of a moment in UTC, as `2016-12-01`. */
// oxlint-disable-next-line eslint/no-restricted-globals -- this formats a time and reads no clock
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** A GeoJSON point: longitude, latitude in degrees (RFC 7946). */
  readonly geo: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
}

/**
 * A time in the world: EDTF (ISO 8601-2) as the editor wrote it, with the first and last millisecond that it covers.
 * `null` is an open end. The API parses the EDTF; the domain compares numbers only.
 */
export interface Occurred {
  readonly edtf: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Deep equality of two plain values, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return sameList(a, b);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((k) => k in b && same((a as Fields)[k], (b as Fields)[k]));
}

const sameList = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => same(x, b[i]));

type Fields = Readonly<Record<string, unknown>>;
