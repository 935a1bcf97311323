import type { Instant } from '#story';
import { iso, type developmentView } from './development-view.js';
import type { StoryRow } from './model-file.js';
import type { ModelReader, RevisionRow } from './model-reader.js';
import { encodeCursor, type Cut } from './page.js';
import { SearchRefused, type AskedWord } from './question.js';
import { relevance, sinceOf, snippetOf } from './snippet.js';
import { soughtFor, type Sought } from './sought.js';
import { mark } from './story-terms.js';

/** By what stories are chosen besides words; every one of them must hold. */
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

/** Between which moments, inclusive, and after which one. */
export interface Times {
  /** When the newest development was recorded. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** The last revision, whatever it was, was recorded after it. */
  readonly updatedSince?: Instant | undefined;
}

export interface FrontPageCut extends Cut {
  readonly asOf: Instant | null;
  /** The moment of the first page, where this is a later one. */
  readonly at: Instant | null;
  /** What the stories must have: words that stand in them, and marks. */
  readonly words: readonly AskedWord[];
  readonly marks: readonly string[];
  readonly times: Times;
  readonly sort: Sort;
  /** Tells cursors of this query from others. */
  readonly list: string;
  /** The address of the front page, e.g. `/v1/stories`, and what of its query chose the stories. */
  readonly address: string;
  readonly query: string;
}

/** What chooses every story, the one with the newest development first. */
export const EVERY_STORY = { words: [], marks: [], times: {}, sort: 'newest' } as const;

interface Front {
  readonly story: StoryRow;
  readonly counts: RevisionRow;
}

/** What fewer stories have is looked up and counted; else stories are tried, newest first, until the page is full. */
const FEW = 1_000;
/** Of all forms of one word, in the index. */
const ROWS = 5_000;
/** Stories that one page tries at most, and how often it looks whether one has a word: then the next page goes on from there. */
const TRIED = 5_000;
const LOOKED = 60_000;
const READ_AT_ONCE = 100;

/**
 * The stories as of a moment that are chosen, as JSON: the one with the newest development first, or as `sort` says.
 * What it costs depends on the page and not on the history: the order is that of an index, and a page that finds too
 * little ends early. `position` is where whoever has the page goes on following.
 *
 * @throws SearchRefused where a beginning has too many endings, or too many stories would have to be sorted
 */
export function frontPage(model: ModelReader, cut: FrontPageCut, position: string | null = null): string {
  const at = cut.at ?? cut.asOf ?? model.latest;
  const words = soughtFor(model, cut.words);
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
  /** How many are chosen in all; null where too many would have to be looked at. */
  readonly total: number | null;
  /** The order of the last story that was tried: newest development, and the story's number. */
  readonly next: readonly number[] | null;
}

const NONE: Found = { stories: [], total: 0, next: null };

/** What a story must have, and which stories have it where these are few. */
interface Condition {
  readonly sought: Sought;
  readonly stories: ReadonlySet<number> | null;
}

function chosen(model: ModelReader, cut: FrontPageCut, at: Instant, all: readonly Sought[]): Found {
  if (all.some((sought) => sought.length === 0)) return NONE;
  const conditions = all.map((sought) => ({ sought, stories: having(model, sought, at) }));
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

/** Before which place in the order a page begins: what is newer than its moment, or than is wanted, is not in it. */
function startOf(
  { from: [newestAt, story], times: { to } }: FrontPageCut,
  at: Instant,
): readonly [number, number] {
  const end = Math.min(at, to ?? at);
  return newestAt === undefined || story === undefined || newestAt > end ? [end + 1, -1] : [newestAt, story];
}

function newestFirst(
  model: ModelReader,
  conditions: readonly Condition[],
  cut: FrontPageCut,
  at: Instant,
): Found {
  const stories: Front[] = [];
  const tried = new Set<number>();
  let last: readonly number[] | null = null;
  let rows = 0;
  const looks = { left: LOOKED };
  for (const row of fronts(model, startOf(cut, at))) {
    if (row.newest_at < (cut.times.from ?? -Infinity)) break;
    if (rows === TRIED || looks.left <= 0) return { stories, total: null, next: last };
    rows += 1;
    const front = tried.has(row.story) ? null : frontAt(model, row.story, at);
    if (front?.counts.newest_at === row.newest_at) {
      tried.add(row.story);
      if (isWithin(front, cut.times) && conditions.every((one) => holds(model, one, row.story, at, looks))) {
        if (stories.length === cut.limit) return { stories, total: null, next: last };
        stories.push(front);
      }
    }
    last = [row.newest_at, row.story];
  }
  return { stories, total: null, next: null };
}

interface FrontRow {
  readonly newest_at: number;
  readonly story: number;
}

/** Which stories had their newest development when, from there on back. */
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

/** The stories that have any of the terms; null where they are too many to look at, or came and went too often. */
function having(model: ModelReader, sought: Sought, at: Instant): ReadonlySet<number> | null {
  const found = new Set<number>();
  let left = ROWS;
  for (const term of sought) {
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

/** All stories; null where they are too many to look at. */
function allStories(model: ModelReader): ReadonlySet<number> | null {
  const rows = model.all<{ story: number }>(`SELECT story FROM stories LIMIT ${FEW + 1}`);
  return rows.length > FEW ? null : new Set(rows.map(({ story }) => story));
}

/** How many stories there are at a moment; null where they are too many to count. */
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

/** The order of places: the smaller one comes first. */
function compare(a: SortKey, b: SortKey): number {
  const place = a.findIndex((n, i) => n !== b[i]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}

function among(
  model: ModelReader,
  few: ReadonlySet<number>,
  conditions: readonly Condition[],
  cut: FrontPageCut,
  at: Instant,
): Found {
  const looks = { left: Infinity };
  const words = conditions.slice(0, cut.words.length).map(({ sought }) => sought);
  const placeOf = (front: Front): SortKey => {
    const newest = [-front.counts.newest_at, -front.story.story];
    if (cut.sort === 'newest') return newest;
    return cut.sort === 'oldest'
      ? newest.map((n) => -n)
      : [-relevance(headerOf(model, front), words), ...newest];
  };
  const all = [...few]
    .filter((story) => conditions.every((one) => holds(model, one, story, at, looks)))
    .flatMap((story) => frontAt(model, story, at) ?? [])
    .filter((front) => isWithin(front, cut.times))
    .map((front) => ({ front, place: placeOf(front) }))
    .sort((a, b) => compare(a.place, b.place));
  // A place in the order of the newest is written as its index has it.
  const written = (place: SortKey): SortKey => (cut.sort === 'newest' ? place.map((n) => -n) : place);
  const from = written(cut.from);
  const later = from.length === 0 ? all : all.filter(({ place }) => compare(place, from) > 0);
  const shown = later.slice(0, cut.limit);
  return {
    stories: shown.map(({ front }) => front),
    total: all.length,
    next: later.length > shown.length ? written(shown.at(-1)!.place) : null,
  };
}

function frontAt(model: ModelReader, number: number, at: Instant): Front | null {
  const story = model.one<StoryRow>('SELECT * FROM stories WHERE story = ? AND closed_off = 0', number);
  const counts = story && model.revisionAsOf(story, at);
  return counts ? { story, counts } : null;
}

/** Whether a story has what it must have at a moment. */
function holds(
  model: ModelReader,
  { sought, stories }: Condition,
  story: number,
  at: Instant,
  looks: { left: number },
): boolean {
  if (stories) return stories.has(story);
  return sought.some((term) => {
    looks.left -= 1;
    return sinceOf(model, term, story, at) !== null;
  });
}

function itemText(model: ModelReader, front: Front, at: Instant, words: readonly Sought[]): string {
  const {
    story: { id, slug, story },
    counts: { revision, recorded_at: updatedAt, claims, claim_places: places, developments },
  } = front;
  const header = headerOf(model, front);
  const snippet =
    words.length === 0 ? null : snippetOf(model, { story, revision, at, claims: places }, header, words);
  return (
    `{"id":"${id}","slug":"${slug}",${header},"updatedAt":"${iso(updatedAt)}",` +
    `"newest":${developments === 0 ? 'null' : newestText(model, story, revision)},"claims":${claims},"developments":${developments},` +
    `"snippet":${JSON.stringify(snippet)}}`
  );
}

/** The members of a story's state that seldom change, without the braces. */
const headerOf = (model: ModelReader, { story, counts }: Front): string =>
  model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story.story,
    counts.revision,
  )!.body;

function newestText(model: ModelReader, story: number, revision: number): string {
  const row = model.one<{ body: string }>(
    `SELECT body FROM developments WHERE story = ? AND place <= ? AND revision <= ? ORDER BY place DESC, revision DESC LIMIT 1`,
    story,
    revision,
    revision,
  )!;
  const { id, kind, text, recordedAt } = JSON.parse(row.body) as ReturnType<typeof developmentView>;
  return JSON.stringify({ id, kind, text, recordedAt });
}
