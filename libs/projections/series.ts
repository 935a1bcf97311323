import type { Instant } from '#story';
import type { contentView, originView, statusRow } from './claim-view.js';
import { iso } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import type { PageRequest, UnaddressedPage } from './page.js';
import type { FoundStory } from './reading.js';
import { FURTHEST } from './row-writer.js';

interface SeriesRow {
  readonly origin: string;
  readonly claim: number;
  readonly starts: number;
  readonly ends: number;
  readonly restated: 0 | 1;
  readonly body: string;
  readonly corrected: 0 | 1;
  readonly status: string;
  /** The origin as it was last described; null for a value without an origin. */
  readonly who: string | null;
}

/**
 * The values of one variable at a revision: for each origin a series over the time of the world. A value for a later time
 * supersedes the value before it. Another value for the same time restates it, and only the last one is in force.
 * `corrected` marks a mistake of the newsroom. With a `validAt`, the series has the value in force then: at most one for
 * each origin.
 */
export function seriesPage(
  model: ModelReader,
  { story, revision, validAt }: FoundStory,
  variable: string,
  { from: [offset = 0], limit }: PageRequest,
): UnaddressedPage | undefined {
  const rows = model.all<SeriesRow>(
    `SELECT h.origin, h.claim, h.starts, h.ends, h.restated, c.body, s.body AS status,
       json_extract(c.page, '$.corrected') AS corrected,
       (SELECT body FROM origins o WHERE o.story = h.story AND o.origin = h.origin AND o.revision <= :revision
        ORDER BY o.revision DESC LIMIT 1) AS who
     FROM holdings h
     JOIN claims c ON c.id = (SELECT id FROM claims n WHERE n.story = h.story AND n.ordinal = h.claim AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)
     JOIN statuses s ON s.id = (SELECT id FROM statuses n WHERE n.story = h.story AND n.ordinal = h.claim AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1)
     WHERE h.story = :story AND h.variable = :variable AND h.revision <= :revision AND c.body IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM holdings n WHERE n.story = h.story AND n.claim = h.claim AND n.origin = h.origin
         AND n.revision > h.revision AND n.revision <= :revision)
     ORDER BY h.origin, h.starts, h.restated DESC, h.claim`,
    { story, revision, variable },
  );
  if (rows.length === 0) return undefined;
  const series = rows
    // Values without an origin are no series: none supersedes another.
    .map((row, i) => ({
      row,
      before: row.origin !== '' && rows[i - 1]?.origin === row.origin ? rows[i - 1]! : null,
    }))
    .filter(
      ({ row }) => validAt === null || (row.restated === 0 && row.starts <= validAt && validAt <= row.ends),
    );
  const shown = series.slice(offset, offset + limit);
  return {
    total: series.length,
    next: offset + limit < series.length ? [offset + limit] : null,
    items: shown.map(({ row, before }) => JSON.stringify(valueView(row, before))),
  };
}

function valueView(row: SeriesRow, before: SeriesRow | null) {
  const { id, text, occurred, occurredBounds, territory, figure } = JSON.parse(row.body) as ReturnType<
    typeof contentView
  >;
  const { status, since } = JSON.parse(row.status) as ReturnType<typeof statusRow>;
  const who = row.who === null ? null : (JSON.parse(row.who) as ReturnType<typeof originView>);
  return {
    origin: row.origin === '' ? null : row.origin,
    originName: who?.name ?? null,
    side: who?.side ?? null,
    claim: id,
    text,
    occurred,
    occurredBounds,
    territory,
    figure,
    status,
    since,
    relation: before === null ? 'first' : before.starts === row.starts ? 'restates' : 'supersedes',
    restated: row.restated === 1,
    corrected: row.corrected === 1,
    inForce:
      row.restated === 1 || row.ends < row.starts ? null : { from: bound(row.starts), to: bound(row.ends) },
  };
}

/** Null for an open end. */
const bound = (at: Instant): string | null => (Math.abs(at) >= FURTHEST ? null : iso(at));
