import { RECORDED_STANCES, type Instant, type RecordedStance, type Text } from '#story';
import { iso } from './development-view.js';
import type { contentView } from './claim-view.js';
import type { StoryRow } from './model-file.js';
import type { ModelReader } from './model-reader.js';
import { partyName } from './party-names.js';
import { encodeCursor, pageText, type Cut } from './page.js';
import { bucketsUpTo } from './tally.js';

interface RecordStored {
  readonly spoke_at: number;
  readonly story: number;
  readonly claim: number;
  readonly origin: string;
  readonly since: number;
  readonly revision: number;
  readonly stance: string | null;
  readonly name: string;
  readonly status: string;
  readonly taken_back_at: number | null;
}

export interface PartyCut extends Cut {
  readonly asOf: Instant | null;
  /** The moment of the first page, where this is a later one. */
  readonly at: Instant | null;
  /** Addresses, e.g. `/v1/parties` and `/v1/stories`. */
  readonly address: string;
  readonly stories: string;
  /** Its name where it is registered: then it has a page before it has said anything. */
  readonly registeredAs?: string | null;
}

/** Rows that one page looks at at most: then the next page goes on from there. */
const LOOKED_AT = 5_000;
const READ_AT_ONCE = 100;

/**
 * What a party has asserted, confirmed and denied as of a moment, and what had become of it then: the counts over all
 * of it, and the claims themselves, the ones it took up last first. One that only passed on what others said has none.
 * Undefined where it had not been heard of, and is not registered either.
 */
export function partyPage(model: ModelReader, party: string, cut: PartyCut): string | undefined {
  const { asOf, limit, address, registeredAs = null } = cut;
  const at = cut.at ?? asOf ?? model.one<{ latest: number }>('SELECT latest FROM model')!.latest;
  const called = partyName(model, party, at) ?? registeredAs;
  if (called === null) return undefined;
  const items: string[] = [];
  let last: RecordStored | null = null;
  let shown: RecordStored | null = null;
  let next: readonly number[] | null = null;
  let looked = 0;
  for (const row of spoken(model, party, cut, at)) {
    if (looked === LOOKED_AT) {
      next = placeOf(last!);
      break;
    }
    looked += 1;
    const newest = last === null || keyOf(last) !== keyOf(row);
    const text = newest && row.stance !== null ? claimText(model, row, at, cut) : null;
    // What it said of one claim for one body and for another is not cut in two: a page begins after a claim.
    if (text !== null && items.length >= limit && String(placeOf(row)) !== String(placeOf(shown!))) {
      next = placeOf(shown!);
      break;
    }
    if (text !== null) {
      items.push(text);
      shown = row;
    }
    last = row;
  }
  const record = recordOf(model, party, at);
  const total = RECORDED_STANCES.reduce((n, stance) => n + record[stance].total, 0);
  const moment = asOf === null ? '' : `asOf=${iso(asOf)}&`;
  const cursor =
    next && encodeCursor({ list: `party ${party}`, story: null, at, asOf, validAt: null, from: next });
  const page = pageText({
    total,
    items,
    next: cursor && `${address}/${party}?${moment}limit=${limit}&cursor=${cursor}`,
  });
  return `{"id":${JSON.stringify(party)},"name":${JSON.stringify(called)},"asOf":${asOf === null ? 'null' : `"${iso(asOf)}"`},"record":${JSON.stringify(record)},"claims":${page}}`;
}

/** What is noted of a party, the claims that it took up last first, and of each the newest first. */
function* spoken(
  model: ModelReader,
  party: string,
  { from: [spokeAt = Infinity, story = -1, claim = -1] }: Cut,
  at: Instant,
): Generator<RecordStored> {
  const start = spokeAt > at ? [at + 1, -1, -1] : [spokeAt, story, claim];
  for (let from: readonly (number | string)[] = [...start, '', 0, 0]; ;) {
    const rows = model.all<RecordStored>(
      `SELECT spoke_at, story, claim, origin, since, revision, stance, name, status, taken_back_at FROM records
       WHERE party = ? AND (spoke_at, story, claim, origin, since, revision) < (?, ?, ?, ?, ?, ?)
         AND since <= ?
       ORDER BY spoke_at DESC, story DESC, claim DESC, origin DESC, since DESC, revision DESC LIMIT ${READ_AT_ONCE}`,
      party,
      ...from,
      at,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < READ_AT_ONCE) return;
    from = [last.spoke_at, last.story, last.claim, last.origin, last.since, last.revision];
  }
}

const keyOf = ({ spoke_at, story, claim, origin }: RecordStored): string =>
  `${spoke_at} ${story} ${claim} ${origin}`;
const placeOf = ({ spoke_at, story, claim }: RecordStored): readonly number[] => [spoke_at, story, claim];

/** Of all claims that a party has asserted, confirmed or denied, how many had which status, and of how many it took its word back. */
function recordOf(model: ModelReader, party: string, at: Instant) {
  const record = Object.fromEntries(
    RECORDED_STANCES.map((stance) => [stance, { total: 0, takenBack: 0, byStatus: {} }]),
  ) as Record<RecordedStance, { total: number; takenBack: number; byStatus: Record<string, number> }>;
  for (const { level, from, to } of bucketsUpTo(at)) {
    const sums = model.all<{
      stance: RecordedStance;
      status: string;
      taken_back: 0 | 1;
      n: number;
    }>(
      `SELECT stance, status, taken_back, sum(n) AS n FROM tallies WHERE party = ? AND level = ? AND bucket >= ? AND bucket < ?
       GROUP BY stance, status, taken_back`,
      party,
      level,
      from,
      to,
    );
    for (const { stance, status, taken_back, n } of sums) {
      const of = record[stance];
      of.total += n;
      of.takenBack += taken_back === 1 ? n : 0;
      of.byStatus[status] = (of.byStatus[status] ?? 0) + n;
    }
  }
  for (const { stance, status, taken_back_at } of unreadable(model, party, at)) {
    record[stance].total -= 1;
    record[stance].takenBack -= taken_back_at === null ? 0 : 1;
    record[stance].byStatus[status] = (record[stance].byStatus[status] ?? 0) - 1;
  }
  for (const stance of RECORDED_STANCES) {
    const told = Object.entries(record[stance].byStatus).filter(([, n]) => n !== 0);
    record[stance].byStatus = Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return record;
}

/** What is counted of stories that wait to be rewritten: each record as it was at a moment. */
function unreadable(model: ModelReader, party: string, at: Instant) {
  const rows = model.all<RecordStored>(
    `SELECT r.* FROM stories s CROSS JOIN records r ON r.story = s.story AND r.party = ?
     WHERE s.closed_off = 1 AND r.since <= ? ORDER BY r.since, r.revision`,
    party,
    at,
  );
  const newest = new Map(rows.map((row) => [`${row.story} ${keyOf(row)}`, row]));
  return [...newest.values()].flatMap(({ stance, ...row }) =>
    stance === null ? [] : [{ ...row, stance: stance as RecordedStance }],
  );
}

function claimText(
  model: ModelReader,
  row: RecordStored,
  at: Instant,
  { stories, asOf }: PartyCut,
): string | null {
  const story = model.one<StoryRow>('SELECT * FROM stories WHERE story = ? AND closed_off = 0', row.story);
  const counts = story && model.revisionAsOf(story, at);
  const claim =
    counts &&
    model.one<{ body: string | null }>(
      'SELECT body FROM claims WHERE story = ? AND place = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
      row.story,
      row.claim,
      counts.revision,
    );
  if (claim?.body == null) return null;
  const content = JSON.parse(claim.body) as ReturnType<typeof contentView>;
  const { id, kind, text, occurred, occurredBounds, territory, figure, decidedBy } = content;
  const { slug } = story!;
  const header = model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    row.story,
    counts!.revision,
  )!;
  const { headline } = JSON.parse(`{${header.body}}`) as { readonly headline: Text };
  return JSON.stringify({
    story: slug,
    headline,
    claim: id,
    kind,
    text,
    occurred,
    occurredBounds,
    territory,
    figure,
    decidedBy,
    stance: row.stance,
    takenBack: row.taken_back_at !== null,
    takenBackAt: row.taken_back_at === null ? null : iso(row.taken_back_at),
    spokeAt: iso(row.spoke_at),
    status: row.status,
    href: `${stories}/${slug}/claims/${id}${asOf === null ? '' : `?asOf=${iso(asOf)}`}`,
  });
}
