import type { Instant } from '#story';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';
import { magnitudeOf, TIERS } from './row-writer.js';

/** Conditions on claims; a claim must meet all of them. */
export interface ClaimFilter {
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  /** The variable that it measures. */
  readonly variable?: string | undefined;
  /** A party that has spoken about it. */
  readonly party?: string | undefined;
  /** It changed after this moment. */
  readonly changedSince?: Instant | undefined;
}

/** The position of a claim in the order of a state's claims. */
export type ClaimKey = readonly [tier: number, changed: number, ordinal: number];

export interface OrderedClaim {
  /** The id of its status row. */
  readonly id: number;
  readonly key: ClaimKey;
}

/** The most claims that a filter tests for one page. The page may then have fewer claims than its limit. */
const LOOKED_AT = 5_000;

export interface OrderRow {
  readonly tier: number;
  readonly changed: number;
  readonly ordinal: number;
}
type Row = OrderRow & { readonly id: number };
/** Compares two claims in the order of `claimsInOrder`. */
export const inOrder = (a: OrderRow, b: OrderRow): number =>
  a.tier - b.tier || b.changed - a.changed || a.ordinal - b.ordinal;
const ordered = ({ id, tier, changed, ordinal }: Row): OrderedClaim => ({
  id,
  key: [tier, changed, ordinal],
});

/** The position before all claims of a tier, and the one after them. */
const first = (tier: number): ClaimKey => [tier, Number.MAX_SAFE_INTEGER, 0];
const last = (tier: number): ClaimKey => [tier, 0, Number.MAX_SAFE_INTEGER];

/** The position in a cursor; undefined if it is not a cursor over claims. */
export const keyOf = (from: readonly number[]): ClaimKey | undefined =>
  from.length === 0 ? first(TIERS.judged) : from.length === 3 ? (from as unknown as ClaimKey) : undefined;

/**
 * The claims of a story at a revision, in the order of a state, from a position on. First come the claims that the
 * newsroom judged, then those of key developments, then all others. Within each tier the claim that changed last comes
 * first. `next` is the position of the first claim that is left out.
 *
 * Two indexes have this order: one of the present statuses, one of the ended ones. A status of magnitude `m` lasted at
 * least 8^m and less than 8^(m+1) revisions. So a status of that magnitude that was valid at a revision began less than
 * 8^(m+1) revisions before it. At most eight statuses of one claim lie in that range. The cost depends on the claims that
 * are found, and not on how often claims changed before or since.
 */
export function claimsInOrder(
  model: ModelReader,
  found: FoundStory,
  filter: ClaimFilter,
  { from, limit }: { readonly from: ClaimKey; readonly limit: number },
): { readonly claims: readonly OrderedClaim[]; readonly next: ClaimKey | null } {
  const isBounded = isChosen(filter) && found.counts.claims > LOOKED_AT;
  const claims: OrderedClaim[] = [];
  for (let tier = from[0]; tier <= TIERS.other; tier += 1) {
    const bounds = boundsOf(model, found, filter, tier === from[0] ? from : first(tier));
    const sql = isBounded
      ? `SELECT id, tier, changed, ordinal FROM (${walkOf(found, '')} LIMIT ${LOOKED_AT}) s
         WHERE 1 ${conditionsOf(found, filter)} ORDER BY changed DESC, ordinal LIMIT :limit`
      : `${walkOf(found, conditionsOf(found, filter))} LIMIT :limit`;
    const rows = model.all<Row>(sql, { ...bounds, limit: limit + 1 - claims.length });
    claims.push(...rows.map(ordered));
    if (claims.length > limit) return { claims: claims.slice(0, limit), next: claims[limit]!.key };
    const left = isBounded && model.one<Row>(`${walkOf(found, '')} LIMIT 1 OFFSET ${LOOKED_AT}`, bounds);
    if (left) return { claims, next: ordered(left).key };
  }
  return { claims, next: null };
}

/** How many claims match; null if there are too many to test. */
export function countClaims(model: ModelReader, found: FoundStory, filter: ClaimFilter): number | null {
  if (found.validAt === null && !isChosen(filter)) return found.counts.claims;
  if (isChosen(filter) && found.counts.claims > LOOKED_AT) return null;
  const conditions = conditionsOf(found, filter);
  return Object.values(TIERS).reduce<number>((sum, tier) => {
    const bounds = boundsOf(model, found, filter, first(tier));
    return (
      sum +
      model.one<{ n: number }>(`SELECT count(*) AS n FROM (${branchesOf(found, conditions)})`, bounds)!.n
    );
  }, 0);
}

/** The start of the page of `limit` claims that ends before a position. Null for no such page, empty for the first page. */
export function claimsBefore(
  model: ModelReader,
  found: FoundStory,
  filter: ClaimFilter,
  { from, limit }: { readonly from: readonly number[]; readonly limit: number },
): readonly number[] | null {
  const start = keyOf(from);
  if (!start || from.length === 0) return null;
  const before: ClaimKey[] = [];
  for (let tier = start[0]; tier >= TIERS.judged && before.length <= limit; tier -= 1) {
    const bounds = boundsOf(model, found, filter, tier === start[0] ? start : last(tier));
    const sql = `${walkOf(found, conditionsOf(found, filter), 'back')} LIMIT :limit`;
    const rows = model.all<Row>(sql, { ...bounds, limit: limit + 1 - before.length });
    before.push(...rows.map((row) => ordered(row).key));
  }
  if (before.length === 0) return null;
  return before.length > limit ? before[limit - 1]! : [];
}

const isChosen = (filter: ClaimFilter): boolean => Object.values(filter).some((value) => value !== undefined);

type Direction = 'forward' | 'back';

/** The claims of a tier at the revision, in order. */
const walkOf = (found: FoundStory, conditions: string, direction: Direction = 'forward'): string =>
  `${branchesOf(found, conditions, direction)} ORDER BY ${direction === 'forward' ? '3 DESC, 4' : '3, 4 DESC'}`;

function branchesOf(
  { revision, head }: FoundStory,
  conditions: string,
  direction: Direction = 'forward',
): string {
  const from =
    direction === 'forward'
      ? 's.changed <= :changed AND (s.changed < :changed OR s.ordinal >= :ordinal)'
      : 's.changed >= :changed AND (s.changed > :changed OR s.ordinal < :ordinal)';
  const of = (index: string, there: string): string =>
    `SELECT s.id, s.tier, s.changed, s.ordinal FROM statuses s INDEXED BY ${index}
     WHERE s.story = :story AND s.tier = :tier AND s.body IS NOT NULL AND s.revision <= :revision
       AND s.changed <= :revision AND ${from} AND ${there} ${conditions}`;
  const now = of('statuses_now', 's.until IS NULL');
  const magnitudes =
    revision === head ? [] : Array.from({ length: magnitudeOf(head) + 1 }, (_, magnitude) => magnitude);
  const then = magnitudes.map((magnitude) =>
    of(
      'statuses_then',
      `s.magnitude = ${magnitude} AND s.until > :revision AND s.changed > :revision - ${8 ** (magnitude + 1)}`,
    ),
  );
  return [now, ...then].join(' UNION ALL ');
}

/** The filter as SQL conditions on a status row. */
export function conditionsOf({ validAt }: FoundStory, filter: ClaimFilter): string {
  return [
    filter.status === undefined ? '' : 'AND s.status = :status',
    filter.kind === undefined ? '' : 'AND s.kind = :kind',
    filter.changedSince === undefined ? '' : 'AND s.changed > :since',
    filter.party === undefined ? '' : SPOKE,
    filter.variable === undefined ? '' : MEASURES,
    validAt === null ? '' : HOLDS,
  ].join(' ');
}

const SPOKE = `AND (SELECT present FROM speakers p WHERE p.story = :story AND p.claim = s.ordinal AND p.party = :party
  AND p.revision <= :revision ORDER BY p.revision DESC LIMIT 1) = 1`;

/** A condition on what holds for a claim at the revision, according to any origin. */
const holding = (condition: string): string => `AND EXISTS (
  SELECT 1 FROM holdings h WHERE h.story = :story AND h.claim = s.ordinal AND h.revision <= :revision AND ${condition}
    AND NOT EXISTS (SELECT 1 FROM holdings n WHERE n.story = h.story AND n.claim = h.claim AND n.origin = h.origin
      AND n.revision > h.revision AND n.revision <= :revision))`;
const MEASURES = holding('h.variable = :variable');
const HOLDS = holding('h.starts <= :validAt AND h.ends >= :validAt AND h.restated = 0');

export function boundsOf(
  model: ModelReader,
  { story, revision, validAt }: FoundStory,
  { changedSince, ...filter }: ClaimFilter,
  [tier, changed, ordinal]: ClaimKey = first(TIERS.judged),
): Readonly<Record<string, unknown>> {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    story,
    revision,
    tier,
    changed,
    ordinal,
    ...Object.fromEntries(chosen),
    ...(validAt === null ? {} : { validAt }),
    ...(changedSince === undefined ? {} : { since: revisionBy(model, story, changedSince) }),
  };
}

/** The last revision of a story that was recorded by a moment; -1 for none. */
function revisionBy(model: ModelReader, story: number, moment: Instant): number {
  const sql = `SELECT revision FROM revisions WHERE story = ? AND recorded_at <= ?
    ORDER BY recorded_at DESC, revision DESC LIMIT 1`;
  return model.one<{ revision: number }>(sql, story, moment)?.revision ?? -1;
}
