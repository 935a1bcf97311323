import type { Instant } from '#story';
import { iso, type developmentView } from './development-view.js';
import type { StoryRow } from './model-file.js';
import type { ModelReader, RevisionRow } from './model-reader.js';
import { encodeCursor, type PageRequest } from './page.js';
import { SearchRefused, type SearchWord } from './search-query.js';
import { relevance, sinceOf, snippetOf } from './snippet.js';
import { termGroups, type TermGroup } from './term-groups.js';
import { firstNumber } from './story-number.js';
import { mark } from './story-terms.js';

/** Conditions on stories besides words; a story must meet all of them. */
export interface Choice {
  readonly topic?: string | undefined;
  readonly place?: string | undefined;
  readonly party?: string | undefined;
  readonly storyStatus?: string | undefined;
  readonly claimStatus?: string | undefined;
  readonly language?: string | undefined;
}

/** The marks that a story must have. */
export function marksOf({
  topic,
  place,
  party,
  storyStatus,
  claimStatus,
  language,
}: Choice): readonly string[] {
  return [
    topic === undefined ? null : mark.topic(topic),
    place === undefined ? null : mark.place(place),
    party === undefined ? null : mark.party(party),
    storyStatus === undefined ? null : mark.storyStatus(storyStatus),
    claimStatus === undefined ? null : mark.claimStatus(claimStatus),
    language === undefined ? null : mark.language(language),
  ].filter((m) => m !== null);
}

export const SORTS = ['newest', 'oldest', 'relevance'] as const;
export type Sort = (typeof SORTS)[number];

/** Conditions on times. */
export interface Times {
  /** The newest development was recorded between these, inclusive. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** The last revision was recorded after this. */
  readonly updatedSince?: Instant | undefined;
}

export interface FrontPageRequest extends PageRequest {
  readonly asOf: Instant | null;
  /** The moment of the first page, on a later page. */
  readonly at: Instant | null;
  /** The words and marks that the stories must have. */
  readonly words: readonly SearchWord[];
  readonly marks: readonly string[];
  readonly times: Times;
  readonly sort: Sort;
  /** The name of this query in its cursors. */
  readonly list: string;
  /** The address of the front page, such as `/v1/stories`, and the conditions as query parameters. */
  readonly address: string;
  readonly query: string;
}

/** A request for every story, by its newest development. */
export const EVERY_STORY = { words: [], marks: [], times: {}, sort: 'newest' } as const;

interface Front {
  readonly story: StoryRow;
  readonly counts: RevisionRow;
}

/** If at most so many stories match a condition, they are looked up. Else all stories are tested, newest first. */
const FEW = 1_000;
/** The most index rows to read for one word. */
const ROWS = 5_000;
/** The most stories and the most terms to test for one page. The next page continues from there. */
const MAX_STORIES = 5_000;
const MAX_TERMS = 60_000;
const READ_AT_ONCE = 100;

/**
 * The stories that match a request as of a moment, as JSON, by newest development or by `sort`. The cost depends on the
 * page and not on the history: the order is that of an index. A page that finds too little ends early. `position` is
 * the position from which to follow changes of the page.
 *
 * @throws SearchRefused if too many words begin with a prefix, or too many stories would have to be sorted
 */
export function frontPage(model: ModelReader, cut: FrontPageRequest, position: string | null = null): string {
  const at = cut.at ?? cut.asOf ?? model.latest;
  const words = termGroups(model, cut.words);
  const found = chosen(model, cut, at, [...words, ...cut.marks.map((one) => [one])]);
  const items = found.stories.map((front) => itemText(model, front, at, words));
  const { limit, asOf, address, query, list } = cut;
  const cursor = found.next && encodeCursor({ list, story: null, at, asOf, validAt: null, from: found.next });
  const next =
    cursor &&
    `${address}?${asOf === null ? '' : `asOf=${iso(asOf)}&`}${query}limit=${limit}&cursor=${cursor}`;
  return `{"asOf":${asOf === null ? 'null' : `"${iso(asOf)}"`},"position":${JSON.stringify(position)},"total":${found.total},"next":${JSON.stringify(next)},"items":[${items.join(',')}]}`;
}

interface Found {
  readonly stories: readonly Front[];
  /** How many stories match; null if there are too many to test. */
  readonly total: number | null;
  /** The sort key of the last story tested: its newest development and its first number. */
  readonly next: readonly number[] | null;
}

const NONE: Found = { stories: [], total: 0, next: null };

/** A condition on stories, and the stories that meet it if they are few. */
interface Condition {
  readonly terms: TermGroup;
  readonly stories: ReadonlySet<number> | null;
}

function chosen(model: ModelReader, cut: FrontPageRequest, at: Instant, all: readonly TermGroup[]): Found {
  if (all.some((terms) => terms.length === 0)) return NONE;
  const conditions = all.map((terms) => ({ terms, stories: storiesWith(model, terms, at) }));
  const lists = conditions.flatMap(({ stories }) => stories ?? []);
  const few = lists.length > 0 ? lists.reduce((a, b) => (b.size < a.size ? b : a)) : null;
  const { times, sort } = cut;
  const everything = all.length === 0;
  const plain = sort === 'newest' && Object.values(times).every((time) => time === undefined);
  if (few) return among(model, few, conditions, cut, at);
  if (everything && plain) return { ...newestFirst(model, conditions, cut, at), total: countAll(model, at) };
  const stories = everything ? allStories(model) : null;
  if (stories) return among(model, stories, conditions, cut, at);
  if (sort !== 'newest') throw new SearchRefused({ why: 'many-stories' });
  return newestFirst(model, conditions, cut, at);
}

/** The exclusive start of a page in the order. Stories newer than its moment or than `to` are left out. */
function startOf(
  { from: [newestAt, story], times: { to } }: FrontPageRequest,
  at: Instant,
): readonly [number, number] {
  const end = Math.min(at, to ?? at);
  return newestAt === undefined || story === undefined || newestAt > end ? [end + 1, -1] : [newestAt, story];
}

function newestFirst(
  model: ModelReader,
  conditions: readonly Condition[],
  cut: FrontPageRequest,
  at: Instant,
): Found {
  const stories: Front[] = [];
  const tried = new Set<number>();
  let last: readonly number[] | null = null;
  let rows = 0;
  const looks = { left: MAX_TERMS };
  for (const row of fronts(model, startOf(cut, at))) {
    if (row.newest_at < (cut.times.from ?? -Infinity)) break;
    if (rows === MAX_STORIES || looks.left <= 0) return { stories, total: null, next: last };
    rows += 1;
    const front = tried.has(row.story) ? null : frontAt(model, row.story, at);
    if (front?.counts.newest_at === row.newest_at) {
      tried.add(row.story);
      if (isWithin(front, cut.times) && conditions.every((one) => isMet(model, one, row.story, at, looks))) {
        if (stories.length === cut.limit) return { stories, total: null, next: last };
        stories.push(front);
      }
    }
    last = [row.newest_at, firstNumber(row.story)];
  }
  return { stories, total: null, next: null };
}

interface FrontRow {
  readonly newest_at: number;
  readonly story: number;
}

/** The stories by newest development, from a start backwards. */
function* fronts(model: ModelReader, start: readonly [number, number]): Generator<FrontRow> {
  for (let from = start; ;) {
    const rows = model.all<FrontRow>(
      `SELECT newest_at, story FROM fronts WHERE (newest_at, story) < (?, ?)
       ORDER BY newest_at DESC, story DESC LIMIT ${READ_AT_ONCE}`,
      ...from,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < READ_AT_ONCE) return;
    from = [last.newest_at, last.story];
  }
}

/** The stories that have any of the terms; null if they, or their index rows, are too many. */
function storiesWith(model: ModelReader, terms: TermGroup, at: Instant): ReadonlySet<number> | null {
  const found = new Set<number>();
  let left = ROWS;
  for (const term of terms) {
    const { rows } = model.one<{ rows: number }>(
      'SELECT count(*) AS rows FROM (SELECT 1 FROM terms WHERE term = ? LIMIT ?)',
      term,
      left + 1,
    )!;
    left -= rows;
    if (left < 0) return null;
    const stories = model.all<{ story: number }>(
      `SELECT story FROM (SELECT story, max(since), present FROM terms WHERE term = ? AND since <= ? GROUP BY story)
       WHERE present = 1`,
      term,
      at,
    );
    for (const { story } of stories) found.add(story);
    if (found.size > FEW) return null;
  }
  return found;
}

/** All stories; null if they are too many. */
function allStories(model: ModelReader): ReadonlySet<number> | null {
  const rows = model.all<{ story: number }>(`SELECT story FROM stories LIMIT ${FEW + 1}`);
  return rows.length > FEW ? null : new Set(rows.map(({ story }) => story));
}

/** How many stories there are at a moment; null if they are too many to count. */
function countAll(model: ModelReader, at: Instant): number | null {
  const { stories, seen } = model.one<{ stories: number; seen: number }>(
    `SELECT count(*) AS stories, coalesce(sum(s.closed_off = 0 AND s.first_at <= ? AND
       EXISTS (SELECT 1 FROM revisions r WHERE r.story = s.story AND r.recorded_at <= ?)), 0) AS seen
     FROM (SELECT story, closed_off, first_at FROM stories LIMIT ${FEW + 1}) s`,
    at,
    at,
  )!;
  return stories > FEW ? null : seen;
}

const isWithin = (
  { counts: { newest_at: newestAt, recorded_at: updatedAt } }: Front,
  { from = -Infinity, to = Infinity, updatedSince = -Infinity }: Times,
): boolean => newestAt >= from && newestAt <= to && updatedAt > updatedSince;

type SortKey = readonly number[];

/** Compares two sort keys: the smaller one comes first. */
function compare(a: SortKey, b: SortKey): number {
  const index = a.findIndex((n, i) => n !== b[i]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}

function among(
  model: ModelReader,
  few: ReadonlySet<number>,
  conditions: readonly Condition[],
  cut: FrontPageRequest,
  at: Instant,
): Found {
  const looks = { left: Infinity };
  const words = conditions.slice(0, cut.words.length).map(({ terms }) => terms);
  const keyOf = (front: Front): SortKey => {
    const newest = [-front.counts.newest_at, -firstNumber(front.story.story)];
    if (cut.sort === 'newest') return newest;
    return cut.sort === 'oldest'
      ? newest.map((n) => -n)
      : [-relevance(headerOf(model, front), words), ...newest];
  };
  const all = [...few]
    .filter((story) => conditions.every((one) => isMet(model, one, story, at, looks)))
    .flatMap((story) => frontAt(model, story, at) ?? [])
    .filter((front) => isWithin(front, cut.times))
    .map((front) => ({ front, key: keyOf(front) }))
    .sort((a, b) => compare(a.key, b.key));
  // In a cursor, a key in the order `newest` has the values of the index, which are not negated.
  const cursorKey = (key: SortKey): SortKey => (cut.sort === 'newest' ? key.map((n) => -n) : key);
  const from = cursorKey(cut.from);
  const later = from.length === 0 ? all : all.filter(({ key }) => compare(key, from) > 0);
  const shown = later.slice(0, cut.limit);
  return {
    stories: shown.map(({ front }) => front),
    total: all.length,
    next: later.length > shown.length ? cursorKey(shown.at(-1)!.key) : null,
  };
}

function frontAt(model: ModelReader, number: number, at: Instant): Front | null {
  const story = model.one<StoryRow>('SELECT * FROM stories WHERE story = ? AND closed_off = 0', number);
  const counts = story && model.revisionAsOf(story, at);
  return counts ? { story, counts } : null;
}

/** Whether a story meets a condition at a moment. */
function isMet(
  model: ModelReader,
  { terms, stories }: Condition,
  story: number,
  at: Instant,
  looks: { left: number },
): boolean {
  if (stories) return stories.has(story);
  return terms.some((term) => {
    looks.left -= 1;
    return sinceOf(model, term, story, at) !== null;
  });
}

function itemText(model: ModelReader, front: Front, at: Instant, words: readonly TermGroup[]): string {
  const {
    story: { id, slug, story },
    counts: { revision, recorded_at: updatedAt, claims, claim_ordinals: claimOrdinals, developments },
  } = front;
  const header = headerOf(model, front);
  const snippet =
    words.length === 0
      ? null
      : snippetOf(model, { story, revision, at, claims: claimOrdinals }, header, words);
  return (
    `{"id":"${id}","slug":"${slug}",${header},"updatedAt":"${iso(updatedAt)}",` +
    `"newest":${developments === 0 ? 'null' : newestText(model, story, revision)},"claims":${claims},"developments":${developments},` +
    `"snippet":${JSON.stringify(snippet)}}`
  );
}

/** The members of a state that seldom change, as JSON without braces. */
const headerOf = (model: ModelReader, { story, counts }: Front): string =>
  model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story.story,
    counts.revision,
  )!.body;

function newestText(model: ModelReader, story: number, revision: number): string {
  const row = model.one<{ body: string }>(
    `SELECT body FROM developments WHERE story = ? AND ordinal <= ? AND revision <= ? ORDER BY ordinal DESC, revision DESC LIMIT 1`,
    story,
    revision,
    revision,
  )!;
  const { id, kind, text, recordedAt } = JSON.parse(row.body) as ReturnType<typeof developmentView>;
  return JSON.stringify({ id, kind, text, recordedAt });
}
