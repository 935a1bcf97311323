import type { Instant } from '#story';
import type { Audience } from './audience.js';
import { changesText } from './changes-between.js';
import { assertionPage, claimItems, claimText } from './claim-reader.js';
import { developmentCounts, keyDevelopments, type DayOf } from './development-counts.js';
import { iso } from './development-view.js';
import { StateCache } from './state-cache.js';
import type { ModelReader } from './model-reader.js';
import { filterQuery, listName } from './list-name.js';
import {
  pageOfRows,
  encodeCursor,
  EMPTY_PAGE,
  pageText,
  type PageRequest,
  type UnaddressedPage,
  type ListFilter,
} from './page.js';
import { positionText } from './position-text.js';
import { readAsOf, readAt, type FoundStory, type Moments, type Reading } from './reading.js';
import { seriesPage } from './series.js';

export type List = 'developments' | 'claims' | 'questions' | 'corrections';
export const LIMITS: Readonly<Record<List, number>> = {
  developments: 20,
  claims: 100,
  questions: 20,
  corrections: 10,
};

/** Reads stories of one log as of any moment, as visible to one audience. The results are JSON, as it is sent. */
export class StoryReader {
  readonly #cache = new StateCache();
  #file = '';

  constructor(
    private readonly model: () => ModelReader,
    private readonly audience: Audience,
    /** The address of the stories, such as `/v1/stories`. */
    private readonly address: string,
  ) {}

  asOf(name: string, moments: Moments): Reading {
    return readAsOf(this.model(), this.audience, name, moments);
  }

  at(name: string, revision: number, validAt: Instant | null = null): Reading {
    return readAt(this.model(), this.audience, name, revision, validAt);
  }

  /** The members of a state that are not lists. */
  header(found: FoundStory): unknown {
    const head = this.#head(found);
    return JSON.parse(`${this.#moments(found)}${head.slice(0, -1)}}`);
  }

  /** The newest revision of a story, by its number in the read model. */
  headOf(story: number): number {
    return this.model().one<{ head: number }>('SELECT head FROM stories WHERE story = ?', story)!.head;
  }

  /** When a revision was recorded. */
  recordedAt(story: number, revision: number): Instant {
    return this.model().revision(story, revision)!.recorded_at;
  }

  /** The address of a story, such as `/v1/stories/aleppo-talks`. */
  addressOf({ slug }: { readonly slug: string }): string {
    return `${this.address}/${slug}`;
  }

  /** The state of a story. Its size is bounded, however long the history. */
  state(found: FoundStory): string {
    return this.#moments(found) + this.#rest(found);
  }

  /** The same as bytes. A cache keeps recent states, without the moments of the request. */
  served(found: FoundStory): Buffer {
    const { file } = this.model();
    if (file !== this.#file) this.#cache.clear();
    this.#file = file;
    const { story, lastRewrite, revision, validAt } = found;
    const make = (): Buffer => {
      const text = this.#rest(found);
      // Not from the pool of Node: a slice would keep the whole pool in memory.
      const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
      bytes.write(text);
      return bytes;
    };
    const bytes = validAt === null ? this.#cache.get(`${story} ${lastRewrite} ${revision}`, make) : make();
    return Buffer.concat([Buffer.from(this.#moments(found)), bytes]);
  }

  #moments({ id, slug, asOf, validAt }: FoundStory): string {
    return `{"id":"${id}","slug":"${slug}","asOf":${timeText(asOf)},"validAt":${timeText(validAt)},`;
  }

  #rest(found: FoundStory): string {
    const list = (name: List): string =>
      `"${name}":${this.list(found, name, { from: [], limit: LIMITS[name] })}`;
    return `${this.#head(found)}${list('claims')},${list('questions')},${list('corrections')},${list('developments')}}`;
  }

  #head({ story, revision, counts, recordedAt }: FoundStory): string {
    const header = this.model().one<{ body: string }>(
      'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
      story,
      revision,
    )!;
    const position = positionText(this.audience, BigInt(counts.position));
    return `"revision":"${revision}","position":"${position}",${header.body},"updatedAt":"${iso(recordedAt)}",`;
  }

  /** One page of one of a state's lists. */
  list(found: FoundStory, list: List, cut: PageRequest): string {
    const page = PAGES[list](this.model(), found, cut, (claim) =>
      this.#nextAddress({ ...found, validAt: null }, `claims/${claim}/assertions`, LIMITS.developments, []),
    );
    const { next, ...rest } = page;
    return pageText({ ...rest, next: next && this.#nextAddress(found, list, cut.limit, next, cut.filter) });
  }

  /** The number of developments, by kind and by day. */
  developmentCounts(found: FoundStory, dayOf: DayOf, cut: PageRequest): string {
    const { next, items, ...counts } = developmentCounts(this.model(), found, dayOf, cut);
    const path = 'developments/counts';
    const address = next && this.#nextAddress({ ...found, validAt: null }, path, cut.limit, next);
    return JSON.stringify({ ...counts, next: address, items });
  }

  /** The page of a claim: the history of its status with reasons, its links, judgements and first assertions. */
  claim(found: FoundStory, slug: string, limit: number): string | undefined {
    return claimText(this.model(), found, slug, (claim) =>
      this.#assertions(found, slug, claim, { from: [], limit }),
    );
  }

  /** Every assertion about a claim, oldest first, and whether it is in force. */
  assertions(found: FoundStory, slug: string, cut: PageRequest): string | undefined {
    const claim = this.model().one<{ ordinal: number; body: string | null }>(
      'SELECT ordinal, body FROM claims WHERE story = ? AND slug = ? AND revision <= ? ORDER BY revision DESC, body IS NULL LIMIT 1',
      found.story,
      slug,
      found.revision,
    );
    return claim?.body == null ? undefined : this.#assertions(found, slug, claim.ordinal, cut);
  }

  /** What changed between two states; the first may be missing. */
  changes(
    before: FoundStory | undefined,
    found: FoundStory,
    moments: { readonly from: Instant; readonly to: Instant },
  ): string {
    return changesText(this.model(), before, found, moments);
  }

  /** The values of a variable over the time of the world, by origin; undefined if no claim measures it. */
  series(found: FoundStory, variable: string, cut: PageRequest): string | undefined {
    const page = seriesPage(this.model(), found, variable, cut);
    if (!page) return undefined;
    const address = `variables/${variable}`;
    const next = page.next && this.#nextAddress(found, address, cut.limit, page.next);
    return `{"variable":${JSON.stringify(variable)},"validAt":${timeText(found.validAt)},${pageText({ ...page, next }).slice(1)}`;
  }

  #assertions(found: FoundStory, slug: string, claim: number, cut: PageRequest): string {
    const list = `claims/${slug}/assertions`;
    const { next, ...page } = assertionPage(this.model(), found, claim, cut);
    return pageText({
      ...page,
      next: next && this.#nextAddress({ ...found, validAt: null }, list, cut.limit, next),
    });
  }

  #nextAddress(
    found: FoundStory,
    path: string,
    limit: number,
    from: readonly number[],
    filter: ListFilter = {},
  ): string {
    const { id: story, revision: at, validAt } = found;
    const cursor = encodeCursor({ list: listName(path, filter), story, at, asOf: null, validAt, from });
    return `${this.addressOf(found)}/${path}?${filterQuery(filter)}limit=${limit}&cursor=${cursor}`;
  }
}

type Paging = (
  model: ModelReader,
  found: FoundStory,
  cut: PageRequest,
  /** The address of all assertions about a claim. */
  assertions: (claim: string) => string,
) => UnaddressedPage;

const PAGES: Readonly<Record<List, Paging>> = {
  /** Newest first; with a `validAt`, those that had begun by then. */
  developments(model, found, cut) {
    if (cut.filter?.significance === 'key') return keyDevelopments(model, found, cut);
    const { story, revision, counts, validAt } = found;
    const { from, limit } = cut;
    const [before = revision + 1] = from;
    if (counts.developments === 0) return EMPTY_PAGE;
    const newest = `(SELECT max(revision) FROM developments n WHERE n.story = p.story AND n.ordinal = p.ordinal AND n.revision <= :revision)`;
    const begun =
      validAt === null
        ? ''
        : `AND (SELECT began FROM developments b WHERE b.story = p.story AND b.ordinal = p.ordinal AND b.revision = ${newest}) <= :validAt`;
    const rows = model.all<{ ordinal: number; body: string }>(
      `SELECT p.ordinal, (SELECT body FROM developments b WHERE b.story = p.story AND b.ordinal = p.ordinal AND b.revision = ${newest}) AS body
       FROM developments p WHERE p.story = :story AND p.ordinal < :before AND p.revision = p.ordinal ${begun}
       ORDER BY p.ordinal DESC LIMIT :limit`,
      { story, revision, before, validAt, limit: limit + 1 },
    );
    const total =
      validAt === null
        ? counts.developments
        : model.one<{ n: number }>(
            `SELECT count(*) AS n FROM developments p WHERE p.story = :story AND p.ordinal <= :revision AND p.revision = p.ordinal ${begun}`,
            { story, revision, validAt },
          )!.n;
    return pageOfRows(rows, limit, total);
  },

  claims: claimItems,
  questions(model, { story, revision, counts }, { from: [start = 0], limit }) {
    if (counts.questions === 0) return EMPTY_PAGE;
    const ordinals = 'e.ordinal >= :start AND e.ordinal < :end ORDER BY e.ordinal';
    const bounds = { story, revision, start, end: counts.question_ordinals };
    const page = entries(model, 'questions', ordinals, bounds, limit);
    return { ...page, total: counts.questions };
  },
  /** Newest first. */
  corrections(model, { story, revision, counts }, { from: [start = counts.corrections - 1], limit }) {
    if (counts.corrections === 0) return EMPTY_PAGE;
    const page = entries(
      model,
      'corrections',
      'e.ordinal <= :start ORDER BY e.ordinal DESC',
      { story, revision, start },
      limit,
    );
    return { ...page, total: counts.corrections };
  },
};

/** The entries with these ordinals as of a revision. The cursor names the first entry of the next page. */
function entries(
  model: ModelReader,
  table: 'questions' | 'corrections',
  ordinals: string,
  bounds: {
    readonly story: number;
    readonly revision: number;
    readonly start: number;
    readonly end?: number;
  },
  limit: number,
): Omit<UnaddressedPage, 'total'> {
  const rows = model.all<{ ordinal: number; body: string }>(
    `SELECT e.ordinal, e.body FROM ${table} e WHERE e.story = :story AND e.body IS NOT NULL AND e.revision = (
       SELECT max(n.revision) FROM ${table} n
       WHERE n.story = e.story AND n.ordinal = e.ordinal AND n.revision <= :revision
     ) AND ${ordinals} LIMIT :limit`,
    { ...bounds, limit: limit + 1 },
  );
  return { items: rows.slice(0, limit).map((r) => r.body), next: rows[limit] ? [rows[limit].ordinal] : null };
}

const timeText = (at: Instant | null): string => (at === null ? 'null' : `"${iso(at)}"`);
