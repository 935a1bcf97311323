import type { Instant } from '#story';
import type { developmentView } from './development-view.js';
import type { ModelReader } from './model-reader.js';
import { mark } from './story-terms.js';

/** Condition on a record: its story may be read. */
const READABLE = 'EXISTS (SELECT 1 FROM stories s WHERE s.story = r.story AND s.closed_off = 0)';

/** The most stories in which to look for the name of a party. */
const TRIED = 50;

/**
 * The names of some parties, as of a moment. A party that asserted, confirmed or denied something has the name of its last
 * record. A party that only appears in a chain of attribution, such as an outlet, has the name from there. Parties that
 * nobody had heard of are left out.
 */
export function partyNames(
  model: ModelReader,
  parties: Iterable<string>,
  at: Instant,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const party of new Set(parties)) {
    const called = partyName(model, party, at);
    if (called !== null) names.set(party, called);
  }
  return names;
}

/** The name of a party as of a moment; null if nobody had heard of it. */
export function partyName(model: ModelReader, party: string, at: Instant): string | null {
  const spoke = model.one<{ name: string }>(
    `SELECT name FROM records r WHERE party = ? AND spoke_at <= ? AND since <= ? AND name IS NOT NULL AND ${READABLE}
     ORDER BY spoke_at DESC, since DESC LIMIT 1`,
    party,
    at,
    at,
  );
  return spoke?.name ?? namedIn(model, party, at);
}

interface Named {
  readonly story: number;
  readonly since: number;
}

/** The name of a party, from a development that names it. */
function namedIn(model: ModelReader, party: string, at: Instant): string | null {
  const stories = model.all<Named>(
    `SELECT story, max(since) AS since, present FROM
       (SELECT story, since, present FROM terms t WHERE term = ? AND since <= ?
          AND EXISTS (SELECT 1 FROM stories s WHERE s.story = t.story AND s.closed_off = 0) LIMIT ${TRIED})
     GROUP BY story HAVING present = 1`,
    mark.party(party),
    at,
  );
  for (const named of stories) {
    const called = nameIn(model, party, named);
    if (called !== null) return called;
  }
  // A body for which somebody speaks may have no name, only its id.
  return stories.length > 0 ? party : null;
}

function nameIn(model: ModelReader, party: string, { story, since }: Named): string | null {
  const bodies = model.texts(
    `SELECT d.body FROM revisions r JOIN developments d
       ON d.story = r.story AND d.revision = r.revision AND (d.ordinal = r.revision OR d.revision > d.ordinal)
     WHERE r.story = ? AND r.recorded_at = ? AND d.body IS NOT NULL`,
    story,
    since,
  );
  for (const body of bodies)
    for (const link of (JSON.parse(body) as ReturnType<typeof developmentView>).attribution.flat())
      if ('party' in link && link.party === party) return link.name;
  return null;
}
