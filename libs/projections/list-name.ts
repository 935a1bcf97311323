import { createHash } from 'node:crypto';
import { iso } from './development-view.js';
import type { ListFilter } from './page.js';

/** The part of a query that says what is chosen of a list, in one order: `status=…&party=…&`. */
export function queryOf({ changedSince, ...filter }: ListFilter): string {
  const named = { ...filter, changedSince: changedSince === undefined ? undefined : iso(changedSince) };
  return Object.entries(named)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}&`)
    .join('');
}

/** What tells the cursors of a list from those of others, and of the same chosen otherwise. */
export function listNamed(path: string, filter: ListFilter): string {
  const query = queryOf(filter);
  const chosen =
    query === '' ? '' : ` ${createHash('sha256').update(query).digest('base64url').slice(0, 12)}`;
  // Until claims were ordered by what counts, their cursors said a place alone.
  return `${path}${path === 'claims' ? ' by what counts' : ''}${chosen}`;
}
