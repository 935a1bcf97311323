import {
  boundsOf,
  claimsInOrder,
  conditionsOf,
  countClaims,
  inOrder,
  keyOf,
  type ClaimFilter,
  type OrderRow,
} from './claim-order.js';
import type { ModelReader } from './model-reader.js';
import { EMPTY_PAGE, pageText, type PageRequest, type UnaddressedPage } from './page.js';
import type { FoundStory } from './reading.js';
import { servedMembers, servedStatus } from './served-status.js';

interface ClaimRow {
  readonly slug: string;
  readonly body: string;
  readonly inForce: number;
  readonly status: string;
  /** How many of the newest assertions in force are shown, and their JSON, newest first. */
  readonly shown: number;
  readonly assertions: string | null;
}

/** What a state shows of a claim: from its status row, and from its newest row of `claims` up to the revision. */
const SHOWN = `c.slug, c.body, s.in_force AS inForce, s.body AS status, json_array_length(s.newest) AS shown,
  (SELECT group_concat(a.body, ',' ORDER BY j.key) FROM json_each(s.newest) j CROSS JOIN assertions a ON a.id = j.value) AS assertions`;
const CLAIM_ROW = `JOIN claims c ON c.id = (SELECT n.id FROM claims n
  WHERE n.story = :story AND n.ordinal = s.ordinal AND n.revision <= :revision ORDER BY n.revision DESC, n.id DESC LIMIT 1)`;

/** A page of the claims of a state, in order, each with its newest assertions in force. */
export function claimItems(
  model: ModelReader,
  found: FoundStory,
  cut: PageRequest,
  assertions: (claim: string) => string,
): UnaddressedPage {
  const { story, revision, counts } = found;
  const { from, limit, filter = {} } = cut;
  if (counts.claims === 0) return EMPTY_PAGE;
  if (from.length === 0 && counts.claim_ordinals <= limit) return allClaims(model, found, filter, assertions);
  const start = keyOf(from) ?? keyOf([])!;
  const { claims, next } = claimsInOrder(model, found, filter, { from: start, limit });
  const rows = model.all<ClaimRow>(
    `SELECT ${SHOWN} FROM json_each(:rows) r CROSS JOIN statuses s ON s.id = r.value CROSS ${CLAIM_ROW}`,
    { rows: JSON.stringify(claims.map(({ id }) => id)), story, revision },
  );
  return {
    total: countClaims(model, found, filter),
    next,
    items: rows.map((row) => claimBody(row, assertions)),
  };
}

/** The same for a story whose claims fit on one page: one seek for each ordinal finds its newest row. */
function allClaims(
  model: ModelReader,
  found: FoundStory,
  filter: ClaimFilter,
  assertions: (claim: string) => string,
): UnaddressedPage {
  const rows = model.all<ClaimRow & OrderRow>(
    `WITH RECURSIVE ordinals (ordinal) AS (SELECT 0 UNION ALL SELECT ordinal + 1 FROM ordinals WHERE ordinal + 1 < :end)
     SELECT s.tier, s.changed, s.ordinal, ${SHOWN} FROM ordinals p CROSS JOIN statuses s ON s.id = (
       SELECT id FROM statuses n WHERE n.story = :story AND n.ordinal = p.ordinal AND n.revision <= :revision
       ORDER BY n.revision DESC LIMIT 1
     ) CROSS ${CLAIM_ROW}
     WHERE s.body IS NOT NULL ${conditionsOf(found, filter)}`,
    { ...boundsOf(model, found, filter), end: found.counts.claim_ordinals },
  );
  const items = rows.toSorted(inOrder).map((row) => claimBody(row, assertions));
  return { total: items.length, next: null, items };
}

function claimBody(
  { slug, body, inForce, status, shown, assertions }: ClaimRow,
  addressOf: (claim: string) => string,
): string {
  const page = pageText({
    total: inForce,
    next: inForce > shown ? addressOf(slug) : null,
    items: assertions === null ? [] : [assertions],
  });
  return `${body.slice(0, -1)},${servedMembers(status)},"assertions":${page}}`;
}

/** The most statuses that the page of a claim shows. */
const MAX_STATUSES = 100;

/** The page of a claim as JSON; undefined if the story has no such claim at the revision. */
export function claimText(
  model: ModelReader,
  { story, revision }: FoundStory,
  slug: string,
  assertions: (claim: number) => string,
): string | undefined {
  const claim = model.one<{ ordinal: number; body: string | null; page: string }>(
    `SELECT ordinal, body, page FROM claims WHERE story = :story AND slug = :slug AND revision <= :revision
     ORDER BY revision DESC, body IS NULL LIMIT 1`,
    { story, slug, revision },
  );
  if (claim?.body == null) return undefined;
  const { ordinal } = claim;
  const status = model.one<{ appeared: number; body: string }>(
    'SELECT appeared, body FROM statuses WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    ordinal,
    revision,
  )!;
  const moved = model.texts(
    `SELECT body FROM statuses WHERE story = ? AND ordinal = ? AND moved = 1 AND revision BETWEEN ? AND ?
     ORDER BY revision DESC LIMIT ${MAX_STATUSES}`,
    story,
    ordinal,
    status.appeared,
    revision,
  );
  const before = model.texts(
    `SELECT body FROM earlier_statuses WHERE story = ? AND ordinal = ? AND appeared = ? ORDER BY number DESC LIMIT ${MAX_STATUSES}`,
    story,
    ordinal,
    status.appeared,
  );
  const history = [...moved, ...before].slice(0, MAX_STATUSES).reverse().map(servedStatus);
  return (
    `${claim.body.slice(0, -1)},${servedMembers(status.body)},${claim.page.slice(1, -1)},` +
    `"history":[${history.join(',')}],"assertions":${assertions(ordinal)}}`
  );
}

/** Assertions of a claim, oldest first. A cursor has the revision of an assertion, and its index in that revision. */
export function assertionPage(
  model: ModelReader,
  { story, revision }: FoundStory,
  claim: number,
  { from: [start = -1, skip = 0], limit }: PageRequest,
): UnaddressedPage {
  const total = model.one<{ assertions: number }>(
    'SELECT assertions FROM statuses WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    claim,
    revision,
  )!.assertions;
  const rows = model.all<{ made: number; body: string }>(
    `SELECT p.made, a.body FROM (
       SELECT DISTINCT made, assertion FROM assertions WHERE story = :story AND claim = :claim AND made >= :start AND made <= :revision
       ORDER BY made, assertion
     ) p JOIN assertions a ON a.id = (
       SELECT id FROM assertions n WHERE n.story = :story AND n.claim = :claim AND n.made = p.made AND n.assertion = p.assertion
         AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1
     )
     WHERE a.body IS NOT NULL ORDER BY p.made, p.assertion LIMIT :limit OFFSET :skip`,
    { story, claim, revision, start, skip, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  if (rows.length <= limit) return { total, next: null, items: shown.map((r) => r.body) };
  const last = shown.at(-1)!.made;
  const index = shown.filter((r) => r.made === last).length + (last === start ? skip : 0);
  return { total, next: [last, index], items: shown.map((r) => r.body) };
}
