import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, introduce, openStory, read, record, report, settle } from './stories.js';

const SITE = 'https://archive.example.org';
let newsroom: RunningNewsroom;
let slug: string;
let killed: string;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_PUBLIC_URL: SITE, DATELINE_NAME: 'The Daily & Co' });
  await introduce(newsroom.desk);
  slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['a'], { text: en('It was said so. '.repeat(200)) }));
  killed = await openStory(newsroom.desk);
  await record(newsroom.desk, killed, report(['b']));
  await newsroom.desk.post(
    at(killed, '/kill'),
    { reason: 'Wrong.', notice: en('Withdrawn.') },
    { 'if-match': '*' },
  );
  await settle(newsroom);
});
afterAll(() => newsroom.remove());

const ask = (path: string, headers = {}): Promise<Answer> => newsroom.archive.get(path, headers);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'url',
});
function urlsOf({ status, text, headers }: Answer): Json[] {
  expect([status, XMLValidator.validate(text)]).toEqual([200, true]);
  expect(headers['content-type']).toBe('application/xml; charset=utf-8');
  return parser.parse(text).urlset.url;
}

/** The body as sent, still compressed. */
const raw = (path: string, headers: Record<string, string>): Promise<{ bytes: Buffer; headers: Json }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: newsroom.archive.port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ bytes: Buffer.concat(chunks), headers: answer.headers }));
    })
      .on('error', reject)
      .end();
  });

it('the sitemap lists every page with its last change, and nothing withheld', async () => {
  const robots = await ask('/robots.txt');
  expect(robots.text).toMatch(/^User-agent: \*$/m);
  const named = [...robots.text.matchAll(/^Sitemap: (.*)$/gm)].map(([, url]) => url!.slice(SITE.length));
  expect(named).toEqual(['/sitemap.xml', '/news-sitemap.xml']);
  const urls = urlsOf(await ask('/sitemap.xml'));
  const { updatedAt } = (await ask(read(slug))).body;
  expect(urls).toContainEqual({ loc: `${SITE}/stories/${slug}`, lastmod: updatedAt });
  expect(urls.map(({ loc }) => loc)).not.toContain(`${SITE}/stories/${killed}`);
  for (const { loc } of urls)
    expect([loc, (await ask(loc.slice(SITE.length), { accept: 'text/html' })).status]).toEqual([loc, 200]);
  const etag = String((await ask('/sitemap.xml')).headers.etag);
  expect((await ask('/sitemap.xml', { 'if-none-match': etag })).status).toBe(304);
});

it('the news sitemap covers two days', async () => {
  const urls = urlsOf(await ask('/news-sitemap.xml'));
  expect(urls.find(({ loc }) => loc === `${SITE}/stories/${slug}`)).toEqual({
    loc: `${SITE}/stories/${slug}`,
    'news:news': {
      'news:publication': { 'news:name': 'The Daily & Co', 'news:language': 'en' },
      'news:publication_date': expect.stringMatching(/Z$/),
      'news:title': 'A headline',
    },
  });
  expect(urls.map(({ loc }) => loc)).not.toContain(`${SITE}/stories/${killed}`);
});

it('serves the favicon that programs request from every site', async () => {
  const { bytes, headers } = await raw('/favicon.ico', {});
  expect([headers['content-type'], bytes.subarray(0, 6).toString('hex')]).toEqual([
    'image/x-icon',
    '000001000100',
  ]);
});

it('a page has the metadata for link previews', async () => {
  const { text } = await ask(`/stories/${slug}`, { accept: 'text/html', 'accept-language': 'fr' });
  const meta = Object.fromEntries(
    [...text.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const { openedAt, updatedAt } = (await ask(read(slug))).body;
  expect(meta).toMatchObject({
    'og:type': 'article',
    'og:title': 'A headline – The Daily &amp; Co',
    'og:url': `${SITE}/stories/${slug}`,
    'og:site_name': 'The Daily &amp; Co',
    'og:locale': 'fr_FR',
    'article:published_time': openedAt,
    'article:modified_time': updatedAt,
    'twitter:card': 'summary',
  });
  const front = (await ask('/', { accept: 'text/html' })).text;
  expect(front).toContain('<meta property="og:type" content="website" />');
  expect((await ask('/stories/nowhere', { accept: 'text/html' })).text).not.toContain('og:');
});

it('the OpenAPI document and tables are compressed on request, conditional and cacheable', async () => {
  for (const path of ['/openapi.json', read(slug, '/developments.csv'), read(slug, '/claims.csv')]) {
    const plain = await ask(path);
    expect([path, plain.headers['cache-control']]).toEqual([
      path,
      expect.stringMatching(/^public, max-age=\d+/),
    ]);
    expect([path, plain.headers['vary']]).toEqual([path, expect.stringContaining('Accept-Encoding')]);
    const gzip = await raw(path, { 'accept-encoding': 'gzip' });
    expect([path, gzip.headers['content-encoding']]).toEqual([path, 'gzip']);
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
    expect(gzip.headers.etag).not.toBe(plain.headers.etag);
    for (const [etag, coding] of [
      [plain.headers.etag, 'identity'],
      [gzip.headers.etag, 'gzip'],
    ]) {
      const same = await ask(path, { 'if-none-match': etag!, 'accept-encoding': coding! });
      expect([path, coding, same.status, same.headers.etag]).toEqual([path, coding, 304, etag]);
    }
  }
  const plain = await ask('/openapi.json');
  const br = await raw('/openapi.json', { 'accept-encoding': 'br, gzip' });
  expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
  expect(br.bytes.length).toBeLessThan(plain.text.length / 5);
  expect((await newsroom.archive.head('/openapi.json')).headers.etag).toBe(plain.headers.etag);
});
