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
import { NOTHING, pageText, type Cut, type Cutting } from './page.js';
import type { FoundStory } from './reading.js';

interface ClaimRow {
  readonly slug: string;
  readonly body: string;
  readonly standing: number;
  readonly status: string;
  /** The newest assertions that stand, newest first: how many, and what they say. */
  readonly shown: number;
  readonly said: string | null;
}

/** What a state shows of a claim: of the row that says its status, and of the newest of its own rows by the revision. */
const SHOWN = `c.slug, c.body, s.standing, s.body AS status, json_array_length(s.newest) AS shown,
  (SELECT group_concat(a.body, ',' ORDER BY j.key) FROM json_each(s.newest) j CROSS JOIN assertions a ON a.id = j.value) AS said`;
const ITS_OWN = `JOIN claims c ON c.id = (SELECT n.id FROM claims n
  WHERE n.story = :story AND n.place = s.place AND n.revision <= :revision ORDER BY n.revision DESC, n.id DESC LIMIT 1)`;

/** A page of the claims of a state, in their order, each with its newest assertions that stand. */
export function claimItems(
  model: ModelReader,
  found: FoundStory,
  cut: Cut,
  assertions: (claim: string) => string,
): Cutting {
  const { story, revision, counts } = found;
  const { from, limit, filter = {} } = cut;
  if (counts.claims === 0) return NOTHING;
  if (from.length === 0 && counts.claim_places <= limit) return allClaims(model, found, filter, assertions);
  const start = keyOf(from) ?? keyOf([])!;
  const { claims, next } = claimsInOrder(model, found, filter, { from: start, limit });
  const rows = model.all<ClaimRow>(
    `SELECT ${SHOWN} FROM json_each(:rows) r CROSS JOIN statuses s ON s.id = r.value CROSS ${ITS_OWN}`,
    { rows: JSON.stringify(claims.map(({ id }) => id)), story, revision },
  );
  return {
    total: countClaims(model, found, filter),
    next,
    items: rows.map((row) => claimBody(row, assertions)),
  };
}

/** The same of a story all of whose claims are one page: of each place the newest row, found by a seek. */
function allClaims(
  model: ModelReader,
  found: FoundStory,
  filter: ClaimFilter,
  assertions: (claim: string) => string,
): Cutting {
  const rows = model.all<ClaimRow & OrderRow>(
    `WITH RECURSIVE places (place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM places WHERE place + 1 < :end)
     SELECT s.tier, s.changed, s.place, ${SHOWN} FROM places p CROSS JOIN statuses s ON s.id = (
       SELECT id FROM statuses n WHERE n.story = :story AND n.place = p.place AND n.revision <= :revision
       ORDER BY n.revision DESC LIMIT 1
     ) CROSS ${ITS_OWN}
     WHERE s.body IS NOT NULL ${conditionsOf(found, filter)}`,
    { ...boundsOf(model, found, filter), end: found.counts.claim_places },
  );
  const items = rows.toSorted(inOrder).map((row) => claimBody(row, assertions));
  return { total: items.length, next: null, items };
}

function claimBody(
  { slug, body, standing, status, shown, said }: ClaimRow,
  assertions: (claim: string) => string,
): string {
  const page = pageText({
    total: standing,
    next: standing > shown ? assertions(slug) : null,
    items: said === null ? [] : [said],
  });
  return `${body.slice(0, -1)},${status.slice(1, -1)},"assertions":${page}}`;
}

/** How many of a claim's statuses its page tells. */
const STATUSES = 100;

/** A claim's page; undefined where the story has no such claim, or had none then. */
export function claimText(
  model: ModelReader,
  { story, revision }: FoundStory,
  slug: string,
  assertions: (claim: number) => string,
): string | undefined {
  const claim = model.one<{ place: number; body: string | null; page: string }>(
    `SELECT place, body, page FROM claims WHERE story = :story AND slug = :slug AND revision <= :revision
     ORDER BY revision DESC, body IS NULL LIMIT 1`,
    { story, slug, revision },
  );
  if (claim?.body == null) return undefined;
  const { place } = claim;
  const status = model.one<{ run: number; body: string }>(
    'SELECT run, body FROM statuses WHERE story = ? AND place = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    place,
    revision,
  )!;
  const moved = model.texts(
    `SELECT body FROM statuses WHERE story = ? AND place = ? AND moved = 1 AND revision BETWEEN ? AND ?
     ORDER BY revision DESC LIMIT ${STATUSES}`,
    story,
    place,
    status.run,
    revision,
  );
  const before = model.texts(
    `SELECT body FROM retold WHERE story = ? AND place = ? AND run = ? ORDER BY number DESC LIMIT ${STATUSES}`,
    story,
    place,
    status.run,
  );
  const history = [...moved, ...before].slice(0, STATUSES).reverse();
  return (
    `${claim.body.slice(0, -1)},${status.body.slice(1, -1)},${claim.page.slice(1, -1)},` +
    `"history":[${history.join(',')}],"assertions":${assertions(place)}}`
  );
}

/** Assertions of a claim, oldest first. A page ends with an assertion's number and its place among those of one revision. */
export function assertionPage(
  model: ModelReader,
  { story, revision }: FoundStory,
  claim: number,
  { from: [start = -1, skip = 0], limit }: Cut,
): Cutting {
  const total = model.one<{ said: number }>(
    'SELECT said FROM statuses WHERE story = ? AND place = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    claim,
    revision,
  )!.said;
  const rows = model.all<{ said: number; body: string }>(
    `SELECT p.said, a.body FROM (
       SELECT DISTINCT said, assertion FROM assertions WHERE story = :story AND claim = :claim AND said >= :start AND said <= :revision
       ORDER BY said, assertion
     ) p JOIN assertions a ON a.id = (
       SELECT id FROM assertions n WHERE n.story = :story AND n.claim = :claim AND n.said = p.said AND n.assertion = p.assertion
         AND n.revision <= :revision ORDER BY n.revision DESC LIMIT 1
     )
     WHERE a.body IS NOT NULL ORDER BY p.said, p.assertion LIMIT :limit OFFSET :skip`,
    { story, claim, revision, start, skip, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  if (rows.length <= limit) return { total, next: null, items: shown.map((r) => r.body) };
  const last = shown.at(-1)!.said;
  const told = shown.filter((r) => r.said === last).length + (last === start ? skip : 0);
  return { total, next: [last, told], items: shown.map((r) => r.body) };
}
