import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  everyPage,
  expectProblem,
  introduce,
  proposition,
  read,
  record,
  report,
  stateAt,
} from './stories.js';

let newsroom: RunningNewsroom;
const ask = (slug: string, rest = ''): Promise<Answer> => newsroom.archive.get(read(slug, rest));

const alphabetically = (a: string, b: string): number => (a < b ? -1 : 1);
const time = (minute: number): string => new Date(Date.UTC(2016, 11, 1, 9, minute)).toISOString();
const line = (story: string, minute: number, command: string, body: object): Json => ({
  at: time(minute),
  story,
  command,
  ...body,
});
const opening = { headline: en('A headline'), language: 'en' };
const moscow = { attribution: [[{ party: 'moscow', standing: 'principal' }]] };

/** Three developments at 09:10, 09:20 and 09:30 UTC on 1 December 2016. A fourth at 23:30: in Paris that is the 2nd. */
const small = [
  line('small', 0, 'open', opening),
  ...[10, 20, 30, 870].map((minute, i) =>
    line('small', minute, 'record', { ref: `d${i}`, ...report([`c${i}`]), occurred: `2016-11-2${i}` }),
  ),
];

/** 30 developments, 120 claims, 8 origins who assert the first claim, 12 corrections. */
const large = [
  line('large', 0, 'open', opening),
  ...Array.from({ length: 30 }, (_, i) => {
    const claims = Array.from({ length: 4 }, (_, j) => `c-${i}-${j}`);
    const body = report(claims, { raises: [{ id: `q-${i}`, text: en('Why?') }] });
    if (i < 8) {
      const unnamed = { ref: `source-${i}`, descriptor: en(`official ${i}`), approvedBy: 'command-line' };
      body.attribution.push([{ party: 'financial-times' }, { unnamed }]);
      body.assertions = [{ claim: 'c-0-0', stance: 'asserts', chains: [1] }];
    }
    return line('large', 1 + i, 'record', { ref: `d${i}`, ...body });
  }),
  ...Array.from({ length: 12 }, (_, i) =>
    line('large', 40 + i, 'correct', {
      development: `d${i}`,
      class: 'correction',
      changes: { text: en(`Corrected ${i}.`) },
      reason: 'It was wrong.',
      notice: en('It was wrong.'),
    }),
  ),
];

beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_TIME_ZONE: 'Europe/Paris' });
  await introduce(newsroom.desk);
  for (const file of [small, large]) await newsroom.desk.import(file);
});
afterAll(() => newsroom.remove());

describe('asOf', () => {
  it.each([
    ['2016-12-01T09:10:00Z', '1'],
    ['2016-12-01T09:10Z', '1'],
    ['2016-12-01T10:20%2B01', '2'],
    ['2016-12-01T09:10:00.000Z', '1'],
    ['2016-12-01T09:19:59.999Z', '1'],
    ['2016-12-01T10:20:00%2B01:00', '2'],
    ['2016-12-01T09:30:00.0009Z', '3'],
    ['2016-12-01', '3'],
    ['2016-12-01T22:59:59.999Z', '3'],
    ['2016-12-02', '4'],
    ['2999-01-01', '4'],
    ['9999-12-31T23:59:59Z', '4'],
  ])('%s is revision %s, inclusive, days in the newsroom’s zone', async (moment, revision) => {
    const { status, body, headers } = await ask('small', `?asOf=${moment}`);
    expect([status, body.revision, body.developments.total]).toEqual([200, revision, Number(revision)]);
    expect(headers['content-location']).toBe(`/v1/stories/small/revisions/${revision}`);
    expect(headers['memento-datetime']).toBe(new Date(body.updatedAt).toUTCString());
    expect(headers.etag).toMatch(new RegExp(`^"${revision}\\.[\\w-]+"$`));
  });

  it('when absent is the head, which is not a memento', async () => {
    const { body, headers } = await ask('small');
    expect(body).toMatchObject({ asOf: null, validAt: null, revision: '4', openedAt: time(10) });
    expect(headers).not.toHaveProperty('memento-datetime');
    expect(headers).not.toHaveProperty('content-location');
  });

  it('is repeated in the answer as the instant used', async () => {
    expect((await ask('small', '?asOf=2016-12-01&validAt=2016-11-20')).body).toMatchObject({
      asOf: '2016-12-01T22:59:59.999Z',
      validAt: '2016-11-20T22:59:59.999Z',
    });
  });

  it('before the first revision is 404 with a link to the first', async () => {
    for (const rest of [
      '',
      '/developments',
      '/claims',
      '/claims/c0',
      '/claims/c0/assertions',
      '/corrections',
    ]) {
      const answer = await ask('small', `${rest}?asOf=2016-12-01T09:09:59.999Z`);
      expectProblem(answer, 404, 'not-yet');
      expect(answer.body.first).toEqual({ at: time(10), href: read('small', '/revisions/0') });
      expect(answer.headers.link).toBe(
        `<${read('small', '/revisions/0')}>; rel="first memento"; datetime="Thu, 01 Dec 2016 09:10:00 GMT"`,
      );
      expect((await newsroom.archive.get(answer.body.first.href)).status).toBe(200);
    }
  });

  it.each([
    '',
    'now',
    '2016',
    '2016-12',
    '2016-13-01',
    '2016-02-30',
    '2016-12-01T10:00',
    '2016-12-01T10:00:00',
    '2016-12-01T24:00:00Z',
    '2016-12-01T10:00:60Z',
    '2016-12-01+10:00:00Z',
    '1480586400',
    '0000-01-01',
    '+012016-12-01T10:00:00Z',
    '%2B012016-12-01',
    '2016-12-01T10:00:00+01:00',
    "2016-12-01'",
    '%F0%9F%95%9B',
  ])('%p is invalid, and the answer lists the accepted forms', async (moment) => {
    for (const rest of ['', '/developments', '/claims/c0']) {
      const answer = await ask('small', `${rest}?asOf=${moment}`);
      expectProblem(answer, 400, 'time-form', 'asOf');
      expect(answer.body.detail).toMatch(/2016-12-01T10:00Z.*a date alone/);
    }
    const list = await newsroom.archive.get(`/v1/stories?asOf=${moment}`);
    expectProblem(list, 400, 'time-form', 'asOf');
    expectProblem(await ask('small', `?validAt=${moment}`), 400, 'time-form', 'validAt');
    expectProblem(await ask('small', `/changes?from=${moment}&to=2016-12-01`), 400, 'time-form', 'from');
  });

  it('shows the front page of that moment, the newest development first', async () => {
    const slugs = async (query: string) =>
      (await newsroom.archive.get(`/v1/stories${query}`)).body.items.map((s: Json) => s.slug);
    expect(await slugs('?asOf=2016-12-01T09:00:30Z')).toEqual([]);
    expect(await slugs('?asOf=2016-12-01T09:05:00Z')).toEqual(['large']);
    expect(await slugs('?asOf=2016-12-01T09:10:30Z')).toEqual(expect.arrayContaining(['small', 'large']));
    expect(await slugs('?asOf=2016-12-01T09:29:30Z')).toEqual(['large', 'small']);
    expect(await slugs('')).toEqual(['small', 'large']);
    const pages = await everyPage(newsroom.archive, '/v1/stories?limit=1&asOf=2016-12-01T09:10:30Z');
    expect(pages.flatMap((p) => p.items.map((s: Json) => s.slug)).toSorted(alphabetically)).toEqual([
      'large',
      'small',
    ]);
  });
});

describe('validAt', () => {
  it('lists developments that had begun, and propositions valid at that time', async () => {
    const { body } = await ask('small', '?validAt=2016-11-21');
    expect(body.developments.items.map((d: Json) => d.occurred)).toEqual(['2016-11-21', '2016-11-20']);
    expect(body.claims.items.map((c: Json) => c.id)).toEqual(['c1']);
    const list = await ask('small', '/developments?validAt=2016-11-21');
    expect(list.body.items).toEqual(body.developments.items);
  });

  it('combines with asOf, and is part of the permalink', async () => {
    const query = 'asOf=2016-12-01T09:10:00Z&validAt=2016-11-21T12:00:00Z';
    const { body, headers } = await ask('small', `?${query}`);
    expect([body.developments.total, body.claims.total]).toEqual([1, 0]);
    const fixed = await newsroom.archive.get(headers['content-location']!);
    expect(fixed.body).toEqual({ ...body, asOf: null });
  });
});

describe('a large story', () => {
  const idsOf = (pages: Json[]): string[] => pages.flatMap((p) => p.items.map((i: Json) => i.id));

  it('is bounded, with totals and next', async () => {
    const { body } = await ask('large');
    const bounds = Object.fromEntries(
      ['developments', 'claims', 'questions', 'corrections'].map((name) => [
        name,
        [body[name].total, body[name].items.length, body[name].next !== null],
      ]),
    );
    expect(bounds).toEqual({
      developments: [30, 20, true],
      claims: [120, 100, true],
      questions: [30, 20, true],
      corrections: [12, 10, true],
    });
    const first = body.claims.items.find((c: Json) => c.id === 'c-0-0');
    expect([first.assertions.total, first.assertions.items.length]).toEqual([8, 5]);
    const all = await everyPage(newsroom.archive, first.assertions.next);
    expect(new Set(idsOf(all)).size).toBe(8);
  });

  it.each(['developments', 'claims', 'questions', 'corrections'])(
    'gives all its %s once by next, by pages of any size',
    async (name) => {
      const { body } = await ask('large');
      const total = body[name].total;
      const rest = await everyPage(newsroom.archive, body[name].next);
      const ids = [...body[name].items.map((i: Json) => i.id), ...idsOf(rest)];
      expect([ids.length, new Set(ids).size]).toEqual([total, total]);
      for (const query of [
        '?limit=7',
        '?limit=100',
        '?limit=1&validAt=2999-01-01',
        '?limit=9&asOf=2999-01-01',
      ]) {
        const pages = await everyPage(newsroom.archive, read('large', `/${name}${query}`));
        expect(pages.every((p) => p.total === pages[0].total)).toBe(true);
        expect(new Set(idsOf(pages)).size).toBe(pages[0].total);
      }
    },
  );

  it.each(['', 'asOf=2999-01-01&', 'validAt=2999-01-01&', 'asOf=2999-01-01&validAt=2999-01-01&'])(
    'gives what there was at the first page, once, while more is recorded between pages (%s)',
    async (query) => {
      for (const [name, rest] of [
        ['developments', '/developments'],
        ['claims', '/claims'],
        ['questions', '/questions'],
        ['assertions', '/claims/c-0-0/assertions'],
      ] as const) {
        if (name === 'assertions' && query.includes('validAt')) continue;
        const size = name === 'assertions' ? 3 : 40;
        const address = read('large', `${rest}?${query}limit=`);
        const before = idsOf(await everyPage(newsroom.archive, `${address}100`));
        const ids: string[] = [];
        for (let next: string | null = `${address}${size}`, i = 0; next !== null; i += 1) {
          const { status, body }: Answer = await newsroom.archive.get(next);
          expect([name, status]).toEqual([name, 200]);
          ids.push(...body.items.map((item: Json) => item.id));
          next = body.next;
          const more = report([`m-${name}-${query.length}-${i}`], {
            raises: [{ id: `q-${name}-${query.length}-${i}`, text: en('And?') }],
          });
          more.assertions.push({ claim: 'c-0-0', stance: 'qualifies' });
          const made = await record(newsroom.desk, 'large', more);
          await stateAt(newsroom.archive, 'large', made.public.revision);
        }
        expect([name, ids]).toEqual([name, before]);
      }
    },
  );

  it('lists each story once while others are recorded between pages of the front page', async () => {
    const first = await newsroom.archive.get('/v1/stories?limit=1');
    const late = await record(newsroom.desk, 'small', report(['late']));
    await stateAt(newsroom.archive, 'small', late.public.revision);
    const rest = await everyPage(newsroom.archive, first.body.next);
    expect(
      [first.body, ...rest].flatMap((p) => p.items.map((s: Json) => s.slug)).toSorted(alphabetically),
    ).toEqual(['large', 'small']);
  });
});

describe('a revision', () => {
  it('is a fixed state, shown as of its time', async () => {
    expect((await ask('small', '/revisions/0')).body.revision).toBe('0');
    for (const n of [1, 2, 3, 4]) {
      const { status, body, headers } = await ask('small', `/revisions/${n}`);
      expect([status, body.revision, body.developments.total]).toEqual([200, String(n), n]);
      expect(headers['memento-datetime']).toBe(new Date(body.updatedAt).toUTCString());
      expect(headers['content-location']).toBe(read('small', `/revisions/${n}`));
      const then = await ask('small', `?asOf=${body.updatedAt}`);
      expect({ ...then.body, asOf: null }).toEqual(body);
    }
  });

  it.each([
    ['99', 404, 'story-unknown'],
    ['-1', 404, 'not-found'],
    ['01', 404, 'not-found'],
    ['1e1', 404, 'not-found'],
    ['999999999999999', 404, 'story-unknown'],
    ['9999999999999999', 404, 'not-found'],
  ])('%s is %i %s', async (revision, status, code) => {
    expectProblem(await ask('small', `/revisions/${revision}`), status, code);
  });
});

describe('what changed between two moments', () => {
  const changes = (from: string, to: string) => ask('small', `/changes?from=${from}&to=${to}`);

  it('are the developments and claims after the first and up to the second', async () => {
    const { body } = await changes(time(10), time(20));
    expect(body).toMatchObject({
      from: { revision: '1' },
      to: { revision: '2' },
      headline: null,
      status: null,
    });
    expect(body.developments).toMatchObject({ total: 1, items: [{ revision: '2' }] });
    expect(body.claims.items).toMatchObject([{ id: 'c1', was: null, is: { status: 'claimed' } }]);
  });

  it('are everything if the range starts before the first revision, and nothing if it is empty', async () => {
    const all = await changes('2016-11-01', time(30));
    expect(all.body).toMatchObject({
      from: { revision: null },
      headline: { was: null, is: en('A headline') },
    });
    expect(all.body.developments.total).toBe(3);
    const none = await changes(time(20), time(20));
    expect([none.body.developments.total, none.body.claims.total]).toEqual([0, 0]);
  });

  it('needs two moments in order', async () => {
    expectProblem(await changes(time(20), time(10)), 400, 'query-parameter');
    expectProblem(await ask('small', `/changes?from=${time(10)}`), 400, 'query-parameter', 'to');
    expectProblem(await changes('2015-01-01', '2016-01-01'), 404, 'not-yet');
  });
});

describe('a claim', () => {
  it('has the history of its status with reasons', async () => {
    const id = `/claims/c0`;
    const { desk } = newsroom;
    await record(
      desk,
      'small',
      report([], { kind: 'denial', assertions: [{ claim: 'c0', stance: 'denies' }] }),
    );
    const judgement = { verdict: 'verified', method: 'pictures', public: true, reason: 'We looked.' };
    const judged = await desk.post(at('small', `${id}/judgements`), judgement);
    await stateAt(newsroom.archive, 'small', judged.body.public.revision);
    const { body } = await ask('small', id);
    expect(body.history.map((h: Json) => h.status)).toEqual(['claimed', 'denied', 'verified']);
    for (const entry of body.history)
      expect(entry).toMatchObject({
        since: expect.any(String),
        explanation: { en: expect.any(String), fr: expect.any(String) },
        because: [expect.any(String)],
      });
    const then = await ask('small', `${id}?asOf=2016-12-01`);
    expect(then.body.history.map((h: Json) => h.status)).toEqual(['claimed']);
    expectProblem(await ask('small', '/claims/c3?asOf=2016-12-01'), 404, 'claim-unknown');
    expectProblem(await ask('small', '/claims/nothing'), 404, 'claim-unknown');
  });
});

describe('an answer', () => {
  const paths = [
    '/v1/stories',
    read('small'),
    read('small', '?asOf=2016-12-01'),
    read('small', '/revisions/1'),
    read('small', '/developments'),
    read('small', '/claims/c0'),
    read('small', '/claims/c0/assertions'),
    read('small', '/changes?from=2016-12-01&to=2016-12-02'),
  ];

  it.each(paths)('to %s is 304 for a client that has it, and HEAD is GET without a body', async (path) => {
    const { archive } = newsroom;
    const got = await archive.get(path);
    const etag = got.headers.etag!;
    for (const match of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await archive.get(path, { 'if-none-match': match });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await archive.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await archive.head(path);
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length', 'memento-datetime', 'content-location'])
      expect([name, head.headers[name]]).toEqual([name, got.headers[name]]);
  });

  it('changes its ETag with what it shows', async () => {
    const tags = new Set<string>();
    for (const rest of ['', '?validAt=2016-11-20', '/claims', '/developments'])
      tags.add((await ask('small', rest)).headers.etag!);
    expect(tags.size).toBe(4);
    const before = (await ask('small')).headers.etag;
    const made = await record(newsroom.desk, 'small', report(['newest']));
    await stateAt(newsroom.archive, 'small', made.public.revision);
    expect((await ask('small')).headers.etag).not.toBe(before);
  });

  it('is the same by id and by slug', async () => {
    const { body, text } = await ask('small');
    expect((await ask(body.id)).text).toBe(text);
    expectProblem(await ask('never-opened'), 404, 'story-unknown');
    expectProblem(await ask('00000000-0000-4000-8000-000000000000'), 404, 'story-unknown');
  });
});

describe('the archive', () => {
  it('does not mention the desk in its documents', async () => {
    const { archive, desk } = newsroom;
    const openapi = await archive.get('/openapi.json');
    expect([openapi.status, openapi.body.openapi]).toEqual([200, expect.stringMatching(/^3\.1/)]);
    expect(openapi.text).not.toMatch(/desk|recordedBy|idempoten/i);
    const docs = await archive.get('/docs');
    expect([docs.status, /desk/i.test(docs.text)]).toEqual([200, false]);
    expect((await archive.get('/')).text).toContain('<a href="/docs">');
    expect((await desk.get('/openapi.json')).body.paths).toHaveProperty(['/desk/v1/stories']);
    expect((await desk.get('/docs')).status).toBe(200);
  });

  it('is live and ready', async () => {
    for (const caller of [newsroom.archive, newsroom.desk]) {
      expect((await caller.get('/health/live')).body).toEqual({ status: 'live' });
      expect((await caller.get('/health/ready')).body).toMatchObject({ status: 'ready' });
    }
  });

  it('takes no writes', async () => {
    const { archive } = newsroom;
    expectProblem(await archive.post('/v1/stories', proposition('x')), 405, 'method-not-allowed');
    expectProblem(await archive.put(read('small'), moscow), 405, 'method-not-allowed');
  });
});

describe('the newsroom', () => {
  it('logged no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
});
