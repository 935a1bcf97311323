import { Problem } from '#http';
import type { FoundStory, ModelReader, StoryReader } from '#projections';
import type { Link } from '../answers/link.js';

/** Resolution of a memento's times in milliseconds: HTTP dates have whole seconds (RFC 9110 section 5.6.7). */
export const RESOLUTION = 1_000;
export const LINK_FORMAT = 'application/link-format';

/**
 * A resource that changes over time (URI-R), with its fixed states, the mementos (URI-M). It is the JSON of a story, the
 * same in another format, or its page for readers.
 */
export interface Original {
  /** Absolute: `https://archive.example.org/v1/stories/aleppo-talks.jsonld`. */
  readonly href: string;
  memento(revision: number): string;
}

export function originalOf(site: string, address: string, suffix = ''): Original {
  const root = site + address;
  return {
    href: root + suffix,
    memento: (revision) => `${root}/revisions/${revision}${suffix}`,
  };
}

export const timeGateOf = (site: string, { href }: Original): Link => ({
  href: `${site}/v1/timegate/${href}`,
  rel: 'timegate',
});
export const timeMapOf = (site: string, { href }: Original): Link => ({
  href: `${site}/v1/timemap/link/${href}`,
  rel: 'timemap',
  type: LINK_FORMAT,
});

/** A moment as an HTTP date. */
export const dateOf = (recordedAt: number): string => new Date(recordedAt).toUTCString();

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** The moment in `Accept-Datetime`; null without the header. @throws Problem `header-form` */
export function datetimeOf(header: string | string[] | undefined): number | null {
  if (header === undefined) return null;
  const text = String(header).trim();
  const at = DATE.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(at) && dateOf(at) === text) return at;
  throw new Problem(
    'header-form',
    'Accept-Datetime is not an RFC 1123 date in GMT. Give one such as Thu, 01 Dec 2016 12:00:00 GMT.',
  );
}

/** Links of a memento: to its original, the time gate, the time map, and the mementos around it. */
export function mementoLinks(
  stories: StoryReader,
  site: string,
  original: Original,
  found: Pick<FoundStory, 'story' | 'revision'>,
): readonly Link[] {
  return [
    { href: original.href, rel: 'original' },
    timeGateOf(site, original),
    timeMapOf(site, original),
    ...neighbours(stories, original, found),
  ];
}

/** First, previous, this, next and last memento. A memento in several of these roles is one link. */
export function neighbours(
  stories: StoryReader,
  original: Original,
  { story, revision }: Pick<FoundStory, 'story' | 'revision'>,
): readonly Link[] {
  const head = stories.headOf(story);
  const rels = new Map<number, string[]>();
  const add = (of: number, rel: string): void => {
    if (of >= 0 && of <= head) rels.set(of, [...(rels.get(of) ?? []), rel]);
  };
  add(0, 'first');
  add(revision - 1, 'prev');
  add(revision, '');
  add(revision + 1, 'next');
  add(head, 'last');
  return [...rels].map(([of, names]) => ({
    href: original.memento(of),
    rel: [...names.filter((name) => name !== ''), 'memento'].join(' '),
    datetime: dateOf(stories.recordedAt(story, of)),
  }));
}

/** Mementos on one page of a time map. Pages are linked to each other (RFC 7089 section 5.1.2). */
const MAP_PAGE = 1_000;

interface Row {
  readonly revision: number;
  readonly recorded_at: number;
}

/** A page of a story's time map, from a revision on. A null `story` is a withheld one, whose map is empty. */
export function timeMap(
  model: ModelReader,
  site: string,
  original: Original,
  story: number | null,
  from: number,
): readonly Link[] {
  const rows = story === null ? [] : revisionsFrom(model, story, from);
  const head = story === null ? -1 : headOf(model, story);
  const shown = rows.slice(0, MAP_PAGE);
  const map = timeMapOf(site, original);
  const pageAt = (revision: number): string => (revision === 0 ? map.href : `${map.href}?from=${revision}`);
  const [first, last] = [shown[0], shown.at(-1)];
  const span = first && last ? { from: dateOf(first.recorded_at), until: dateOf(last.recorded_at) } : {};
  const next = rows[MAP_PAGE];
  return [
    { href: original.href, rel: 'original' },
    timeGateOf(site, original),
    { href: pageAt(from), rel: 'self', type: LINK_FORMAT, ...span },
    ...(from > 0
      ? [{ href: pageAt(Math.max(0, from - MAP_PAGE)), rel: 'timemap prev', type: LINK_FORMAT }]
      : []),
    ...(next
      ? [
          {
            href: pageAt(next.revision),
            rel: 'timemap next',
            type: LINK_FORMAT,
            from: dateOf(next.recorded_at),
          },
        ]
      : []),
    ...shown.map(({ revision, recorded_at }) => ({
      href: original.memento(revision),
      rel: [...(revision === 0 ? ['first'] : []), ...(revision === head ? ['last'] : []), 'memento'].join(
        ' ',
      ),
      datetime: dateOf(recorded_at),
    })),
  ];
}

/** One revision more than a page has: it begins the next page. */
const revisionsFrom = (model: ModelReader, story: number, from: number): readonly Row[] =>
  model.all<Row>(
    `SELECT revision, recorded_at FROM revisions WHERE story = ? AND revision >= ? ORDER BY revision LIMIT ${MAP_PAGE + 1}`,
    story,
    from,
  );

const headOf = (model: ModelReader, story: number): number =>
  model.one<{ head: number }>('SELECT head FROM stories WHERE story = ?', story)?.head ?? -1;
