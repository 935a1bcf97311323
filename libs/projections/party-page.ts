import { RECORDED_STANCES, type Instant, type RecordedStance, type Text } from '#story';
import { iso } from './development-view.js';
import type { contentView } from './claim-view.js';
import type { StoryRow } from './model-file.js';
import type { ModelReader } from './model-reader.js';
import { partyName } from './party-names.js';
import { encodeCursor, pageText, type PageRequest } from './page.js';
import { firstNumber, lastNumber } from './story-number.js';
import { bucketsUpTo } from './time-buckets.js';

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

export interface PartyPageRequest extends PageRequest {
  readonly asOf: Instant | null;
  /** The moment of the first page, on a later page. */
  readonly at: Instant | null;
  /** Addresses, such as `/v1/parties` and `/v1/stories`. */
  readonly address: string;
  readonly stories: string;
  /** Its registered name: a registered party has a page before it has said anything. */
  readonly registeredAs?: string | null;
}

/** The most rows to read for one page. The next page continues from there. */
const MAX_ROWS = 5_000;
const READ_AT_ONCE = 100;

/**
 * The page of a party as JSON: what it has asserted, confirmed and denied as of a moment, and the status of those claims.
 * It has counts over all claims, and a page of the claims, latest first. A party that only passed on the words of others
 * has no claims. Undefined if nobody had heard of the party, and it is not registered.
 */
export function partyPage(model: ModelReader, party: string, cut: PartyPageRequest): string | undefined {
  const { asOf, limit, address, registeredAs = null } = cut;
  const at = cut.at ?? asOf ?? model.one<{ latest: number }>('SELECT latest FROM model')!.latest;
  const name = partyName(model, party, at) ?? registeredAs;
  if (name === null) return undefined;
  const items: string[] = [];
  let last: RecordStored | null = null;
  let shown: RecordStored | null = null;
  let next: readonly number[] | null = null;
  let looked = 0;
  for (const row of spoken(model, party, cut, at)) {
    if (looked === MAX_ROWS) {
      next = cursorOf(last!);
      break;
    }
    looked += 1;
    const newest = last === null || keyOf(last) !== keyOf(row);
    const text = newest && row.stance !== null ? claimText(model, row, at, cut) : null;
    // The records of one claim for several bodies stay on one page: a page ends after a claim.
    if (text !== null && items.length >= limit && String(cursorOf(row)) !== String(cursorOf(shown!))) {
      next = cursorOf(shown!);
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
  return `{"id":${JSON.stringify(party)},"name":${JSON.stringify(name)},"asOf":${asOf === null ? 'null' : `"${iso(asOf)}"`},"record":${JSON.stringify(record)},"claims":${page}}`;
}

/** The records of a party by claim, latest claim first, and the newest record of each claim first. */
function* spoken(
  model: ModelReader,
  party: string,
  { from: [spokeAt = Infinity, story = -1, claim = -1] }: PageRequest,
  at: Instant,
): Generator<RecordStored> {
  const start = spokeAt > at ? [at + 1, -1, -1] : [spokeAt, numberNow(model, story), claim];
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
const cursorOf = ({ spoke_at, story, claim }: RecordStored): readonly number[] => [
  spoke_at,
  firstNumber(story),
  claim,
];

/** The number that the story of a cursor has now. */
const numberNow = (model: ModelReader, inCursor: number): number =>
  model.one<{ story: number }>(
    'SELECT story FROM stories WHERE story BETWEEN ? AND ?',
    firstNumber(inCursor),
    lastNumber(inCursor),
  )?.story ?? inCursor;

/** For each stance, the number of claims by status, and of those that the party took back. */
function recordOf(model: ModelReader, party: string, at: Instant) {
  const record = Object.fromEntries(
    RECORDED_STANCES.map((stance) => [stance, { total: 0, takenBack: 0, byStatus: {} }]),
  ) as Record<RecordedStance, { total: number; takenBack: number; byStatus: Record<string, number> }>;
  for (const { scale, from, to } of bucketsUpTo(at)) {
    const sums = model.all<{
      stance: RecordedStance;
      status: string;
      taken_back: 0 | 1;
      n: number;
    }>(
      `SELECT stance, status, taken_back, sum(n) AS n FROM record_counts WHERE party = ? AND scale = ? AND bucket >= ? AND bucket < ?
       GROUP BY stance, status, taken_back`,
      party,
      scale,
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
    const counts = Object.entries(record[stance].byStatus).filter(([, n]) => n !== 0);
    record[stance].byStatus = Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return record;
}

/** The records at a moment that are counted, but whose stories are closed off. */
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
  { stories, asOf }: PartyPageRequest,
): string | null {
  const story = model.one<StoryRow>('SELECT * FROM stories WHERE story = ? AND closed_off = 0', row.story);
  const counts = story && model.revisionAsOf(story, at);
  const claim =
    counts &&
    model.one<{ body: string | null }>(
      'SELECT body FROM claims WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
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
