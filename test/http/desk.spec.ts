import { randomUUID } from 'node:crypto';
import { type Answer, type Json, linesOf } from './caller.js';
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
  settle,
  whisper,
} from './stories.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const reason = { reason: 'We looked into it.' };
const notice = en('Withdrawn.');

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const post = (slug: string, rest: string, body: unknown, headers = {}): Promise<Answer> =>
  newsroom.desk.post(at(slug, rest), body, headers);
const put = (slug: string, rest: string, body: unknown, headers = {}): Promise<Answer> =>
  newsroom.desk.put(at(slug, rest), body, headers);
const open = (): Promise<string> => openStory(newsroom.desk);
const file = (slug: string, body: object, headers = {}): Promise<Json> =>
  record(newsroom.desk, slug, body, headers);
const logOf = async (slug: string): Promise<Json[]> =>
  (await newsroom.desk.get(at(slug, '/log?limit=500'))).body.items;

/** The fields in every answer to a write on a story. */
const filed = (story: unknown = expect.any(String)): Json => ({
  id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  story,
  revision: expect.stringMatching(/^\d+$/),
  position: expect.stringMatching(/^\d+$/),
  public: null,
  warnings: [],
});
const PUBLISHED = { revision: expect.stringMatching(/^\d+$/), position: expect.stringMatching(/^\d+$/) };

describe('the desk', () => {
  it('declares a side once, accepts the same again, and changes it with If-Match', async () => {
    const { desk } = newsroom;
    const made = await desk.put('/desk/v1/sides/north', { name: 'North' });
    expect([made.status, made.body]).toEqual([201, { id: 'north', name: 'North', allies: [] }]);
    expect(made.headers.etag).toMatch(/^"\d+"$/);
    expect((await desk.put('/desk/v1/sides/north', { name: 'North' })).status).toBe(200);
    const other = { name: 'The North', allies: ['russia'] };
    expectProblem(await desk.put('/desk/v1/sides/north', other), 428, 'precondition-required');
    const etag = made.headers.etag!;
    const again = await desk.put('/desk/v1/sides/north', other, { 'if-match': etag });
    expect([again.status, again.body]).toEqual([200, { id: 'north', ...other }]);
    const late = await desk.put('/desk/v1/sides/north', { name: 'N' }, { 'if-match': etag });
    expectProblem(late, 412, 'precondition-failed');
    expect(`"${late.body.revision}"`).toBe(again.headers.etag);
    expectProblem(
      await desk.put('/desk/v1/sides/south', { name: 'S', allies: ['nobody'] }),
      422,
      'side-unknown',
      '/allies/0',
    );
    const { body } = await desk.get('/desk/v1/sides');
    expect(body.items).toContainEqual({ id: 'north', ...other });
  });

  it('registers a party once, and updates its description', async () => {
    const { desk } = newsroom;
    const party = { id: 'tass', name: 'TASS', type: 'outlet' };
    const whole = { ...party, side: null, speaksFor: null };
    const made = await desk.post('/desk/v1/parties', party);
    expect([made.status, made.body]).toEqual([201, whole]);
    expect((await desk.post('/desk/v1/parties', party)).status).toBe(200);
    expectProblem(await desk.post('/desk/v1/parties', { ...party, name: 'T' }), 409, 'party-exists');
    const { id, ...description } = party;
    const path = `/desk/v1/parties/${id}`;
    expect((await desk.put(path, description)).status).toBe(200);
    expectProblem(await desk.put(path, { ...description, name: 'T' }), 428, 'precondition-required');
    const match = { 'if-match': made.headers.etag! };
    expect((await desk.put(path, { ...description, name: 'T' }, match)).body).toEqual({
      ...whole,
      name: 'T',
    });
    expectProblem(await desk.put(path, { ...description, name: 'U' }, match), 412, 'precondition-failed');
    expect((await desk.put('/desk/v1/parties/new-one', description)).status).toBe(201);
    const side = await desk.post('/desk/v1/parties', { ...party, id: 'other', side: 'nowhere' });
    expectProblem(side, 422, 'side-unknown', '/side');
    const body = await desk.post('/desk/v1/parties', { ...party, id: 'other', speaksFor: 'nobody' });
    expectProblem(body, 422, 'party-unknown', '/speaksFor');
    const self = await desk.put(path, { ...description, speaksFor: id }, { 'if-match': '*' });
    expectProblem(self, 422, 'speaks-for-itself', '/speaksFor');
    const { body: all } = await desk.get('/desk/v1/parties');
    expect(all.items).toContainEqual({ ...whole, name: 'T' });
  });

  it('finds a party by its other names, which are not public', async () => {
    const { desk, archive } = newsroom;
    const id = freshSlug('ministry');
    const party = { id, name: 'The Ministry', type: 'state', aliases: ['Castle Square', 'MFA'] };
    expect((await desk.post('/desk/v1/parties', party)).body).toEqual({
      ...party,
      side: null,
      speaksFor: null,
    });
    expectProblem(
      await desk.post('/desk/v1/parties', { ...party, id: 'other', aliases: ['A', 'A'] }),
      422,
      'validation',
      '/aliases',
    );
    const { aliases: others, ...rest } = party;
    const path = `/desk/v1/parties/${id}`;
    const names = async (): Promise<unknown> =>
      (await desk.get('/desk/v1/parties')).body.items.find((one: Json) => one.id === id).aliases;
    for (const [body, left] of [
      [rest, others],
      [{ ...rest, aliases: null }, undefined],
      [party, others],
    ] as const) {
      const { id: _, ...description } = body;
      expect((await desk.put(path, description, { 'if-match': '*' })).status).toBe(200);
      expect(await names()).toEqual(left);
    }
    const slug = await open();
    const said = (text: string): object =>
      report([], {
        text: en(text),
        claims: [proposition('told')],
        attribution: [[{ party: id, standing: 'principal' }]],
        assertions: [{ claim: 'told', stance: 'asserts' }],
      });
    const rulesOf = async (text: string): Promise<string[]> =>
      (await desk.post(`${at(slug, '/developments')}?dryRun=true`, said(text))).body.warnings.map(
        ({ rule }: Json) => rule,
      );
    expect(await rulesOf('Nobody was hurt.')).toContain('interested-party-attributed');
    expect(await rulesOf('Nobody was hurt, Castle Square says.')).not.toContain(
      'interested-party-attributed',
    );
    const made = await file(slug, said('Nobody was hurt, the MFA says.'));
    expect(made.warnings.map(({ rule }: Json) => rule)).not.toContain('interested-party-attributed');
    await settle(newsroom);
    expect((await archive.get(read(slug))).text).not.toContain('Castle Square');
    expect((await desk.get(at(slug, '/log'))).text).not.toContain('Castle Square');
  });

  it('accepts the ETag from GET of a party or side as If-Match', async () => {
    const { desk } = newsroom;
    const [id, side] = [freshSlug('party'), freshSlug('side')];
    const party = { name: 'The Firm', type: 'organization' };
    expect((await desk.post('/desk/v1/parties', { id, ...party })).status).toBe(201);
    expect((await desk.put(`/desk/v1/sides/${side}`, { name: 'A' })).status).toBe(201);
    const path = `/desk/v1/parties/${id}`;
    const change = async (etag: string | undefined, at: string, body: object, status: number) =>
      expect((await desk.put(at, body, { 'if-match': etag! })).status).toBe(status);

    const shown = await desk.get(path, { 'accept-encoding': 'gzip' });
    expect(shown.status).toBe(200);
    const plain = await desk.get(path);
    expect(plain.body).toMatchObject({ id, name: 'The Firm', claims: { total: 0, items: [] } });
    await change(plain.headers.etag, path, { ...party, name: 'The Firm Ltd' }, 200);
    await change(plain.headers.etag, path, { ...party, name: 'The Firm plc' }, 412);
    await change(shown.headers.etag, path, { ...party, name: 'The Firm plc' }, 412);
    await change((await desk.get(path)).headers.etag, path, { ...party, name: 'The Firm plc' }, 200);
    expect((await desk.get(path)).body.name).toBe('The Firm plc');

    const slug = await open();
    const said = { claims: [proposition('a')], attribution: [[{ party: 'ria-novosti' }, { party: id }]] };
    await file(slug, report([], { ...said, assertions: [{ claim: 'a', stance: 'asserts' }] }));
    const heard = await desk.get(path);
    expect(heard.body.claims.total).toBe(1);
    expect((await desk.get(`${path}?asOf=2999-01-01`)).headers.etag).toMatch(/^"list\./);
    expectProblem(await desk.get(`${path}?asOf=2016-12-01`), 404, 'party-not-heard');
    await change(heard.headers.etag, path, party, 200);

    for (const [list, at, body] of [
      ['/desk/v1/parties', path, { ...party, name: 'Firm' }],
      ['/desk/v1/sides', `/desk/v1/sides/${side}`, { name: 'B' }],
    ] as const) {
      const { etag } = (await desk.get(list)).headers;
      await change(etag, at, body, 200);
      await change(etag, at, { ...body, name: 'C' }, 412);
    }
  });

  it('opens a story once', async () => {
    const slug = freshSlug('opened');
    const body = {
      slug,
      headline: en('A headline'),
      lede: en('A lede'),
      language: 'en',
      topics: ['medtop:20000076'],
      places: [{ name: 'Ankara', country: 'TR' }],
    };
    const made = await newsroom.desk.post('/desk/v1/stories', body);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      slug,
      revision: '0',
      position: expect.any(String),
      warnings: [],
    });
    expect(made.headers).toMatchObject({ location: at(slug), etag: '"0"' });
    expect((await newsroom.desk.post('/desk/v1/stories', body)).status).toBe(200);
    const taken = await newsroom.desk.post('/desk/v1/stories', { ...body, headline: en('Another') });
    expectProblem(taken, 409, 'story-exists', '/slug');
    const { body: state } = await newsroom.desk.get(at(slug));
    expect(state).toMatchObject({ id: made.body.id, lede: en('A lede'), topics: ['medtop:20000076'] });
    expect((await newsroom.desk.get(at(made.body.id))).body).toEqual(state);
    const list = await newsroom.desk.get('/desk/v1/stories?limit=100');
    expect(list.body.items.map((s: Json) => s.slug)).toContain(slug);
  });

  it('records a development with every field', async () => {
    const slug = await open();
    const all = whisper(
      ['talks'],
      { count: 2, groundRules: 'background' },
      {
        kind: 'report',
        text: { en: 'Two officials say so.', fr: 'Deux responsables le disent.' },
        claims: [
          {
            ...proposition('talks'),
            occurred: '2016-11-28/2016-12-01',
            place: { name: 'Ankara', country: 'TR' },
          },
          {
            ...proposition('half'),
            kind: 'territory',
            territory: { area: 'the city', of: 'all of it', share: 0.5, comparator: '=', controller: 'them' },
          },
          {
            ...proposition('dead'),
            kind: 'figure',
            figure: { what: 'dead', low: 3, high: 5, comparator: '~' },
          },
        ],
        assertions: [
          { claim: 'talks', stance: 'asserts', chains: [0], standing: 'witness' },
          { claim: 'half', stance: 'qualifies' },
        ],
        raises: [{ id: 'who', text: en('Who?') }],
        answers: [],
        publishes: [],
        occurred: '2016-11-28/2016-12-01',
        reportedAt: '2016-12-01',
        place: { name: 'Ankara', country: 'TR', geo: { type: 'Point', coordinates: [32.85, 39.93] } },
        significance: 'minor',
        release: 'now',
        evidence: [{ url: 'https://example.org/a', sha256: 'a'.repeat(64), public: true }],
      },
    );
    const { status, body, headers } = await post(slug, '/developments', all);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...filed(),
      revision: '1',
      public: { revision: '1', position: expect.any(String) },
      claims: expect.any(Array),
      origins: [expect.any(String)],
      assertions: [expect.any(String), expect.any(String)],
      warnings: expect.any(Array),
    });
    expect(headers.etag).toBe('"1"');
    const { body: page } = await newsroom.desk.get(at(slug, '/developments'));
    expect(page.items[0]).toMatchObject({
      id: body.id,
      text: all.text,
      significance: 'minor',
      evidence: [{ url: 'https://example.org/a', public: true }],
      recordedBy: 'command-line',
    });
    const claim = await newsroom.desk.get(at(slug, '/claims/half'));
    expect(claim.body.territory).toMatchObject({ variable: 'half', share: 0.5, km2: null });
    const named = whisper(['again'], {});
    named.attribution[0][1] = { unnamed: { origin: body.origins[0] } };
    expect((await file(slug, named)).origins).toEqual(body.origins);
    const answer = await file(slug, report(['it-was-he'], { answers: ['who'] }));
    const { body: questions } = await newsroom.desk.get(at(slug, '/questions'));
    expect(questions.items[0]).toMatchObject({ id: 'who', open: false, answeredBy: [answer.id] });
  });

  it('warns about broken editorial rules, and names their source', async () => {
    const slug = await open();
    const body = whisper(['talks'], { approvedBy: null }, { text: en('Sources say so.'), release: 'held' });
    const { warnings } = await file(slug, body);
    expect(warnings.map((w: Json) => w.rule)).toEqual(
      expect.arrayContaining(['plural-for-one-source', 'unnamed-needs-approver']),
    );
    expect(warnings[0]).toEqual({
      rule: expect.any(String),
      source: expect.any(String),
      message: expect.any(String),
    });
  });

  it('corrects a development', async () => {
    const slug = await open();
    const { id } = await file(slug, report(['talks']));
    const change = { class: 'correction', changes: { text: en('Moscow said so.') }, ...reason };
    const path = `/developments/${id}/corrections`;
    expectProblem(await post(slug, path, change), 428, 'precondition-required');
    const seen = { 'if-match': (await newsroom.desk.get(at(slug))).headers.etag! };
    const made = await post(slug, path, change, seen);
    expect([made.status, made.body]).toEqual([
      201,
      {
        ...filed(),
        public: PUBLISHED,
        warnings: [expect.objectContaining({ rule: 'correction-says-what' })],
      },
    ]);
    expect(made.headers.etag).toBe(`"${made.body.revision}"`);
    expect((await post(slug, path, change, { 'if-match': '*' })).status).toBe(200);
    const late = await post(slug, path, { ...change, changes: { text: en('x') } }, seen);
    expectProblem(late, 412, 'precondition-failed');
    expect(late.body.revision).toBe(made.body.revision);
    const wrong = await post(slug, path, { ...change, withhold: ['place'] }, { 'if-match': '*' });
    expectProblem(wrong, 422, 'field-unknown', '/withhold/0');
    const { body } = await newsroom.desk.get(at(slug, '/corrections'));
    expect(body.items).toMatchObject([
      { id: made.body.id, development: id, changes: [{ field: 'text', was: en('Moscow says so.') }] },
    ]);
  });

  it('retracts a development, and reverses the retraction', async () => {
    const slug = await open();
    const { id } = await file(slug, report(['talks']));
    const made = await post(slug, `/developments/${id}/retraction`, { by: 'us', ...reason });
    expect([made.status, made.body]).toEqual([201, { ...filed(), id, public: PUBLISHED }]);
    expect((await post(slug, `/developments/${id}/retraction`, { by: 'us', ...reason })).status).toBe(200);
    expect((await newsroom.desk.get(at(slug, '/claims/talks'))).body.status).toBe('withdrawn');
    const path = `/developments/${id}/retraction/revocation`;
    expect((await post(slug, path, reason)).status).toBe(201);
    expect((await post(slug, path, reason)).status).toBe(200);
    expect((await newsroom.desk.get(at(slug, '/claims/talks'))).body.status).toBe('claimed');
  });

  it('releases, kills, takes down and reinstates a development', async () => {
    const slug = await open();
    const { id, public: hidden } = await file(slug, report(['talks'], { release: 'held' }));
    expect(hidden).toBeNull();
    const act = (what: string, body: object) => post(slug, `/developments/${id}/${what}`, body);
    const released = await act('release', {});
    expect([released.status, released.body]).toEqual([201, { ...filed(), id, public: PUBLISHED }]);
    expect((await act('release', {})).status).toBe(200);
    const acts = [
      ['kill', { ...reason, notice }, { stays: [], grounds: 'wrong' }],
      ['reinstatement', reason, {}],
      ['takedown', { ...reason, notice, authority: 'A court' }, { stays: [], grounds: 'legal' }],
      ['reinstatement', reason, {}],
    ] as const;
    for (const [what, body, more] of acts) {
      const made = await act(what, body);
      expect([what, made.status, made.body]).toEqual([
        what,
        201,
        { ...filed(), ...more, id, public: PUBLISHED },
      ]);
      expect([what, (await act(what, body)).status]).toEqual([what, 200]);
    }
  });

  it('releases without a body', async () => {
    const slug = await open();
    const { id } = await file(slug, report(['talks'], { release: 'held' }));
    const send = (path: string) => newsroom.desk.send({ method: 'POST', path: at(slug, path) });
    expect((await send(`/developments/${id}/release`)).status).toBe(201);
    expect((await send('/closing')).status).toBe(201);
    expect((await send('/reopening')).status).toBe(201);
    expectProblem(await send('/reinstatement'), 422, 'validation', '/reason');
  });

  it('withdraws an assertion', async () => {
    const slug = await open();
    const { assertions } = await file(slug, report(['talks']));
    const path = `/assertions/${assertions[0]}/withdrawal`;
    const made = await post(slug, path, { by: 'origin', ...reason });
    expect([made.status, made.body]).toEqual([201, { ...filed(), id: assertions[0], public: PUBLISHED }]);
    expect((await post(slug, path, { by: 'origin', ...reason })).status).toBe(200);
  });

  it('corrects, judges, links and unlinks claims', async () => {
    const slug = await open();
    await file(slug, report(['talks', 'contacts']));
    const correction = { changes: { text: en('They talk.') }, ...reason };
    expectProblem(await post(slug, '/claims/talks/corrections', correction), 428, 'precondition-required');
    const corrected = await post(slug, '/claims/talks/corrections', correction, { 'if-match': '"1"' });
    expect([corrected.status, corrected.body]).toEqual([201, { ...filed(), public: PUBLISHED }]);
    const late = await post(
      slug,
      '/claims/talks/corrections',
      { ...correction, changes: { text: en('x') } },
      { 'if-match': '"1"' },
    );
    expectProblem(late, 412, 'precondition-failed');
    const judgement = { verdict: 'verified', method: 'We were there.', ...reason };
    const judged = await post(slug, '/claims/talks/judgements', judgement);
    expect([judged.status, judged.body]).toEqual([201, { ...filed(), public: PUBLISHED }]);
    expect((await newsroom.desk.get(at(slug, '/claims/talks'))).body).toMatchObject({
      status: 'verified',
      because: [judged.body.id],
    });
    const revoke = `/claims/talks/judgements/${judged.body.id}/revocation`;
    expect((await post(slug, revoke, reason)).status).toBe(201);
    expect((await post(slug, revoke, reason)).status).toBe(200);
    const linked = await post(slug, '/claims/talks/links', { to: 'contacts', relation: 'narrows' });
    expect([linked.status, linked.body]).toEqual([201, { ...filed(), public: PUBLISHED }]);
    const { body } = await newsroom.desk.get(at(slug, '/claims/contacts'));
    expect(body.links).toEqual([{ id: linked.body.id, from: 'talks', to: 'contacts', relation: 'narrows' }]);
    const unlink = `/claims/talks/links/${linked.body.id}/revocation`;
    expect((await post(slug, unlink, {})).status).toBe(201);
    expect((await post(slug, unlink, {})).status).toBe(200);
  });

  it('names the existing item if nothing changes, and nothing of another development', async () => {
    const slug = await open();
    const first = await file(slug, report(['talks', 'contacts']));
    const link = { to: 'contacts', relation: 'narrows' };
    const linked = await post(slug, '/claims/talks/links', link);
    const judgement = { verdict: 'verified', method: 'We were there.', ...reason };
    const judged = await post(slug, '/claims/talks/judgements', judgement);
    await post(slug, `/developments/${first.id}/retraction`, { by: 'us', ...reason });
    await file(slug, whisper(['other']));
    const again = await post(slug, '/claims/talks/links', link);
    expect([again.status, again.body]).toEqual([200, { ...filed(), id: linked.body.id, public: PUBLISHED }]);
    const sure = await post(slug, '/claims/talks/judgements', judgement);
    expect([sure.status, sure.body.id]).toEqual([200, judged.body.id]);
    const retracted = await post(slug, `/developments/${first.id}/retraction`, { by: 'us', ...reason });
    expect(retracted.body).not.toHaveProperty('assertions');
    expect(retracted.body).toMatchObject({ id: first.id, warnings: [] });
  });

  it('revokes a judgement or link only of the claim in the address', async () => {
    const slug = await open();
    await file(slug, report(['talks', 'contacts', 'other']));
    const judgement = { verdict: 'verified', method: 'We were there.', ...reason };
    const { body: judged } = await post(slug, '/claims/talks/judgements', judgement);
    const { body: linked } = await post(slug, '/claims/talks/links', { to: 'contacts', relation: 'same' });
    const unjudge = await post(slug, `/claims/other/judgements/${judged.id}/revocation`, reason);
    expectProblem(unjudge, 404, 'judgement-unknown');
    expectProblem(await post(slug, `/claims/other/links/${linked.id}/revocation`, {}), 404, 'link-unknown');
  });

  it('accepts times without seconds, a URL scheme in capitals, and Kosovo', async () => {
    const slug = await open();
    const made = await file(
      slug,
      report(['a'], {
        occurred: '2016-12-01T09:30+03',
        place: { name: 'Pristina', country: 'XK' },
        evidence: [{ url: 'HTTPS://example.org/x', public: true }],
        release: { embargoedUntil: '2999-11-29T04:50Z' },
      }),
    );
    const { items } = (await newsroom.desk.get(at(slug, '/developments'))).body;
    expect(items).toMatchObject([
      {
        id: made.id,
        occurred: '2016-12-01T09:30:00+03:00',
        place: { name: 'Pristina', country: 'XK' },
        evidence: [{ url: 'HTTPS://example.org/x' }],
      },
    ]);
    const { body } = await newsroom.desk.get(at(slug, '/log'));
    const { release, occurred } = body.items[1].data.development;
    expect(release.embargoedUntil).toBe(Date.parse('2999-11-29T04:50:00Z'));
    expect(occurred.from).toBe(Date.parse('2016-12-01T06:30:00Z'));
    const refused = await post(slug, '/developments', report([], { release: { embargoedUntil: '06:00' } }));
    expectProblem(refused, 422, 'validation', '/release/embargoedUntil');
    expect(refused.body.errors[0].detail).toContain('such as 2016-12-01T10:00Z');
  });

  it('records whether two origins are independent', async () => {
    const slug = await open();
    const first = await file(slug, whisper(['talks']));
    const second = await file(slug, whisper([], {}, { assertions: [{ claim: 'talks', stance: 'asserts' }] }));
    const origins = [first.origins[0], second.origins[0]];
    const body = { origins, independent: true, ...reason };
    const made = await post(slug, '/independence', body);
    expect([made.status, made.body]).toEqual([201, { ...filed(), public: PUBLISHED }]);
    expect((await post(slug, '/independence', body)).status).toBe(200);
    expect((await newsroom.desk.get(at(slug, '/claims/talks'))).body.status).toBe('corroborated');
    const unknown = await post(slug, '/independence', { ...body, origins: ['nobody', origins[0]] });
    expectProblem(unknown, 422, 'origin-unknown', '/origins/0');
  });

  it('revises headline, lede and classification', async () => {
    const slug = await open();
    const puts = [
      ['/headline', { headline: en('Another') }, { headline: en('Newer') }],
      ['/lede', { lede: en('A lede'), release: 'held' }, { lede: en('A lede'), release: 'now' }],
      [
        '/classification',
        { topics: ['medtop:20000076'], places: [] },
        { topics: [], places: [{ name: 'X' }] },
      ],
    ] as const;
    for (const [path, body, newer] of puts) {
      expectProblem(await put(slug, path, body), 428, 'precondition-required');
      const seen = { 'if-match': (await newsroom.desk.get(at(slug))).headers.etag! };
      const made = await put(slug, path, body, seen);
      const waits = path === '/lede' ? { scheduled: `lede-${made.body.revision}` } : {};
      expect([path, made.status, made.body]).toEqual([path, 200, { ...filed(), ...waits }]);
      expect([path, made.headers.etag]).toEqual([path, `"${made.body.revision}"`]);
      const same = await put(slug, path, body, seen);
      expect([path, same.status]).toEqual([path, 200]);
      expectProblem(await put(slug, path, newer, seen), 412, 'precondition-failed');
      expect((await put(slug, path, newer, { 'if-match': made.headers.etag! })).status).toBe(200);
    }
  });

  it('keeps other translations, marks them as outdated, and drops one that is null', async () => {
    const slug = await open();
    const both = { en: 'Twelve have died.', fr: 'Douze morts.' };
    const { id } = await file(slug, report(['talks'], { text: both }));
    const why = { class: 'correction', reason: 'r', notice: en('We had twelve.') };
    const rules = ({ body }: Answer): readonly string[] => body.warnings.map((w: Json) => w.rule);
    const correct = (text: object) =>
      post(slug, `/developments/${id}/corrections`, { ...why, changes: { text } }, { 'if-match': '*' });
    expect(rules(await correct({ en: 'Thirteen have died.', fr: 'Treize morts.' }))).toEqual([]);
    expect(rules(await correct({ en: 'Fourteen have died.' }))).toEqual(['translation-to-check']);
    const { body } = await newsroom.desk.get(at(slug, ''));
    expect(body.developments.items[0]).toMatchObject({
      text: { en: 'Fourteen have died.', fr: 'Treize morts.' },
      languages: { fr: { translated: false, toCheck: true } },
    });
    for (const what of ['headline', 'lede']) {
      const set = (text: object) => put(slug, `/${what}`, { [what]: text }, { 'if-match': '*' });
      expect(rules(await set(both))).toEqual([]);
      expect(rules(await set({ en: 'Thirteen have died.' }))).toEqual(['translation-to-check']);
      expect(rules(await set({ en: 'Thirteen.', fr: null }))).toEqual([]);
      expect((await newsroom.desk.get(at(slug, ''))).body[what]).toEqual({ en: 'Thirteen.' });
    }
  });

  it('closes and reopens, kills, takes down and reinstates a story', async () => {
    const slug = await open();
    await file(slug, report(['talks']));
    const acts = [
      ['/closing', {}, {}],
      ['/reopening', { reason: null }, {}],
      ['/kill', { ...reason, notice }, { grounds: 'wrong' }],
      ['/takedown', { ...reason, notice, authority: 'A court' }, { grounds: 'legal' }],
      ['/reinstatement', reason, {}],
    ] as const;
    for (const [path, body, more] of acts) {
      const made = await post(slug, path, body);
      expect([path, made.status, made.body]).toEqual([path, 201, { ...filed(), ...more, public: PUBLISHED }]);
      expect([path, (await post(slug, path, body)).status]).toEqual([path, 200]);
    }
  });

  it('accepts an import', async () => {
    const slug = freshSlug('imported');
    const answer = await newsroom.desk.import([
      { at: '2016-12-01T08:00:00.000Z', story: slug, command: 'open', headline: en('A'), language: 'en' },
    ]);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    expect(linesOf(answer).at(-1)).toMatchObject({ done: true, lines: 1, added: 1, stories: [slug] });
  });

  it('reads a full story, its changes and its log', async () => {
    const slug = await open();
    const { id } = await file(slug, report(['talks'], { release: 'held' }));
    const { desk, archive } = newsroom;
    expect((await archive.get(read(slug))).body.code).toBe('story-unknown');
    expect((await desk.get(at(slug))).body.developments.items[0]).toMatchObject({ id, release: 'held' });
    expect((await desk.get(at(slug, '?asOf=2999-01-01&validAt=2999-01-01'))).status).toBe(200);
    const changes = await desk.get(at(slug, '/changes?from=2016-01-01&to=2999-01-01'));
    expect(changes.body.developments.items.map((d: Json) => d.id)).toEqual([id]);
    const page = await desk.get(at(slug, '/log?limit=1'));
    expect(page.body.items).toMatchObject([
      { type: 'StoryOpened', revision: '0', metadata: { recordedBy: 'command-line' } },
    ]);
    const next = await desk.get(page.body.next);
    expect(next.body).toMatchObject({ items: [{ type: 'ReportRecorded', revision: '1' }], next: null });
    expectProblem(await desk.get(at('never-opened', '/log')), 404, 'story-unknown');
    expectProblem(await desk.get(at('never-opened', '/export')), 404, 'story-unknown');
  });
});

describe('the desk refuses', () => {
  let slug: string;
  let public_: Json;
  let onHold: Json;

  beforeAll(async () => {
    slug = await open();
    public_ = await file(slug, report(['talks'], { raises: [{ id: 'who', text: en('Who?') }] }));
    onHold = await file(slug, whisper(['secret'], {}, { release: 'held' }));
  });

  const territory = { area: 'a', controller: 'b', comparator: '=' };
  const figure = { what: 'dead', comparator: '=' };
  const says = (claim: string, stance = 'asserts') => ({ claim, stance });
  const claims = (...all: object[]): Json => ({ claims: all, assertions: [] });

  it.each<[code: string, status: number, pointer: string, body: () => Json]>([
    [
      'party-unknown',
      422,
      '/attribution/0/0/party',
      () => report([], { attribution: [[{ party: 'nobody' }]] }),
    ],
    ['side-unknown', 422, '/attribution/0/1/unnamed/side', () => whisper(['x'], { side: 'nowhere' })],
    ['descriptor-missing', 422, '/attribution/0/1/unnamed', () => whisper(['x'], { descriptor: undefined })],
    [
      'origin-unknown',
      422,
      '/attribution/0/1/unnamed',
      () => whisper(['x'], { descriptor: undefined, origin: NOBODY }),
    ],
    [
      'origin-exists',
      409,
      '/attribution/0/1/unnamed',
      () => whisper(['x'], { origin: onHold.origins[0], descriptor: en('somebody else') }),
    ],
    ['off-the-record', 422, '/release', () => whisper(['x'], { groundRules: 'offTheRecord' })],
    [
      'chain-empty',
      422,
      '/attribution/0',
      () => {
        const body = whisper(['x'], { groundRules: 'deepBackground' });
        body.attribution[0].shift();
        return body;
      },
    ],
    [
      'chain-unknown',
      422,
      '/assertions/0/chains/0',
      () => report(['x'], { assertions: [{ ...says('x'), chains: [1] }] }),
    ],
    [
      'validation',
      422,
      '/assertions/0/chains',
      () => report(['x'], { assertions: [{ ...says('x'), chains: [] }] }),
    ],
    ['claim-unknown', 422, '/assertions/0/claim', () => report([], { assertions: [says('nothing')] })],
    [
      'chain-circular',
      422,
      '/attribution/0/2',
      () =>
        report([], {
          attribution: [[{ party: 'ria-novosti' }, { party: 'financial-times' }, { party: 'ria-novosti' }]],
        }),
    ],
    ['claim-unknown', 422, '/publishes/0', () => report([], { publishes: ['nothing'] })],
    ['claim-exists', 409, '/claims/0', () => report([], claims(proposition('talks', 'Otherwise')))],
    ['claim-exists', 409, '/claims/1', () => report([], claims(proposition('x'), proposition('x', 'y')))],
    ['claim-not-public', 422, '/assertions/0/claim', () => report([], { assertions: [says('secret')] })],
    ['claim-kind-mismatch', 422, '/claims/0', () => report([], claims({ ...proposition('x'), territory }))],
    [
      'quantity-missing',
      422,
      '/claims/0',
      () => report([], claims({ ...proposition('x'), kind: 'figure', figure })),
    ],
    [
      'range-inverted',
      422,
      '/claims/0',
      () =>
        report([], claims({ ...proposition('x'), kind: 'figure', figure: { ...figure, low: 2, high: 1 } })),
    ],
    ['kind-mismatch', 422, '/assertions', () => report(['x'], { kind: 'denial' })],
    ['kind-mismatch', 422, '/claims', () => report(['x'], { kind: 'figure' })],
    ['question-unknown', 422, '/answers/0', () => report([], { answers: ['what'] })],
    [
      'question-exists',
      409,
      '/raises/0',
      () => report([], { raises: [{ id: 'who', text: en('Whoever?') }] }),
    ],
    [
      'stance-contradiction',
      422,
      '/assertions/1',
      () => report(['x'], { assertions: [says('x'), says('x', 'denies')] }),
    ],
    [
      'embargo-past',
      422,
      '/release',
      () => report([], { release: { embargoedUntil: '2016-12-01T00:00:00Z' } }),
    ],
  ])('%s (%i) at %s of a development', async (code, status, pointer, body) => {
    const before = (await logOf(slug)).length;
    expectProblem(await post(slug, '/developments', body()), status, code, pointer);
    expect(await logOf(slug)).toHaveLength(before);
  });

  it.each<[code: string, status: number, pointer: string | undefined, rest: string, body: () => Json]>([
    ['development-unknown', 404, undefined, `/developments/${NOBODY}/kill`, () => ({ ...reason, notice })],
    ['claim-unknown', 404, undefined, '/claims/nothing/links', () => ({ to: 'talks', relation: 'same' })],
    [
      'assertion-unknown',
      404,
      undefined,
      `/assertions/${NOBODY}/withdrawal`,
      () => ({ by: 'us', ...reason }),
    ],
    ['judgement-unknown', 404, undefined, `/claims/talks/judgements/${NOBODY}/revocation`, () => reason],
    ['link-unknown', 404, undefined, `/claims/talks/links/${NOBODY}/revocation`, () => ({})],
    ['link-to-itself', 422, '/to', '/claims/talks/links', () => ({ to: 'talks', relation: 'same' })],
    ['validation', 422, '/reason', '/kill', () => ({ reason: ' ', notice })],
  ])('%s (%i) at %s of %s', async (code, status, pointer, rest, body) => {
    expectProblem(await post(slug, rest, body()), status, code, pointer);
  });

  it('suggests similar ids for an unknown id', async () => {
    const near = async (body: Json, pointer: string, ids: string) => {
      const answer = await post(slug, '/developments', body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([{ pointer, detail: answer.body.detail }]);
      expect(answer.body.detail).toMatch(new RegExp(` Near it: ${ids}\\.$`));
    };
    await near(report([], { assertions: [says('talks'), says('talk')] }), '/assertions/1/claim', 'talks');
    await near(report([], { publishes: ['secrets'] }), '/publishes/0', 'secret');
    await near(report([], { answers: ['hwo'] }), '/answers/0', 'who');
    await near(report([], { attribution: [[{ party: 'mocsow' }]] }), '/attribution/0/0/party', 'moscow');
    await near(whisper(['x'], { side: 'oposition' }), '/attribution/0/1/unnamed/side', 'opposition');
    const link = await post(slug, '/claims/talks/links', { to: 'secrte', relation: 'same' });
    expect(link.body.detail).toMatch(/ Near it: secret\.$/);
  });

  it('points into the changes of a correction', async () => {
    const { id } = await file(slug, report(['corrected']));
    const correct = (changes: object) =>
      post(
        slug,
        `/developments/${id}/corrections`,
        { class: 'refile', changes, ...reason },
        { 'if-match': '*' },
      );
    const unknown = await correct({ assertions: [says('corrected'), says('nothing')] });
    expectProblem(unknown, 422, 'claim-unknown', '/changes/assertions/1/claim');
    const nobody = await correct({ attribution: [[{ party: 'nobody' }]] });
    expectProblem(nobody, 422, 'party-unknown', '/changes/attribution/0/0/party');
    expectProblem(await correct({ claims: [] }), 422, 'claim-unknown', '/changes');
    expectProblem(await correct({ answers: ['what'] }), 422, 'question-unknown', '/changes/answers/0');
  });

  it('a release without the words that it depends on, with a pointer to the field that publishes them', async () => {
    const story = await open();
    await file(story, report(['hidden'], { release: 'held' }));
    const late = await file(story, report([], { assertions: [says('hidden')], release: 'held' }));
    const answer = await post(story, `/developments/${late.id}/release`, {});
    expectProblem(answer, 422, 'claim-not-public', '/publishes');
    const named = await post(story, '/developments', report(['hidden'], { assertions: [] }));
    expectProblem(named, 422, 'claim-not-public', '/claims/0');
  });

  it('claim-unknown (422) at /to of a link', async () => {
    const answer = await post(slug, '/claims/talks/links', { to: 'nothing', relation: 'same' });
    expectProblem(answer, 422, 'claim-unknown', '/to');
  });

  it('a correction of something that others depend on, and a release of retracted or killed content', async () => {
    const story = await open();
    const first = await file(story, report(['talks']));
    await file(story, report([], { assertions: [says('talks')] }));
    const correct = (id: string, changes: object) =>
      post(
        story,
        `/developments/${id}/corrections`,
        { class: 'refile', changes, ...reason },
        { 'if-match': '*' },
      );
    expectProblem(await correct(first.id, claims()), 409, 'claim-in-use', '/changes/claims');
    const hidden = await file(story, report(['later'], { release: 'held' }));
    const act = (rest: string, body: object) => post(story, `/developments/${hidden.id}/${rest}`, body);
    await act('retraction', { by: 'us', ...reason });
    expectProblem(await act('release', {}), 409, 'development-retracted');
    await act('retraction/revocation', reason);
    await act('kill', { ...reason, notice });
    expectProblem(await act('release', {}), 409, 'development-withheld');
    expectProblem(await correct(hidden.id, { text: en('x') }), 409, 'development-withheld');
    await post(story, '/closing', {});
    expectProblem(await post(story, '/developments', report(['more'])), 409, 'story-closed');
    await post(story, '/kill', { ...reason, notice });
    expectProblem(await post(story, '/developments', report(['more'])), 409, 'story-withheld');
    expectProblem(await post('never-opened', '/developments', report(['more'])), 404, 'story-unknown');
  });

  it('invalid headers and unsupported methods', async () => {
    const { desk } = newsroom;
    const key = await post(slug, '/developments', report(['k']), { 'idempotency-key': 'two words' });
    expectProblem(key, 400, 'header-form');
    const twice = await post(slug, '/developments', report(['k']), { 'idempotency-key': ['a', 'b'] });
    expectProblem(twice, 400, 'header-form');
    for (const match of ['7', 'W/"7"', '"x"', '"7", "8"', ''])
      expectProblem(
        await put(slug, '/headline', { headline: en('x') }, { 'if-match': match }),
        400,
        'header-form',
      );
    const deleted = await desk.send({ method: 'DELETE', path: at(slug) });
    expectProblem(deleted, 405, 'method-not-allowed');
    expect(deleted.headers.allow).toBe('GET, HEAD');
    expectProblem(await desk.get('/desk/v1/nothing'), 404, 'not-found');
    expectProblem(await desk.get('/v1/stories'), 404, 'not-found');
    expectProblem(await newsroom.archive.get('/desk/v1/stories'), 404, 'not-found');
    expect(public_.public).not.toBeNull();
  });
});

describe('If-Match', () => {
  it('fails only if that development has changed: edits of different developments never conflict', async () => {
    const slug = await open();
    const [a, b] = [await file(slug, report(['a'])), await file(slug, report(['b']))];
    const seen = { 'if-match': (await newsroom.desk.get(at(slug))).headers.etag! };
    const correct = (id: string, text: string) =>
      post(
        slug,
        `/developments/${id}/corrections`,
        { class: 'refile', changes: { text: en(text) }, ...reason },
        seen,
      );
    const both = await Promise.all([correct(a.id, 'one'), correct(b.id, 'two')]);
    expect(both.map((r) => r.status)).toEqual([201, 201]);
    const race = await Promise.all([correct(a.id, 'three'), correct(a.id, 'four')]);
    expect(race.map((r) => r.status)).toEqual([412, 412]);
    const kill = await post(slug, `/developments/${a.id}/kill`, { ...reason, notice }, seen);
    expectProblem(kill, 412, 'precondition-failed');
    expect((await put(slug, '/headline', { headline: en('Mine') }, seen)).status).toBe(200);
    expectProblem(await put(slug, '/headline', { headline: en('Yours') }, seen), 412, 'precondition-failed');
  });

  it('lets only one of two editors succeed who saw the same revision', async () => {
    const slug = await open();
    const { id } = await file(slug, report(['a']));
    const seen = { 'if-match': '"1"' };
    const correct = (text: string) =>
      post(
        slug,
        `/developments/${id}/corrections`,
        { class: 'refile', changes: { text: en(text) }, ...reason },
        seen,
      );
    const race = await Promise.all(['one', 'two', 'three'].map(correct));
    expect(race.map((r) => r.status).toSorted((a, b) => a - b)).toEqual([201, 412, 412]);
  });

  it('does not count new assertions as a change of the claim', async () => {
    const slug = await open();
    await file(slug, report(['a']));
    const seen = { 'if-match': '"1"' };
    await file(slug, whisper([], {}, { assertions: [{ claim: 'a', stance: 'denies' }] }));
    const correction = { changes: { text: en('Better') }, ...reason };
    expect((await post(slug, '/claims/a/corrections', correction, seen)).status).toBe(201);
  });
});

describe('an Idempotency-Key', () => {
  const expectSame = (answers: readonly Answer[]): void => {
    const [first] = answers;
    for (const { status, text, headers } of answers)
      expect([status, text, headers.etag, headers.location]).toEqual([
        first!.status,
        first!.text,
        first!.headers.etag,
        first!.headers.location,
      ]);
  };

  it('returns the same bytes after later writes and after a restart', async () => {
    const slug = await open();
    const key = { 'idempotency-key': randomUUID() };
    const body = whisper(['talks'], {}, { text: en('Sources say so.') });
    const asks: (() => Promise<Answer>)[] = [() => post(slug, '/developments', body, key)];
    const first = [await asks[0]!()];
    const { id, assertions } = first[0]!.body;
    expect(first[0]!.body.warnings).not.toEqual([]);
    const add = async (ask: () => Promise<Answer>) => {
      asks.push(ask);
      first.push(await ask());
    };
    const any = { ...key, 'if-match': '"1"' };
    const changes = { text: en('An official says so.') };
    await add(() =>
      post(slug, `/developments/${id}/corrections`, { class: 'correction', changes, ...reason }, any),
    );
    await add(() =>
      post(slug, `/claims/talks/judgements`, { verdict: 'refuted', method: 'm', ...reason }, key),
    );
    await add(() => post(slug, `/assertions/${assertions[0]}/withdrawal`, { by: 'us', ...reason }, key));
    await add(() => put(slug, '/headline', { headline: en('New') }, { ...key, 'if-match': '*' }));
    await add(() => post(slug, `/developments/${id}/kill`, { ...reason, notice }, key));
    await add(() => post(slug, '/closing', {}, key));
    await add(() => post(slug, '/reopening', {}, key));
    const secret = whisper(['hidden'], {}, { release: 'held' });
    await add(() => post(slug, '/developments', secret, { 'idempotency-key': 'held' }));
    await post(slug, `/developments/${first.at(-1)!.body.id}/release`, {});
    await file(slug, report([], { assertions: [{ claim: 'talks', stance: 'confirms' }] }));
    const count = (await logOf(slug)).length;
    for (const [i, ask] of asks.entries()) expectSame([first[i]!, await ask()]);
    await newsroom.stop();
    await newsroom.start();
    for (const [i, ask] of asks.entries()) expectSame([first[i]!, await ask()]);
    expect(await logOf(slug)).toHaveLength(count);
  });

  it('makes one event and one answer of a concurrent double click', async () => {
    const slug = await open();
    const key = { 'idempotency-key': randomUUID() };
    const clicks = Array.from({ length: 8 }, () => post(slug, '/developments', report(['talks']), key));
    expectSame(await Promise.all(clicks));
    expect(await logOf(slug)).toHaveLength(2);
  });

  it('is refused for a different payload, but accepts the same fields in another order', async () => {
    const slug = await open();
    const key = { 'idempotency-key': randomUUID() };
    const body = report(['talks']);
    const first = await post(slug, '/developments', body, key);
    const turned = Object.fromEntries(Object.entries(body).reverse());
    expectSame([first, await post(slug, '/developments', turned, key)]);
    const other = await post(slug, '/developments', report(['others']), key);
    expectProblem(other, 422, 'idempotency-key-reused');
  });

  it('is scoped to one route', async () => {
    const [one, two] = [await open(), await open()];
    const key = { 'idempotency-key': randomUUID() };
    const [a, b] = [await file(one, report(['talks']), key), await file(two, report(['talks']), key)];
    expect(a.id).not.toBe(b.id);
  });

  it('used to open one story does not open another', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { slug: freshSlug('keyed'), headline: en('A'), language: 'en' };
    const make = (more: object) => newsroom.desk.post('/desk/v1/stories', { ...body, ...more }, key);
    const clicks = await Promise.all([make({}), make({}), make({})]);
    expectSame(clicks);
    expect([clicks[0].status, clicks[0].headers.location]).toEqual([201, at(body.slug)]);
    expectProblem(await make({ slug: freshSlug('keyed') }), 422, 'idempotency-key-reused');
    expectProblem(await make({ headline: en('B') }), 422, 'idempotency-key-reused');
    await newsroom.stop();
    await newsroom.start();
    expectProblem(await make({ slug: freshSlug('keyed') }), 422, 'idempotency-key-reused');
    expectSame([clicks[0], await make({})]);
    const fresh = { 'idempotency-key': randomUUID() };
    const race = await Promise.all(
      [freshSlug('race'), freshSlug('race')].map((slug) =>
        newsroom.desk.post('/desk/v1/stories', { ...body, slug }, fresh),
      ),
    );
    expect(race.map((r) => r.status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  });

  it('also works for sides and parties', async () => {
    const { desk } = newsroom;
    const key = { 'idempotency-key': randomUUID() };
    const party = { id: freshSlug('party'), name: 'A', type: 'group' };
    const register = (more: object = {}) => desk.post('/desk/v1/parties', { ...party, ...more }, key);
    const first = await register();
    expect(first.status).toBe(201);
    const { id, ...renamed } = { ...party, name: 'B' };
    await desk.put(`/desk/v1/parties/${id}`, renamed, { 'if-match': '*' });
    expectSame([first, await register()]);
    expectProblem(await register({ name: 'C' }), 422, 'idempotency-key-reused');
    expectProblem(await register({ id: freshSlug('party') }), 422, 'idempotency-key-reused');
    const side = freshSlug('side');
    const declare = (name: string) => desk.put(`/desk/v1/sides/${side}`, { name }, key);
    expectSame([await declare('S'), await declare('S')]);
    expectProblem(await declare('T'), 422, 'idempotency-key-reused');
    await newsroom.stop();
    await newsroom.start();
    const again = await newsroom.desk.post('/desk/v1/parties', party, key);
    expectSame([first, again]);
  });
});

describe('the newsroom', () => {
  it('logged no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
});
