import { parseSince } from '#http';
import type { ListFilter } from '#projections';
import type { ClaimsQuery, DevelopmentsQuery } from './read-api.dto.js';

/** What of a query chooses. */
export type Chosen = Pick<ClaimsQuery, 'status' | 'kind' | 'variable' | 'party' | 'changedSince'> &
  Pick<DevelopmentsQuery, 'significance'>;

/** What a query chooses of a list of claims or developments. @throws Problem `time-form` */
export function filterOf(
  { status, kind, variable, party, changedSince, significance }: Chosen,
  zone: string,
): ListFilter {
  const since = changedSince === undefined ? undefined : parseSince(changedSince, zone, 'changedSince');
  const all = { status, kind, variable, party, changedSince: since, significance };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
