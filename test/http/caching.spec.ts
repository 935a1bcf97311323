import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import CachePolicy from 'http-cache-semantics';
import { STORY_FORMATS } from '#formats';
import { type Answer, eventually } from './caller.js';
import { FEED_SUFFIXES, STATE_SUFFIXES, TABLE_PATHS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  introduce,
  openStory,
  read,
  record,
  report,
  settle,
} from './stories.js';

const MAX_AGE = 5;
let newsroom: RunningNewsroom;
let slug: string;
let id: string;
let development: string;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_PUBLIC_URL: 'https://archive.example.org' });
  await introduce(newsroom.desk);
  slug = await openStory(newsroom.desk, freshSlug('cached'));
  for (const name of ['a', 'b', 'c'])
    development = (
      await record(newsroom.desk, slug, report([name], { text: en(`It was said of ${name}. `.repeat(40)) }))
    ).id;
  await newsroom.desk.post(
    at(slug, `/developments/${development}/corrections`),
    {
      class: 'correction',
      changes: { text: en('Corrected. '.repeat(200)) },
      reason: 'Wrong.',
      notice: en('It was wrong.'),
    },
    { 'if-match': '*' },
  );
  await settle(newsroom);
  id = (await ask(read(slug))).body.id;
});
afterAll(() => newsroom.remove());

const ask = (path: string, headers = {}): Promise<Answer> => newsroom.archive.get(path, headers);

/** Every representation of the archive, each at its own address. */
const representations = (): readonly string[] => [
  read(slug),
  ...STATE_SUFFIXES.flatMap((suffix) => [`${read(slug)}${suffix}`, `${read(slug)}/revisions/2${suffix}`]),
  read(slug, '?validAt=2016-12-01'),
  ...['developments', 'claims', 'questions', 'corrections', 'claims/a', 'claims/a/assertions', 'timemap'].map(
    (rest) => read(slug, `/${rest}`),
  ),
  ...TABLE_PATHS.map((path) => read(slug, path)),
  read(slug, '/changes?from=2016-12-01&to=2040-01-01'),
  ...['', ...FEED_SUFFIXES].flatMap((suffix) => [`/v1/stories${suffix}`, `/v1/corrections${suffix}`]),
  '/v1/parties/moscow',
  '/v1/changes?limit=3',
  `/v1/changes?story=${slug}`,
];

/** The body as sent, still compressed. */
function raw(
  path: string,
  headers: Record<string, string>,
  { port }: { readonly port: number } = newsroom.archive,
): Promise<{ bytes: Buffer; headers: Answer['headers'] }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve({ bytes: Buffer.concat(chunks), headers: answer.headers }))
        .on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

it('every representation has its own strong ETag, conditional requests, HEAD and a max-age', async () => {
  const etags = new Map<string, string>();
  for (const path of representations()) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const etag = String(answer.headers.etag);
    expect(etag).toMatch(/^"[\w.-]+"$/);
    const bytes = etags.get(etag);
    expect([path, bytes ?? answer.text]).toEqual([path, answer.text]);
    etags.set(etag, answer.text);
    expect(answer.headers['cache-control']).toMatch(
      path.includes('2040') ? /^no-store$/ : new RegExp(`^public, max-age=${MAX_AGE}, must-revalidate$`),
    );
    expect(answer.headers['vary']).toContain('Accept-Encoding');
    for (const had of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const same = await ask(path, { 'if-none-match': had });
      expect([path, same.status, same.text, same.headers.etag]).toEqual([path, 304, '', etag]);
      expect(same.headers['cache-control']).toBe(answer.headers['cache-control']);
      expect(same.headers['vary']).toBe(answer.headers['vary']);
    }
    expect((await ask(path, { 'if-none-match': '"x"' })).status).toBe(200);
    const head = await newsroom.archive.head(path);
    expect([path, head.status, head.text]).toEqual([path, 200, '']);
    for (const name of [
      'etag',
      'content-type',
      'vary',
      'cache-control',
      'link',
      'memento-datetime',
      'content-location',
    ])
      expect([path, name, head.headers[name]]).toEqual([path, name, answer.headers[name]]);
  }
});

it('each format of a revision has a different ETag, which reveals only the revision', async () => {
  const tags = await Promise.all(
    STATE_SUFFIXES.map(async (suffix) => String((await ask(read(slug) + suffix)).headers.etag)),
  );
  expect(new Set(tags).size).toBe(tags.length);
  const revisions = new Set(tags.map((tag) => tag.slice(1, tag.indexOf('.'))));
  expect([...revisions]).toEqual([(await ask(read(slug))).body.revision]);
});

it('is the same with and without a hidden development', async () => {
  const before = await Promise.all(representations().map((path) => ask(path)));
  await record(newsroom.desk, slug, report(['hidden'], { release: 'held' }));
  const embargoed = { release: { embargoedUntil: '2040-01-01T00:00:00Z' } };
  await record(newsroom.desk, slug, report(['embargoed'], embargoed));
  await pause(300);
  const after = await Promise.all(representations().map((path) => ask(path)));
  expect(after.map((a) => [a.headers.etag, a.text])).toEqual(before.map((a) => [a.headers.etag, a.text]));
});

it('chooses the format by Accept and suffix, and lists in Vary what it used', async () => {
  for (const { mediaType, suffix } of STORY_FORMATS) {
    const chosen = await ask(read(slug), { accept: `${mediaType}, */*;q=0.1` });
    const named = await ask(read(slug) + suffix);
    expect(chosen.text).toBe(named.text);
    expect(chosen.headers['content-type']).toBe(named.headers['content-type']);
    expect(String(chosen.headers['content-type'])).toContain(mediaType);
    expect(chosen.headers['vary']).toBe('Accept, Accept-Language, Accept-Encoding, Dateline-Position');
    expect(named.headers['vary']).toBe('Accept-Language, Accept-Encoding, Dateline-Position');
    expect((await ask(`${read(slug)}/revisions/1`, { accept: mediaType })).headers['content-location']).toBe(
      `${read(slug)}/revisions/1${suffix}`,
    );
  }
  expect((await ask(read(slug), { accept: '*/*' })).headers['content-type']).toBe(
    'application/json; charset=utf-8',
  );
  expectProblem(await ask(read(slug), { accept: 'image/png' }), 406, 'not-acceptable');
  expectProblem(await ask(`${read(slug)}.doc`), 404, 'not-found');
  const table = await ask(read(slug, '/claims'), { accept: 'text/csv' });
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(table.text).toBe((await ask(read(slug, '/claims.csv'))).text);
});

it('is compressed for clients that accept it, under a different ETag', async () => {
  for (const [encoding, decode] of [
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const) {
    for (const path of [read(slug), `${read(slug)}.jsonld`, '/v1/stories', '/v1/changes']) {
      const plain = await ask(path);
      for (let again = 0; again < 2; again++) {
        const coded = await raw(path, { 'accept-encoding': encoding });
        expect([path, coded.headers['content-encoding']]).toEqual([
          path,
          plain.text.length < 1_024 ? undefined : encoding,
        ]);
        const bytes = coded.headers['content-encoding'] === undefined ? coded.bytes : decode(coded.bytes);
        expect(bytes.toString()).toBe(plain.text);
        if (coded.headers['content-encoding'] === undefined) continue;
        expect(coded.headers.etag).not.toBe(plain.headers.etag);
        const same = await ask(path, {
          'accept-encoding': encoding,
          'if-none-match': String(coded.headers.etag),
        });
        expect([same.status, same.headers.etag]).toEqual([304, coded.headers.etag]);
      }
    }
  }
  const refused = await raw(read(slug), { 'accept-encoding': 'gzip;q=0, br;q=0' });
  expect(refused.headers['content-encoding']).toBeUndefined();
});

it('has no desk data, even after the desk was asked for the same', async () => {
  const of = await openStory(newsroom.desk, freshSlug('both'));
  const said = (text: string): object => ({ text: en(`${text} `.repeat(100)) });
  await record(newsroom.desk, of, report(['a'], said('public')));
  await record(newsroom.desk, of, report(['b'], { ...said('HELD'), release: 'held' }));
  await record(newsroom.desk, of, report(['c'], said('public')));
  await settle(newsroom);
  const { body } = await ask(read(of));
  const addresses = [read(of, `/revisions/${body.revision}`), read(of, '/developments'), read(of, '/claims')];
  for (const encoding of ['br', 'gzip'])
    for (const path of addresses) {
      await raw(`/desk${path}`, { 'accept-encoding': encoding }, newsroom.desk);
      const answer = await raw(path, { 'accept-encoding': encoding });
      const unpack = encoding === 'br' ? brotliDecompressSync : gunzipSync;
      expect(unpack(answer.bytes).toString()).toBe((await ask(path)).text);
    }
});

it('of a page changes if other stories name a party in it differently', async () => {
  const [named, other] = [await openStory(newsroom.desk), await openStory(newsroom.desk)];
  const envoy = { id: 'envoy', name: 'An envoy', type: 'person', speaksFor: 'turkey' };
  await newsroom.desk.post('/desk/v1/parties', envoy);
  await record(newsroom.desk, other, report(['t'], { attribution: [[{ party: 'turkey' }]] }));
  await record(newsroom.desk, named, report(['t']));
  const novelty = { assertions: [{ claim: 't', stance: 'deniesNovelty' }] };
  await record(newsroom.desk, named, report([], { attribution: [[{ party: 'envoy' }]], ...novelty }));
  await settle(newsroom);
  const pages = [`/stories/${named}`, `/stories/${named}/revisions/2`, `/stories/${named}/timeline`];
  const asked = (path: string) => raw(path, { accept: 'text/html', 'accept-encoding': 'gzip' });
  const before = await Promise.all(pages.map(asked));
  await newsroom.desk.post(at(other, '/kill'), { reason: 'Wrong.', notice: en('Withdrawn.') });
  await eventually(
    () => ask(read(other)),
    ({ status }) => status === 410,
  );
  for (const [i, page] of pages.entries()) {
    const after = await asked(page);
    // Only the other story names the body for which the envoy speaks.
    expect(gunzipSync(before[i]!.bytes).toString()).toContain('<bdi>Turkey</bdi>');
    expect(gunzipSync(after.bytes).toString()).not.toContain('<bdi>Turkey</bdi>');
    expect(after.headers.etag).not.toBe(before[i]!.headers.etag);
  }
});

it('of a recent moment is not cacheable', async () => {
  const now = new Date().toISOString();
  expect((await ask(read(slug, `?asOf=${now}`))).headers['cache-control']).toBe('no-store');
  expect((await ask(`/v1/stories?asOf=${now}`)).headers['cache-control']).toBe('no-store');
  const settled = new Date(Date.now() - 1_000).toISOString();
  const later = await eventually(
    () => ask(read(slug, `?asOf=${settled}`)),
    (a) => a.headers['cache-control'] !== 'no-store',
  );
  // Waits ten seconds.
  expect(later.headers['memento-datetime']).toBeDefined();
});

it('is never served by a cache beyond its max-age once the content is killed', async () => {
  const killed = await openStory(newsroom.desk, freshSlug('to-kill'));
  const made = await record(newsroom.desk, killed, report(['x']));
  const doomed = await record(newsroom.desk, killed, report(['y'], { text: en('DOOMED') }));
  await settle(newsroom);
  const paths = [
    read(killed),
    `${read(killed)}.jsonld`,
    read(killed, `/revisions/${doomed.public.revision}`),
    read(killed, '/developments'),
    read(killed, '/developments.csv'),
    `/v1/changes?story=${killed}`,
  ];
  const kept = await Promise.all(
    paths.map(async (path) => {
      const answer = await ask(path);
      expect([path, answer.text]).toEqual([path, expect.stringContaining('DOOMED')]);
      const asked = { url: path, method: 'GET', headers: {} };
      const { status, headers } = answer;
      return {
        asked,
        etag: String(headers.etag),
        policy: new CachePolicy(asked, { status, headers }, { shared: true }),
      };
    }),
  );
  const kill = { reason: 'It was wrong.', notice: en('We withdrew it.') };
  await newsroom.desk.post(at(killed, `/developments/${doomed.id}/kill`), kill, { 'if-match': '*' });
  await settle(newsroom);
  const now = Date.now();
  for (const { asked, policy, etag } of kept) {
    // An RFC 9111 cache whose clock runs: fresh for the max-age, then only what the archive answers.
    policy.now = () => now + (MAX_AGE + 1) * 1_000;
    const evaluated = policy.evaluateRequest(asked);
    expect(evaluated.response).toBeUndefined();
    expect(policy.useStaleWhileRevalidate()).toBe(false);
    const again = await ask(asked.url, { 'if-none-match': etag });
    expect([asked.url, again.status]).toEqual([asked.url, 200]);
    expect(again.text).not.toContain('DOOMED');
  }
  await newsroom.desk.post(at(killed, '/kill'), kill, { 'if-match': '*' });
  await settle(newsroom);
  for (const { asked, etag } of kept.slice(0, 5)) {
    const gone = await ask(asked.url, { 'if-none-match': etag });
    expectProblem(gone, 410, 'killed');
    expect(gone.headers['cache-control']).toBe('no-store');
  }
  void made;
});

it('the stream names the keys that a CDN must purge, and every answer carries its keys', async () => {
  const { items } = (await ask(`/v1/changes?story=${slug}`)).body;
  const { purge } = items.at(-1).data;
  expect(purge.tags).toEqual([`story-${id}`]);
  expect((await ask(read(slug))).headers['surrogate-key']).toBe(`story-${id}`);
  expect((await ask(read(slug))).headers['cache-tag']).toBe(`story-${id}`);
  for (const path of [read(slug), `${read(slug)}.jsonld`, read(slug, '/developments'), '/v1/stories'])
    expect(purge.urls).toContain(`https://archive.example.org${path}`);
  for (const url of purge.urls)
    expect([url, (await ask(url.slice('https://archive.example.org'.length))).status]).toEqual([url, 200]);
});

it('pages of any origin may read, and only read', async () => {
  const answer = await ask(read(slug), { origin: 'https://partner.example.org' });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['access-control-expose-headers']).toContain('Memento-Datetime');
  const asked = { origin: 'https://partner.example.org', 'access-control-request-method': 'GET' };
  const preflight = await newsroom.archive.send({ method: 'OPTIONS', path: read(slug), headers: asked });
  expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD']);
  expect((await newsroom.archive.send({ method: 'OPTIONS', path: read(slug) })).status).toBe(405);
  const desk = await newsroom.desk.get(at(slug));
  expect(desk.headers['access-control-allow-origin']).toBeUndefined();
});

it('links each page of a list to the next', async () => {
  for (const path of [
    read(slug, '/developments?limit=1'),
    read(slug, '/claims?limit=1'),
    '/v1/stories?limit=1',
    '/v1/changes?limit=1',
    '/v1/parties/moscow?limit=1',
  ]) {
    const { body, headers } = await ask(path);
    const next = body.next ?? body.claims?.next;
    expect([path, next]).toEqual([path, expect.stringContaining('limit=1')]);
    expect(headers['link']).toContain(`${next}>; rel="next"`);
  }
  expect((await ask(read(slug, '/developments'))).headers['link']).toBeUndefined();
});

it('answers follow the documentation for operators', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const [, chapter = ''] = page.split('## Caching, and what was killed');
  const [, documented] = /An archive says `([^`]+)`/.exec(chapter) ?? [];
  expect((await ask('/v1/stories')).headers['cache-control']).toBe(documented);
  const [, refusals = ''] = /Refusals \(([\d, ]+)\) are `no-store`/.exec(chapter) ?? [];
  expect(refusals.split(', ')).toContain('404');
  const missing = await ask('/v1/stories/there-is-no-such-story');
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
});
