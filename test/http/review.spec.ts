import type { Answer, Json } from './caller.js';
import { eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, read, record, report } from './stories.js';

let newsroom: RunningNewsroom;
/** The tokens and ids of services with roles, by name. */
const people: Record<string, { readonly id: string; readonly headers: Record<string, string> }> = {};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  for (const [name, roles] of [
    ['reporter', ['reporter']],
    ['colleague', ['reporter']],
    ['editor', ['editor']],
    ['second', ['editor']],
  ] as const) {
    const { body } = await newsroom.desk.post('/desk/v1/tokens', { name, roles });
    people[name] = { id: body.id, headers: { authorization: `Bearer ${body.token}` } };
  }
});
afterAll(() => newsroom.remove());

const as = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...people[name]!.headers,
  ...more,
});
const post = (slug: string, rest: string, body: Json, headers: Record<string, string>): Promise<Answer> =>
  newsroom.desk.post(at(slug, rest), body, headers);
const files = (
  slug: string,
  name: string,
  more: Json = {},
  headers: Record<string, string> = {},
): Promise<Answer> => post(slug, '/developments', report([], more), as(name, headers));
const approve = (slug: string, id: string, name: string, etag = '*'): Promise<Answer> =>
  post(slug, `/developments/${id}/review/approval`, {}, as(name, { 'if-match': etag }));
const correct = (slug: string, id: string, name: string, text: string): Promise<Answer> =>
  post(
    slug,
    `/developments/${id}/corrections`,
    { class: 'correction', changes: { text: en(text) }, reason: 'It was wrong.' },
    as(name, { 'if-match': '*' }),
  );
const reviews = async (name: string, list?: string): Promise<Json[]> =>
  (await newsroom.desk.get(`/desk/v1/reviews${list ? `?list=${list}` : ''}`, as(name))).body.items;
const about = (items: Json[], id: string): Json => items.find(({ development }) => development === id);
const developmentOf = async (slug: string, id: string): Promise<Json> =>
  (await newsroom.desk.get(at(slug, '/developments?limit=100'))).body.items.find((d: Json) => d.id === id);
const isPublic = async (slug: string, id: string): Promise<boolean> => {
  const { body } = await newsroom.archive.get(read(slug, '/developments?limit=100'));
  return (body.items ?? []).some((d: Json) => d.id === id);
};

describe('what a reporter records', () => {
  it('waits on hold until an editor approves it, and then names the reporter', async () => {
    const slug = await openStory(newsroom.desk);
    const made = await files(slug, 'reporter');
    expect(made.body).toMatchObject({ review: 'awaiting-review', public: null });
    const { id } = made.body;
    expect(about(await reviews('editor', 'waiting'), id)).toMatchObject({
      slug,
      state: 'awaiting-review',
      author: people['reporter']!.id,
      release: 'now',
    });
    expect(about(await reviews('reporter', 'waiting'), id)).toBeUndefined();
    expect(about(await reviews('reporter', 'mine'), id)).toMatchObject({ state: 'awaiting-review' });
    expect(await isPublic(slug, id)).toBe(false);
    const approved = await approve(slug, id, 'editor');
    expect(approved.status).toBe(201);
    await eventually(
      () => isPublic(slug, id),
      (is) => is,
    );
    expect(await isPublic(slug, id)).toBe(true);
    expect(about(await reviews('editor'), id)).toBeUndefined();
    expect(await developmentOf(slug, id)).toMatchObject({ recordedBy: people['reporter']!.id });
    expectProblem(await approve(slug, id, 'second'), 404, 'review-unknown');
  });

  it('is approved by two editors at once: one releases it, and nobody gets a refusal of it', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const slug = await openStory(newsroom.desk);
      const { id } = (await files(slug, 'reporter')).body;
      const answers = await Promise.all(['editor', 'second'].map((name) => approve(slug, id, name)));
      const outcomes = answers.map(({ status, body }) => (status === 404 ? String(body.code) : status));
      expect(outcomes.filter((one) => one === 201)).toHaveLength(1);
      expect([201, 200, 'review-unknown']).toEqual(expect.arrayContaining(outcomes));
    }
  });

  it('gives a repeated approval the first answer', async () => {
    const slug = await openStory(newsroom.desk);
    const { id } = (await files(slug, 'reporter')).body;
    const headers = as('editor', { 'if-match': '*', 'idempotency-key': `approval-${slug}` });
    const once = (): Promise<Answer> => post(slug, `/developments/${id}/review/approval`, {}, headers);
    const first = await once();
    expect(first.status).toBe(201);
    const again = await once();
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('asks for one review, however often the request is repeated', async () => {
    const slug = await openStory(newsroom.desk);
    const key = { 'idempotency-key': `once-${slug}` };
    const answers = [await files(slug, 'reporter', {}, key), await files(slug, 'reporter', {}, key)];
    const [first, again] = answers.map(({ body }) => body);
    expect(again).toEqual(first);
    await approve(slug, first.id, 'editor');
    expect((await files(slug, 'reporter', {}, key)).body.id).toBe(first.id);
    expect(about(await reviews('editor'), first.id)).toBeUndefined();
  });

  it('gets its embargo with the approval, and waits again when the reporter changes it', async () => {
    const slug = await openStory(newsroom.desk);
    const embargo = { embargoedUntil: '2999-01-01T06:00:00.000Z' };
    const { body } = await files(slug, 'reporter', { release: embargo });
    await approve(slug, body.id, 'editor');
    expect(await developmentOf(slug, body.id)).toMatchObject({ release: embargo });
    expect((await correct(slug, body.id, 'reporter', 'Another figure.')).status).toBe(201);
    expect(await developmentOf(slug, body.id)).toMatchObject({
      release: 'held',
      text: en('Another figure.'),
    });
    expect(about(await reviews('editor', 'waiting'), body.id)).toMatchObject({ release: embargo });
    await approve(slug, body.id, 'second');
    expect(await developmentOf(slug, body.id)).toMatchObject({ release: embargo });
    // Nothing changes, so the approval stays.
    await correct(slug, body.id, 'reporter', 'Another figure.');
    expect(await developmentOf(slug, body.id)).toMatchObject({ release: embargo });
  });

  it('comes back with a note, and waits again after a correction', async () => {
    const slug = await openStory(newsroom.desk);
    const { body } = await files(slug, 'reporter');
    const note = 'Who counted them?';
    const returned = await post(slug, `/developments/${body.id}/review/return`, { note }, as('editor'));
    expect(returned.body).toMatchObject({ state: 'returned', note, reviewer: people['editor']!.id });
    expect(about(await reviews('editor', 'waiting'), body.id)).toBeUndefined();
    expect(about(await reviews('reporter', 'mine'), body.id)).toMatchObject({ state: 'returned', note });
    await correct(slug, body.id, 'reporter', 'The ministry counted them.');
    expect(about(await reviews('editor', 'waiting'), body.id)).toMatchObject({ state: 'awaiting-review' });
  });

  it('is approved as it was seen: a change in between is 412', async () => {
    const slug = await openStory(newsroom.desk);
    const { body } = await files(slug, 'reporter');
    const { etag } = (await newsroom.desk.get(at(slug))).headers;
    await correct(slug, body.id, 'reporter', 'Changed in the meantime.');
    expectProblem(await approve(slug, body.id, 'editor', etag), 412, 'precondition-failed');
    const bare = await post(slug, `/developments/${body.id}/review/approval`, {}, as('editor'));
    expectProblem(bare, 428, 'precondition-required');
    expect(await isPublic(slug, body.id)).toBe(false);
  });

  it('is taken over by an editor, whom a second one approves', async () => {
    const slug = await openStory(newsroom.desk);
    const { body } = await files(slug, 'reporter');
    const taken = await post(slug, `/developments/${body.id}/review/takeover`, {}, as('editor'));
    expect(taken.body).toMatchObject({ state: 'taken-over', author: people['editor']!.id });
    expectProblem(await approve(slug, body.id, 'editor'), 409, 'own-review');
    expect((await approve(slug, body.id, 'second')).status).toBe(201);
  });

  it('is refused early if the embargo is past, and never changed in public without an editor', async () => {
    const slug = await openStory(newsroom.desk);
    const past = { release: { embargoedUntil: '2016-12-01T10:00:00Z' } };
    expectProblem(await files(slug, 'reporter', past), 422, 'embargo-past', '/release');
    const { body } = await files(slug, 'reporter');
    await approve(slug, body.id, 'editor');
    expectProblem(await correct(slug, body.id, 'reporter', 'Changed.'), 409, 'review-required');
    const retraction = { by: 'us', reason: 'It was wrong.' };
    const retracted = await post(slug, `/developments/${body.id}/retraction`, retraction, as('reporter'));
    expectProblem(retracted, 409, 'review-required');
  });

  it('is asked for by its author alone, and says nothing about what others recorded', async () => {
    const slug = await openStory(newsroom.desk);
    const { body } = await files(slug, 'reporter', { release: 'held' });
    expect(body.review).toBeUndefined();
    const ask = (name: string, id: string): Promise<Answer> =>
      post(slug, `/developments/${id}/review`, { note: 'Please look.' }, as(name));
    const [others, none] = [
      await ask('colleague', body.id),
      await ask('colleague', '00000000-0000-4000-8000-000000000000'),
    ];
    for (const answer of [others, none]) expectProblem(answer, 403, 'forbidden');
    expect({ ...others.body, instance: '' }).toEqual({ ...none.body, instance: '' });
    expect((await ask('reporter', body.id)).body).toMatchObject({
      state: 'awaiting-review',
      note: 'Please look.',
    });
    expectProblem(await approve(slug, body.id, 'reporter'), 403, 'forbidden');
  });

  it('says in a dry run that it would wait, without a trace', async () => {
    const slug = await openStory(newsroom.desk);
    const before = (await reviews('editor')).length;
    const answer = await post(slug, '/developments?dryRun=true', report(), as('reporter'));
    expect(answer.body).toMatchObject({ dryRun: true, review: 'awaiting-review', public: [] });
    expect(await reviews('editor')).toHaveLength(before);
  });
});

describe('the rule of the newsroom', () => {
  const set = (mayReleaseAlone: string[]): Promise<Answer> =>
    newsroom.desk.put('/desk/v1/review-rule', { mayReleaseAlone });
  afterEach(() => set(['editor', 'publisher']));

  it('may let everybody release alone', async () => {
    const slug = await openStory(newsroom.desk);
    expect((await set(['reporter', 'editor'])).body).toEqual({
      mayReleaseAlone: ['editor', 'reporter'],
      unnamedNeedApproval: true,
    });
    const { body } = await files(slug, 'reporter');
    expect(body.review).toBeUndefined();
    expect((await correct(slug, body.id, 'reporter', 'Changed.')).status).toBe(201);
  });

  it('may want a second pair of eyes for editors, too', async () => {
    const slug = await openStory(newsroom.desk);
    await set([]);
    const { body } = await files(slug, 'editor');
    expect(body.review).toBe('awaiting-review');
    expectProblem(
      await post(slug, `/developments/${body.id}/release`, {}, as('editor')),
      409,
      'review-required',
    );
    const scheduled = await newsroom.desk.put(
      at(slug, `/scheduled/${body.id}`),
      { release: 'now' },
      as('editor', { 'if-match': '*' }),
    );
    expectProblem(scheduled, 409, 'review-required');
    expectProblem(await approve(slug, body.id, 'editor'), 409, 'own-review');
    expect((await post(slug, `/developments/${body.id}/release`, {}, as('second'))).status).toBe(201);
    expect(about(await reviews('second'), body.id)).toBeUndefined();
  });

  it('lets editors correct what is public, and nobody release what he or she took over', async () => {
    const slug = await openStory(newsroom.desk);
    await set([]);
    const { body } = await files(slug, 'reporter');
    await post(slug, `/developments/${body.id}/review/takeover`, {}, as('editor'));
    const alone = await post(slug, `/developments/${body.id}/release`, {}, as('editor'));
    expectProblem(alone, 409, 'review-required');
    expect((await approve(slug, body.id, 'second')).status).toBe(201);
    expect((await correct(slug, body.id, 'editor', 'Corrected.')).status).toBe(201);
  });

  it('stays if somebody else asks for the review of what one recorded', async () => {
    const slug = await openStory(newsroom.desk);
    await set([]);
    const { body } = await files(slug, 'editor');
    await post(slug, `/developments/${body.id}/review`, {}, as('second'));
    expectProblem(await approve(slug, body.id, 'editor'), 409, 'own-review');
  });

  it('is set by administrators with known roles', async () => {
    expectProblem(
      await newsroom.desk.put('/desk/v1/review-rule', { mayReleaseAlone: [] }, as('editor')),
      403,
      'forbidden',
    );
    expectProblem(await set(['king']), 422, 'validation');
    expect((await newsroom.desk.get('/desk/v1/review-rule', as('reporter'))).body).toEqual({
      mayReleaseAlone: ['editor', 'publisher'],
      unnamedNeedApproval: true,
    });
  });
});

it('keeps reviews across a restart, and lists them by page', async () => {
  const slug = await openStory(newsroom.desk);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.push((await files(slug, 'colleague')).body.id);
  await newsroom.stop();
  await newsroom.start();
  const seen: string[] = [];
  for (let next: string | null = '/desk/v1/reviews?list=mine&limit=2'; next !== null;) {
    const { body } = await newsroom.desk.get(next, as('colleague'));
    seen.push(...body.items.map((item: Json) => item.development));
    ({ next } = body);
  }
  expect(seen).toEqual(ids);
  expectProblem(await newsroom.desk.get('/desk/v1/reviews?cursor=x', as('editor')), 400, 'cursor');
});

it('forgets a review whose development was killed', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report());
  const { body } = await files(slug, 'reporter');
  await newsroom.desk.post(at(slug, `/developments/${body.id}/kill`), {
    reason: 'Wrong.',
    notice: en('Withdrawn.'),
  });
  expect(about(await reviews('editor'), body.id)).toBeUndefined();
});

describe('the list of what is on hold', () => {
  const held = async (name = 'editor', query = '?limit=100'): Promise<Json> =>
    (await newsroom.desk.get(`/desk/v1/held${query}`, as(name))).body;
  /** Those of these stories, once they are as many: the list follows the log. */
  const heldIn = async (slugs: readonly string[], count: number): Promise<Json[]> =>
    eventually(
      async () => ((await held()).items ?? []).filter(({ slug }: Json) => slugs.includes(slug)),
      ({ length }) => length === count,
    );

  it('has the developments of all stories, with the state of their review', async () => {
    const [one, two] = [await openStory(newsroom.desk), await openStory(newsroom.desk)];
    const waits = (await files(one, 'reporter')).body.id;
    const returned = (await files(two, 'reporter')).body.id;
    await post(two, `/developments/${returned}/review/return`, { note: 'Who?' }, as('editor'));
    const alone = (await files(one, 'editor', { release: 'held' })).body.id;
    await files(one, 'editor');
    await files(one, 'editor', { release: { embargoedUntil: '2999-01-01T00:00:00Z' } });
    const items = await heldIn([one, two], 3);
    const since = expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/);
    const common = { kind: 'report', text: en('Moscow says so.'), story: expect.any(String), since };
    const [reporter, editor] = [people['reporter']!.id, people['editor']!.id];
    expect(items).toEqual([
      { ...common, id: waits, slug: one, recordedBy: reporter, review: 'awaiting-review' },
      { ...common, id: returned, slug: two, recordedBy: reporter, review: 'returned' },
      { ...common, id: alone, slug: one, recordedBy: editor, review: null },
    ]);
    await approve(one, waits, 'editor');
    expect((await heldIn([one, two], 2)).map(({ id }) => id)).toEqual([returned, alone]);
    await newsroom.kill();
    await newsroom.start();
    expect((await heldIn([one, two], 2)).map(({ id }) => id)).toEqual([returned, alone]);
  });

  it('comes in pages, with a total', async () => {
    const slug = await openStory(newsroom.desk);
    for (let i = 0; i < 3; i += 1) await files(slug, 'editor', { release: 'held' });
    await heldIn([slug], 3);
    const { items: all, total } = await held();
    const found: Json[] = [];
    for (let next: string | null = '/desk/v1/held?limit=2'; next !== null;) {
      const { body }: Answer = await newsroom.desk.get(next, as('reporter'));
      expect(body.items.length).toBeLessThanOrEqual(2);
      found.push(...body.items);
      next = body.next;
    }
    expect(found).toEqual(all);
    expect(total).toBe(all.length);
    expectProblem(await newsroom.desk.get('/desk/v1/held?cursor=none', as('editor')), 400, 'cursor');
  });
});
