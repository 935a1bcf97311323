import type { Instant, Withheld } from '#story';
import type { Audience } from './audience.js';
import { withheldOf, type ModelReader, type RevisionRow } from './model-reader.js';
import type { StoryRow } from './model-file.js';

/** The two clocks of a reading: recorded by `asOf` (system time), true in the world at `validAt` (valid time). Null: no limit. */
export interface Moments {
  readonly asOf: Instant | null;
  readonly validAt: Instant | null;
}

/** A story at one of its revisions, and the moments of the request. */
export interface FoundStory extends Moments {
  readonly id: string;
  readonly slug: string;
  /** Its number in the read model. */
  readonly story: number;
  readonly revision: number;
  /** The newest revision. */
  readonly head: number;
  /** When that revision was recorded. */
  readonly recordedAt: Instant;
  readonly counts: RevisionRow;
  /** The revision whose event last rewrote its past; -1 for none. */
  readonly lastRewrite: number;
}

/** The result of looking for a story. */
export type Reading =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-yet'; readonly slug: string; readonly first: Instant }
  | { readonly kind: 'withheld'; readonly slug: string; readonly withheld: Withheld }
  /** It is being rewritten, and can be read again in a moment. */
  | { readonly kind: 'closed-off' }
  /** It is damaged in the log, or may be. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'found'; readonly found: FoundStory };

/** A story by id or slug, as of a moment. */
export function readAsOf(model: ModelReader, audience: Audience, name: string, moments: Moments): Reading {
  const row = model.story(name);
  if (!row) return model.hidesNames ? { kind: 'damaged' } : { kind: 'unknown' };
  const blocked = blockedReading(row, audience);
  if (blocked) return blocked;
  const counts = model.revisionAsOf(row, moments.asOf);
  if (!counts) return { kind: 'not-yet', slug: row.slug, first: row.first_at };
  return found(row, counts, moments);
}

/** A story at one of its revisions; `unknown` if there is no such revision. */
export function readAt(
  model: ModelReader,
  audience: Audience,
  name: string,
  revision: number,
  validAt: Instant | null,
): Reading {
  const row = model.story(name);
  if (!row) return model.hidesNames ? { kind: 'damaged' } : { kind: 'unknown' };
  const blocked = blockedReading(row, audience);
  if (blocked && (blocked.kind === 'damaged' || (revision >= 0 && revision <= row.head))) return blocked;
  if (revision < 0 || revision > row.head) return { kind: 'unknown' };
  const counts = model.revision(row.story, revision);
  return counts ? found(row, counts, { asOf: null, validAt }) : { kind: 'unknown' };
}

/** Why a story cannot be read. The public sees only the notice of a killed story, whatever the `asOf`. */
function blockedReading(row: StoryRow, audience: Audience): Reading | null {
  if (row.closed_off === 2) return { kind: 'damaged' };
  const withheld = audience === 'public' ? withheldOf(row) : null;
  if (withheld) return { kind: 'withheld', slug: row.slug, withheld };
  return row.closed_off === 1 ? { kind: 'closed-off' } : null;
}

function found(row: StoryRow, counts: RevisionRow, { asOf, validAt }: Moments): Reading {
  const { id, slug, story, head, last_rewrite: lastRewrite } = row;
  const { revision, recorded_at: recordedAt } = counts;
  return {
    kind: 'found',
    found: { id, slug, story, revision, head, recordedAt, counts, lastRewrite, asOf, validAt },
  };
}
