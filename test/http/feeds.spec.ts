import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Answer, eventually, type Json } from './caller.js';
import { CORRECTION_FEEDS, FEED_SUFFIXES, STORY_SUFFIXES, TABLE_PATHS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, expectProblem, freshSlug, introduce, read, record, report, settle } from './stories.js';

let newsroom: RunningNewsroom;
let slug: string;
let developments: readonly Json[];

const both = (en: string, fr: string) => ({ en, fr });

beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  slug = freshSlug('polls');
  const opened = await newsroom.desk.post('/desk/v1/stories', {
    slug,
    headline: both('Polls have opened', 'Les bureaux ont ouvert'),
    language: 'en',
  });
  if (opened.status !== 201) throw new Error(opened.text);
  developments = [
    await record(
      newsroom.desk,
      slug,
      report(['open'], { text: both('All polls opened.', 'Tout a ouvert.') }),
    ),
    await record(newsroom.desk, slug, report(['queue'], { text: { en: 'There are queues.' } })),
    await record(newsroom.desk, slug, report(['shut'], { text: both('One is shut.', 'Un est fermé.') })),
  ];
  await settle(newsroom);
});
afterAll(() => newsroom.remove());

const ask = (path: string, headers = {}): Promise<Answer> => newsroom.archive.get(path, headers);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['entry', 'link'].includes(name),
});
function atomOf({ status, text }: Answer): Json {
  expect([status, XMLValidator.validate(text)]).toEqual([200, true]);
  return parser.parse(text).feed;
}

/** Every address that answers in one language. */
const inOneLanguage = (): readonly string[] => [
  ...STORY_SUFFIXES.flatMap((suffix) => [`${read(slug)}${suffix}`, `${read(slug)}/revisions/3${suffix}`]),
  ...TABLE_PATHS.map((path) => read(slug, path)),
  ...FEED_SUFFIXES.map((suffix) => `/v1/stories${suffix}`),
  ...CORRECTION_FEEDS,
];

describe('an entry of a feed', () => {
  it('links to the page of its development, and to the same as data', async () => {
    const { entry } = atomOf(await ask(`${read(slug)}.atom`));
    const { items } = (await ask(`${read(slug)}.jsonfeed`)).body;
    const { liveBlogUpdate, url } = (await ask(`${read(slug)}.jsonld`)).body;
    expect(entry).toHaveLength(3);
    const origin = new URL(url).origin;
    for (const [i, { link }] of entry.entries()) {
      const [page, data] = link;
      expect([items[i].url, liveBlogUpdate[i].url]).toEqual([page.href, page.href]);
      const { pathname, hash } = new URL(page.href);
      const html = await ask(pathname, { accept: 'text/html' });
      expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(html.text).toContain(`id="${hash.slice(1)}"`);
      expect(data).toMatchObject({ rel: 'alternate', type: 'application/json' });
      expect(items[i]._dateline.alternate.url).toBe(data.href);
      expect(liveBlogUpdate[i].encoding.contentUrl).toBe(data.href);
      const json = await ask(data.href.slice(origin.length));
      expect(json.headers['content-type']).toContain(data.type);
      const ids = json.body.developments.items.map((d: Json) => `development-${d.id}`);
      expect(ids).toContain(hash.slice(1));
    }
  });

  it('has the text of its development as title', async () => {
    const { entry } = atomOf(await ask(`${read(slug)}.atom`));
    const titles = ['One is shut.', 'There are queues.', 'All polls opened.'];
    expect(entry.map((e: Json) => e.title['#text'])).toEqual(titles);
    expect((await ask(`${read(slug)}.jsonfeed`)).body.items.map((i: Json) => i.title)).toEqual(titles);
  });
});

describe('an answer in one language', () => {
  it('is in the language that the address or header asks for, names it, and is cached separately', async () => {
    const french = { 'accept-language': 'de;q=0.2, fr-CH, en;q=0.5' };
    for (const path of inOneLanguage()) {
      const [plain, byHeader, byAddress] = [
        await ask(path),
        await ask(path, french),
        await ask(`${path}?lang=fr`),
      ];
      expect([path, plain.status, byHeader.status, byAddress.status]).toEqual([path, 200, 200, 200]);
      for (const answer of [plain, byHeader, byAddress])
        expect([path, answer.headers['vary']]).toEqual([path, expect.stringContaining('Accept-Language')]);
      const had = { ...french, 'if-none-match': String(byHeader.headers.etag) };
      expect([path, (await ask(path, had)).status]).toEqual([path, 304]);
    }
    for (const path of inOneLanguage().filter((one) => !one.startsWith('/v1/corrections'))) {
      const [plain, byHeader] = [await ask(path), await ask(path, french)];
      expect([path, byHeader.text === plain.text]).toEqual([path, false]);
      expect([path, byHeader.headers.etag === plain.headers.etag]).toEqual([path, false]);
      expect([path, byHeader.headers['content-language']]).toEqual([path, expect.stringMatching(/\bfr\b/)]);
      expect([path, plain.headers['content-language']]).toEqual([path, 'en']);
    }
    const json = await ask(read(slug), french);
    expect([json.headers['content-language'], json.headers.etag]).toEqual([
      undefined,
      (await ask(read(slug))).headers.etag,
    ]);
    const table = await ask(read(slug, '/developments?lang=fr'), { accept: 'text/csv' });
    expect(table.text).toBe((await ask(read(slug, '/developments.csv'), french)).text);
    expect(table.headers['vary']).toContain('Accept, Accept-Language');
  });

  it('has a text that there is not in that language in the story’s own, and says which that is', async () => {
    const { title, entry } = atomOf(await ask(`${read(slug)}.atom?lang=fr`));
    expect(title).toMatchObject({ '#text': 'Les bureaux ont ouvert', 'xml:lang': 'fr' });
    expect(entry.map((e: Json) => [e.title['#text'], e.title['xml:lang']])).toEqual([
      ['Un est fermé.', 'fr'],
      ['There are queues.', 'en'],
      ['Tout a ouvert.', 'fr'],
    ]);
    const rows = (await ask(read(slug, '/developments.csv?lang=fr'))).text.split('\r\n');
    expect(rows.some((row) => row.includes('"fr","Tout a ouvert."'))).toBe(true);
    expect(rows.some((row) => row.includes('"en","There are queues."'))).toBe(true);
  });

  it('keeps the language of its address in its links', async () => {
    const { link } = atomOf(await ask('/v1/stories.atom?limit=1&lang=fr'));
    const next = link.find(({ rel }: Json) => rel === 'next');
    expect(next.href).toMatch(/[?&]lang=fr/);
    const { pathname, search } = new URL(next.href);
    expect((await ask(pathname + search)).status).toBe(200);
    const self = atomOf(await ask(`${read(slug)}.atom?lang=fr`)).link.find(({ rel }: Json) => rel === 'self');
    expect(self.href).toMatch(/\.atom\?lang=fr$/);
  });

  it('refuses an invalid language; the desk, which answers only JSON, refuses the parameter', async () => {
    expect((await ask(`${read(slug)}.atom?lang=!!`)).status).toBe(400);
    expect((await newsroom.desk.get(at(slug, '?lang=fr'))).status).toBe(400);
  });
});

describe('a table for a spreadsheet', () => {
  it('has the same rows, times as spreadsheet dates, and its own ETag', async () => {
    for (const path of [read(slug, '/developments.csv'), read(slug, '/claims.csv')]) {
      const [plain, excel] = [await ask(path), await ask(`${path}?for=excel`)];
      expect(excel.text).toMatch(/^\uFEFF"id",/);
      expect(excel.text.split('\r\n')).toHaveLength(plain.text.split('\r\n').length);
      expect(excel.text).toMatch(/,"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",/);
      expect(excel.headers.etag).not.toBe(plain.headers.etag);
    }
    expectProblem(await ask(read(slug, '/claims.csv?for=paper')), 400, 'query-parameter');
  });
});

describe('a development that was corrected', () => {
  it('has the time of its last correction, however many other developments follow', async () => {
    const correct = async (made: Json, text: string): Promise<Json> => {
      const body = { class: 'correction', changes: { text: { en: text } }, reason: 'It was wrong.' };
      const answer = await newsroom.desk.post(at(slug, `/developments/${made.id}/corrections`), body, {
        'if-match': '*',
      });
      expect(answer.status).toBe(201);
      return answer.body;
    };
    await correct(developments[0], 'Nearly all polls opened.');
    for (let i = 0; i < 11; i++) await correct(developments[1], `There are ${i} queues.`);
    await settle(newsroom);
    const corrections = await eventually(
      () => ask(read(slug, '/corrections?limit=100')),
      ({ body }) => body.total === 12,
    );
    const last = (made: Json): string =>
      corrections.body.items.find((c: Json) => c.development === made.id).at;
    const { body } = await ask(read(slug));
    const times = body.developments.items.map((d: Json) => d.updatedAt);
    const { recordedAt } = body.developments.items[0];
    expect(times).toEqual([recordedAt, last(developments[1]), last(developments[0])]);
    const { liveBlogUpdate } = (await ask(`${read(slug)}.jsonld`)).body;
    expect(liveBlogUpdate.map((d: Json) => d.dateModified)).toEqual(times);
    const { entry } = atomOf(await ask(`${read(slug)}.atom`));
    expect(entry.map((e: Json) => e.updated)).toEqual(times);
    const { items } = (await ask(`${read(slug)}.jsonfeed`)).body;
    expect(items.map((i: Json) => i.date_modified)).toEqual(times);
    const { associations } = (await ask(`${read(slug)}.ninjs`)).body;
    expect(associations.map((a: Json) => a.versionCreated)).toEqual(times);
  });
});
