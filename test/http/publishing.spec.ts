import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Caller, eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  introduce,
  openStory,
  proposition,
  read,
  record,
  report,
  settle,
  whisper,
} from './stories.js';

let newsroom: RunningNewsroom;
let desk: Caller;
const bind = (): void => {
  desk = newsroom.desk;
};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  bind();
  await introduce(desk);
});
afterAll(() => newsroom.remove());

const reason = { reason: 'REASON-MARK' };
const withheld = { ...reason, notice: en('We withdrew it.') };
const act = async (slug: string, rest: string, body: object): Promise<Json> => {
  const answer = await desk.post(at(slug, rest), body, { 'if-match': '*' });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const onDevelopment = (slug: string, { id }: Json, what: string, body: object = {}): Promise<Json> =>
  act(slug, `/developments/${id}/${what}`, body);
const ask = (slug: string, rest = ''): Promise<Answer> => newsroom.archive.get(read(slug, rest));
/** Waits until the archive shows a public revision. */
const shown = (slug: string, revision: string): Promise<Answer> =>
  eventually(
    () => ask(slug),
    (a) =>
      ![404, 503].includes(a.status) && (a.status !== 200 || Number(a.body.revision) >= Number(revision)),
  );

const settled = (): Promise<void> => settle(newsroom);

/** All answers of the archive about a story, at each of its moments, as one text. */
async function everything(slug: string, moments: readonly string[] = []): Promise<string> {
  const { archive } = newsroom;
  const found: string[] = [];
  const take = async (path: string): Promise<Json> => {
    const { text, body, headers } = await archive.get(path);
    // From the front page only this story: others may use the same words.
    const front = /^\/v1\/stories(?:$|\?)/.test(path);
    const said = front ? JSON.stringify(body.items.filter((item: Json) => item.slug === slug)) : text;
    found.push(path, JSON.stringify(headers), said);
    return body;
  };
  const head = await take(read(slug));
  await take('/v1/stories');
  const times = new Set<string>([...moments, '2999-01-01', '2000-01-01']);
  for (let n = 0; n <= Number(head?.revision ?? 20) + 1; n += 1) {
    const state = await take(read(slug, `/revisions/${n}`));
    await take(read(slug, `/revisions/${n}?validAt=2999-01-01`));
    if (state?.updatedAt) times.add(state.updatedAt);
  }
  for (const time of times) {
    await take(`/v1/stories?asOf=${time}`);
    for (const rest of ['', '/developments', '/claims', '/questions', '/corrections']) {
      await take(read(slug, `${rest}?asOf=${time}`));
      await take(read(slug, `${rest}?asOf=${time}&validAt=${time}`));
    }
    for (const { id } of head?.claims?.items ?? []) {
      await take(read(slug, `/claims/${id}?asOf=${time}`));
      await take(read(slug, `/claims/${id}/assertions?asOf=${time}`));
    }
    for (const to of times) await take(read(slug, `/changes?from=${time}&to=${to}`));
  }
  return found.join('\n');
}

const now = (): string => new Date().toISOString();
const says = (claim: string, stance = 'asserts'): Json => ({ claim, stance });

describe('a development on hold', () => {
  it('is not public until it is released by hand, and then in its current state', async () => {
    const slug = await openStory(desk);
    const onHold = await record(
      desk,
      slug,
      report(['WAS-MARK'.toLowerCase()], { release: 'held', text: en('WAS-MARK') }),
    );
    expect(onHold.public).toBeNull();
    await settled();
    expectProblem(await ask(slug), 404, 'story-unknown');
    expect(await everything(slug)).not.toMatch(/WAS-MARK/i);
    await onDevelopment(slug, onHold, 'corrections', {
      class: 'correction',
      changes: {
        text: en('It is so.'),
        claims: [proposition('is-so')],
        assertions: [says('is-so')],
        occurred: '2016-12-01',
      },
      ...reason,
      notice: en('NOTICE-MARK'),
    });
    await act(slug, '/claims/is-so/corrections', { changes: { text: en('It is really so.') }, ...reason });
    const released = await onDevelopment(slug, onHold, 'release');
    expect(released.public.revision).toBe('1');
    const { body } = await shown(slug, '1');
    expect(body.developments.items).toMatchObject([
      { text: en('It is so.'), corrections: 0, occurred: '2016-12-01' },
    ]);
    expect(body.claims.items).toMatchObject([{ id: 'is-so', text: en('It is really so.'), flags: [] }]);
    expect(body.corrections.total).toBe(0);
    expect(await everything(slug)).not.toMatch(/WAS-MARK|NOTICE-MARK|REASON-MARK/i);
  });

  it('is never published if it was retracted or killed before', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open']));
    const one = await record(desk, slug, report(['one-mark'], { release: 'held' }));
    const two = await record(desk, slug, report(['two-mark'], { release: 'held' }));
    await onDevelopment(slug, one, 'retraction', { by: 'us', ...reason });
    await onDevelopment(slug, two, 'kill', withheld);
    await settled();
    expect(await everything(slug)).not.toMatch(/one-mark|two-mark|We withdrew/);
    expect((await ask(slug)).body.revision).toBe('1');
    await onDevelopment(slug, one, 'retraction/revocation', reason);
    await onDevelopment(slug, two, 'reinstatement', reason);
    const released = await onDevelopment(slug, one, 'release');
    expect((await shown(slug, released.public.revision)).body.claims.items).toMatchObject([
      { id: 'one-mark', status: 'claimed' },
      { id: 'open' },
    ]);
  });

  it('keeps its claims private unless a public development explicitly publishes them', async () => {
    const slug = await openStory(desk);
    await record(
      desk,
      slug,
      report(['hidden-claim', 'other-mark'], { release: 'held', text: en('TEXT-MARK') }),
    );
    const naming = report([], { assertions: [says('hidden-claim', 'confirms')] });
    expectProblem(
      await desk.post(at(slug, '/developments'), naming),
      422,
      'claim-not-public',
      '/assertions/0/claim',
    );
    const made = await record(desk, slug, { ...naming, publishes: ['hidden-claim'] });
    const { body } = await shown(slug, made.public.revision);
    expect(body.claims.items).toMatchObject([
      {
        id: 'hidden-claim',
        text: en('It is so: hidden-claim'),
        support: 'single-origin',
        assertions: { total: 1 },
      },
    ]);
    expect(await everything(slug)).not.toMatch(/TEXT-MARK|other-mark/);
  });

  it('delays links, judgements, answers and independence until everything they name is public', async () => {
    const slug = await openStory(desk);
    const first = await record(desk, slug, whisper(['open-claim']));
    const asks = { raises: [{ id: 'question-mark', text: en('QUESTION-MARK?') }] };
    const onHold = await record(desk, slug, whisper(['late-mark'], {}, { release: 'held', ...asks }));
    await act(slug, '/claims/open-claim/links', { to: 'late-mark', relation: 'narrows' });
    await act(slug, '/claims/late-mark/judgements', {
      verdict: 'verified',
      method: 'METHOD-MARK',
      ...reason,
    });
    await act(slug, '/independence', {
      origins: [first.origins[0], onHold.origins[0]],
      independent: true,
      ...reason,
    });
    await record(desk, slug, report([], { answers: ['question-mark'] }));
    await settled();
    const before = await everything(slug);
    expect(before).not.toMatch(/late-mark|QUESTION-MARK|METHOD-MARK|REASON-MARK/i);
    expect(before).not.toContain(onHold.origins[0]);
    const released = await onDevelopment(slug, onHold, 'release');
    await shown(slug, released.public.revision);
    const claim = await eventually(
      () => ask(slug, '/claims/late-mark'),
      (a) => a.body.status === 'verified',
    );
    expect(claim.body).toMatchObject({
      status: 'verified',
      links: [{ relation: 'narrows' }],
      judgements: [{ method: null }],
    });
    expect((await ask(slug, '/questions')).body.items).toMatchObject([{ id: 'question-mark', open: false }]);
    expect(await everything(slug)).not.toMatch(/METHOD-MARK|REASON-MARK/);
  });
});

describe('an embargoed development', () => {
  const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

  it('is released at its time by an event, like a headline and lede', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open']));
    const until = soon(700);
    const release = { embargoedUntil: until };
    const made = await record(desk, slug, report(['late-mark'], { release }));
    expect(made.public).toBeNull();
    for (const [what, text] of [
      ['headline', 'HEAD-MARK'],
      ['lede', 'LEDE-MARK'],
    ] as const)
      expect(
        (await desk.put(at(slug, `/${what}`), { [what]: en(text), release }, { 'if-match': '*' })).status,
      ).toBe(200);
    const early = await everything(slug);
    // A slow machine may miss the time window for this check.
    expect(Date.now() < Date.parse(until) && /MARK/i.test(early)).toBe(false);
    const { body } = await eventually(
      () => ask(slug),
      (a) =>
        a.body.claims.total === 2 && a.body.headline.en === 'HEAD-MARK' && a.body.lede?.en === 'LEDE-MARK',
    );
    expect(body).toMatchObject({ headline: en('HEAD-MARK'), lede: en('LEDE-MARK'), claims: { total: 2 } });
    const [newest] = body.developments.items;
    expect(newest.recordedAt >= until).toBe(true);
    const log = (await desk.get(at(slug, '/log'))).body.items;
    const event = log.find((e: Json) => e.type === 'DevelopmentReleased');
    expect(event).toMatchObject({ data: { cause: 'embargo' }, metadata: { recordedBy: 'dateline' } });
    expect(event.metadata.recordedAt >= until).toBe(true);
  });

  it('is released by hand before its time, once', async () => {
    const slug = await openStory(desk);
    const embargoedUntil = soon(600);
    const made = await record(desk, slug, report(['early'], { release: { embargoedUntil } }));
    const released = await onDevelopment(slug, made, 'release');
    await shown(slug, released.public.revision);
    await pause(Math.max(0, Date.parse(embargoedUntil) - Date.now()));
    await settled();
    const log = (await desk.get(at(slug, '/log'))).body.items;
    expect(log.map((e: Json) => e.type)).toEqual(['StoryOpened', 'ReportRecorded', 'DevelopmentReleased']);
  });

  it('is released after a stop or crash across its time, but not in a killed or closed story', async () => {
    const [slug, killed, closed, retracted] = await Promise.all([0, 1, 2, 3].map(() => openStory(desk)));
    const release = { embargoedUntil: soon(2_500) };
    for (const name of [slug, killed, closed, retracted]) await record(desk, name!, report(['open']));
    const hidden = await Promise.all(
      [slug, killed, closed, retracted].map((name) =>
        record(desk, name!, report(['late-mark'], { release })),
      ),
    );
    await act(killed!, '/kill', withheld);
    await act(closed!, '/closing', { scheduled: 'waits' });
    await onDevelopment(retracted!, hidden[3], 'retraction', { by: 'us', ...reason });
    expect(Date.now()).toBeLessThan(Date.parse(release.embargoedUntil));
    await newsroom.stop();
    await pause(Math.max(0, Date.parse(release.embargoedUntil) - Date.now()));
    await newsroom.start();
    bind();
    const { body } = await eventually(
      () => ask(slug!),
      (a) => a.body.claims?.total === 2,
    );
    expect(body.claims.items[0]).toMatchObject({ id: 'late-mark', status: 'claimed' });
    await settled();
    expect((await ask(killed!)).status).toBe(410);
    for (const name of [closed, retracted]) expect(await everything(name!)).not.toContain('late-mark');
    await act(closed!, '/reopening', {});
    const late = await eventually(
      () => ask(closed!),
      (a) => a.body.claims?.total === 2,
    );
    expect(late.body.claims.total).toBe(2);
    await act(killed!, '/reinstatement', reason);
    const back = await eventually(
      () => ask(killed!),
      (a) => a.body.claims?.total === 2,
    );
    expect(back.body.claims.total).toBe(2);
  });
});

describe('a source', () => {
  it('off the record cannot be released', async () => {
    const slug = await openStory(desk);
    const body = whisper(['said'], { groundRules: 'offTheRecord' });
    for (const release of [undefined, 'now', { embargoedUntil: '2999-01-01T00:00:00Z' }])
      expectProblem(
        await desk.post(at(slug, '/developments'), { ...body, release }),
        422,
        'off-the-record',
        '/release',
      );
    const onHold = await record(desk, slug, { ...body, release: 'held' });
    const release = await desk.post(at(slug, `/developments/${onHold.id}/release`), {});
    expectProblem(release, 422, 'off-the-record', '/release');
  });

  it('on deep background is hidden: the public chain ends at the outlet', async () => {
    const slug = await openStory(desk);
    const body = whisper(['said'], {
      groundRules: 'deepBackground',
      descriptor: en('DESCRIPTOR-MARK'),
      approvedBy: 'command-line',
    });
    body.attribution[0][1].standing = 'principal';
    const made = await record(desk, slug, body);
    const { body: state } = await shown(slug, made.public.revision);
    expect(state.developments.items[0].attribution).toEqual([
      [expect.objectContaining({ party: 'financial-times' })],
    ]);
    expect(state.claims.items[0]).toMatchObject({
      status: 'reported',
      support: 'single-origin',
      authority: 'none',
      assertions: { items: [{ origin: 'unknown:financial-times', standing: 'relayer' }] },
    });
    await onDevelopment(slug, made, 'corrections', {
      class: 'correction',
      changes: { attribution: body.attribution.map((c: Json) => [...c]), text: en('Corrected.') },
      ...reason,
    });
    await settled();
    const all = await everything(slug);
    expect(all).not.toMatch(/DESCRIPTOR-MARK|command-line|deepBackground/);
    expect(all).not.toContain(made.origins[0]);
  });
});

describe('what was killed', () => {
  it('as a story is 410 at every moment, with its notice, and returns after reinstatement', async () => {
    const slug = await openStory(desk);
    await record(
      desk,
      slug,
      report(['said-mark'], { text: en('TEXT-MARK'), raises: [{ id: 'q-mark', text: en('Q-MARK') }] }),
    );
    const before = await shown(slug, '1');
    const moment = before.body.updatedAt;
    await pause(5);
    await act(slug, '/kill', withheld);
    const killed = await eventually(
      () => ask(slug),
      (a) => a.status === 410,
    );
    const paths = [
      '',
      '?asOf=2999-01-01',
      `?asOf=${moment}`,
      '?asOf=2000-01-01',
      '/revisions/0',
      '/revisions/1',
      '/revisions/2',
      '/developments',
      '/claims',
      '/claims/said-mark',
      '/claims/said-mark/assertions',
      '/questions',
      '/corrections',
      `/changes?from=2000-01-01&to=${moment}`,
    ];
    for (const rest of paths) {
      const answer = await ask(slug, rest);
      expect([rest, answer.status, answer.body.code]).toEqual([rest, 410, 'killed']);
      expect(answer.body.notice).toMatchObject({ how: 'killed', notice: en('We withdrew it.') });
      expect((await ask(before.body.id, rest)).status).toBe(410);
    }
    expect(await everything(slug, [moment])).not.toMatch(/SAID-MARK|TEXT-MARK|Q-MARK|REASON-MARK/i);
    expect((await desk.get(at(slug))).body.claims.total).toBe(1);
    await pause(5);
    const inside = now();
    await pause(5);
    await act(slug, '/reinstatement', reason);
    await eventually(
      () => ask(slug),
      (a) => a.status === 200,
    );
    expect((await ask(slug, `?asOf=${moment}`)).body).toEqual({ ...before.body, asOf: moment });
    expect((await ask(slug)).body.claims.total).toBe(1);
    const then = await ask(slug, `?asOf=${inside}`);
    expect(then.body).toMatchObject({
      status: 'killed',
      notice: { how: 'killed', at: killed.body.notice.at },
      claims: { total: 0 },
    });
    for (const rest of [
      '',
      '/developments',
      '/claims',
      '/questions',
      '/corrections',
      '/claims/said-mark',
      '/claims/said-mark/assertions',
    ]) {
      const { text } = await ask(slug, `${rest}?asOf=${inside}`);
      expect([rest, /TEXT-MARK|It is so|Q-MARK|A headline|REASON-MARK/.test(text)]).toEqual([rest, false]);
    }
    const { text } = await ask(slug, `/changes?from=2000-01-01&to=${inside}`);
    expect(text).not.toMatch(/TEXT-MARK|It is so|Q-MARK|A headline|REASON-MARK/);
    const list = await newsroom.archive.get(`/v1/stories?limit=100&asOf=${inside}`);
    const item = list.body.items.find((s: Json) => s.slug === slug);
    expect(item).toMatchObject({
      status: 'killed',
      headline: {},
      lede: null,
      newest: null,
      claims: 0,
      developments: 0,
    });
  });

  it('as a story that was never public is always 404', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['said'], { release: 'held' }));
    await act(slug, '/kill', withheld);
    await settled();
    expectProblem(await ask(slug), 404, 'story-unknown');
  });

  it('as a development is in no public answer at any moment, and returns after reinstatement', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open']));
    const made = await record(
      desk,
      slug,
      whisper(
        ['said-mark'],
        { descriptor: en('DESCRIPTOR-MARK') },
        {
          text: en('TEXT-MARK'),
          raises: [{ id: 'q-mark', text: en('Q-MARK') }],
          place: { name: 'PLACE-MARK' },
          occurred: '2016-07-07',
          evidence: [{ url: 'https://example.org/evidence-mark', public: true }],
        },
      ),
    );
    await onDevelopment(slug, made, 'corrections', {
      class: 'correction',
      changes: { text: en('TEXT-MARK-2') },
      ...reason,
      notice: en('NOTICE-MARK'),
    });
    const marks =
      /said-mark|TEXT-MARK|Q-MARK|q-mark|DESCRIPTOR-MARK|PLACE-MARK|evidence-mark|NOTICE-MARK|2016-07-07/;
    await record(desk, slug, report(['later']));
    await settled();
    const before = await everything(slug);
    expect(before).toMatch(marks);
    const at0 = now();
    await pause(5);
    const killed = await onDevelopment(slug, made, 'kill', withheld);
    await shown(slug, killed.public.revision);
    const after = await everything(slug, [at0]);
    expect(after).not.toMatch(marks);
    expect(after).not.toContain(made.origins[0]);
    expect(after).toContain('We withdrew it.');
    const { body } = await ask(slug, '/developments');
    expect(body.items[1]).toMatchObject({
      id: made.id,
      text: {},
      withheld: { how: 'killed', notice: en('We withdrew it.') },
    });
    // Later events do not bring it back while it is killed.
    await record(desk, slug, report(['during']));
    await newsroom.kill();
    await newsroom.start();
    bind();
    await settled();
    expect(await everything(slug, [at0])).not.toMatch(marks);
    const back = await onDevelopment(slug, made, 'reinstatement', reason);
    await shown(slug, back.public.revision);
    const again = await ask(slug, `?asOf=${at0}`);
    expect(again.text).toMatch(/TEXT-MARK-2/);
    expect((await ask(slug)).text).toMatch(/said-mark/);
  });
});

describe('what was taken down', () => {
  it('is 451 with the authority, and returns after reinstatement', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['said']));
    await act(slug, '/takedown', { ...withheld, authority: 'A court' });
    const answer = await eventually(
      () => ask(slug),
      (a) => a.status === 451,
    );
    expectProblem(answer, 451, 'taken-down');
    expect(answer.body.notice).toMatchObject({ how: 'takenDown', authority: 'A court' });
    expect(
      (await newsroom.archive.get('/v1/stories?limit=100')).body.items.map((s: Json) => s.slug),
    ).not.toContain(slug);
    await act(slug, '/reinstatement', reason);
    await eventually(
      () => ask(slug),
      (a) => a.status === 200,
    );
    const made = (await ask(slug)).body.developments.items[0];
    const down = await onDevelopment(slug, made, 'takedown', { ...withheld, authority: 'A court' });
    const { body } = await shown(slug, down.public.revision);
    expect(body.developments.items[0]).toMatchObject({
      text: {},
      withheld: { how: 'takenDown', authority: 'A court' },
    });
    expect(body.claims.total).toBe(0);
  });
});

describe('what was retracted', () => {
  it('stays on the record as withdrawn, without the reason', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open'], { raises: [{ id: 'who', text: en('Who?') }] }));
    const made = await record(desk, slug, report(['said'], { answers: ['who'] }));
    const moment = (await shown(slug, made.public.revision)).body.updatedAt;
    await pause(5);
    const back = await onDevelopment(slug, made, 'retraction', { by: 'outlet', ...reason });
    const { body } = await shown(slug, back.public.revision);
    expect(body.developments.items[0]).toMatchObject({
      text: en('Moscow says so.'),
      retracted: { by: 'outlet' },
    });
    expect(body.claims.items[0]).toMatchObject({ id: 'said', status: 'withdrawn' });
    expect(body.questions.items).toMatchObject([{ id: 'who', open: true }]);
    expect((await ask(slug, `?asOf=${moment}`)).body.claims.items[0]).toMatchObject({
      id: 'said',
      status: 'claimed',
    });
    expect(await everything(slug)).not.toContain('REASON-MARK');
  });
});

describe('the public record', () => {
  it('has no internal data of the newsroom', async () => {
    const slug = await openStory(desk);
    const key = { 'idempotency-key': 'KEY-MARK' };
    const body = whisper(
      ['talks', 'contacts'],
      { approvedBy: 'command-line', groundRules: 'background' },
      {
        evidence: [
          { url: 'https://example.org/private-mark', sha256: 'e'.repeat(64) },
          { url: 'https://example.org/open', public: true },
        ],
      },
    );
    const made = await record(desk, slug, body, key);
    await onDevelopment(slug, made, 'corrections', {
      class: 'correction',
      changes: { text: en('Corrected.'), place: { name: 'NOW' } },
      withhold: ['text'],
      ...reason,
    });
    await act(slug, '/claims/talks/corrections', {
      changes: { text: en('NEW') },
      withhold: ['text'],
      ...reason,
    });
    // Only private parts change, so the public record has no entry.
    const quiet = await onDevelopment(slug, made, 'corrections', {
      class: 'refile',
      changes: {
        evidence: [
          { url: 'https://example.org/private-mark-2' },
          { url: 'https://example.org/open', public: true },
        ],
      },
      ...reason,
    });
    expect(quiet.public).toBeNull();
    await act(slug, '/claims/talks/judgements', { verdict: 'verified', method: 'METHOD-MARK', ...reason });
    const open = await act(slug, '/claims/contacts/judgements', {
      verdict: 'refuted',
      method: 'the open method',
      public: true,
      ...reason,
    });
    await act(slug, `/claims/contacts/judgements/${open.id}/revocation`, reason);
    const link = await act(slug, '/claims/talks/links', { to: 'contacts', relation: 'same' });
    await act(slug, `/claims/talks/links/${link.id}/revocation`, reason);
    await act(slug, `/assertions/${made.assertions[1]}/withdrawal`, { by: 'us', ...reason });
    await act(slug, '/closing', reason);
    await act(slug, '/reopening', reason);
    await onDevelopment(slug, made, 'retraction', { by: 'us', ...reason });
    await onDevelopment(slug, made, 'retraction/revocation', reason);
    const onHold = await record(desk, slug, report(['hidden-mark'], { release: 'held' }));
    await settled();
    const all = await everything(slug);
    expect(all).toMatch(/https:\/\/example\.org\/open/);
    expect(all).toMatch(/the open method/);
    for (const mark of [
      'KEY-MARK',
      'command-line',
      'REASON-MARK',
      'METHOD-MARK',
      'private-mark',
      'hidden-mark',
      'e'.repeat(64),
      onHold.id,
    ])
      expect([mark, all.includes(mark)]).toEqual([mark, false]);
    expect(all).not.toMatch(
      /recordedBy|approvedBy|groundRules|idempotency|correlation|causation|"publishes"|"release"|"reason"/,
    );
    const { body: corrections } = await ask(slug, '/corrections');
    const fields = corrections.items.flatMap((c: Json) => c.changes);
    expect(fields.filter((c: Json) => c.withheld)).toEqual([
      { field: 'text', withheld: true },
      { field: 'text', withheld: true },
    ]);
  });

  it('never shows what a withheld correction replaced, at any moment', async () => {
    const slug = await openStory(desk);
    const made = await record(desk, slug, report(['talks']));
    await onDevelopment(slug, made, 'corrections', {
      class: 'correction',
      changes: { text: en('IS') },
      withhold: ['text'],
      ...reason,
    });
    await settled();
    const { body } = await ask(slug, `/changes?from=2000-01-01&to=2999-01-01`);
    expect(JSON.stringify(body)).not.toContain('Moscow says so.');
    expect((await ask(slug)).text).not.toContain('Moscow says so.');
  });
});

describe('a story that is closed while something is scheduled', () => {
  it('reports the scheduled items, and publishes them at their time', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['first']));
    const embargoedUntil = new Date(Date.now() + 1_500).toISOString();
    const later = await record(desk, slug, report(['later'], { release: { embargoedUntil } }));
    const refused = await desk.post(at(slug, '/closing'), {}, { 'if-match': '*' });
    expectProblem(refused, 409, 'story-scheduled', '/scheduled');
    expect(refused.body.detail).toContain(later.id);
    expectProblem(
      await desk.post(at(slug, '/closing'), { scheduled: 'perhaps' }, { 'if-match': '*' }),
      422,
      'validation',
      '/scheduled',
    );
    await act(slug, '/closing', { scheduled: 'comes' });
    const { body } = await eventually(
      () => ask(slug),
      ({ body }) => body.developments?.items.length === 2,
    );
    expect(body.status).toBe('closed');
    const again = await desk.post(at(slug, '/developments'), report(['more']));
    expectProblem(again, 409, 'story-closed');
  });
});

describe('the newsroom', () => {
  it('logged no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
});
