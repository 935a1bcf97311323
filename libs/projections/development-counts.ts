import type { Instant } from '#story';
import type { ModelReader, RevisionRow } from './model-reader.js';
import { cutting, type Cut, type Cutting } from './page.js';
import type { FoundStory } from './reading.js';

/** The key developments, newest first; with a moment of world time those that had begun by then. */
export function keyDevelopments(
  model: ModelReader,
  { story, revision, counts, validAt }: FoundStory,
  { from, limit }: Cut,
): Cutting {
  const [before = revision + 1] = from;
  const begun = validAt === null ? '' : 'AND d.began <= :validAt';
  const key = `FROM (SELECT DISTINCT place FROM developments INDEXED BY developments_key
      WHERE story = :story AND key = 1 AND place < :before AND revision <= :revision ORDER BY place DESC) p
    CROSS JOIN developments d ON d.id = (SELECT id FROM developments n
      WHERE n.story = :story AND n.place = p.place AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)
    WHERE d.key = 1 ${begun}`;
  const bounds = { story, revision, validAt };
  const rows = model.all<{ place: number; body: string }>(
    `SELECT d.place, d.body ${key} ORDER BY p.place DESC LIMIT :limit`,
    { ...bounds, before, limit: limit + 1 },
  );
  const total =
    validAt === null
      ? counts.key_developments
      : model.one<{ n: number }>(`SELECT count(*) AS n ${key}`, { ...bounds, before: revision + 1 })!.n;
  return cutting(rows, limit, total);
}

type Kinds = Readonly<Record<string, number>>;

export interface DayCounts {
  /** ISO 8601, in the newsroom's zone. */
  readonly day: string;
  readonly total: number;
  readonly kinds: Kinds;
}

export interface DevelopmentCounts {
  readonly total: number;
  readonly key: number;
  readonly kinds: Kinds;
  /** Where the next page begins: a revision. */
  readonly next: readonly number[] | null;
  readonly items: readonly DayCounts[];
}

/** The day in which a moment lies, and when that day begins. */
export type DayOf = (at: Instant) => { readonly day: string; readonly start: Instant };

/**
 * How many developments there are of each kind, in all and by the day on which they were recorded, newest first: what had
 * been counted by the end of a day less what had been by its beginning. What it costs is the days that are shown.
 */
export function developmentCounts(
  model: ModelReader,
  { story, revision, counts }: FoundStory,
  dayOf: DayOf,
  { from, limit }: Cut,
): DevelopmentCounts {
  const corrected = (start: number, end: number): readonly Rekinded[] =>
    model.all<Rekinded>(
      'SELECT was, kind FROM rekinded WHERE story = ? AND recorded_at BETWEEN ? AND ? AND revision <= ?',
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

/** What was recorded of each kind between two revisions, as it was corrected since. */
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
