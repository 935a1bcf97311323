import type { Instant } from '#story';
import type { ModelReader } from './model-reader.js';
import type { FoundStory } from './reading.js';
import { levelOf, TIERS } from './rows.js';

/** By what claims are chosen; every one of them must hold. */
export interface ClaimFilter {
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  /** What it measures. */
  readonly variable?: string | undefined;
  /** Who has said something of it. */
  readonly party?: string | undefined;
  /** Changed after that moment. */
  readonly changedSince?: Instant | undefined;
}

/** Where a claim stands in the order of a state's claims. */
export type ClaimKey = readonly [tier: number, changed: number, place: number];

export interface OrderedClaim {
  /** The row of its status. */
  readonly id: number;
  readonly key: ClaimKey;
}

/** Claims that a filter looks at for one page: then it ends, however few were found. */
const LOOKED_AT = 5_000;

export interface OrderRow {
  readonly tier: number;
  readonly changed: number;
  readonly place: number;
}
type Row = OrderRow & { readonly id: number };
/** The order of `claimsInOrder`. */
export const inOrder = (a: OrderRow, b: OrderRow): number =>
  a.tier - b.tier || b.changed - a.changed || a.place - b.place;
const ordered = ({ id, tier, changed, place }: Row): OrderedClaim => ({ id, key: [tier, changed, place] });

/** Before all claims of a tier, and after them. */
const first = (tier: number): ClaimKey => [tier, Number.MAX_SAFE_INTEGER, 0];
const last = (tier: number): ClaimKey => [tier, 0, Number.MAX_SAFE_INTEGER];

/** Where a cursor begins; undefined for what is no cursor of claims. */
export const keyOf = (from: readonly number[]): ClaimKey | undefined =>
  from.length === 0 ? first(TIERS.judged) : from.length === 3 ? (from as unknown as ClaimKey) : undefined;

/**
 * The claims of a story at a revision in the order in which they are shown, from a place in it on: those that the
 * newsroom judged, those of key developments, all others; in each of these the one that changed last comes first.
 * Answers with where the claim after them stands.
 *
 * The order is that of two indexes: of the statuses that are there now, and of those that were, by levels of how long
 * each was there: 8 to the power of the level or longer, and less than eight times that. So what was there at a revision
 * began, on each level, within that time before it, and of one claim no more than eight lie within it. What it costs
 * follows from what it finds, and not from how often the claims changed before or since.
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
      ? `SELECT id, tier, changed, place FROM (${walkOf(found, '')} LIMIT ${LOOKED_AT}) s
         WHERE 1 ${conditionsOf(found, filter)} ORDER BY changed DESC, place LIMIT :limit`
      : `${walkOf(found, conditionsOf(found, filter))} LIMIT :limit`;
    const rows = model.all<Row>(sql, { ...bounds, limit: limit + 1 - claims.length });
    claims.push(...rows.map(ordered));
    if (claims.length > limit) return { claims: claims.slice(0, limit), next: claims[limit]!.key };
    const left = isBounded && model.one<Row>(`${walkOf(found, '')} LIMIT 1 OFFSET ${LOOKED_AT}`, bounds);
    if (left) return { claims, next: ordered(left).key };
  }
  return { claims, next: null };
}

/** How many claims there are; null where that would be too many to count for a filter. */
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

/** Where the page of so many claims begins that ends before a place in the order; null for none, empty for the first. */
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

type Direction = 'on' | 'back';

/** The claims of a tier that were there at the revision, in order. */
const walkOf = (found: FoundStory, conditions: string, direction: Direction = 'on'): string =>
  `${branchesOf(found, conditions, direction)} ORDER BY ${direction === 'on' ? '3 DESC, 4' : '3, 4 DESC'}`;

function branchesOf({ revision, head }: FoundStory, conditions: string, direction: Direction = 'on'): string {
  const from =
    direction === 'on'
      ? 's.changed <= :changed AND (s.changed < :changed OR s.place >= :place)'
      : 's.changed >= :changed AND (s.changed > :changed OR s.place < :place)';
  const of = (index: string, there: string): string =>
    `SELECT s.id, s.tier, s.changed, s.place FROM statuses s INDEXED BY ${index}
     WHERE s.story = :story AND s.tier = :tier AND s.body IS NOT NULL AND s.revision <= :revision
       AND s.changed <= :revision AND ${from} AND ${there} ${conditions}`;
  const now = of('statuses_now', 's.until IS NULL');
  const levels = revision === head ? [] : Array.from({ length: levelOf(head) + 1 }, (_, level) => level);
  const then = levels.map((level) =>
    of(
      'statuses_then',
      `s.level = ${level} AND s.until > :revision AND s.changed > :revision - ${8 ** (level + 1)}`,
    ),
  );
  return [now, ...then].join(' UNION ALL ');
}

/** What chooses claims, as conditions on the row of their status. */
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

const SPOKE = `AND (SELECT present FROM speakers p WHERE p.story = :story AND p.claim = s.place AND p.party = :party
  AND p.revision <= :revision ORDER BY p.revision DESC LIMIT 1) = 1`;

/** What holds of a claim by an origin, as it was at the revision. */
const holding = (condition: string): string => `AND EXISTS (
  SELECT 1 FROM holdings h WHERE h.story = :story AND h.claim = s.place AND h.revision <= :revision AND ${condition}
    AND NOT EXISTS (SELECT 1 FROM holdings n WHERE n.story = h.story AND n.claim = h.claim AND n.origin = h.origin
      AND n.revision > h.revision AND n.revision <= :revision))`;
const MEASURES = holding('h.variable = :variable');
const HOLDS = holding('h.starts <= :validAt AND h.ends >= :validAt AND h.restated = 0');

export function boundsOf(
  model: ModelReader,
  { story, revision, validAt }: FoundStory,
  { changedSince, ...filter }: ClaimFilter,
  [tier, changed, place]: ClaimKey = first(TIERS.judged),
): Readonly<Record<string, unknown>> {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    story,
    revision,
    tier,
    changed,
    place,
    ...Object.fromEntries(chosen),
    ...(validAt === null ? {} : { validAt }),
    ...(changedSince === undefined ? {} : { since: revisionBy(model, story, changedSince) }),
  };
}

/** The last revision of a story by a moment; -1 for none. */
function revisionBy(model: ModelReader, story: number, moment: Instant): number {
  const sql = `SELECT revision FROM revisions WHERE story = ? AND recorded_at <= ?
    ORDER BY recorded_at DESC, revision DESC LIMIT 1`;
  return model.one<{ revision: number }>(sql, story, moment)?.revision ?? -1;
}
