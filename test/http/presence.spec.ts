import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserSession } from './browser-session.js';
import type { Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, expectProblem, openStory } from './stories.js';

const PASSWORD = 'four words about rivers';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
});
afterAll(() => newsroom.remove());

interface Person {
  readonly id: string;
  readonly page: BrowserSession;
}

const signedIn = async (path: string, body: Json): Promise<BrowserSession> => {
  const page = new BrowserSession(newsroom.desk);
  expect((await page.post(`/desk/v1/sign-in/${path}`, { ...body, password: PASSWORD })).status).toBe(200);
  return page;
};
async function person(username: string, role = 'reporter'): Promise<Person> {
  const { body } = await newsroom.desk.post('/desk/v1/staff', { username, name: username, roles: [role] });
  const [, link] = /#([\w-]{43})/.exec(body.link)!;
  return { id: body.staff.id, page: await signedIn('invitation', { link }) };
}
const enter = async ({ page }: Pick<Person, 'page'>, slug: string, doing = 'reading'): Promise<Json[]> => {
  const { status, body } = await page.put(at(slug, '/presence'), { doing });
  expect(status).toBe(200);
  return body.items;
};
const present = async (slug: string): Promise<Json[]> =>
  (await newsroom.desk.get(at(slug, '/presence'))).body.items;
const idsIn = async (slug: string): Promise<string[]> => (await present(slug)).map(({ id }) => id);

it('lists who is in a story, with the present name, until they leave', async () => {
  const slug = await openStory(newsroom.desk);
  const [reporter, editor] = [await person('r.one'), await person('e.one', 'editor')];
  await enter(reporter, slug);
  const since = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/);
  const both = [
    { id: reporter.id, name: 'r.one', doing: 'reading', since },
    { id: editor.id, name: 'e.one', doing: 'writing', since },
  ];
  expect(await enter(editor, slug, 'writing')).toEqual(both);
  expect(await present(slug)).toEqual(both);
  await newsroom.desk.put(`/desk/v1/staff/${editor.id}`, { name: 'Another name', roles: ['editor'] });
  expect((await present(slug))[1]).toMatchObject({ name: 'Another name' });
  expect((await reporter.page.delete(at(slug, '/presence'))).status).toBe(204);
  expect((await reporter.page.delete(at(slug, '/presence'))).status).toBe(204);
  expect(await idsIn(slug)).toEqual([editor.id]);
  expect(await present(await openStory(newsroom.desk))).toEqual([]);
});

it('finds the story by its slug and by its id', async () => {
  const slug = await openStory(newsroom.desk);
  const reporter = await person('r.two');
  await enter(reporter, slug);
  const { id } = (await newsroom.desk.get(at(slug))).body;
  expect(await present(id)).toEqual(await present(slug));
  expect(await idsIn(id)).toEqual([reporter.id]);
});

it('shows tabs and browsers of one person as one, which writes if one of them writes', async () => {
  const slug = await openStory(newsroom.desk);
  const reporter = await person('r.three');
  const other = { page: await signedIn('password', { username: 'r.three' }) };
  const [{ since }] = await enter(reporter, slug);
  await enter(reporter, slug);
  await enter(other, slug, 'writing');
  expect(await present(slug)).toEqual([{ id: reporter.id, name: 'r.three', doing: 'writing', since }]);
  await other.page.delete('/desk/v1/session');
  expect(await present(slug)).toMatchObject([{ id: reporter.id, doing: 'reading' }]);
});

it('no longer lists who signed out, was disabled, or has a revoked token', async () => {
  const slug = await openStory(newsroom.desk);
  const [out, disabled] = [await person('r.four'), await person('r.five')];
  const { body: token } = await newsroom.desk.post('/desk/v1/tokens', { name: 'A tool', roles: ['editor'] });
  for (const one of [out, disabled]) await enter(one, slug);
  const headers = { authorization: `Bearer ${token.token}` };
  await newsroom.desk.put(at(slug, '/presence'), { doing: 'reading' }, headers);
  expect(await idsIn(slug)).toEqual([out.id, disabled.id, token.id]);
  await out.page.delete('/desk/v1/session');
  expect(await idsIn(slug)).toEqual([disabled.id, token.id]);
  await newsroom.desk.post(`/desk/v1/staff/${disabled.id}/disabling`, {});
  expect(await idsIn(slug)).toEqual([token.id]);
  await newsroom.desk.send({ method: 'DELETE', path: `/desk/v1/tokens/${token.id}` });
  expect(await idsIn(slug)).toEqual([]);
});

it('refuses an unknown story, and what is neither reading nor writing', async () => {
  const presence = at('unheard-of', '/presence');
  expectProblem(await newsroom.desk.get(presence), 404, 'story-unknown');
  expectProblem(await newsroom.desk.put(presence, { doing: 'reading' }), 404, 'story-unknown');
  expectProblem(await newsroom.desk.send({ method: 'DELETE', path: presence }), 404, 'story-unknown');
  const slug = await openStory(newsroom.desk);
  const wrong = await newsroom.desk.put(at(slug, '/presence'), { doing: 'sleeping' });
  expectProblem(wrong, 422, 'validation', '/doing');
});

it('is in no file, in no log and not public', async () => {
  const slug = await openStory(newsroom.desk);
  const before = (await newsroom.desk.get(at(slug))).body.revision;
  await newsroom.desk.put(at(slug, '/presence'), { doing: 'writing' });
  expect((await newsroom.desk.get(at(slug))).body.revision).toBe(before);
  const holding = readdirSync(newsroom.data)
    .map((name) => join(newsroom.data, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes('"writing"'));
  expect(holding).toEqual([]);
  expect((await newsroom.archive.get(`/v1/stories/${slug}/presence`)).status).toBe(404);
  await newsroom.stop();
  await newsroom.start();
  expect(await present(slug)).toEqual([]);
});
