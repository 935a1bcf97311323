import type { ModelReader, StoryReader } from '#projections';
import { datetimeOf, neighbours, originalOf, timeMap } from './memento.js';

const SITE = 'https://archive.example.org';
const STORY = `${SITE}/v1/stories/talks`;
const ORIGINAL = originalOf(SITE, '/v1/stories/talks');
const dateOf = (revision: number): string => new Date(revision * 1_000).toUTCString();

/** A story whose revisions were recorded a second apart. */
const storyOf = (revisions: number): StoryReader =>
  ({ headOf: () => revisions - 1, recordedAt: (_: number, revision: number) => revision * 1_000 }) as never;

describe('an original resource', () => {
  it('keeps its format in its mementos', () => {
    expect(ORIGINAL.memento(3)).toBe(`${STORY}/revisions/3`);
    const other = originalOf(SITE, '/v1/stories/talks', '.jsonld');
    expect([other.href, other.memento(3)]).toEqual([`${STORY}.jsonld`, `${STORY}/revisions/3.jsonld`]);
  });
});

describe('the mementos around one', () => {
  const around = (revision: number, revisions: number) =>
    neighbours(storyOf(revisions), ORIGINAL, { story: 1, revision }).map(({ href, rel, datetime }) => [
      href,
      rel,
      datetime,
    ]);

  it('are the first, the previous, the next and the last one', () => {
    expect(around(2, 5)).toEqual([
      [`${STORY}/revisions/0`, 'first memento', dateOf(0)],
      [`${STORY}/revisions/1`, 'prev memento', dateOf(1)],
      [`${STORY}/revisions/2`, 'memento', dateOf(2)],
      [`${STORY}/revisions/3`, 'next memento', dateOf(3)],
      [`${STORY}/revisions/4`, 'last memento', dateOf(4)],
    ]);
  });

  it('are one link if they are the same', () => {
    expect(around(1, 3).map(([, rel]) => rel)).toEqual([
      'first prev memento',
      'memento',
      'next last memento',
    ]);
    expect(around(0, 1).map(([, rel]) => rel)).toEqual(['first last memento']);
  });
});

describe('a time map', () => {
  /** A read model with one story of 2,103 revisions. */
  const model = {
    one: () => ({ head: 2_102 }),
    all: (_: string, __: number, from: number) =>
      Array.from({ length: Math.min(1_001, 2_103 - from) }, (___, i) => ({
        revision: from + i,
        recorded_at: (from + i) * 1_000,
      })),
  } as unknown as ModelReader;
  const MAP = `${SITE}/v1/timemap/link/${STORY}`;

  it('lists a thousand mementos a page, and links each page to the ones around it', () => {
    const pages = [0, 1_000, 2_000].map((from) => timeMap(model, SITE, ORIGINAL, 1, from));
    const mementos = pages.flatMap((links) => links.filter(({ rel }) => rel.includes('memento')));
    expect(mementos.map(({ href }) => href)).toEqual(
      Array.from({ length: 2_103 }, (_, n) => `${STORY}/revisions/${n}`),
    );
    expect([mementos[0]?.rel, mementos.at(-1)?.rel]).toEqual(['first memento', 'last memento']);
    const [first, second, third] = pages.map((links) =>
      Object.fromEntries(links.filter(({ rel }) => /timemap/.test(rel)).map(({ rel, href }) => [rel, href])),
    );
    expect(first).toEqual({ 'timemap next': `${MAP}?from=1000` });
    expect(second).toEqual({ 'timemap prev': MAP, 'timemap next': `${MAP}?from=2000` });
    expect(third).toEqual({ 'timemap prev': `${MAP}?from=1000` });
    expect(pages[1]!.find(({ rel }) => rel === 'self')).toMatchObject({
      href: `${MAP}?from=1000`,
      from: dateOf(1_000),
      until: dateOf(1_999),
    });
  });

  it('of a withheld story is empty', () => {
    const links = timeMap(model, SITE, ORIGINAL, null, 0);
    expect(links.map(({ rel }) => rel)).toEqual(['original', 'timegate', 'self']);
  });
});

describe('Accept-Datetime', () => {
  it('is an HTTP date, and may be absent', () => {
    expect(datetimeOf(' Thu, 01 Dec 2016 12:00:00 GMT ')).toBe(Date.UTC(2016, 11, 1, 12));
    expect(datetimeOf(undefined)).toBeNull();
  });

  it.each([
    'yesterday',
    '2016-12-01T09:00:00Z',
    'Fri, 01 Dec 2016 09:00:00 GMT',
    'Thu, 01 Dec 2016 09:00:00 +0100',
    'Thu, 31 Feb 2016 09:00:00 GMT',
    '',
  ])('is refused if it is %p', (text) => {
    expect(() => datetimeOf(text)).toThrow(expect.objectContaining({ code: 'header-form' }));
  });
});
