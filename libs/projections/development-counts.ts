import type { Instant } from '#story';
import type { ModelReader, RevisionRow } from './model-reader.js';
import { pageOfRows, type PageRequest, type UnaddressedPage } from './page.js';
import type { FoundStory } from './reading.js';

/** The key developments, newest first; with a `validAt`, those that had begun by then. */
export function keyDevelopments(
  model: ModelReader,
  { story, revision, counts, validAt }: FoundStory,
  { from, limit }: PageRequest,
): UnaddressedPage {
  const [before = revision + 1] = from;
  const begun = validAt === null ? '' : 'AND d.began <= :validAt';
  const key = `FROM (SELECT DISTINCT ordinal FROM developments INDEXED BY developments_key
      WHERE story = :story AND key = 1 AND ordinal < :before AND revision <= :revision ORDER BY ordinal DESC) p
    CROSS JOIN developments d ON d.id = (SELECT id FROM developments n
      WHERE n.story = :story AND n.ordinal = p.ordinal AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)
    WHERE d.key = 1 ${begun}`;
  const bounds = { story, revision, validAt };
  const rows = model.all<{ ordinal: number; body: string }>(
    `SELECT d.ordinal, d.body ${key} ORDER BY p.ordinal DESC LIMIT :limit`,
    { ...bounds, before, limit: limit + 1 },
  );
  const total =
    validAt === null
      ? counts.key_developments
      : model.one<{ n: number }>(`SELECT count(*) AS n ${key}`, { ...bounds, before: revision + 1 })!.n;
  return pageOfRows(rows, limit, total);
}

type Kinds = Readonly<Record<string, number>>;

export interface DayCounts {
  /** ISO 8601, in the newsroom's time zone. */
  readonly day: string;
  readonly total: number;
  readonly kinds: Kinds;
}

export interface DevelopmentCounts {
  readonly total: number;
  readonly key: number;
  readonly kinds: Kinds;
  /** The start of the next page: a revision. */
  readonly next: readonly number[] | null;
  readonly items: readonly DayCounts[];
}

/** The day of a moment, and the start of that day. */
export type DayOf = (at: Instant) => { readonly day: string; readonly start: Instant };

/**
 * How many developments there are of each kind, in all and by the day of their recording, newest first. The count of a day
 * is the count at its end minus the count at its beginning. The cost grows only with the days that are shown.
 */
export function developmentCounts(
  model: ModelReader,
  { story, revision, counts }: FoundStory,
  dayOf: DayOf,
  { from, limit }: PageRequest,
): DevelopmentCounts {
  const corrected = (start: number, end: number): readonly Rekinded[] =>
    model.all<Rekinded>(
      'SELECT was, kind FROM kind_corrections WHERE story = ? AND recorded_at BETWEEN ? AND ? AND revision <= ?',
      story,
      start,
      end,
      revision,
    );
  const items: DayCounts[] = [];
  let row = from[0] === undefined ? counts : model.revision(story, from[0]);
  while (row && row.developments > 0 && items.length < limit) {
    const { day, start } = dayOf(row.newest_at);
    const before: RevisionRow | undefined = model.one<RevisionRow>(
      'SELECT * FROM revisions WHERE story = ? AND recorded_at < ? ORDER BY recorded_at DESC, revision DESC LIMIT 1',
      story,
      start,
    );
    items.push({
      day,
      total: row.developments - (before?.developments ?? 0),
      kinds: kindsOf(row, before, corrected(start, row.newest_at)),
    });
    row = before;
  }
  return {
    total: counts.developments,
    key: counts.key_developments,
    kinds: kindsOf(counts, undefined, corrected(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
    next: row && row.developments > 0 ? [row.revision] : null,
    items,
  };
}

interface Rekinded {
  readonly was: string;
  readonly kind: string;
}

/** The developments of each kind between two revisions, with the kinds as corrected since. */
function kindsOf(row: RevisionRow, before: RevisionRow | undefined, corrected: readonly Rekinded[]): Kinds {
  const kinds = new Map(Object.entries(JSON.parse(row.kinds) as Kinds));
  const add = (kind: string, n: number): void => void kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  for (const [kind, n] of Object.entries(before ? (JSON.parse(before.kinds) as Kinds) : {})) add(kind, -n);
  for (const { was, kind } of corrected) {
    add(was, -1);
    add(kind, 1);
  }
  return Object.fromEntries([...kinds].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
