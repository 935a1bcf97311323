import { parseSince } from '#http';
import type { ListFilter } from '#projections';
import type { ClaimsQuery, DevelopmentsQuery } from './story.dto.js';

/** The filters of the lists of one story, as a query gives them. */
export type ListFilterQuery = Pick<ClaimsQuery, 'status' | 'kind' | 'variable' | 'party' | 'changedSince'> &
  Pick<DevelopmentsQuery, 'significance'>;

/** @throws Problem `time-form` */
export function filterOf(
  { status, kind, variable, party, changedSince, significance }: ListFilterQuery,
  zone: string,
): ListFilter {
  const since = changedSince === undefined ? undefined : parseSince(changedSince, zone, 'changedSince');
  const all = { status, kind, variable, party, changedSince: since, significance };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
