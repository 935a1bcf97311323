import type { Instant } from '#story';
import type { ModelReader } from './model-reader.js';

/** Of a record: that its story may be read. */
export const READABLE = 'EXISTS (SELECT 1 FROM stories s WHERE s.story = r.story AND s.closed_off = 0)';

/**
 * How those of some parties are called of which there is a record by a moment: who asserted, confirmed or denied
 * something, or had somebody speak for them. As each was called last; the others are left out.
 */
export function partyNames(
  model: ModelReader,
  parties: Iterable<string>,
  at: Instant,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const party of new Set(parties)) {
    const heard = model.one<{ name: string }>(
      `SELECT name FROM records r WHERE party = ? AND spoke_at <= ? AND since <= ? AND name IS NOT NULL AND ${READABLE}
       ORDER BY spoke_at DESC, since DESC LIMIT 1`,
      party,
      at,
      at,
    );
    if (heard) names.set(party, heard.name);
  }
  return names;
}
