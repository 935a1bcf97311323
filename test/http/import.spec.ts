import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Caller, eventually, type Json, linesOf } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  proposition,
  read,
  record,
  report,
  settle,
  whisper,
} from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
});
afterAll(() => newsroom.remove());

const demonstration = readFileSync(
  join(import.meta.dirname, '..', '..', 'apps', 'newsroom', 'demonstration.ndjson'),
  'utf8',
)
  .trim()
  .split('\n');

const time = (minute: number): string => new Date(Date.UTC(2016, 11, 1, 9, minute)).toISOString();
const line = (story: string, minute: number, command: string, body: object = {}): Json => ({
  at: time(minute),
  story,
  command,
  ...body,
});
const opening = { headline: en('A headline'), language: 'en' };
const parties = [
  { at: time(0), command: 'side', id: 'russia', name: 'Russia' },
  { at: time(0), command: 'side', id: 'opposition', name: 'Syrian opposition' },
  { at: time(0), command: 'party', id: 'moscow', name: 'Moscow', type: 'state', side: 'russia' },
  { at: time(0), command: 'party', id: 'financial-times', name: 'Financial Times', type: 'outlet' },
];
const imports = async (lines: readonly (object | string)[], into = newsroom): Promise<Json> => {
  const end = linesOf(await into.desk.import(lines)).at(-1);
  await settle(into);
  return end;
};
const heads = async (into = newsroom): Promise<Json> =>
  (await into.desk.get('/desk/v1/stories?limit=100')).body.items;
const logOf = async (slug: string, into = newsroom): Promise<Json[]> =>
  (await into.desk.get(at(slug, '/log?limit=500'))).body.items;

describe('an import', () => {
  it('of the same file twice adds nothing', async () => {
    const first = await imports(demonstration);
    expect(first).toMatchObject({ done: true, lines: demonstration.length, added: demonstration.length });
    const before = await logOf('aleppo-talks');
    const again = await imports(demonstration);
    expect(again).toMatchObject({ done: true, added: 0 });
    expect(await logOf('aleppo-talks')).toEqual(before);
    const turned = demonstration.map((l) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(l)).reverse())),
    );
    expect(await imports(turned)).toMatchObject({ added: 0 });
    await newsroom.stop();
    await newsroom.start();
    expect(await imports(demonstration)).toMatchObject({ added: 0 });
  });

  it('twice adds nothing if it updates a party, and does not revert later changes', async () => {
    const party = { at: time(0), command: 'party', id: 'described', type: 'outlet' };
    const file = [
      { ...party, name: 'Old' },
      { ...party, name: 'New' },
    ];
    expect(await imports(file)).toMatchObject({ added: 2 });
    expect(await imports(file)).toMatchObject({ added: 0 });
    const put = { name: 'Newest', type: 'outlet' };
    await newsroom.desk.put('/desk/v1/parties/described', put, { 'if-match': '*' });
    expect(await imports(file)).toMatchObject({ added: 0 });
    const { body } = await newsroom.desk.get('/desk/v1/parties');
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'described', name: 'Newest' }));
  });

  it('of a longer file adds only the lines after those of an earlier file', async () => {
    const slug = freshSlug('grown');
    const file = [
      ...parties,
      line(slug, 0, 'open', opening),
      line(slug, 1, 'record', { ref: 'a', ...report(['a']) }),
    ];
    await imports(file);
    const longer = [...file, line(slug, 2, 'record', { ref: 'b', ...report(['b']) })];
    expect(await imports(longer)).toMatchObject({ added: 1, stories: [slug] });
    const other = [...file.slice(0, -1), line(slug, 1, 'record', { ref: 'a', ...report(['z']) })];
    const refused = await newsroom.desk.import(other);
    expect(refused.body.faults).toMatchObject([{ line: 6, pointer: '/ref' }]);
  });

  it('keeps its times in public, and shows when it was imported', async () => {
    const { body } = await newsroom.archive.get(read('aleppo-talks', '?asOf=2016-12-01T09:10:00Z'));
    expect(body.developments.items[0]).toMatchObject({
      recordedAt: '2016-12-01T09:05:00.000Z',
      imported: expect.stringMatching(/^20[2-9]/),
    });
  });

  it('refers to assertions by development and claim, and to sources and earlier lines by ref', async () => {
    const slug = freshSlug('refs');
    const source = { ref: 'official', descriptor: en('an official'), approvedBy: 'e' };
    const said = whisper(['a', 'b']);
    said.attribution[0][1] = { unnamed: source };
    const again = whisper([], {}, { assertions: [{ claim: 'a', stance: 'asserts' }] });
    again.attribution[0][1] = { unnamed: { ref: 'official' } };
    const reason = { reason: 'We looked.' };
    const judging = { verdict: 'verified', method: 'm', ...reason };
    const file = [
      ...parties,
      line(slug, 0, 'open', opening),
      line(slug, 1, 'record', { ref: 'one', ...said }),
      line(slug, 2, 'record', { ref: 'two', ...again }),
      line(slug, 3, 'withdraw', { development: 'one', claim: 'b', by: 'origin', ...reason }),
      line(slug, 4, 'judge', { ref: 'j', claim: 'a', ...judging }),
      line(slug, 5, 'revoke-judgement', { judgement: 'j', ...reason }),
      line(slug, 6, 'link', { ref: 'l', claim: 'a', to: 'b', relation: 'narrows' }),
      line(slug, 7, 'revoke-link', { link: 'l' }),
      line(slug, 8, 'correct', {
        development: 'two',
        class: 'refile',
        changes: { text: en('x') },
        ...reason,
      }),
      line(slug, 9, 'correct-claim', { claim: 'a', changes: { text: en('A') }, ...reason }),
      line(slug, 10, 'retract', { development: 'two', by: 'outlet', ...reason }),
      line(slug, 11, 'revoke-retraction', { development: 'two', ...reason }),
      line(slug, 12, 'record', { ref: 'three', ...report(['c'], { release: 'held' }) }),
      line(slug, 13, 'release', { development: 'three' }),
      line(slug, 14, 'independence', { origins: ['official', 'moscow'], independent: true, ...reason }),
      line(slug, 15, 'headline', { headline: en('H') }),
      line(slug, 16, 'lede', { lede: en('L') }),
      line(slug, 17, 'classify', { topics: ['medtop:20000076'], places: [] }),
      line(slug, 18, 'kill', { development: 'three', notice: en('n'), ...reason }),
      line(slug, 19, 'reinstate', { development: 'three', ...reason }),
      line(slug, 20, 'takedown', { notice: en('n'), authority: 'A court', ...reason }),
      line(slug, 21, 'reinstate', reason),
      line(slug, 22, 'close'),
      line(slug, 23, 'reopen', { by: 'somebody' }),
    ];
    expect(await imports(file)).toMatchObject({ done: true, stories: [slug] });
    const log = await logOf(slug);
    expect(log).toHaveLength(file.length - parties.length);
    expect(log.map((e) => e.metadata.recordedAt)).toEqual(file.slice(parties.length).map((l) => l.at));
    expect(log.at(-1).metadata.recordedBy).toBe('somebody');
    expect(log[1].data.development.attribution[0][1].unnamed.origin).toBe(
      log[2].data.development.attribution[0][1].unnamed.origin,
    );
    expect(await imports(file)).toMatchObject({ added: 0 });
  });
});

describe('a file with faults', () => {
  const slug = 'faulty';
  const good = [
    ...parties,
    line(slug, 10, 'open', opening),
    line(slug, 20, 'record', { ref: 'a', ...report(['a']) }),
  ];
  const n = good.length + 1;

  it.each<[what: string, pointer: string, fault: () => object | string]>([
    ['no JSON', '/at', () => '{"at": '],
    ['an array', '', () => '[]'],
    ['a key twice', '/at', () => '{"at": "a", "at": "b"}'],
    ['no command', '/command', () => ({ at: time(30), story: slug })],
    ['a command that is none', '/command', () => line(slug, 30, 'recorded')],
    ['a command that every object has', '/command', () => line(slug, 30, 'toString')],
    ['no time', '/at', () => ({ story: slug, command: 'close' })],
    ['a time that is none', '/at', () => ({ ...line(slug, 30, 'close'), at: '2016-12-01' })],
    ['a time below the story’s last', '/at', () => line(slug, 19, 'close')],
    ['a time to come', '/at', () => ({ ...line(slug, 30, 'close'), at: '2999-01-01T00:00:00.000Z' })],
    ['no story', '/story', () => ({ at: time(30), command: 'close' })],
    ['a story that is no slug', '/story', () => line('../x', 30, 'close')],
    ['no ref of a record', '/ref', () => line(slug, 30, 'record', report(['b']))],
    ['a ref twice', '/ref', () => line(slug, 30, 'record', { ref: 'a', ...report(['b']) })],
    ['a ref that is none', '/ref', () => line(slug, 30, 'record', { ref: 'A b', ...report(['b']) })],
    ['an id that is none', '/id', () => line(slug, 30, 'record', { id: '1', ...report(['b']) })],
    ['an unknown field', '/unheard', () => line(slug, 30, 'close', { unheard: 1 })],
    ['a wrong body', '/text', () => line(slug, 30, 'record', { ref: 'b', ...report(['b'], { text: 'b' }) })],
    [
      'a rule that says no',
      '/attribution/0/0/party',
      () => line(slug, 30, 'record', { ref: 'b', ...report([], { attribution: [[{ party: 'nobody' }]] }) }),
    ],
    [
      'an outlet that cites itself through another',
      '/attribution/0/2',
      () => {
        const attribution = [['financial-times', 'moscow', 'financial-times'].map((party) => ({ party }))];
        return line(slug, 30, 'record', { ref: 'b', ...report([], { attribution }) });
      },
    ],
    [
      'a development that is none',
      '/development',
      () => line(slug, 30, 'retract', { development: 'z', by: 'us', reason: 'r' }),
    ],
    [
      'a claim that is none',
      '/claim',
      () =>
        line(slug, 30, 'judge', { claim: 'z', verdict: 'verified', method: 'm', public: true, reason: 'r' }),
    ],
    ['no development', '/development', () => line(slug, 30, 'retract', { by: 'us', reason: 'r' })],
    [
      'no such assertion',
      '/claim',
      () => line(slug, 30, 'withdraw', { development: 'a', claim: 'z', by: 'us', reason: 'r' }),
    ],
    ['by whom', '/by', () => line(slug, 30, 'close', { by: '' })],
    ['by somebody of two lines', '/by', () => line(slug, 30, 'close', { by: 'a\nb' })],
    [
      'a side that is none',
      '/side',
      () => ({ at: time(0), command: 'party', id: 'x', name: 'X', type: 'state', side: 'nowhere' }),
    ],
    ['a name that is missing', '/name', () => ({ at: time(0), command: 'side', id: 'x' })],
    [
      'the embargo',
      '/release',
      () =>
        line(slug, 30, 'record', { ref: 'b', ...report(['b'], { release: { embargoedUntil: time(25) } }) }),
    ],
  ])('(%s) is reported at %p of its line, and nothing is written', async (_, pointer, fault) => {
    const before = [await heads(), (await newsroom.desk.get('/desk/v1/parties')).text];
    const answer = await newsroom.desk.import([...good, fault(), line(slug, 40, 'close', { more: 1 })]);
    expectProblem(answer, 422, 'validation');
    expect(answer.body.faults).toEqual([
      { line: n, pointer, detail: expect.any(String) },
      { line: n + 1, pointer: '/more', detail: expect.any(String) },
    ]);
    expect([await heads(), (await newsroom.desk.get('/desk/v1/parties')).text]).toEqual(before);
  });

  it('is refused if it is empty, not UTF-8, or has an endless line', async () => {
    const send = (body: string | Uint8Array): Promise<Answer> =>
      newsroom.desk.send({
        method: 'POST',
        path: '/desk/v1/imports',
        headers: { 'content-type': 'application/x-ndjson' },
        body,
      });
    expectProblem(await send(''), 422, 'validation');
    expectProblem(await send(Buffer.from([0x7b, 0xff, 0x7d, 0x0a])), 400, 'json-encoding');
    expectProblem(await send(Buffer.from([0x7b, 0x7d, 0x0a, 0xe2, 0x82])), 400, 'json-encoding');
    expectProblem(await send(`{"a":"${'x'.repeat(400_000)}"}\n`), 413, 'payload-too-large');
    const many = await send('{}\n'.repeat(5_000));
    expectProblem(many, 422, 'validation');
    expect(many.body.faults.length).toBe(100);
  });
});

describe('an embargo inside an import', () => {
  it('ends at its time, between the lines around it, however long the import takes', async () => {
    const slug = freshSlug('embargoed');
    const until = time(500);
    const body = report(['late'], { release: { embargoedUntil: until } });
    const file = [
      ...parties,
      line(slug, 0, 'open', opening),
      line(slug, 1, 'record', { ref: 'open', ...report(['open']) }),
      line(slug, 2, 'record', { ref: 'late', ...body }),
      ...Array.from({ length: 120 }, (_, i) =>
        line(slug, 3 + i, 'record', { ref: `d-${i}`, ...report([`c-${i}`]) }),
      ),
      line(slug, 600, 'record', {
        ref: 'after',
        ...report([], { assertions: [{ claim: 'late', stance: 'confirms' }] }),
      }),
    ];
    const done = await imports(file);
    expect(done).toMatchObject({ done: true });
    const log = await logOf(slug);
    const released = log.filter((e) => e.type === 'DevelopmentReleased');
    expect(released.map((e) => [e.metadata.recordedAt, e.data.cause])).toEqual([[until, 'embargo']]);
    const of = async (asOf: string) =>
      (await newsroom.archive.get(read(slug, `/claims/late?asOf=${asOf}`))).status;
    expect([await of(time(499)), await of(until)]).toEqual([404, 200]);
    expect(await imports(file)).toMatchObject({ added: 0 });
  });

  it('that is not over ends at its time', async () => {
    const slug = freshSlug('embargoed');
    const release = { embargoedUntil: new Date(Date.now() + 800).toISOString() };
    const file = [
      ...parties,
      line(slug, 0, 'open', opening),
      line(slug, 1, 'record', { ref: 'late', ...report(['late'], { release }) }),
    ];
    await imports(file);
    expect((await newsroom.archive.get(read(slug))).status).toBe(404);
    const { body } = await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.status === 200,
    );
    expect(body.developments.items[0].recordedAt >= release.embargoedUntil).toBe(true);
  });
});

describe('export and import', () => {
  let elsewhere: RunningNewsroom;
  beforeAll(async () => {
    elsewhere = await RunningNewsroom.open();
  });
  afterAll(() => elsewhere.remove());

  const exported = async (slug: string, from = newsroom): Promise<string[]> => {
    const answer = await from.desk.get(at(slug, '/export'));
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    return answer.text.trim().split('\n');
  };
  /** The content of a story, without positions in a log or import times. */
  const essence = (state: Json): Json =>
    JSON.parse(JSON.stringify(state), (key, value) =>
      key === 'position' || key === 'imported' ? undefined : value,
    );
  const timeless = (state: Json): Json =>
    JSON.parse(
      JSON.stringify(state, (key, value) =>
        /At$|^at$|^since$/.test(key) && key !== 'reportedAt' ? undefined : value,
      ),
    );
  /** Every revision, and every claim as of each: first from the desk, then from the archive. */
  const states = async (slug: string, of: RunningNewsroom): Promise<readonly [Json[], Json[]]> => [
    await statesOf(of.desk, at(slug)),
    await statesOf(of.archive, read(slug)),
  ];
  const statesOf = async (caller: Caller, root: string): Promise<Json[]> => {
    const all: Json[] = [];
    const head = (await caller.get(root)).body;
    for (let i = 0; i <= Number(head.revision); i += 1) {
      const { status, body } = await caller.get(`${root}/revisions/${i}`);
      expect([root, i, status]).toEqual([root, i, 200]);
      all.push(essence(body));
    }
    for (const { id } of head.claims.items)
      for (const state of all.slice(0, Number(head.revision) + 1)) {
        const claim = await caller.get(`${root}/claims/${id}?asOf=${state.updatedAt}`);
        if (claim.status === 200) all.push(essence(claim.body));
      }
    return all;
  };

  it('of the demo give equal states at every revision', async () => {
    const lines = await exported('aleppo-talks');
    expect(await imports(lines, elsewhere)).toMatchObject({ done: true });
    expect(await states('aleppo-talks', elsewhere)).toEqual(await states('aleppo-talks', newsroom));
    expect(await exported('aleppo-talks', elsewhere)).toEqual(lines);
    expect(await imports(lines, elsewhere)).toMatchObject({ added: 0 });
  });

  it('of a local story with every kind of event give equal states', async () => {
    const { desk } = newsroom;
    const slug = freshSlug('lived');
    await desk.post('/desk/v1/stories', {
      slug,
      ...opening,
      lede: en('L'),
      places: [{ name: 'Ankara', country: 'TR' }],
    });
    const act = async (rest: string, body: object): Promise<Json> => {
      await pause(2);
      const answer = await desk.post(at(slug, rest), body, { 'if-match': '*' });
      expect([rest, answer.status]).toEqual([rest, 201]);
      return answer.body;
    };
    const file = (body: object): Promise<Json> => record(desk, slug, body);
    const reason = { reason: 'We looked.' };
    const first = await file(
      whisper(
        ['a', 'b'],
        { groundRules: 'deepBackground' },
        {
          raises: [{ id: 'q', text: en('?') }],
          occurred: '2016-11-28/..',
          evidence: [{ url: 'https://example.org', sha256: 'a'.repeat(64), public: true }],
        },
      ),
    );
    const again = whisper(
      [],
      {},
      { assertions: [{ claim: 'a', stance: 'qualifies', chains: [0], standing: 'witness' }] },
    );
    again.attribution[0][1] = { unnamed: { origin: first.origins[0] }, standing: 'principal' };
    await file(again);
    const quantities = [
      {
        ...proposition('t'),
        kind: 'territory',
        territory: { area: 'x', share: 0.5, of: 'y', comparator: '>', controller: 'z' },
      },
      {
        ...proposition('f'),
        kind: 'figure',
        figure: { what: 'x', low: 1, high: 2, comparator: '~', variable: 'v' },
      },
    ];
    const second = await file(
      report([], { claims: quantities, assertions: [{ claim: 'f', stance: 'asserts' }], answers: ['q'] }),
    );
    await desk.put(
      '/desk/v1/parties/moscow',
      { name: 'The Kremlin', type: 'state', side: 'russia' },
      { 'if-match': '*' },
    );
    await file(report(['c']));
    await act(`/developments/${first.id}/corrections`, {
      class: 'correction',
      changes: {
        text: en('x'),
        attribution: [
          [{ party: 'financial-times' }, { unnamed: { origin: first.origins[0] } }],
          [{ party: 'moscow' }],
        ],
      },
      withhold: ['text'],
      ...reason,
      notice: en('n'),
    });
    await act('/claims/a/corrections', {
      changes: { text: en('A'), occurred: '2016', place: { name: 'P' } },
      withhold: ['text'],
      ...reason,
    });
    const judged = await act('/claims/a/judgements', {
      verdict: 'verified',
      method: 'm',
      public: true,
      ...reason,
    });
    await act(`/claims/a/judgements/${judged.id}/revocation`, reason);
    const link = await act('/claims/a/links', { to: 'b', relation: 'broadens' });
    await act(`/claims/a/links/${link.id}/revocation`, {});
    await act('/claims/a/links', { to: 'c', relation: 'contradicts' });
    await act('/independence', { origins: [first.origins[0], 'moscow'], independent: false, ...reason });
    await act(`/assertions/${second.assertions[0]}/withdrawal`, { by: 'origin', ...reason });
    const onHold = await file(report(['held'], { release: 'held' }));
    await act(`/developments/${onHold.id}/release`, {});
    const early = await file(report(['early'], { release: { embargoedUntil: '2999-01-01T00:00:00Z' } }));
    await act(`/developments/${early.id}/release`, {});
    const soon = new Date(Date.now() + 100).toISOString();
    await file(report(['soon'], { release: { embargoedUntil: soon } }));
    await desk.put(
      at(slug, '/headline'),
      { headline: en('H'), release: { embargoedUntil: soon } },
      { 'if-match': '*' },
    );
    await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.body.headline?.en === 'H' && a.body.claims.items.some((c: Json) => c.id === 'soon'),
    );
    await desk.put(at(slug, '/lede'), { lede: en('LL'), release: 'held' }, { 'if-match': '*' });
    await desk.put(
      at(slug, '/classification'),
      { topics: ['medtop:20000076'], places: [] },
      { 'if-match': '*' },
    );
    await act(`/developments/${second.id}/retraction`, { by: 'outlet', ...reason });
    await act(`/developments/${second.id}/retraction/revocation`, reason);
    await act(`/developments/${onHold.id}/kill`, { ...reason, notice: en('n') });
    await act('/takedown', { ...reason, notice: en('n'), authority: 'A court' });
    await act('/reinstatement', reason);
    await act('/closing', {});
    await act('/reopening', {});
    const last = await act(`/developments/${onHold.id}/reinstatement`, reason);
    await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.body.revision === last.public.revision,
    );
    const lines = await exported(slug);
    expect(await imports(lines, elsewhere)).toMatchObject({ done: true });
    const [here, there] = [await states(slug, newsroom), await states(slug, elsewhere)];
    expect(there[0]).toEqual(here[0]);
    // Here the public time is slightly after the recorded time; after an import both are equal.
    expect(there[1].map(timeless)).toEqual(here[1].map(timeless));
    expect(await imports(lines, elsewhere)).toMatchObject({ added: 0 });
    expect(await exported(slug, elsewhere)).toEqual(lines);
  });
});

describe('two imports at once', () => {
  it('of the same file make each event once, and both succeed', async () => {
    const slug = freshSlug('twice');
    const file = [
      line(slug, 0, 'open', opening),
      ...Array.from({ length: 80 }, (_, i) =>
        line(slug, 1 + i, 'record', { ref: `d-${i}`, ...report([`c-${i}`]) }),
      ),
    ];
    const both = await Promise.all([imports(file), imports(file), imports(file)]);
    for (const end of both) expect(end).toMatchObject({ done: true });
    expect(await logOf(slug)).toHaveLength(81);
    expect(both.reduce((sum, end) => sum + end.added, 0)).toBe(81);
  });

  it('of different stories do not disturb each other, or concurrent writes', async () => {
    const slugs = ['one', 'two', 'three'].map((name) => freshSlug(name));
    const files = slugs.map((slug) => [
      line(slug, 0, 'open', opening),
      ...Array.from({ length: 60 }, (_, i) =>
        line(slug, 1 + i, 'record', { ref: `d-${i}`, ...report([`c-${i}`]) }),
      ),
    ]);
    const live = freshSlug('live');
    await newsroom.desk.post('/desk/v1/stories', { slug: live, ...opening });
    const [ends] = await Promise.all([
      Promise.all(files.map((file) => imports(file))),
      (async () => {
        for (let i = 0; i < 20; i += 1) await record(newsroom.desk, live, report([`c-${i}`]));
      })(),
    ]);
    expect(ends.map((e) => e.added)).toEqual([61, 61, 61]);
    expect(await logOf(live)).toHaveLength(21);
  });
});

describe('the newsroom', () => {
  it('logged no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
});
