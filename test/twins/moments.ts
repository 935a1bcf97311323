export const FUTURE = '2999-01-01T00:00:00.000Z';
/** Without a moment, with one before everything, with days, with one that is to come. */
const ALWAYS = [
  '',
  '?asOf=2000-01-01',
  '?asOf=2016-12-02',
  '?asOf=2016-12-05',
  '?asOf=2016-12-11',
  `?asOf=${FUTURE}`,
];

/** Queries for moments: those that are always asked for, and besides them some that matter. */
export const moments = (at: readonly string[] = []): string[] => [
  ...ALWAYS,
  ...at.map((moment) => `?asOf=${moment}`),
];

/** Each boundary, a millisecond before it and one after it. */
export const around = (boundaries: readonly string[]): string[] =>
  boundaries.flatMap((at) => [-1, 0, 1].map((by) => shifted(at, by)));

/** Queries for periods: from one boundary to the next, over each alone, and from the beginning. */
export const between = (boundaries: readonly string[]): string[] =>
  boundaries.flatMap((to, i) =>
    [...new Set([boundaries[i - 1] ?? '2000-01-01', shifted(to, -1), '2000-01-01'])].map(
      (from) => `from=${from}&to=${to}`,
    ),
  );

/** The moment that a request asks for, in milliseconds; null where it names none. */
export function momentOf(query: URLSearchParams): number | null {
  const asked = query.get('asOf') ?? query.get('to');
  if (asked === null) return null;
  return Date.parse(asked.length === 'yyyy-mm-dd'.length ? `${asked}T23:59:59.999Z` : asked);
}

const shifted = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString();
