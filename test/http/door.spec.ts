import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  introduce,
  openStory,
  record,
  report,
  whisper,
} from './stories.js';

let newsroom: RunningNewsroom;
let slug: string;
let development: Json;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  slug = await openStory(newsroom.desk);
  development = await record(newsroom.desk, slug, report(['talks']));
});
afterAll(() => newsroom.remove());

const any = { 'if-match': '*' };
const post = (path: string, body: unknown, headers = {}): Promise<Answer> =>
  newsroom.desk.post(path, body, headers);
const place = { name: 'Ankara' };

/** Every text field of a request, with a route that accepts it and its pointer in the body. */
const TEXTS: readonly (readonly [pointer: string, send: (words: string) => Promise<Answer>])[] = [
  ['/headline/en', (w) => post('/desk/v1/stories', { ...story(), headline: en(w) })],
  ['/lede/en', (w) => post('/desk/v1/stories', { ...story(), lede: en(w) })],
  ['/slug', (w) => post('/desk/v1/stories', { ...story(), slug: w })],
  ['/language', (w) => post('/desk/v1/stories', { ...story(), language: w })],
  ['/topics', (w) => post('/desk/v1/stories', { ...story(), topics: [w] })],
  ['/places/0/name', (w) => post('/desk/v1/stories', { ...story(), places: [{ name: w }] })],
  ['/headline/en', (w) => newsroom.desk.put(at(slug, '/headline'), { headline: en(w) }, any)],
  ['/lede/en', (w) => newsroom.desk.put(at(slug, '/lede'), { lede: en(w) }, any)],
  ['/text/en', (w) => file({ text: en(w) })],
  ['/claims/0/text/en', (w) => file({ claims: [{ id: 'c', kind: 'proposition', text: en(w) }] })],
  ['/claims/0/id', (w) => file({ claims: [{ id: w, kind: 'proposition', text: en('a') }] })],
  [
    '/claims/0/occurred',
    (w) => file({ claims: [{ id: 'c', kind: 'proposition', text: en('a'), occurred: w }] }),
  ],
  ['/claims/0/figure/what', (w) => file({ claims: [figure({ what: w })] })],
  ['/claims/0/figure/unit', (w) => file({ claims: [figure({ unit: w })] })],
  ['/claims/0/territory/area', (w) => file({ claims: [territory({ area: w })] })],
  ['/claims/0/territory/controller', (w) => file({ claims: [territory({ controller: w })] })],
  ['/raises/0/text/en', (w) => file({ raises: [{ id: 'q', text: en(w) }] })],
  ['/place/name', (w) => file({ place: { name: w } })],
  ['/evidence/0/url', (w) => file({ evidence: [{ url: `https://example.org/${w}` }] })],
  ['/attribution/0/1/unnamed/descriptor/en', (w) => filed(whisper([], { descriptor: en(w) }))],
  ['/attribution/0/1/unnamed/approvedBy', (w) => filed(whisper([], { approvedBy: w }))],
  ['/reason', (w) => act('retraction', { by: 'us', reason: w })],
  ['/notice/en', (w) => act('kill', { reason: 'r', notice: en(w) })],
  ['/authority', (w) => act('takedown', { reason: 'r', notice: en('n'), authority: w })],
  ['/withhold/0', (w) => act('corrections', { class: 'refile', changes: {}, reason: 'r', withhold: [w] })],
  [
    '/method',
    (w) => post(at(slug, '/claims/talks/judgements'), { verdict: 'verified', method: w, reason: 'r' }),
  ],
  [
    '/origins/0',
    (w) => post(at(slug, '/independence'), { origins: [w, 'b'], independent: true, reason: 'r' }),
  ],
  ['/reason', (w) => post(at(slug, '/closing'), { reason: w })],
  ['/name', (w) => newsroom.desk.put('/desk/v1/sides/somewhere', { name: w })],
  ['/name', (w) => post('/desk/v1/parties', { id: 'somebody', name: w, type: 'person' })],
  ['/description', (w) => post('/desk/v1/webhooks', { url: 'https://partner.example.org/', description: w })],
];
const story = (): Json => ({ slug: freshSlug('door'), headline: en('a'), language: 'en' });
const filed = (body: object): Promise<Answer> => post(at(slug, '/developments'), body);
const file = (more: object): Promise<Answer> => filed(report([], more));
const act = (what: string, body: object): Promise<Answer> =>
  post(at(slug, `/developments/${development.id}/${what}`), body, any);
const figure = (more: object): Json => ({
  ...{ id: 'f', kind: 'figure', text: en('a') },
  figure: { what: 'a', count: 1, comparator: '=', ...more },
});
const territory = (more: object): Json => ({
  ...{ id: 't', kind: 'territory', text: en('a') },
  territory: { area: 'a', share: 0.5, controller: 'b', comparator: '=', ...more },
});

/** Fields with a fixed form are refused because of that form. */
const CHECKED_BY_FORM = ['/slug', '/language', '/topics', '/claims/0/id', '/claims/0/occurred'];

describe('a text', () => {
  it.each([
    ['U+001B', 'a\u001b[2Jb'],
    ['U+0007', 'a\u0007b'],
    ['U+009B', 'a\u009bb'],
    ['U+202E', 'Toll is \u202e21'],
    ['U+2067', 'a \u2067b'],
    ['U+FDD0', 'a\ufdd0'],
    ['U+E0041', 'a\u{e0041}\u{e0042}'],
  ])('with %s is refused in every field, with a pointer', async (name, words) => {
    for (const [pointer, send] of TEXTS) {
      const answer = await send(words);
      expectProblem(answer, 422, 'validation', pointer);
      if (CHECKED_BY_FORM.includes(pointer) || answer.body.errors[0].detail.includes('URL')) continue;
      expect([pointer, answer.body.errors[0].detail]).toEqual([pointer, expect.stringContaining(name)]);
    }
  });

  it.each(['\u200b', '\u3164', '\u00ad', '\u2060\u200d\ufe0f'])('of %j alone is refused', async (words) => {
    for (const [pointer, send] of TEXTS) {
      if (CHECKED_BY_FORM.includes(pointer) || /url|withhold|origins/.test(pointer)) continue;
      expectProblem(await send(words), 422, 'validation', pointer);
    }
  });

  it('in Arabic, Hebrew, Persian or with the flag of Scotland is accepted unchanged', async () => {
    for (const words of [
      '\u200fقال مصدر',
      'said \u2067שלום\u2069',
      'می\u200cخواهم',
      '🏴󠁧󠁢󠁳󠁣󠁴󠁿 votes',
      'one\n\ttwo',
    ])
      expect([words, (await file({ text: en(words) })).status]).toEqual([words, 201]);
  });

  it('is trimmed', async () => {
    const name = freshSlug('door');
    const opened = { ...story(), slug: name, headline: en(' \u00a0Fed to halt \n'), lede: en('\tL ') };
    expect((await post('/desk/v1/stories', { ...opened, places: [{ name: ' Ankara ' }] })).status).toBe(201);
    expect((await newsroom.desk.get(at(name))).body).toMatchObject({
      headline: en('Fed to halt'),
      lede: en('L'),
      places: [place],
    });
  });

  it('of an import follows the same rules, as does its recorder', async () => {
    const line = {
      at: '2016-12-01T09:00:00.000Z',
      story: freshSlug('door'),
      command: 'open',
      language: 'en',
    };
    const answer = await newsroom.desk.import([
      { ...line, headline: en('a\u202eb') },
      { ...line, story: freshSlug('door'), headline: en('a'), by: 'e\u001b' },
    ]);
    expect(answer.body.faults).toEqual([
      { line: 1, pointer: '/headline/en', detail: expect.stringContaining('U+202E as character 2') },
      { line: 2, pointer: '/by', detail: expect.stringContaining('U+001B as character 2') },
    ]);
  });

  it.each(['%1b', '%C2%9B', '%E2%80%AE', '%EF%BF%BF'])('of a query with %s is refused', async (escaped) => {
    for (const address of ['/v1/stories?q=', '/v1/stories?place=', '/?q='])
      expect((await newsroom.archive.get(`${address}a${escaped}b`)).status).toBe(400);
  });
});

it.each(['/', '../..', '/..'])(
  'a time of %s is empty, and is refused with an explanation',
  async (occurred) => {
    for (const [pointer, more] of [
      ['/occurred', { occurred }],
      ['/reportedAt', { reportedAt: occurred }],
      ['/claims/0/occurred', { claims: [{ id: 'c', kind: 'proposition', text: en('a'), occurred }] }],
    ] as const) {
      const answer = await file(more);
      expectProblem(answer, 422, 'validation', pointer);
      expect(answer.body.errors[0].detail).toContain('open at both ends');
    }
  },
);

describe('a body', () => {
  const CODED = {
    gzip: gzipSync,
    br: brotliCompressSync,
    zstd: zstdCompressSync,
    'gzip, br': gzipSync,
  } as const;
  it.each(Object.entries(CODED))('encoded as %s is 415 with the accepted encodings', async (coding, code) => {
    const headers = { 'content-encoding': coding };
    for (const [path, type] of [
      [at(slug, '/developments'), 'application/json'],
      ['/desk/v1/imports', 'application/x-ndjson'],
    ] as const) {
      const sent = { method: 'POST', path, body: code(Buffer.from(JSON.stringify(report()))) };
      const answer = await newsroom.desk.send({ ...sent, headers: { ...headers, 'content-type': type } });
      expectProblem(answer, 415, 'unsupported-media-type');
      expect(answer.body.detail).toContain(type);
      expect(answer.headers['accept-encoding']).toBe('identity');
    }
  });

  it('of an import with a wrong type is refused with the one accepted type', async () => {
    for (const type of ['application/jsonl', 'application/json', 'text/plain', 'application/x-ndjsonx', ''])
      for (const body of ['{}', undefined]) {
        const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
        const sent = { method: 'POST', path: '/desk/v1/imports', headers };
        const answer = await newsroom.desk.send(body === undefined ? sent : { ...sent, body });
        expectProblem(answer, 415, 'unsupported-media-type');
        expect(answer.body.detail).toContain('application/x-ndjson');
        expect(answer.body.detail).not.toContain('application/json');
      }
  });
});

it('does not create a fourth webhook secret, as documented', async () => {
  const { desk } = newsroom;
  // The webhook sends nothing: the story is never opened.
  const url = 'https://93.184.215.14/dateline';
  const made = await desk.post('/desk/v1/webhooks', { url, stories: ['never-opened'] });
  const rotate = () => desk.post(`/desk/v1/webhooks/${made.body.id}/secret`, {});
  expect([made.status, (await rotate()).status, (await rotate()).status]).toEqual([201, 201, 201]);
  const fourth = await rotate();
  expectProblem(fourth, 429, 'too-many-requests');
  expect(fourth.body.detail).toMatch(/^3 secrets are valid/);
});

describe('a header', () => {
  const ask = async (port: number, ...headers: string[]): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    socket.end(['GET /health/live HTTP/1.1', ...headers, 'Connection: close', '', ''].join('\r\n'));
    return text(socket);
  };

  it.each([
    ['Host', 'Host: localhost:PORT', 'Host: localhost:PORT'],
    ['Host', 'Host: localhost:PORT', 'host: example.org'],
    ['Content-Type', 'Host: localhost:PORT', 'Content-Type: a/b', 'content-type: a/c'],
  ])('%s sent twice is 400, and the answer names it', async (name, ...headers) => {
    for (const { port } of [newsroom.desk, newsroom.archive]) {
      const answer = await ask(port, ...headers.map((line) => line.replaceAll('PORT', String(port))));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain(`The request has the header ${name} twice`);
    }
  });

  it.each([
    ['two lengths', 'Content-Length: 0', 'Content-Length: 0'],
    ['a length and chunks', 'Content-Length: 2', 'Transfer-Encoding: chunked'],
    ['two codings of transfer', 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'],
  ])('of %s is 400', async (_, ...headers) => {
    for (const { port } of [newsroom.desk, newsroom.archive])
      expect(await ask(port, `Host: localhost:${port}`, ...headers)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('that carries a precondition or an idempotency key is refused if sent twice', async () => {
    for (const name of ['If-Match', 'Idempotency-Key', 'Dateline-Position', 'Origin']) {
      const headers = { [name]: ['"1"', '"1"'] };
      const sent = {
        method: 'PUT',
        path: at(slug, '/headline'),
        body: JSON.stringify({ headline: en('x') }),
      };
      const asked = name === 'Dateline-Position' ? { method: 'GET', path: at(slug) } : sent;
      const answer = await newsroom.desk.send({
        ...asked,
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect([name, answer.status]).toEqual([name, name === 'Origin' ? 403 : 400]);
    }
  });

  it('Host is required in HTTP/1.1 (400 with an explanation) but not in HTTP/1.0', async () => {
    expect(await ask(newsroom.archive.port)).toContain('must have a Host header. Send one.');
    const socket = connect(newsroom.archive.port, '127.0.0.1');
    socket.end('GET /health/live HTTP/1.0\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('If-Match', () => {
  it('of a future revision is 412 with the current revision', async () => {
    const name = await openStory(newsroom.desk);
    const { id } = await record(newsroom.desk, name, report(['a']));
    const late = { 'if-match': '"2"' };
    const notice = { reason: 'r', notice: en('n') };
    for (const send of [
      () => newsroom.desk.put(at(name, '/headline'), { headline: en('x') }, late),
      // Also if nothing would change.
      () => newsroom.desk.put(at(name, '/headline'), { headline: en('A headline') }, late),
      () => post(at(name, '/claims/a/corrections'), { changes: { text: en('x') }, reason: 'r' }, late),
      () => post(at(name, `/developments/${id}/kill`), notice, late),
    ]) {
      const answer = await send();
      expectProblem(answer, 412, 'precondition-failed');
      expect(answer.body).toMatchObject({ revision: '1', detail: expect.stringContaining('the last is 1') });
    }
    expect(
      (await newsroom.desk.put(at(name, '/headline'), { headline: en('x') }, { 'if-match': '"1"' })).status,
    ).toBe(200);
  });

  it('works the same for sides and parties', async () => {
    const path = '/desk/v1/sides/later';
    const { headers } = await newsroom.desk.put(path, { name: 'a' });
    const beyond = { 'if-match': '"999999"' };
    expectProblem(await newsroom.desk.put(path, { name: 'b' }, beyond), 412, 'precondition-failed');
    expect((await newsroom.desk.put(path, { name: 'b' }, { 'if-match': headers.etag! })).status).toBe(200);
    expect((await newsroom.desk.put(path, { name: 'c' }, any)).status).toBe(200);
  });
});
