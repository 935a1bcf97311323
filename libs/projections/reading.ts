import type { Instant, Withheld } from '#story';
import type { Audience } from './audience.js';
import { withheldOf, type ModelReader, type RevisionRow } from './model-reader.js';
import type { StoryRow } from './model-file.js';

/** Two clocks by name: what was known at `known`, of what held in the world at `held`. Null is no limit. */
export interface Moments {
  readonly asOf: Instant | null;
  readonly validAt: Instant | null;
}

/** A story at one of its revisions, and the moments that were asked for. */
export interface FoundStory extends Moments {
  readonly id: string;
  readonly slug: string;
  /** Its number in the read model. */
  readonly story: number;
  readonly revision: number;
  /** The last of its revisions. */
  readonly head: number;
  /** When that revision was recorded. */
  readonly recordedAt: Instant;
  readonly counts: RevisionRow;
  /** The revision by which its past was last told anew; -1 for none. */
  readonly anew: number;
}

/** What a story answers when it is asked for. */
export type Reading =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-yet'; readonly slug: string; readonly first: Instant }
  | { readonly kind: 'withheld'; readonly slug: string; readonly withheld: Withheld }
  /** Something of it is being removed: it can be read again in a moment. */
  | { readonly kind: 'closed-off' }
  /** The log has it damaged, or may have. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'found'; readonly found: FoundStory };

/** A story by id or slug, as of a moment. */
export function readAsOf(model: ModelReader, audience: Audience, name: string, moments: Moments): Reading {
  const row = model.story(name);
  if (!row) return model.hidesNames ? { kind: 'damaged' } : { kind: 'unknown' };
  const barred = barredOf(row, audience);
  if (barred) return barred;
  const counts = model.revisionAsOf(row, moments.asOf);
  if (!counts) return { kind: 'not-yet', slug: row.slug, first: row.first_at };
  return found(row, counts, moments);
}

/** A story at one of its revisions; unknown where there is none such. */
export function readAt(
  model: ModelReader,
  audience: Audience,
  name: string,
  revision: number,
  validAt: Instant | null,
): Reading {
  const row = model.story(name);
  if (!row) return model.hidesNames ? { kind: 'damaged' } : { kind: 'unknown' };
  const barred = barredOf(row, audience);
  if (barred && (barred.kind === 'damaged' || (revision >= 0 && revision <= row.head))) return barred;
  if (revision < 0 || revision > row.head) return { kind: 'unknown' };
  const counts = model.revision(row.story, revision);
  return counts ? found(row, counts, { asOf: null, validAt }) : { kind: 'unknown' };
}

/** While a story is killed or taken down the public sees its notice, at every moment. */
function barredOf(row: StoryRow, audience: Audience): Reading | null {
  if (row.closed_off === 2) return { kind: 'damaged' };
  const withheld = audience === 'public' ? withheldOf(row) : null;
  if (withheld) return { kind: 'withheld', slug: row.slug, withheld };
  return row.closed_off === 1 ? { kind: 'closed-off' } : null;
}

function found(row: StoryRow, counts: RevisionRow, { asOf, validAt }: Moments): Reading {
  const { id, slug, story, head, anew } = row;
  const { revision, recorded_at: recordedAt } = counts;
  return {
    kind: 'found',
    found: { id, slug, story, revision, head, recordedAt, counts, anew, asOf, validAt },
  };
}
