import type { Instant } from '#story';
import { iso } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';

/** A revision of a story, and when it was recorded (ISO 8601). */
export interface NearbyRevision {
  readonly revision: string;
  readonly recordedAt: string;
}

/** The revisions around one, and the first and latest of the story; null if there is none. */
export interface NearbyRevisions {
  readonly first: NearbyRevision;
  readonly previous: NearbyRevision | null;
  readonly next: NearbyRevision | null;
  readonly latest: NearbyRevision;
}

const LAST_BEFORE =
  'SELECT revision, recorded_at FROM revisions WHERE story = ? AND recorded_at < ? ORDER BY recorded_at DESC, revision DESC LIMIT 1';
const LAST_OF = `SELECT revision, recorded_at FROM revisions WHERE story = :story AND recorded_at = (
   SELECT recorded_at FROM revisions WHERE story = :story AND recorded_at > :after ORDER BY recorded_at LIMIT 1)
 ORDER BY revision DESC LIMIT 1`;

/**
 * The revisions around one, by time of record. Of several revisions with the same time, the last one counts: a reader gets
 * that one for the moment. One seek in an index finds each.
 */
export function nearbyRevisions(model: ModelReader, { story, recordedAt }: FoundStory): NearbyRevisions {
  type Row = { readonly revision: number; readonly recorded_at: number };
  const view = (row: Row | undefined): NearbyRevision | null =>
    row ? { revision: String(row.revision), recordedAt: iso(row.recorded_at) } : null;
  const after = (moment: Instant): NearbyRevision | null =>
    view(model.one<Row>(LAST_OF, { story, after: moment }));
  return {
    first: after(-Number.MAX_SAFE_INTEGER)!,
    previous: view(model.one<Row>(LAST_BEFORE, story, recordedAt)),
    next: after(recordedAt),
    latest: view(model.one<Row>(LAST_BEFORE, story, Number.MAX_SAFE_INTEGER))!,
  };
}
