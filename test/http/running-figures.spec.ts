import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { en, introduce, openStory } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const counted = (party: string, more: Json): Json => ({
  kind: 'figure',
  text: en('The toll has risen.'),
  attribution: [[{ party, standing: 'principal' }]],
  ...more,
});

const first = counted('moscow', {
  claims: [
    {
      id: 'toll',
      kind: 'figure',
      text: { en: 'At least 12 people have died', fr: 'Au moins 12 personnes sont mortes' },
      figure: { variable: 'dead', what: 'people who died', count: 12, comparator: '>=' },
    },
  ],
  assertions: [{ claim: 'toll', stance: 'asserts' }],
});

it('accepts values of an existing variable without an id, a text or a claim for each', async () => {
  const { desk, archive } = newsroom;
  const slug = await openStory(desk);
  const file = (body: Json, headers = {}) =>
    desk.post(`/desk/v1/stories/${slug}/developments`, body, headers);
  await file(first);
  const second = counted('moscow', { figures: [{ variable: 'dead', count: 1_540, comparator: '>=' }] });
  const filed = await file(second, { 'idempotency-key': 'second' });
  expect(filed.status).toBe(201);
  expect(filed.body.claims).toEqual([
    {
      id: 'dead-1540',
      text: { en: 'At least 1,540 people have died', fr: 'Au moins 1\u202f540 personnes sont mortes' },
    },
  ]);
  const { revision, claims } = (await file(second, { 'idempotency-key': 'second' })).body;
  expect({ revision, claims }).toEqual({ revision: filed.body.revision, claims: filed.body.claims });

  const same = await file(
    counted('turkey', { figures: [{ variable: 'dead', count: 1_540, comparator: '>=' }] }),
  );
  expect(same.body.claims).toEqual([]);
  const read = (path: string) =>
    eventually(
      () => archive.get(`/v1/stories/${slug}${path}`, { 'dateline-position': same.body.public.position }),
      ({ status }) => status === 200,
    );
  expect((await read('/claims/dead-1540')).body).toMatchObject({ status: 'confirmed', flags: [] });
  expect((await read('/claims/toll')).body.flags).toEqual([{ flag: 'superseded', who: ['moscow'] }]);
});

it.each([
  ['an unknown variable', { variable: 'ded', count: 1 }, 'variable-without-value', '/figures/0/variable'],
  ['no quantity', { variable: 'dead' }, 'quantity-missing', '/figures/0'],
  ['words for a number', { variable: 'dead', count: 'many' }, 'validation', '/figures/0/count'],
  [
    'an invalid time',
    { variable: 'dead', count: 1, asOfWorld: 'soon' },
    'validation',
    '/figures/0/asOfWorld',
  ],
  ['an unknown field', { variable: 'dead', counts: 1 }, 'validation', '/figures/0/counts'],
])('refuses a value with %s, with a pointer', async (_, figure, code, pointer) => {
  const { desk } = newsroom;
  const slug = await openStory(desk);
  await desk.post(`/desk/v1/stories/${slug}/developments`, first);
  const answer = await desk.post(
    `/desk/v1/stories/${slug}/developments`,
    counted('moscow', { figures: [figure] }),
  );
  expect([answer.status, answer.body.code]).toEqual([422, code]);
  expect(JSON.stringify(answer.body)).toContain(`"${pointer}"`);
});
