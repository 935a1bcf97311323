import type { Instant } from '#story';
import type { Audience } from './audience.js';
import { changesText } from './changes.js';
import { assertionPage, claimItems, claimText } from './claim-reader.js';
import { developmentCounts, keyDevelopments, type DayOf } from './development-counts.js';
import { iso } from './development-view.js';
import { StateCache } from './state-cache.js';
import type { ModelReader } from './model-reader.js';
import { queryOf, listNamed } from './list-name.js';
import { cutting, encodeCursor, NOTHING, pageText, type Cut, type Cutting, type ListFilter } from './page.js';
import { positionText } from './position.js';
import { readAsOf, readAt, type FoundStory, type Moments, type Reading } from './reading.js';
import { seriesPage } from './series.js';

export type List = 'developments' | 'claims' | 'questions' | 'corrections';
export const LIMITS: Readonly<Record<List, number>> = {
  developments: 20,
  claims: 100,
  questions: 20,
  corrections: 10,
};

/** Reads stories of one log as of any moment, with the eyes of one audience. Answers are JSON, as it is sent. */
export class StoryReader {
  readonly #kept = new StateCache();
  #file = '';

  constructor(
    private readonly model: () => ModelReader,
    private readonly audience: Audience,
    /** Where the stories are, e.g. `/v1/stories`. */
    private readonly address: string,
  ) {}

  asOf(name: string, moments: Moments): Reading {
    return readAsOf(this.model(), this.audience, name, moments);
  }

  at(name: string, revision: number, validAt: Instant | null = null): Reading {
    return readAt(this.model(), this.audience, name, revision, validAt);
  }

  /** The members of a state that are no lists. */
  header(found: FoundStory): unknown {
    const head = this.#head(found);
    return JSON.parse(`${this.#moments(found)}${head.slice(0, -1)}}`);
  }

  /** The last revision of a story, by its number in the read model. */
  headOf(story: number): number {
    return this.model().one<{ head: number }>('SELECT head FROM stories WHERE story = ?', story)!.head;
  }

  /** When a revision was recorded. */
  recordedAt(story: number, revision: number): Instant {
    return this.model().revision(story, revision)!.recorded_at;
  }

  /** The address of a story, e.g. `/v1/stories/aleppo-talks`. */
  addressOf({ slug }: { readonly slug: string }): string {
    return `${this.address}/${slug}`;
  }

  /** The state of a story: bounded, whatever its history. */
  state(found: FoundStory): string {
    return this.#moments(found) + this.#rest(found);
  }

  /**
   * The same as it is sent. Of a story that is read often, all of it but the moments that were asked for is kept in
   * memory.
   */
  served(found: FoundStory): Buffer {
    const { file } = this.model();
    if (file !== this.#file) this.#kept.clear();
    this.#file = file;
    const { story, anew, revision, validAt } = found;
    const make = (): Buffer => {
      const text = this.#rest(found);
      // In memory of its own: a part of Node's pool would keep all of that.
      const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
      bytes.write(text);
      return bytes;
    };
    const bytes = validAt === null ? this.#kept.get(`${story} ${anew} ${revision}`, make) : make();
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
  list(found: FoundStory, list: List, cut: Cut): string {
    const page = PAGES[list](this.model(), found, cut, (claim) =>
      this.#nextAddress({ ...found, validAt: null }, `claims/${claim}/assertions`, LIMITS.developments, []),
    );
    const { next, ...rest } = page;
    return pageText({ ...rest, next: next && this.#nextAddress(found, list, cut.limit, next, cut.filter) });
  }

  /** How many developments there are, by kind and by day. */
  developmentCounts(found: FoundStory, dayOf: DayOf, cut: Cut): string {
    const { next, items, ...counts } = developmentCounts(this.model(), found, dayOf, cut);
    const path = 'developments/counts';
    const address = next && this.#nextAddress({ ...found, validAt: null }, path, cut.limit, next);
    return JSON.stringify({ ...counts, next: address, items });
  }

  /** One claim whole: the history of its status with reasons, its links, judgements and first assertions. */
  claim(found: FoundStory, slug: string, limit: number): string | undefined {
    return claimText(this.model(), found, slug, (claim) =>
      this.#assertions(found, slug, claim, { from: [], limit }),
    );
  }

  /** Every assertion about a claim, oldest first, and whether it stands. */
  assertions(found: FoundStory, slug: string, cut: Cut): string | undefined {
    const claim = this.model().one<{ place: number; body: string | null }>(
      'SELECT place, body FROM claims WHERE story = ? AND slug = ? AND revision <= ? ORDER BY revision DESC, body IS NULL LIMIT 1',
      found.story,
      slug,
      found.revision,
    );
    return claim?.body == null ? undefined : this.#assertions(found, slug, claim.place, cut);
  }

  /** What changed between a state, or nothing, and a later one. */
  changes(
    before: FoundStory | undefined,
    found: FoundStory,
    moments: { readonly from: Instant; readonly to: Instant },
  ): string {
    return changesText(this.model(), before, found, moments);
  }

  /** The values of a variable over world time, by each origin; undefined where nothing measures it. */
  series(found: FoundStory, variable: string, cut: Cut): string | undefined {
    const page = seriesPage(this.model(), found, variable, cut);
    if (!page) return undefined;
    const address = `variables/${variable}`;
    const next = page.next && this.#nextAddress(found, address, cut.limit, page.next);
    return `{"variable":${JSON.stringify(variable)},"validAt":${timeText(found.validAt)},${pageText({ ...page, next }).slice(1)}`;
  }

  #assertions(found: FoundStory, slug: string, claim: number, cut: Cut): string {
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
    const cursor = encodeCursor({ list: listNamed(path, filter), story, at, asOf: null, validAt, from });
    return `${this.addressOf(found)}/${path}?${queryOf(filter)}limit=${limit}&cursor=${cursor}`;
  }
}

type Paging = (
  model: ModelReader,
  found: FoundStory,
  cut: Cut,
  /** Where all assertions about a claim are. */
  assertions: (claim: string) => string,
) => Cutting;

const PAGES: Readonly<Record<List, Paging>> = {
  /** Newest first; with a moment of world time those that had begun by then. */
  developments(model, found, cut) {
    if (cut.filter?.significance === 'key') return keyDevelopments(model, found, cut);
    const { story, revision, counts, validAt } = found;
    const { from, limit } = cut;
    const [before = revision + 1] = from;
    if (counts.developments === 0) return NOTHING;
    const newest = `(SELECT max(revision) FROM developments n WHERE n.story = p.story AND n.place = p.place AND n.revision <= :revision)`;
    const begun =
      validAt === null
        ? ''
        : `AND (SELECT began FROM developments b WHERE b.story = p.story AND b.place = p.place AND b.revision = ${newest}) <= :validAt`;
    const rows = model.all<{ place: number; body: string }>(
      `SELECT p.place, (SELECT body FROM developments b WHERE b.story = p.story AND b.place = p.place AND b.revision = ${newest}) AS body
       FROM developments p WHERE p.story = :story AND p.place < :before AND p.revision = p.place ${begun}
       ORDER BY p.place DESC LIMIT :limit`,
      { story, revision, before, validAt, limit: limit + 1 },
    );
    const total =
      validAt === null
        ? counts.developments
        : model.one<{ n: number }>(
            `SELECT count(*) AS n FROM developments p WHERE p.story = :story AND p.place <= :revision AND p.revision = p.place ${begun}`,
            { story, revision, validAt },
          )!.n;
    return cutting(rows, limit, total);
  },

  claims: claimItems,
  questions(model, { story, revision, counts }, { from: [start = 0], limit }) {
    if (counts.questions === 0) return NOTHING;
    const places = 'e.place >= :start AND e.place < :end ORDER BY e.place';
    const bounds = { story, revision, start, end: counts.question_places };
    const page = entries(model, 'questions', places, bounds, limit);
    return { ...page, total: counts.questions };
  },
  /** Newest first. */
  corrections(model, { story, revision, counts }, { from: [start = counts.corrections - 1], limit }) {
    if (counts.corrections === 0) return NOTHING;
    const page = entries(
      model,
      'corrections',
      'e.place <= :start ORDER BY e.place DESC',
      { story, revision, start },
      limit,
    );
    return { ...page, total: counts.corrections };
  },
};

/** Entries of those places as they are at a revision. The cursor names the first of the next page. */
function entries(
  model: ModelReader,
  table: 'questions' | 'corrections',
  places: string,
  bounds: {
    readonly story: number;
    readonly revision: number;
    readonly start: number;
    readonly end?: number;
  },
  limit: number,
): Omit<Cutting, 'total'> {
  const rows = model.all<{ place: number; body: string }>(
    `SELECT e.place, e.body FROM ${table} e WHERE e.story = :story AND e.body IS NOT NULL AND e.revision = (
       SELECT max(n.revision) FROM ${table} n
       WHERE n.story = e.story AND n.place = e.place AND n.revision <= :revision
     ) AND ${places} LIMIT :limit`,
    { ...bounds, limit: limit + 1 },
  );
  return { items: rows.slice(0, limit).map((r) => r.body), next: rows[limit] ? [rows[limit].place] : null };
}

const timeText = (at: Instant | null): string => (at === null ? 'null' : `"${iso(at)}"`);
