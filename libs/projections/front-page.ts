import type { Instant } from '#story';
import { iso, type developmentView } from './development-view.js';
import type { StoryRow } from './model-file.js';
import type { ModelReader, RevisionRow } from './model-reader.js';
import { encodeCursor, type Cut } from './page.js';
import { wordsOf } from './search-words.js';
import { mark } from './story-terms.js';

/** By what stories are chosen; every one of them must hold. */
export interface Choice {
  /** Words, all of which stand somewhere in the story. */
  readonly words?: string | undefined;
  readonly topic?: string | undefined;
  readonly place?: string | undefined;
  readonly party?: string | undefined;
  readonly storyStatus?: string | undefined;
  readonly claimStatus?: string | undefined;
  readonly language?: string | undefined;
}

/** The words and marks that a story must have. */
export function termsOf({
  words,
  topic,
  place,
  party,
  storyStatus,
  claimStatus,
  language,
}: Choice): readonly string[] {
  const marks = [
    topic === undefined ? null : mark.topic(topic),
    place === undefined ? null : mark.place(place),
    party === undefined ? null : mark.party(party),
    storyStatus === undefined ? null : mark.storyStatus(storyStatus),
    claimStatus === undefined ? null : mark.claimStatus(claimStatus),
    language === undefined ? null : mark.language(language),
  ].filter((m) => m !== null);
  return [...new Set([...wordsOf(words ?? ''), ...marks])];
}

export interface FrontPageCut extends Cut {
  readonly known: Instant | null;
  /** The moment of the first page, where this is a later one. */
  readonly at: Instant | null;
  readonly terms: readonly string[];
  /** Tells cursors of this query from others. */
  readonly list: string;
  /** The address of the front page, e.g. `/v1/stories`, and what of its query chose the stories. */
  readonly address: string;
  readonly query: string;
}

interface Front {
  readonly story: StoryRow;
  readonly counts: RevisionRow;
}

/** A word that fewer stories have is looked up; else stories are tried, newest first, until the page is full. */
const FEW = 1_000;
/** Stories that one page tries at most: then the next page goes on from there, however few were found. */
const TRIED = 5_000;
const READ_AT_ONCE = 100;

/**
 * The stories as of a moment that have all of the terms, the one with the newest development first. What it costs
 * depends on the page and not on the history: the order is that of an index, and a page that finds too little ends early.
 * `position` is where whoever has the page goes on following.
 */
export function frontPage(model: ModelReader, cut: FrontPageCut, position: string | null = null): string {
  const at = cut.at ?? cut.known ?? model.one<{ latest: number }>('SELECT latest FROM model')!.latest;
  const few = cut.terms.length === 0 ? null : fewest(model, cut.terms, at);
  const found = few ? among(model, few, cut, at) : newestFirst(model, cut, at);
  const items = found.stories.map((front) => itemText(model, front));
  const { limit, known, address, query, list } = cut;
  const cursor = found.next && encodeCursor({ list, story: null, at, known, held: null, from: found.next });
  const next =
    cursor &&
    `${address}?${known === null ? '' : `asOf=${iso(known)}&`}${query}limit=${limit}&cursor=${cursor}`;
  return `{"asOf":${known === null ? 'null' : `"${iso(known)}"`},"position":${JSON.stringify(position)},"next":${JSON.stringify(next)},"items":[${items.join(',')}]}`;
}

interface Found {
  readonly stories: readonly Front[];
  /** The order of the last story that was tried: newest development, and the story's number. */
  readonly next: readonly number[] | null;
}

/** Before which place in the order a page begins: what is newer than its moment is not in it. */
const startOf = ({ from: [newestAt, story] }: Cut, at: Instant): readonly [number, number] =>
  newestAt === undefined || story === undefined || newestAt > at ? [at + 1, -1] : [newestAt, story];

function newestFirst(model: ModelReader, cut: FrontPageCut, at: Instant): Found {
  const stories: Front[] = [];
  const tried = new Set<number>();
  let last: readonly number[] | null = null;
  let rows = 0;
  for (const row of fronts(model, startOf(cut, at))) {
    if (rows === TRIED) return { stories, next: last };
    rows += 1;
    const front = tried.has(row.story) ? null : frontAt(model, row.story, at);
    if (front?.counts.newest_at === row.newest_at) {
      tried.add(row.story);
      if (cut.terms.every((term) => has(model, term, row.story, at))) {
        if (stories.length === cut.limit) return { stories, next: last };
        stories.push(front);
      }
    }
    last = [row.newest_at, row.story];
  }
  return { stories, next: null };
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

/** The stories that have the term that fewest have; null where each is in too many to look at all of them. */
function fewest(model: ModelReader, terms: readonly string[], at: Instant): readonly number[] | null {
  const lists = terms.map((term) =>
    model.all<{ story: number }>(
      `SELECT story FROM (SELECT story, max(since), present FROM terms WHERE term = ? AND since <= ? GROUP BY story)
       WHERE present = 1 LIMIT ${FEW + 1}`,
      term,
      at,
    ),
  );
  const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  return shortest.length > FEW ? null : shortest.map((row) => row.story);
}

function among(model: ModelReader, few: readonly number[], cut: FrontPageCut, at: Instant): Found {
  const [newestAt, number] = startOf(cut, at);
  const stories = few
    .filter((story) => cut.terms.every((term) => has(model, term, story, at)))
    .flatMap((story) => frontAt(model, story, at) ?? [])
    .filter(
      ({ story, counts }) =>
        counts.newest_at < newestAt || (counts.newest_at === newestAt && story.story < number),
    )
    .sort((a, b) => b.counts.newest_at - a.counts.newest_at || b.story.story - a.story.story);
  const shown = stories.slice(0, cut.limit);
  const last = shown.at(-1);
  return {
    stories: shown,
    next: last && stories.length > shown.length ? [last.counts.newest_at, last.story.story] : null,
  };
}

function frontAt(model: ModelReader, number: number, at: Instant): Front | null {
  const story = model.one<StoryRow>('SELECT * FROM stories WHERE story = ? AND closed_off = 0', number);
  const counts = story && model.revisionAsOf(story, at);
  return counts ? { story, counts } : null;
}

function has(model: ModelReader, term: string, story: number, at: Instant): boolean {
  const sql =
    'SELECT present FROM terms WHERE term = ? AND story = ? AND since <= ? ORDER BY since DESC LIMIT 1';
  return model.one<{ present: number }>(sql, term, story, at)?.present === 1;
}

function itemText(model: ModelReader, { story: { id, slug, story }, counts }: Front): string {
  const { revision, recorded_at: updatedAt, claims, developments } = counts;
  const header = model.one<{ body: string }>(
    'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
    story,
    revision,
  )!;
  return (
    `{"id":"${id}","slug":"${slug}",${header.body},"updatedAt":"${iso(updatedAt)}",` +
    `"newest":${developments === 0 ? 'null' : newestText(model, story, revision)},"claims":${claims},"developments":${developments}}`
  );
}

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
