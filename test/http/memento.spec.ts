import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, record, report, settle } from './stories.js';

const SITE = 'https://archive.example.org';
let newsroom: RunningNewsroom;
const ask = (path: string, headers = {}): Promise<Answer> => newsroom.archive.get(path, headers);

const date = (seconds: number): string => new Date(Date.UTC(2016, 11, 1, 9, 0, seconds)).toUTCString();
const line = (milliseconds: number, command: string, body: object): Json => ({
  at: new Date(Date.UTC(2016, 11, 1, 9) + milliseconds).toISOString(),
  story: 'talks',
  command,
  ...body,
});

/**
 * A story opened at 09:00:00, with four developments. The first one makes it public. Two are in the second 09:00:10, one is at
 * 09:00:20.999 and one at 09:00:30.000.
 */
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_PUBLIC_URL: SITE });
  await introduce(newsroom.desk);
  await newsroom.desk.import([
    line(0, 'open', { headline: en('Talks'), language: 'en' }),
    ...[10_100, 10_900, 20_999, 30_000].map((milliseconds, i) =>
      line(milliseconds, 'record', { ref: `d${i}`, ...report([`c${i}`]) }),
    ),
  ]);
  await settle(newsroom);
});
afterAll(() => newsroom.remove());

interface Link {
  readonly href: string;
  readonly rel: readonly string[];
  readonly datetime?: string;
  readonly [attribute: string]: unknown;
}

/** Parses a Link header by RFC 8288, section 3, without product code. */
function linksIn(text: string): readonly Link[] {
  const links: Link[] = [];
  for (const [, href = '', rest = ''] of text.matchAll(/<([^>]*)>((?:\s*;\s*[\w-]+="[^"]*")*)/g)) {
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k!, v!]),
    );
    links.push({ href, ...attributes, rel: (attributes['rel'] ?? '').split(' ') });
  }
  return links;
}
const linksOf = (answer: Answer): readonly Link[] => linksIn(String(answer.headers['link'] ?? ''));
const the = (links: readonly Link[], rel: string): Link | undefined =>
  links.find((link) => link.rel.includes(rel));
const pathOf = (url: string | undefined): string => (url ?? '').slice(SITE.length);

const STORY = `${SITE}/v1/stories/talks`;

describe('an original resource', () => {
  it('links to its time gate and its time map, and is not a memento', async () => {
    const answer = await ask('/v1/stories/talks');
    expect(answer.headers['memento-datetime']).toBeUndefined();
    expect(the(linksOf(answer), 'timegate')?.href).toBe(`${SITE}/v1/timegate/${STORY}`);
    expect(the(linksOf(answer), 'timemap')).toMatchObject({
      href: `${SITE}/v1/timemap/link/${STORY}`,
      type: 'application/link-format',
    });
    expect(answer.headers['vary']).not.toMatch(/accept-datetime/i);
  });
});

describe('a memento', () => {
  it('names its original, gate, map, public time and neighbours', async () => {
    const answer = await ask('/v1/stories/talks/revisions/2');
    expect(answer.headers['memento-datetime']).toBe(date(10));
    const links = linksOf(answer);
    expect(the(links, 'original')?.href).toBe(STORY);
    expect(the(links, 'timegate')?.href).toBe(`${SITE}/v1/timegate/${STORY}`);
    const around = ['first', 'prev', 'next', 'last'].map((rel) => [
      the(links, rel)?.href,
      the(links, rel)?.datetime,
    ]);
    expect(around).toEqual([
      [`${STORY}/revisions/0`, date(10)],
      [`${STORY}/revisions/1`, date(10)],
      [`${STORY}/revisions/3`, date(20)],
      [`${STORY}/revisions/4`, date(30)],
    ]);
    for (const link of links.filter((l) => l.rel.includes('memento')))
      expect((await ask(pathOf(link.href))).headers['memento-datetime']).toBe(link.datetime);
  });

  it('also answers asOf, with a content location', async () => {
    const answer = await ask('/v1/stories/talks?asOf=2016-12-01T09:00:15Z');
    expect(answer.headers['memento-datetime']).toBe(date(10));
    const { text } = await ask(String(answer.headers['content-location']));
    expect(JSON.parse(text)).toEqual({ ...answer.body, asOf: null });
    expect(the(linksOf(answer), 'original')?.href).toBe(STORY);
  });
});

describe('a time gate', () => {
  const gate = (datetime?: string, url = STORY): Promise<Answer> =>
    ask(`/v1/timegate/${url}`, datetime === undefined ? {} : { 'accept-datetime': datetime });

  it.each([
    ['the last state by then', date(15), 2],
    ['of several states in one second the last', date(10), 2],
    ['the state of a second in which it came later', date(20), 3],
    ['before the first state that one', 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['after the last state that one', 'Fri, 01 Dec 2034 00:00:00 GMT', 4],
    ['at the very second of a state', date(30), 4],
    ['a second before', date(29), 3],
    ['without a date the latest', undefined, 4],
  ])('gives %s', async (_, datetime, revision) => {
    const answer = await gate(datetime);
    expect(answer.status).toBe(302);
    expect(answer.headers['location']).toBe(`${STORY}/revisions/${revision}`);
    expect(answer.headers['vary']).toMatch(/accept-datetime/i);
    expect(answer.headers['memento-datetime']).toBeUndefined();
    expect(the(linksOf(answer), 'original')?.href).toBe(STORY);
    expect(the(linksOf(answer), 'timemap')?.href).toBe(`${SITE}/v1/timemap/link/${STORY}`);
    expect(the(linksOf(answer), 'timegate')).toBeUndefined();
    const chosen = linksOf(answer).find((link) => link.href.endsWith(`/revisions/${revision}`));
    expect(chosen?.rel).toContain('memento');
  });

  it('refuses a date that is not one of HTTP', async () => {
    expectProblem(await gate('yesterday'), 400, 'header-form');
  });

  it('accepts the full address plain or encoded, by slug or id, in any format, and a short address', async () => {
    const { id } = (await ask('/v1/stories/talks')).body;
    const { href } = new URL(`${SITE}/v1/stories/${id}`);
    for (const url of [STORY, encodeURIComponent(STORY), href])
      expect((await gate(date(15), url)).headers['location']).toBe(`${STORY}/revisions/2`);
    expect((await gate(date(15), `${STORY}.jsonld`)).headers['location']).toBe(`${STORY}/revisions/2.jsonld`);
    expect((await gate(date(15), `${SITE}/stories/talks`)).headers['location']).toBe(
      `${SITE}/stories/talks/revisions/2`,
    );
    const short = await ask('/v1/stories/talks/timegate', { 'accept-datetime': date(15) });
    expect(short.headers['location']).toBe(`${STORY}/revisions/2`);
  });

  it('refuses other resources', async () => {
    for (const url of [
      'https://elsewhere.example.org/v1/stories/talks',
      `${SITE}/v1/stories/talks/developments`,
      `${SITE}/v1/stories/talks.unknown`,
      `${SITE}/v1/parties/moscow`,
      'nonsense',
      '',
    ])
      expect([404]).toContain((await gate(date(15), url)).status);
    expectProblem(await gate(date(15), `${SITE}/v1/stories/never`), 404, 'story-unknown');
  });
});

describe('a time map', () => {
  it('lists every state with its date, also two within one second', async () => {
    const answer = await ask(`/v1/timemap/link/${STORY}`);
    expect(answer.headers['content-type']).toBe('application/link-format');
    const links = linksIn(answer.text);
    expect(the(links, 'original')?.href).toBe(STORY);
    expect(the(links, 'timegate')?.href).toBe(`${SITE}/v1/timegate/${STORY}`);
    expect(the(links, 'self')).toMatchObject({
      href: `${SITE}/v1/timemap/link/${STORY}`,
      from: date(10),
      until: date(30),
      type: 'application/link-format',
    });
    expect(links.filter((l) => l.rel.includes('memento')).map((l) => [l.href, l.datetime])).toEqual(
      [10, 10, 10, 20, 30].map((seconds, n) => [`${STORY}/revisions/${n}`, date(seconds)]),
    );
    expect((await ask('/v1/stories/talks/timemap')).text).toBe(answer.text);
    expect(
      (await ask(`/v1/timemap/link/${STORY}`, { 'if-none-match': String(answer.headers.etag) })).status,
    ).toBe(304);
  });

  it('of a long story has pages that link to each other', async () => {
    const of = (i: number, command: string, body: object) => ({
      ...line(40_000 + i * 1_000, command, body),
      story: 'long',
    });
    const many = [
      of(0, 'open', { headline: en('Headline'), language: 'en' }),
      of(1, 'record', { ref: 'first', ...report(['a']) }),
      ...Array.from({ length: 1_102 }, (_, i) => of(2 + i, 'headline', { headline: en(`Headline ${i}`) })),
    ];
    await newsroom.desk.import(many);
    await settle(newsroom);
    const found: string[] = [];
    for (let path = `/v1/timemap/link/${SITE}/v1/stories/long`; path !== '';) {
      const { text, status } = await ask(path);
      expect(status).toBe(200);
      const links = linksIn(text);
      found.push(...links.filter((l) => l.rel.includes('memento')).map((l) => l.href));
      path = pathOf(links.find((l) => l.rel.includes('timemap') && l.rel.includes('next'))?.href);
    }
    expect(found).toEqual(many.map((_, n) => `${SITE}/v1/stories/long/revisions/${n}`));
  });
});

describe('a story that is withheld', () => {
  it.each([
    ['kill', 410, 'killed', {}],
    ['takedown', 451, 'taken-down', { authority: 'A court' }],
  ])(
    'after its %s names the authority at every address; its map remains and is empty',
    async (what, status, code, more) => {
      const slug = await openStory(newsroom.desk);
      const made = await record(newsroom.desk, slug, report(['a']));
      await settle(newsroom);
      const before = await ask(`/v1/stories/${slug}/revisions/${made.public.revision}`);
      expect(before.status).toBe(200);
      const body = { reason: 'It was wrong.', notice: en('We withdrew it.'), ...more };
      await newsroom.desk.post(at(slug, `/${what}`), body, { 'if-match': '*' });
      await settle(newsroom);
      for (const path of [
        `/v1/stories/${slug}`,
        `/v1/stories/${slug}.jsonld`,
        `/v1/stories/${slug}?asOf=2016-12-01`,
        `/v1/stories/${slug}/revisions/${made.public.revision}`,
        `/v1/stories/${slug}/timegate`,
        `/v1/timegate/${SITE}/v1/stories/${slug}`,
        `/v1/stories/${slug}/developments.csv`,
        `/v1/stories/${slug}.atom`,
      ]) {
        const answer = await ask(path, { 'if-none-match': String(before.headers.etag) });
        expectProblem(answer, status, code);
        expect(the(linksOf(answer), 'blocked-by')?.href).toBe(`${SITE}/`);
        expect(answer.body.notice.notice).toEqual(en('We withdrew it.'));
        expect(answer.headers['cache-control']).toBe('no-store');
      }
      const taken = await ask(`/v1/stories/${slug}.ninjs`);
      expect([taken.status, taken.headers['content-type'], taken.headers['cache-control']]).toEqual([
        status,
        'application/vnd.iptc.ninjs+json',
        'no-store',
      ]);
      expect(taken.body).toMatchObject({
        uri: `${SITE}/v1/stories/${slug}`,
        pubStatus: 'canceled',
        edNote: expect.stringContaining('We withdrew it.'),
      });
      expect(taken.body.bodies).toBeUndefined();
      const map = await ask(`/v1/timemap/link/${SITE}/v1/stories/${slug}`);
      expect(map.status).toBe(200);
      expect(the(linksIn(map.text), 'original')).toBeDefined();
      expect(linksIn(map.text).filter((l) => l.rel.includes('memento'))).toEqual([]);
    },
  );
});
