import type { Instant } from '#story';
import { iso } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';

/** A state of a story that can be gone to: its revision, and when that was recorded (ISO 8601). */
export interface Neighbour {
  readonly revision: string;
  readonly recordedAt: string;
}

/** The states before and after one, and the ends of the line; null where there is none. */
export interface Neighbours {
  readonly first: Neighbour;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly latest: Neighbour;
}

const LAST_BEFORE =
  'SELECT revision, recorded_at FROM revisions WHERE story = ? AND recorded_at < ? ORDER BY recorded_at DESC, revision DESC LIMIT 1';
const LAST_OF = `SELECT revision, recorded_at FROM revisions WHERE story = :story AND recorded_at = (
   SELECT recorded_at FROM revisions WHERE story = :story AND recorded_at > :after ORDER BY recorded_at LIMIT 1)
 ORDER BY revision DESC LIMIT 1`;

/**
 * The states around one, by moments: of several revisions recorded at one moment the last counts, which is what a reader
 * sees who asks for that moment. Each is found by the index over moments.
 */
export function neighboursOf(model: ModelReader, { story, recordedAt }: FoundStory): Neighbours {
  type Row = { readonly revision: number; readonly recorded_at: number };
  const told = (row: Row | undefined): Neighbour | null =>
    row ? { revision: String(row.revision), recordedAt: iso(row.recorded_at) } : null;
  const after = (moment: Instant): Neighbour | null =>
    told(model.one<Row>(LAST_OF, { story, after: moment }));
  return {
    first: after(-Number.MAX_SAFE_INTEGER)!,
    previous: told(model.one<Row>(LAST_BEFORE, story, recordedAt)),
    next: after(recordedAt),
    latest: told(model.one<Row>(LAST_BEFORE, story, Number.MAX_SAFE_INTEGER))!,
  };
}
