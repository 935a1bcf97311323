import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type Answer, type Json } from './caller.js';
import { STORY_SUFFIXES, TABLE_PATHS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, everyPage, expectProblem, introduce, openStory, read, record, report } from './stories.js';

const CANARY = 'Quillfeather';

let newsroom: RunningNewsroom;
const tokens: Record<string, { readonly id: string; readonly headers: Record<string, string> }> = {};
const staff: Record<string, string> = {};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  const { desk } = newsroom;
  await introduce(desk);
  for (const [name, roles] of [
    ['reporter', ['reporter']],
    ['colleague', ['reporter']],
    ['editor', ['editor']],
    ['auditor', ['auditor']],
  ] as const) {
    const { body } = await desk.post('/desk/v1/tokens', { name, roles });
    tokens[name] = { id: body.id, headers: { authorization: `Bearer ${body.token}` } };
  }
  for (const [username, name, roles] of [
    ['r.reporter', 'R. Reporter', ['reporter']],
    ['m.editor', 'M. Editor', ['editor']],
    ['a.admin', 'A. Admin', ['administrator']],
    ['gone', 'Gone', ['reporter']],
  ] as const) {
    const { body } = await desk.post('/desk/v1/staff', { username, name, roles });
    staff[username] = body.staff.id;
  }
  await desk.post(`/desk/v1/staff/${staff['gone']}/disabling`, {});
});
afterAll(() => newsroom.remove());

const as = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...tokens[name]!.headers,
  ...more,
});
const add = (
  slug: string,
  body: Json,
  name = 'reporter',
  more: Record<string, string> = {},
): Promise<Answer> => newsroom.desk.post(at(slug, '/notes'), body, as(name, more));
const withdraw = (slug: string, id: string, name: string): Promise<Answer> =>
  newsroom.desk.send({ method: 'DELETE', path: at(slug, `/notes/${id}`), headers: as(name) });
const textsOf = async (slug: string, query = ''): Promise<string[]> =>
  (await everyPage(newsroom.desk, at(slug, `/notes?limit=2${query}`))).flatMap(({ items }) =>
    items.map(({ text }: Json) => text),
  );

describe('a note', () => {
  it('is listed with its story or development, also after a restart', async () => {
    const slug = await openStory(newsroom.desk);
    const { id } = await record(newsroom.desk, slug, report());
    for (const text of ['One.', 'Two.', 'Three.']) expect((await add(slug, { text })).status).toBe(201);
    const { body } = await add(slug, { text: 'On it.', development: id }, 'editor');
    expect(body).toMatchObject({ development: id, author: { id: tokens['editor']!.id, name: 'editor' } });
    expect(await textsOf(slug)).toEqual(['One.', 'Two.', 'Three.', 'On it.']);
    await newsroom.stop();
    await newsroom.start();
    expect(await textsOf(slug)).toEqual(['One.', 'Two.', 'Three.', 'On it.']);
    expect(await textsOf(slug, `&development=${id}`)).toEqual(['On it.']);
    expectProblem(await newsroom.desk.get(at(slug, '/notes?cursor=x')), 400, 'cursor');
  });

  it('is written once by a repeated request, also after a restart', async () => {
    const slug = await openStory(newsroom.desk);
    const key = { 'idempotency-key': 'note-once' };
    const first = await add(slug, { text: 'Once.' }, 'reporter', key);
    await newsroom.kill();
    await newsroom.start();
    expect((await add(slug, { text: 'Once.' }, 'reporter', key)).body).toEqual(first.body);
    expectProblem(await add(slug, { text: 'Another.' }, 'reporter', key), 422, 'idempotency-key-reused');
    expect(await textsOf(slug)).toEqual(['Once.']);
  });

  it('needs a story, a development of it, and the right to write', async () => {
    const slug = await openStory(newsroom.desk);
    const development = '00000000-0000-4000-8000-000000000000';
    expectProblem(await add('unheard-of', { text: 'x' }), 404, 'story-unknown');
    expectProblem(await add(slug, { text: 'x', development }), 422, 'validation', '/development');
    expectProblem(await add(slug, { text: ' ' }), 422, 'validation', '/text');
    expectProblem(await add(slug, { text: 'x' }, 'auditor'), 403, 'forbidden');
    expect((await newsroom.desk.get(at(slug, '/notes'), as('auditor'))).status).toBe(200);
  });

  it('is withdrawn by its author or an editor', async () => {
    const slug = await openStory(newsroom.desk);
    const [mine, theirs] = [
      (await add(slug, { text: 'Mine.' })).body.id,
      (await add(slug, { text: 'Too.' })).body.id,
    ];
    const nobody = '00000000-0000-4000-8000-000000000000';
    const refused = [await withdraw(slug, mine, 'colleague'), await withdraw(slug, nobody, 'colleague')];
    for (const answer of refused) expectProblem(answer, 403, 'forbidden');
    expect({ ...refused[0]!.body, instance: '' }).toEqual({ ...refused[1]!.body, instance: '' });
    for (let i = 0; i < 2; i += 1) expect((await withdraw(slug, mine, 'reporter')).status).toBe(204);
    expect(await textsOf(slug)).toEqual(['Too.']);
    expect((await withdraw(slug, theirs, 'editor')).status).toBe(204);
    expectProblem(await withdraw(slug, nobody, 'editor'), 404, 'not-found');
    expect(await textsOf(slug)).toEqual([]);
  });
});

it('mentions people who may read it, whatever they are called later', async () => {
  const slug = await openStory(newsroom.desk);
  const text = '@R.Reporter and @M. Editor, see @sofia, @a.admin and @gone. Not desk@m.editor.';
  const { body } = await add(slug, { text });
  expect(body.mentions).toEqual([
    { id: staff['r.reporter'], name: 'R. Reporter' },
    { id: staff['m.editor'], name: 'M. Editor' },
  ]);
  expect(body.unknownMentions).toEqual(['sofia', 'a.admin', 'gone']);
  await newsroom.desk.put(`/desk/v1/staff/${staff['r.reporter']}`, { name: 'Renamed', roles: ['reporter'] });
  const { items } = (await newsroom.desk.get(at(slug, '/notes'))).body;
  expect(items[0]).toMatchObject({ text, mentions: [{ id: staff['r.reporter'], name: 'Renamed' }, {}] });
});

/** The files of the data folder that have a text. */
const filesWith = (text: string): string[] =>
  readdirSync(newsroom.data, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      statSync(join(newsroom.data, name)).isFile() && readFileSync(join(newsroom.data, name)).includes(text),
  );

it('never becomes public: no answer of the archive, no file of the public log, no export has it', async () => {
  const slug = await openStory(newsroom.desk);
  const { id } = await record(newsroom.desk, slug, report(['it-is-so']));
  const { body } = await add(slug, { text: `Ask ${CANARY}.`, development: id });
  await eventually(
    () => newsroom.archive.get(read(slug)),
    ({ status }) => status === 200,
  );
  const paths = [
    ...['', '/developments', '/claims', '/corrections', ...STORY_SUFFIXES].map((rest) => read(slug, rest)),
    ...TABLE_PATHS.map((rest) => read(slug, rest)),
    ...['/v1/stories', '/v1/changes', '/v1/dump', '/v1/stories.atom', '/', `/stories/${slug}`],
  ];
  for (const path of paths) {
    const answer = await newsroom.archive.get(path);
    const has = [CANARY, body.id].some((text) => answer.text.includes(text));
    expect([path, answer.status < 400, has]).toEqual([path, true, false]);
  }
  expect((await newsroom.archive.get(`/v1/stories?q=${CANARY}`)).body.total).toBe(0);
  for (const rest of ['/export', '/log', '', '/developments'])
    expect((await newsroom.desk.get(at(slug, rest))).text).not.toContain(CANARY);
  expect(filesWith(CANARY).filter((name) => !name.startsWith('desk.db'))).toEqual([]);
});

describe('the removal of words', () => {
  const why = { grounds: 'privacy', reason: 'She asked for it.', notice: en('A name was removed.') };
  const remove = (more: Json, key?: string): Promise<Answer> =>
    newsroom.desk.post(
      '/desk/v1/removals',
      { words: CANARY, ...why, ...more },
      key ? { 'idempotency-key': key } : {},
    );

  it('erases them from notes, also from withdrawn ones, and leaves no file with them', async () => {
    const [slug, other] = [await openStory(newsroom.desk), await openStory(newsroom.desk)];
    // Other tests have left some: they go as well.
    for (const text of [`${CANARY} says so.`, `Ask @${CANARY}.`, 'Nothing.']) await add(slug, { text });
    const { id } = (await add(other, { text: `${CANARY} again.` })).body;
    await withdraw(other, id, 'reporter');
    const dry = await remove({ scope: 'newsroom', dryRun: true });
    const story = (await newsroom.desk.get(at(slug))).body.id;
    expect(dry.body.notes).toContainEqual({ story, total: 2 });
    expect(await textsOf(slug)).toEqual([`${CANARY} says so.`, `Ask @${CANARY}.`, 'Nothing.']);
    const done = await remove({ scope: 'newsroom' }, 'remove-once');
    expect([done.status, done.body.notes]).toEqual([201, dry.body.notes]);
    expect(await textsOf(slug)).toEqual(['[…] says so.', 'Ask @[…].', 'Nothing.']);
    expect((await remove({ scope: 'newsroom' }, 'remove-once')).body.notes).toEqual(dry.body.notes);
    await newsroom.stop();
    expect(filesWith(CANARY)).toEqual([]);
    await newsroom.start();
    expect(await textsOf(slug)).toEqual(['[…] says so.', 'Ask @[…].', 'Nothing.']);
    expect((await remove({ scope: 'newsroom', dryRun: true })).body.notes).toEqual([]);
    expect((await add(slug, { text: 'Later.' })).status).toBe(201);
  });

  it('may concern one story', async () => {
    const [slug, other] = [await openStory(newsroom.desk), await openStory(newsroom.desk)];
    for (const one of [slug, other]) await add(one, { text: `Ask ${CANARY}.` });
    expect((await remove({ scope: 'story', story: slug })).body.notes).toEqual([
      { story: expect.any(String), total: 1 },
    ]);
    expect([await textsOf(slug), await textsOf(other)]).toEqual([['Ask […].'], [`Ask ${CANARY}.`]]);
  });

  it('erases them from the notes of reviews, also of those that have ended', async () => {
    const slug = await openStory(newsroom.desk);
    const developments: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const { body } = await newsroom.desk.post(at(slug, '/developments'), report(), as('reporter'));
      developments.push(body.id);
      const note = `Who is ${CANARY}?`;
      await newsroom.desk.post(at(slug, `/developments/${body.id}/review/return`), { note }, as('editor'));
    }
    const [ended] = developments;
    await newsroom.desk.post(
      at(slug, `/developments/${ended}/review/approval`),
      {},
      as('editor', { 'if-match': '*' }),
    );
    const returned = async (): Promise<Json[]> =>
      (await newsroom.desk.get('/desk/v1/notices', as('reporter'))).body.items.flatMap(
        ({ kind, slug: of, words }: Json) => (kind === 'returned' && of === slug ? [words] : []),
      );
    expect(await returned()).toEqual([`Who is ${CANARY}?`, `Who is ${CANARY}?`]);
    expect((await remove({ scope: 'newsroom', dryRun: true })).body.reviews).toBe(2);
    for (let i = 0; i < 2; i += 1)
      expect((await remove({ scope: 'newsroom' }, 'remove-reviews')).body.reviews).toBe(2);
    expect(await returned()).toEqual(['Who is […]?', 'Who is […]?']);
    const open = async (): Promise<string[]> =>
      (await newsroom.desk.get('/desk/v1/reviews?list=mine', as('reporter'))).body.items.map(
        ({ note }: Json) => note,
      );
    expect(await open()).toContain('Who is […]?');
    await newsroom.stop();
    expect(filesWith(CANARY)).toEqual([]);
    await newsroom.start();
    expect(await open()).toContain('Who is […]?');
  });
});
