import { linesOf, type Answer } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, expectProblem, introduce, openStory } from './stories.js';

const MOST = 10;

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DESK_REQUESTS_PER_MINUTE: String(MOST) });
});
afterAll(() => newsroom.remove());

const NOBODY = { authorization: '' };

/** Sends requests one after another, and gives the statuses. */
async function statuses(count: number, send: () => Promise<Answer>): Promise<number[]> {
  const got: number[] = [];
  for (let i = 0; i < count; i++) got.push((await send()).status);
  return got;
}

async function service(name: string, ...roles: string[]): Promise<{ authorization: string }> {
  const { body } = await newsroom.desk.post('/desk/v1/tokens', { name, roles: ['editor', ...roles] });
  return { authorization: `Bearer ${body.token}` };
}

it('a service that sends too much waits, and others do not', async () => {
  const { desk } = newsroom;
  const [eager, calm] = [await service('eager'), await service('calm')];
  const read = () => desk.get('/desk/v1/session', eager);
  expect(await statuses(MOST, read)).toEqual(Array(MOST).fill(200));
  const refused = await read();
  expectProblem(refused, 429, 'too-many-requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(refused.headers['cache-control']).toBe('no-store');
  expectProblem(await desk.post('/desk/v1/stories', {}, eager), 429, 'too-many-requests');
  expect((await desk.get('/desk/v1/session', calm)).status).toBe(200);
});

it('a request without a principal counts by its address, also if its token is wrong', async () => {
  const { desk } = newsroom;
  const guess = () => desk.get('/desk/v1/stories', { authorization: 'Bearer wrong' });
  expect(await statuses(MOST, guess)).toEqual(Array(MOST).fill(401));
  expectProblem(await guess(), 429, 'too-many-requests');
  expectProblem(await desk.get('/desk/v1/sign-in/ways', NOBODY), 429, 'too-many-requests');
});

it('health, documents and pages do not count, nor does the command line of this machine', async () => {
  const { desk, archive } = newsroom;
  for (const path of ['/health/ready', '/openapi.json', '/desk', '/desk/assets/desk.js'])
    expect([path, await statuses(MOST + 1, () => desk.get(path, NOBODY))]).toEqual([
      path,
      Array(MOST + 1).fill(200),
    ]);
  expect(await statuses(3 * MOST, () => desk.get('/desk/v1/session'))).toEqual(Array(3 * MOST).fill(200));
  expect(await statuses(3 * MOST, () => archive.get('/v1/stories'))).toEqual(Array(3 * MOST).fill(200));
});

it('an import is one request, whatever its length', async () => {
  const { desk } = newsroom;
  await introduce(desk);
  const slug = await openStory(desk);
  const line = (await desk.get(at(slug, '/export'))).text.split('\n', 1)[0]!;
  const { authorization } = await service('importer', 'publisher');
  const lines = Array.from({ length: 3 * MOST }, (_, i) => line.replaceAll(slug, `${slug}-${i}`));
  const answer = await desk.send({
    method: 'POST',
    path: '/desk/v1/imports',
    headers: { authorization, 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  expect(linesOf(answer).at(-1)).toMatchObject({ done: true, lines: 3 * MOST });
});
