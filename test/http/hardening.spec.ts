import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { eventually, type Answer, type Caller, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  introduce,
  openStory,
  proposition,
  read,
  record,
  report,
  whisper,
} from './stories.js';

const SECRET = 'xyzzy-do-not-echo';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let newsroom: RunningNewsroom;
let desk: Caller;
let slug: string;
let development: Json;
let link: Json;
let judgement: Json;

beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  ({ desk } = newsroom);
  await introduce(desk);
  slug = await openStory(desk);
  development = await record(
    desk,
    slug,
    whisper(['talks', 'contacts'], {}, { raises: [{ id: 'who', text: en('Who?') }] }),
  );
  link = (await desk.post(at(slug, '/claims/talks/links'), { to: 'contacts', relation: 'same' })).body;
  judgement = (
    await desk.post(at(slug, '/claims/talks/judgements'), { verdict: 'verified', method: 'm', reason: 'r' })
  ).body;
});
afterAll(() => newsroom.remove());

const raw = (
  body: string | Uint8Array,
  headers: object = {},
  path = at(slug, '/developments'),
): Promise<Answer> =>
  desk.send({ method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body });
const developments = (body: unknown): Promise<Answer> => desk.post(at(slug, '/developments'), body);

/** Expects a refusal that repeats nothing of the request. */
const expectRefused = (answer: Answer, status: number, code: string, pointer?: string): void => {
  expectProblem(answer, status, code, pointer);
  expect(answer.text).not.toContain(SECRET);
};

/** A body with one part of its JSON text replaced. */
const patched = (piece: string, by: string): string => JSON.stringify(report(['x'])).replace(piece, () => by);

describe('a body', () => {
  const TEXT = '{"en":"Moscow says so."}';

  it.each<[what: string, code: string, pointer: string | undefined, body: () => string | Uint8Array]>([
    ['that is no JSON', 'json-syntax', undefined, () => `{"kind": "${SECRET}`],
    ['with a comma too many', 'json-syntax', undefined, () => patched('"kind"', `"a": "${SECRET}",, "kind"`)],
    ['that is empty', 'json-syntax', undefined, () => ' '],
    [
      'with a key twice',
      'json-duplicate-key',
      '/text/en',
      () => patched(TEXT, `{"en":"${SECRET}","en":"b"}`),
    ],
    ['with __proto__', 'json-key', '/text/__proto__', () => patched(TEXT, `{"__proto__":"${SECRET}"}`)],
    ['with an escaped __proto__', 'json-key', undefined, () => patched(TEXT, '{"\\u005f_proto__":{"a":1}}')],
    ['with constructor', 'json-key', '/constructor', () => patched('"kind"', '"constructor":{},"kind"')],
    ['with NUL', 'json-character', '/text/en', () => patched(TEXT, `{"en":"${SECRET}\\u0000"}`)],
    ['with half a surrogate', 'json-character', '/text/en', () => patched(TEXT, '{"en":"\\ud800"}')],
    ['with a number beyond a double', 'json-number', undefined, () => patched(TEXT, '{"en":1e999}')],
    ['with an integer beyond 2^53', 'json-number', undefined, () => patched(TEXT, '{"en":9007199254740993}')],
    [
      'with bytes that are not UTF-8',
      'json-encoding',
      undefined,
      () => Buffer.from(patched('Moscow', 'é'), 'latin1'),
    ],
    ['with a byte order mark', 'json-encoding', undefined, () => `\uFEFF${JSON.stringify(report())}`],
    ['33 levels deep', 'json-depth', undefined, () => '['.repeat(33) + ']'.repeat(33)],
    ['40,000 levels deep', 'json-depth', undefined, () => '['.repeat(40_000)],
    [
      'with an array of 501',
      'json-array-length',
      '/claims',
      () => JSON.stringify({ claims: Array(501).fill(0) }),
    ],
  ])('%s is 400 %s', async (_, code, pointer, body) => {
    expectRefused(await raw(body()), 400, code, pointer);
  });

  it('of 32 levels and of 500 elements is parsed, and then fails validation', async () => {
    expectRefused(await raw('['.repeat(32) + ']'.repeat(32)), 422, 'validation', '');
    expectRefused(
      await developments({ claims: Array.from({ length: 500 }, () => ({})) }),
      422,
      'validation',
      '/claims',
    );
  });

  it.each(['null', '[]', '1', '"a"', 'true'])('%s is not an object', async (body) => {
    for (const path of ['/developments', '/kill', '/closing', `/developments/${development.id}/release`])
      expectRefused(await raw(body, {}, at(slug, path)), 422, 'validation', '');
  });

  it('of at most 256 KiB is accepted', async () => {
    const pad = (size: number) => {
      const body = JSON.stringify({ ...report(), evidence: [] });
      return body + ' '.repeat(size - body.length);
    };
    expect((await raw(pad(256 * 1024))).status).toBe(201);
    expectRefused(await raw(pad(256 * 1024 + 1)), 413, 'payload-too-large');
  });

  it('that makes an event too large for the store is 413', async () => {
    const chains = Array.from({ length: 50 }, (_, i) => [
      { party: 'financial-times' },
      { unnamed: { ref: `o-${i}`, descriptor: en('x'.repeat(300)), approvedBy: 'command-line' } },
    ]);
    const assertions = Array.from({ length: 200 }, (_, i) => ({
      claim: `c-${i % 100}`,
      stance: i < 100 ? 'asserts' : 'qualifies',
    }));
    const claims = Array.from({ length: 100 }, (_, i) => proposition(`c-${i}`));
    expectRefused(
      await developments(report([], { attribution: chains, claims, assertions })),
      413,
      'payload-too-large',
    );
  });

  it('must be application/json in UTF-8', async () => {
    const body = JSON.stringify(report());
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/xml',
      'application/x-ndjson',
    ])
      expectRefused(await raw(body, { 'content-type': type }), 415, 'unsupported-media-type');
    expectRefused(
      await desk.send({ method: 'POST', path: at(slug, '/developments'), body }),
      415,
      'unsupported-media-type',
    );
    expectRefused(
      await raw(body, { 'content-type': 'application/json; charset=latin1' }),
      415,
      'unsupported-media-type',
    );
    expect((await raw(body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
    expectRefused(await raw('{}', {}, '/desk/v1/imports'), 415, 'unsupported-media-type');
    expectRefused(
      await desk.send({ method: 'POST', path: '/desk/v1/imports' }),
      415,
      'unsupported-media-type',
    );
    expectRefused(await desk.send({ method: 'GET', path: at(slug), body: '{}' }), 400, 'body-not-expected');
    expectRefused(
      await newsroom.archive.send({ method: 'GET', path: read(slug), body: '{}' }),
      400,
      'body-not-expected',
    );
  });
});

describe('the desk', () => {
  it('answers only to its own host name, and not to pages of other origins', async () => {
    const body = JSON.stringify(report());
    for (const host of [
      'example.org',
      `example.org:${desk.port}`,
      'localhost',
      'localhost:1',
      `localhost.example.org:${desk.port}`,
    ])
      expect([host, (await raw(body, { host })).body.code]).toEqual([host, 'host-forbidden']);
    for (const origin of [
      'https://example.org',
      'null',
      `http://localhost:${newsroom.archive.port}`,
      `http://127.0.0.1:${desk.port}`,
    ])
      expectRefused(await raw(body, { origin }), 403, 'origin-forbidden');
    for (const path of ['/docs', '/openapi.json', '/desk/v1/stories', '/health/live'])
      expectRefused(await desk.get(path, { host: 'example.org' }), 403, 'host-forbidden');
    expect((await raw(body, { origin: `http://localhost:${desk.port}` })).status).toBe(201);
    expect((await raw(body, { host: `127.0.0.1:${desk.port}` })).status).toBe(201);
    expect((await newsroom.archive.get('/v1/stories', { host: 'archive.example.org' })).status).toBe(200);
  });

  it('stays up after input that is not HTTP', async () => {
    for (const junk of [
      '\u0000\u0001\u0002',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /desk/v1/stories HTTP/1.1\r\n\r\n',
      'GET /desk/v1/stories HTTP/1.0\r\n\r\n',
      'POST /desk/v1/stories HTTP/1.1\r\nHost: x\r\nContent-Length: a\r\n\r\n',
    ]) {
      const socket = connect(desk.port, '127.0.0.1');
      socket.end(junk);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d/);
    }
    expect((await desk.get('/health/live')).status).toBe(200);
  });
});

describe('an address', () => {
  it.each([
    ['..', 404],
    ['..%2f..%2fetc', 404],
    ['%2e%2e', 404],
    ['a%0d%0aset-cookie:b', 400],
    ['a%00', 400],
    ['%ff', 400],
    ['%', 400],
    ['UPPER', 404],
    ['-a', 404],
    ['a--b', 404],
    ['__proto__', 404],
    ['a'.repeat(81), 404],
    ['a'.repeat(300), 404],
    ['a'.repeat(5_000), 404],
    ['%E2%80%AE', 404],
  ])('of a story named %s is %i', async (name, status) => {
    for (const path of [at(name), at(name, '/log'), at(name, '/export'), at(name, '/claims/a')]) {
      const answer = await desk.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    }
    for (const path of [read(name), read(name, '/developments'), read(slug, `/claims/${name}`)])
      expect([path, (await newsroom.archive.get(path)).status]).toEqual([path, status]);
    for (const [path, body] of [
      [at(name, '/developments'), report([SECRET])],
      [at(slug, `/claims/${name}/links`), { to: SECRET, relation: 'same' }],
      [at(slug, `/developments/${name}/kill`), { reason: SECRET, notice: en(SECRET) }],
      [at(slug, `/assertions/${name}/withdrawal`), { by: 'us', reason: SECRET }],
    ] as const) {
      const answer = await desk.post(path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.text).not.toContain(SECRET);
    }
    expect([name, (await desk.put(`/desk/v1/sides/${name}`, { name: 'N' })).status]).toEqual([name, status]);
  });

  it('may contain a property name of Object.prototype', async () => {
    const name = 'constructor';
    await desk.put(`/desk/v1/sides/${name}`, { name: 'C' });
    await desk.post('/desk/v1/parties', { id: name, name: 'C', type: 'group', side: name });
    await openStory(desk, name);
    const body = report([name], { raises: [{ id: name, text: en('?') }], attribution: [[{ party: name }]] });
    body.claims[0] = { ...body.claims[0], kind: 'figure', figure: { what: 'a', count: 1, comparator: '=' } };
    await record(desk, name, body);
    await record(
      desk,
      name,
      report([], { answers: [name], assertions: [{ claim: name, stance: 'denies' }] }),
    );
    expect((await desk.get(at(name, `/claims/${name}`))).body).toMatchObject({
      status: 'disputed',
      figure: { variable: name },
    });
    expect((await desk.get(at(name, '/questions'))).body.items).toMatchObject([{ id: name, open: false }]);
  });

  it('accepts only lower-case UUIDs of version 4 or 5', async () => {
    for (const id of [
      development.id.toUpperCase(),
      '00000000-0000-1000-8000-000000000000',
      '1',
      `${NOBODY}0`,
    ])
      expectRefused(await desk.post(at(slug, `/developments/${id}/release`), {}), 404, 'not-found');
    expectRefused(
      await desk.post(at(slug, `/developments/${NOBODY}/release`), {}),
      404,
      'development-unknown',
    );
  });
});

describe('a query', () => {
  const lists = ['', '/small', '/small/developments', '/small/claims', '/small/claims/a/assertions'];

  it.each([
    'x=1',
    'asof=2016-12-01',
    'asOf=2016-12-01&asOf=2016-12-01',
    'asOf[]=2016-12-01',
    'asOf[a]=b',
    '__proto__=1',
    'constructor=1',
    'asOf=%ff',
    'asOf=%00',
    'asOf=2016-12-01%0d%0aX:y',
    'asOf',
    `asOf=${'1'.repeat(65)}`,
    'validat=1',
  ])('%s is 400', async (query) => {
    for (const list of lists) {
      const answer = await newsroom.archive.get(`/v1/stories${list}?${query}`);
      expect([list, answer.status]).toEqual([list, 400]);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    }
    expect((await desk.get(at(slug, `?${query}`))).status).toBe(400);
    expect((await desk.post(at(slug, `/developments?${query}`), report())).status).toBe(400);
  });

  it.each(['0', '101', '-1', '1.5', '1e1', 'a', '', '+1', '%31%30%30%30', '0x10', '9'.repeat(16)])(
    'with limit=%s is 400',
    async (limit) => {
      for (const list of ['', `/${slug}/developments`, `/${slug}/claims`, `/${slug}/claims/talks/assertions`])
        expectRefused(
          await newsroom.archive.get(`/v1/stories${list}?limit=${limit}`),
          400,
          'query-parameter',
          'limit',
        );
      expectRefused(
        await desk.get(at(slug, `/log?limit=${limit.replace('101', '501')}`)),
        400,
        'query-parameter',
        'limit',
      );
    },
  );

  const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const whole = { list: 'developments', story: null, at: 0, known: null, held: null, from: [0] };

  it('with an invalid cursor, or one of another list, story or moment, is 400', async () => {
    const other = await openStory(desk);
    const of = async (name: string, list: string) => {
      const { body } = await newsroom.archive.get(read(name, `/${list}?limit=1`));
      return new URL(body.next, 'http://a').searchParams.get('cursor')!;
    };
    for (let i = 0; i < 2; i += 1) {
      const two = report([`a-${i}`, `b-${i}`], { raises: [{ id: `q-${i}`, text: en('?') }] });
      const made = await record(desk, other, two);
      await newsroom.archive.get(read(other), { 'dateline-position': made.public.position });
    }
    const first = (await newsroom.archive.get(read(other, '/revisions/1'))).body.updatedAt;
    const mine = await of(other, 'claims');
    const cursors = [
      '',
      'a',
      '%00',
      '!!!',
      'bnVsbA',
      cursor(null),
      cursor([]),
      cursor(1),
      cursor('a'),
      cursor({}),
      cursor({ ...whole, list: 1 }),
      cursor({ ...whole, from: -1 }),
      cursor({ ...whole, from: [1.5] }),
      cursor({ ...whole, from: ['1'] }),
      cursor({ ...whole, at: '0' }),
      cursor({ ...whole, at: 9e15 }),
      cursor({ ...whole, held: 9e15 }),
      cursor({ ...whole, held: -9e15 }),
      mine,
      'a'.repeat(501),
    ];
    for (const one of cursors) {
      for (const list of [
        `/${slug}/developments`,
        `/${slug}/claims`,
        `/${slug}/claims/talks/assertions`,
        '',
      ]) {
        const answer = await newsroom.archive.get(`/v1/stories${list}?limit=1&cursor=${one}`);
        expect([one, list, answer.status]).toEqual([one, list, 400]);
      }
      expect([one, (await desk.get(`/desk/v1/stories?cursor=${one}`)).status]).toEqual([one, 400]);
    }
    expectRefused(await newsroom.archive.get(read(other, `/developments?cursor=${mine}`)), 400, 'cursor');
    expectRefused(
      await newsroom.archive.get(read(other, `/claims/a-0/assertions?cursor=${mine}`)),
      400,
      'cursor',
    );
    expectRefused(
      await newsroom.archive.get(read(other, `/claims?asOf=${first}&cursor=${mine}`)),
      400,
      'cursor',
    );
    expectRefused(
      await newsroom.archive.get(read(other, `/claims?validAt=2999-01-01&cursor=${mine}`)),
      400,
      'cursor',
    );
  });

  it('with a well-formed but forged cursor is never a 5xx', async () => {
    const { id } = (await desk.get(at(slug))).body;
    const numbers = [0, 1, -1, 1e6, 8.64e15, -8.64e15, 9e15, 2 ** 53 - 1, null];
    for (const value of numbers)
      for (const field of ['at', 'known', 'held', 'offset'])
        for (const [list, path, story] of [
          ['developments', read(slug, '/developments?limit=1&'), id],
          ['claims', read(slug, '/claims?limit=1&'), id],
          ['assertions talks', read(slug, '/claims/talks/assertions?limit=1&'), id],
          ['stories', '/v1/stories?limit=1&', null],
        ]) {
          const forged = cursor({ ...whole, list, story, [field]: value });
          const { status } = await newsroom.archive.get(`${path}cursor=${forged}`);
          expect([list, field, value, status < 500]).toEqual([list, field, value, true]);
        }
  });
});

/** Every write with a valid body. A function makes each body, because some are accepted only once. */
type Write = readonly [method: 'post' | 'put', path: () => string, body: () => Json];
const reason = 'We looked.';
const notice = { notice: en('Withdrawn.') };
const place = { name: 'Ankara', country: 'TR', geo: { type: 'Point', coordinates: [32.85, 39.93] } };
const own = (rest: string) => (): string => at(slug, rest);
const dev = (rest: string) => (): string => at(slug, `/developments/${development.id}/${rest}`);
const territory = {
  variable: 'v',
  area: 'a',
  of: 'b',
  share: 0.5,
  km2: 3,
  comparator: '=',
  controller: 'c',
  from: 'd',
};
const figure = {
  variable: 'v',
  what: 'a',
  of: 'b',
  unit: 'c',
  denominator: 'd',
  period: 'e',
  count: 1,
  low: 1,
  high: 2,
  comparator: '~',
};
let made = 0;
const wholeDevelopment = (): Json => {
  const n = `f-${(made += 1)}`;
  const prop = { ...proposition(`${n}-p`), occurred: '2016-12-01', place };
  return {
    kind: 'report',
    text: { en: 'a', fr: 'b' },
    attribution: [
      [
        { party: 'financial-times', standing: 'relayer' },
        {
          unnamed: {
            descriptor: en('an official'),
            ref: 'one',
            count: 2,
            side: 'russia',
            groundRules: 'background',
            approvedBy: 'command-line',
          },
          standing: 'principal',
        },
      ],
      [{ party: 'moscow' }],
    ],
    claims: [
      prop,
      { ...proposition(`${n}-t`), kind: 'territory', territory },
      { ...proposition(`${n}-f`), kind: 'figure', figure },
    ],
    assertions: [{ claim: prop.id, stance: 'asserts', chains: [0], standing: 'witness' }],
    raises: [{ id: `${n}-q`, text: en('?') }],
    answers: ['who'],
    publishes: ['talks'],
    occurred: '2016-11-28/2016-12-01',
    reportedAt: '2016-12-01',
    place,
    significance: 'minor',
    release: { embargoedUntil: '2999-01-01T00:00:00Z' },
    evidence: [{ url: 'https://example.org', sha256: 'a'.repeat(64), public: true }],
  };
};
const WRITES: Readonly<Record<string, Write>> = {
  development: ['post', own('/developments'), wholeDevelopment],
  correction: [
    'post',
    dev('corrections'),
    () => {
      const {
        release: _,
        publishes: __,
        claims: ___,
        assertions: ____,
        raises: _____,
        ...changes
      } = wholeDevelopment();
      return {
        class: 'correction',
        changes: {
          ...changes,
          text: en(`c-${made}`),
          claims: [proposition('talks'), proposition('contacts')],
          assertions: [{ claim: 'talks', stance: 'asserts' }],
          raises: [{ id: 'who', text: en('Who?') }],
          answers: [],
        },
        withhold: ['text'],
        reason,
        ...notice,
      };
    },
  ],
  retraction: ['post', dev('retraction'), () => ({ by: 'us', reason })],
  revocation: ['post', dev('retraction/revocation'), () => ({ reason })],
  release: ['post', dev('release'), () => ({ publishes: ['talks'] })],
  kill: ['post', dev('kill'), () => ({ reason, ...notice })],
  takedown: ['post', dev('takedown'), () => ({ reason, ...notice, authority: 'A court' })],
  reinstatement: ['post', dev('reinstatement'), () => ({ reason })],
  withdrawal: [
    'post',
    () => at(slug, `/assertions/${development.assertions[0]}/withdrawal`),
    () => ({ by: 'us', reason }),
  ],
  'claim correction': [
    'post',
    own('/claims/contacts/corrections'),
    () => ({
      changes: { text: en(`n-${(made += 1)}`), occurred: '2016', place },
      withhold: ['text'],
      reason,
    }),
  ],
  judgement: [
    'post',
    own('/claims/talks/judgements'),
    () => ({ verdict: 'refuted', method: 'm', public: true, reason }),
  ],
  'judgement revocation': [
    'post',
    () => at(slug, `/claims/talks/judgements/${judgement.id}/revocation`),
    () => ({ reason }),
  ],
  link: ['post', own('/claims/talks/links'), () => ({ to: 'contacts', relation: 'same' })],
  'link revocation': [
    'post',
    () => at(slug, `/claims/talks/links/${link.id}/revocation`),
    () => ({ reason }),
  ],
  independence: ['post', own('/independence'), () => ({ origins: ['a', 'b'], independent: true, reason })],
  headline: [
    'put',
    own('/headline'),
    () => ({ headline: en(`h-${(made += 1)}`), release: { embargoedUntil: '2999-01-01T00:00:00Z' } }),
  ],
  lede: ['put', own('/lede'), () => ({ lede: en(`l-${(made += 1)}`), release: 'now' })],
  classification: ['put', own('/classification'), () => ({ topics: ['medtop:20000076'], places: [place] })],
  'story kill': ['post', () => at('never-opened', '/kill'), () => ({ reason, ...notice })],
  'story takedown': [
    'post',
    () => at('never-opened', '/takedown'),
    () => ({ reason, ...notice, authority: 'A court' }),
  ],
  'story reinstatement': ['post', own('/reinstatement'), () => ({ reason })],
  closing: ['post', () => at('never-opened', '/closing'), () => ({ reason })],
  reopening: ['post', own('/reopening'), () => ({ reason })],
  side: ['put', () => `/desk/v1/sides/s-${(made += 1)}`, () => ({ name: 'S', allies: ['russia'] })],
  party: [
    'post',
    () => '/desk/v1/parties',
    () => ({ id: `p-${(made += 1)}`, name: 'P', type: 'person', side: 'russia', speaksFor: 'moscow' }),
  ],
  'party description': [
    'put',
    () => `/desk/v1/parties/p-${(made += 1)}`,
    () => ({ name: 'P', type: 'person', side: 'russia', speaksFor: 'moscow' }),
  ],
  story: [
    'post',
    () => '/desk/v1/stories',
    () => ({
      slug: freshSlug('fuzz'),
      headline: en('a'),
      lede: en('b'),
      language: 'en',
      topics: ['medtop:20000076'],
      places: [place],
    }),
  ],
};
const NAMES = Object.keys(WRITES);
const write = (name: string, body: unknown): Promise<Answer> => {
  const [method, path] = WRITES[name]!;
  return desk[method](path(), body, { 'if-match': '*' });
};

type Step = string | number;
/** The paths to all values inside a JSON value. */
function pathsIn(value: Json, steps: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [steps];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...steps, Array.isArray(value) ? Number(key) : key]),
  );
  return [steps, ...inner];
}
function withAt(value: Json, steps: readonly Step[], put: unknown): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return put;
  const copy: Json = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = withAt(copy[step], rest, put);
  return copy;
}
const valueAt = (value: Json, steps: readonly Step[]): Json => steps.reduce((v, step) => v[step], value);

/** Expects a success, or a problem with a status below 500. */
function expectNoFault(what: unknown, answer: Answer): void {
  expect([what, answer.status, answer.status < 500]).toEqual([what, answer.status, true]);
  const type = answer.status < 400 ? /^application\/json/ : /^application\/problem\+json$/;
  expect(answer.headers['content-type']).toMatch(type);
}

describe('every write', () => {
  it.each(NAMES)('of a %s accepts a valid body, unless the state of the story forbids it', async (name) => {
    const answer = await write(name, WRITES[name]![2]());
    expectNoFault(name, answer);
    expect([400, 415, 428]).not.toContain(answer.status);
    expect(answer.body.code).not.toBe('validation');
  });

  it.each(NAMES)('of a %s names an unknown field at every level', async (name) => {
    const body = WRITES[name]![2]();
    for (const steps of pathsIn(body)) {
      const inside = valueAt(body, steps);
      if (typeof inside !== 'object' || Array.isArray(inside)) continue;
      const answer = await write(name, withAt(body, steps, { ...inside, unheardOf: SECRET }));
      expect([steps, answer.status]).toEqual([steps, 422]);
      expectRefused(answer, 422, 'validation');
      if (['text', 'headline', 'lede', 'notice', 'descriptor', 'geo'].includes(String(steps.at(-1))))
        continue;
      expect(answer.body.errors.map((e: Json) => e.pointer)).toContain(['', ...steps, 'unheardOf'].join('/'));
    }
  });

  it.each(NAMES)('of a %s refuses null and every wrong type at the right pointer', async (name) => {
    const body = WRITES[name]![2]();
    for (const steps of pathsIn(body).slice(1))
      for (const put of [
        null,
        undefined,
        '',
        0,
        -1,
        1.5,
        true,
        [],
        {},
        [null],
        [[]],
        'a\u0000b',
        'ⅷ'.repeat(12_000),
      ]) {
        const now = withAt(WRITES[name]![2](), steps, put);
        const answer = await write(name, now);
        expectNoFault([steps, put], answer);
        const before = valueAt(body, steps);
        const sort = (v: unknown) => (Array.isArray(v) ? 'array' : typeof v);
        const taken =
          put === null || put === undefined || sort(put) === sort(before) || steps.at(-1) === 'release';
        expect([steps, put, taken || answer.status >= 400]).toEqual([steps, put, true]);
        const pointers =
          answer.body.code === 'validation' ? answer.body.errors.map((e: Json) => e.pointer) : [];
        expect([steps, put, pointers.every((p: string) => p.split('/')[1] === steps[0])]).toEqual([
          steps,
          put,
          true,
        ]);
      }
  });

  it('never answers 5xx to any JSON, nor to a mutated valid body', async () => {
    const scrap = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
      fc.constantFrom(
        '2016-12-01',
        '../..',
        'a\r\nb',
        'talks',
        'XXXX-XX',
        '2016-12-01/..',
        'medtop:20000076',
        NOBODY,
        '=',
        'now',
        -0,
        5e-324,
        '\u202e',
        '😀',
      ),
      fc.array(fc.constantFrom('talks', 'a', 0, 1, null, {}), { maxLength: 5 }),
    );
    const change = fc.tuple(fc.nat(), scrap);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.array(change, { maxLength: 3 }),
        scrap,
        async (name, changes, any) => {
          let body = WRITES[name]![2]();
          for (const [n, put] of changes) {
            const places = pathsIn(body);
            body = withAt(body, places[n % places.length]!, put);
          }
          expectNoFault([name, body], await write(name, changes.length === 0 ? any : body));
        },
      ),
      { numRuns: 500 },
    );
    expect((await desk.get('/health/ready')).status).toBe(200);
    expect((await desk.get(at(slug))).status).toBe(200);
  });

  it('leaves a story that archive and desk can read, and that can be exported and imported', async () => {
    const { archive } = newsroom;
    const { body } = await desk.get('/desk/v1/stories?limit=100');
    for (const { slug: name } of body.items) {
      for (const rest of ['', '/developments', '/claims', '/corrections', '/questions', '/log', '/export'])
        expect([name, rest, (await desk.get(at(name, rest))).status]).toEqual([name, rest, 200]);
      // The store first rewrites killed content.
      const answer = await eventually(
        () => archive.get(read(name)),
        ({ status }) => status !== 503,
      );
      expect([200, 404, 410]).toContain(answer.status);
    }
    expect((await archive.get('/health/ready')).status).toBe(200);
  });
});

describe('the newsroom', () => {
  it('logged no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
});
