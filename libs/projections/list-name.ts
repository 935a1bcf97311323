import { createHash } from 'node:crypto';
import { iso } from './development-view.js';
import type { ListFilter } from './page.js';

/** The filter as query parameters in a fixed order: `status=…&party=…&`. */
export function filterQuery({ changedSince, ...filter }: ListFilter): string {
  const named = { ...filter, changedSince: changedSince === undefined ? undefined : iso(changedSince) };
  return Object.entries(named)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}&`)
    .join('');
}

/** The name of a list in its cursors: its path, and a hash of the filter. */
export function listName(path: string, filter: ListFilter): string {
  const query = filterQuery(filter);
  const chosen =
    query === '' ? '' : ` ${createHash('sha256').update(query).digest('base64url').slice(0, 12)}`;
  // The suffix keeps out cursors of an earlier release, which ordered claims differently.
  return `${path}${path === 'claims' ? ' by what counts' : ''}${chosen}`;
}
