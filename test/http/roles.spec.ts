import { reachOf, ROLES, VERBS, type Role, type Verb } from '#roles';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, record, report } from './stories.js';

let newsroom: RunningNewsroom;
let document: Json;
const tokens = {} as Record<Role, string>;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  document = (await newsroom.desk.get('/openapi.json')).body;
  await introduce(newsroom.desk);
  for (const role of ROLES) {
    const { body } = await newsroom.desk.post('/desk/v1/tokens', { name: role, roles: [role] });
    tokens[role] = `Bearer ${body.token}`;
  }
});
afterAll(() => newsroom.remove());

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Path parameters with a special form. */
const VALUES: Readonly<Record<string, string>> = {
  story: 'unheard-of',
  model: 'desk',
  position: '1',
  revision: '0',
};

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly verb: Verb;
}

const closed = (): Operation[] =>
  Object.entries<Json>(document.paths)
    .filter(([path]) => path.startsWith('/desk/v1/') && !path.startsWith('/desk/v1/sign-in/'))
    .flatMap(([path, methods]) =>
      Object.entries<Json>(methods).map(([method, { 'x-verb': verb = 'read' }]) => ({
        method: method.toUpperCase(),
        path: path.replace(
          /\{(\w+)\}/g,
          (_, name: string) =>
            VALUES[name] ??
            (/^(id|development|assertion|judgement|link|correction|note)$/.test(name) ? NOBODY : 'x'),
        ),
        verb,
      })),
    );

function ask({ method, path }: Operation, role: Role): Promise<Answer> {
  const headers = { authorization: tokens[role], 'idempotency-key': 'k', 'if-match': '*' };
  // A stream does not end.
  if (path.endsWith('/stream')) return newsroom.desk.head(path, headers);
  if (method === 'GET') return newsroom.desk.get(path, headers);
  const type = path.endsWith('/imports') ? 'application/x-ndjson' : 'application/json';
  return newsroom.desk.send({
    method,
    path,
    headers: { ...headers, 'content-type': type },
    body: type.includes('nd') ? '{}\n' : '{}',
  });
}

it('has a verb for each operation of the desk, and an operation for each verb', () => {
  const used = new Set(closed().map(({ verb }) => verb));
  expect([...used].sort()).toEqual(Object.keys(VERBS).sort());
});

it.each(ROLES)('lets a %s use the verbs of the table and no others', async (role) => {
  const wrong: string[] = [];
  for (const operation of closed()) {
    const { status, body } = await ask(operation, role);
    const reach = reachOf(operation.verb, [role]);
    // A test below is about `own`.
    if (reach === 'own') continue;
    const allowed = reach === 'all';
    const isRefused = status === 403 && body.code === 'forbidden';
    // A token has no session to act on.
    const isOfSession = /\/sessions?(?:\/|$)/.test(operation.path);
    if (status === 401 || status >= 500 || (isRefused === allowed && !isOfSession))
      wrong.push(`${operation.method} ${operation.path} ${operation.verb} ${status} ${body?.code}`);
  }
  expect(wrong).toEqual([]);
});

it('names the roles of each operation in the document', () => {
  for (const operation of Object.values<Json>(
    document.paths['/desk/v1/stories/{story}/developments/{development}/corrections'],
  ))
    expect(operation.security).toEqual([
      { token: ['reporter (own)', 'editor'] },
      { session: ['reporter (own)', 'editor'] },
    ]);
  expect(document.paths['/desk/v1/sign-in/password'].post.security).toBeUndefined();
});

it('lets a reporter correct what he or she recorded, and refuses all else alike', async () => {
  const { desk } = newsroom;
  const slug = await openStory(desk);
  const reporter = { authorization: tokens.reporter };
  const mine = await desk.post(at(slug, '/developments'), report(), reporter);
  expect(mine.status).toBe(201);
  const theirs = await record(desk, slug, report());
  const correct = (id: string, headers = {}): Promise<Answer> =>
    desk.post(
      at(slug, `/developments/${id}/corrections`),
      { class: 'correction', changes: { text: en('Another text.') }, reason: 'A typing error.' },
      { ...reporter, 'if-match': '*', ...headers },
    );
  const [others, none] = [await correct(theirs.id), await correct(NOBODY)];
  for (const answer of [others, none]) expectProblem(answer, 403, 'forbidden');
  expect({ ...others.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  expect((await correct(mine.body.id)).status).toBe(201);
  const { items } = (await desk.get(at(slug, '/log?limit=100'))).body;
  const me = (await desk.get('/desk/v1/session', reporter)).body.id;
  expect(items.at(-1).metadata.recordedBy).toBe(me);
});
