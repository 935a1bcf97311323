import type { Answer, Caller, Json } from '../http/caller.js';
import type { RunningNewsroom } from '../http/running-newsroom.js';

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

const STORY = '/v1/stories/aleppo-talks';
const DESK = '/desk/v1/stories/talks-in-turkey';
const NOBODY = '00000000-0000-4000-8000-000000000000';
/** A position after the end of any test log. */
const FAR = { archive: '9999999999992', desk: '9999999999991' } as const;

/** Refused reads, on both surfaces. */
const reading = (surface: 'archive' | 'desk'): readonly Asked[] => {
  const of = surface === 'archive' ? '' : '/desk';
  return [
    { path: `${of}${STORY}?when=now` },
    { path: `${of}${STORY}?asOf=yesterday` },
    { path: `${of}${STORY}?asOf=2016-11-01` },
    { path: `${of}${STORY}/developments?cursor=none` },
    { path: `${of}/v1/stories/a_b` },
    { path: `${of}/v1/stories/%01` },
    { path: `${of}/v1/stories/unheard-of` },
    { path: `${of}${STORY}/claims/unheard-of` },
    { path: `${of}${STORY}/variables/unheard-of` },
    { path: `${of}/v1/parties/unheard-of` },
    { path: `${of}${STORY}`, body: {} },
    { path: `${of}${STORY}`, headers: { 'dateline-position': 'far' } },
    { path: `${of}${STORY}`, headers: { 'dateline-position': FAR[surface] } },
  ];
};

const said = (more: Json): Json => ({
  kind: 'report',
  text: { en: 'Moscow says so.' },
  attribution: [[{ party: 'moscow', standing: 'principal' }]],
  ...more,
});
const claim = (id: string, more: Json = {}): Json => ({
  id,
  kind: 'proposition',
  text: { en: 'It is so.' },
  ...more,
});
const asserts = (of: string, stance = 'asserts'): Json => ({ claim: of, stance });
const unnamed = (more: Json): Json => [[{ party: 'financial-times' }, { unnamed: more }]];
const figure = { variable: 'fighters', what: 'fighters', comparator: '=' };
const why = { reason: 'It was looked into.' };
const notice = { en: 'Withdrawn.' };

const post = (path: string, body: Json, headers = {}): Asked => ({
  method: 'POST',
  path: `${DESK}${path}`,
  body,
  headers,
});
const seen = { 'if-match': '*' };

/** Refused writes, in an order that works. */
const writing: readonly Asked[] = [
  post(
    '/developments',
    said({
      attribution: unnamed({ descriptor: notice, groundRules: 'deepBackground' }).map(([, last]: Json) => [
        last,
      ]),
    }),
  ),
  post(
    '/developments',
    said({ claims: [claim('x')], assertions: [{ claim: 'x', stance: 'asserts', chains: [7] }] }),
  ),
  post(
    '/developments',
    said({ attribution: [[{ party: 'ria-novosti' }, { party: 'gazeta-ru' }, { party: 'ria-novosti' }]] }),
  ),
  post(
    '/developments',
    said({ attribution: [[{ document: { title: { en: 'A report' } } }, { party: 'ria-novosti' }]] }),
  ),
  post('/developments', said({ attribution: [[{ party: 'nobody' }]] })),
  post('/developments', said({ attribution: unnamed({ descriptor: notice, side: 'nowhere' }) })),
  post('/developments', said({ attribution: unnamed({ count: 1 }) })),
  post('/developments', said({ attribution: unnamed({ origin: NOBODY }) })),
  post('/developments', said({ claims: [claim('talks')] })),
  post('/developments', said({ claims: [claim('x', { kind: 'figure' })] })),
  post(
    '/developments',
    said({ claims: [claim('x', { kind: 'figure', figure: { ...figure, low: 2, high: 1 } })] }),
  ),
  post('/developments', said({ claims: [claim('x', { kind: 'figure', figure })] })),
  post('/developments', said({ assertions: [asserts('unheard-of')] })),
  post('/developments', said({ raises: [{ id: 'who-negotiates', text: { en: 'Who?' } }] })),
  post('/developments', said({ answers: ['unheard-of'] })),
  post('/developments', said({ assertions: [asserts('talks'), asserts('talks', 'denies')] })),
  post('/developments', said({ assertions: [asserts('us-excluded', 'takesBack')] })),
  post(
    '/developments',
    said({
      attribution: [[{ rumour: { descriptor: { en: 'messages shared on phones' } } }]],
      claims: [claim('x')],
      assertions: [asserts('x', 'denies')],
    }),
  ),
  post('/developments', said({ kind: 'denial' })),
  post('/developments', said({ attribution: unnamed({ descriptor: notice, groundRules: 'offTheRecord' }) })),
  post('/developments', said({ release: { embargoedUntil: '2016-12-01T10:00:00Z' } })),
  post('/developments', {}),
  post('/developments', 7, { 'content-type': 'text/plain' }),
  ...['{', '"\u0000"', '{"a":1,"a":2}', '{"__proto__":1}', '{"a":"\\u0000"}', '1e400', '['.repeat(40)].map(
    (text): Asked => ({ method: 'POST', path: `${DESK}/developments`, body: { raw: text } }),
  ),
  { method: 'POST', path: `${DESK}/developments`, body: { raw: Buffer.from([0x22, 0xff, 0x22]) } },
  post('/developments', { list: Array.from({ length: 501 }, () => 0) }),
  post('/developments', { text: 'x'.repeat(300_000) }),
  { method: 'POST', path: '/desk/v1/stories/unheard-of/closing', body: {} },
  post(`/developments/${NOBODY}/retraction`, { by: 'us', ...why }),
  post(`/assertions/${NOBODY}/withdrawal`, { by: 'us', ...why }),
  post(`/claims/talks/judgements/${NOBODY}/revocation`, why),
  post(`/claims/talks/links/${NOBODY}/revocation`, why),
  post('/claims/talks/links', { to: 'talks', relation: 'same' }),
  post('/claims/talks/corrections', { changes: { place: null }, ...why }),
  post('/claims/talks/corrections', { changes: { place: null }, withhold: ['text'], ...why }, seen),
  post('/claims/talks/corrections', { changes: { place: null }, ...why }, { 'if-match': '"0"' }),
  post('/claims/talks/corrections', { changes: { place: null }, ...why }, { 'if-match': 'seven' }),
  { method: 'POST', path: '/desk/v1/parties', body: { id: 'moscow', name: 'Moscow', type: 'group' } },
  {
    method: 'PUT',
    path: '/desk/v1/parties/moscow',
    body: { name: 'Moscow', type: 'state', speaksFor: 'moscow' },
    headers: seen,
  },
  {
    method: 'POST',
    path: '/desk/v1/stories',
    body: { slug: 'talks-in-turkey', headline: notice, language: 'en' },
  },
  {
    method: 'POST',
    path: '/desk/v1/stories',
    body: { slug: 'first', headline: notice, language: 'en' },
    headers: { 'idempotency-key': 'once' },
  },
  {
    method: 'POST',
    path: '/desk/v1/stories',
    body: { slug: 'second', headline: notice, language: 'en' },
    headers: { 'idempotency-key': 'once' },
  },
  { method: 'POST', path: '/desk/v1/webhooks', body: { url: 'http://localhost/' } },
  { path: `/desk/v1/webhooks/${NOBODY}` },
  { path: '/desk/v1/sides', headers: { host: 'dateline.example' } },
  { path: '/desk/v1/sides', headers: { origin: 'https://dateline.example' } },
  { path: '/desk/v1/sides', headers: { authorization: '' } },
  { method: 'DELETE', path: '/desk/v1/session' },
  { path: '/desk/v1/sign-in/oidc' },
  {
    method: 'POST',
    path: '/desk/v1/sign-in/invitation',
    body: { link: 'A'.repeat(43), password: 'four words about rivers' },
  },
  {
    method: 'POST',
    path: '/desk/v1/staff',
    body: { username: 'M.Editor', name: 'Another', roles: ['reporter'] },
  },
  { method: 'POST', path: `${DESK}/developments/${NOBODY}/review/approval`, body: {}, headers: seen },
  ...Array.from({ length: 6 }, () => ({
    method: 'POST',
    path: '/desk/v1/sign-in/password',
    body: { username: 'nobody', password: 'not the password' },
  })),
  post('/closing', {}),
  post('/developments', said({})),
  post('/reopening', {}),
  post('/kill', { ...why, notice }),
  post('/developments', said({})),
];

/** Refused writes that concern hidden, killed or used content of an open story. */
async function goingOn(desk: Caller): Promise<readonly Asked[]> {
  const { body: developments } = await desk.get(`${DESK}/developments?limit=100`);
  const report = developments.items.find(({ kind }: Json) => kind === 'report');
  const hides = said({ claims: [claim('hidden')], release: 'held' });
  const { body: hidden } = await desk.post(`${DESK}/developments`, hides);
  const emptied = { class: 'refile', changes: { claims: [], assertions: [] }, ...why };
  const { body: staff } = await desk.get('/desk/v1/staff');
  const administrator = staff.items.find(({ roles }: Json) => roles.includes('administrator'));
  const { body: reviews } = await desk.get('/desk/v1/reviews?list=mine');
  const [taken] = reviews.items;
  const rule = (mayReleaseAlone: Json): Asked => ({
    method: 'PUT',
    path: '/desk/v1/review-rule',
    body: { mayReleaseAlone },
  });
  const { origin } = report.attribution[0].at(-1).unnamed;
  return [
    ...tooManyDrafts,
    await wrongPasskey(desk),
    {
      method: 'POST',
      path: '/desk/v1/sign-in/passkey/options',
      headers: { host: `127.0.0.1:${desk.port}`, origin: `http://127.0.0.1:${desk.port}` },
    },
    { method: 'POST', path: `/desk/v1/staff/${administrator.id}/disabling` },
    {
      method: 'POST',
      path: `/desk/v1/stories/${taken.slug}/developments/${taken.development}/review/approval`,
      body: {},
      headers: seen,
    },
    rule([]),
    post(`/developments/${hidden.id}/release`, {}),
    rule(['editor', 'publisher']),
    post('/developments', said({ assertions: [asserts('hidden')] })),
    post('/developments', said({ attribution: unnamed({ origin, descriptor: notice }) })),
    post(`/developments/${report.id}/corrections`, emptied, seen),
    post(`/developments/${hidden.id}/retraction`, { by: 'us', ...why }),
    post(`/developments/${hidden.id}/release`, {}),
    post(`/developments/${hidden.id}/kill`, { ...why, notice }),
    post(`/developments/${hidden.id}/corrections`, emptied, seen),
  ];
}

const tooManyDrafts = Array.from({ length: 201 }, (_, i) => ({
  method: 'PUT',
  path: `/desk/v1/drafts/00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  body: { content: {} },
}));

/** A person sends a passkey that no authenticator made. */
async function wrongPasskey(desk: Caller): Promise<Asked> {
  const { headers } = await send(desk, {
    method: 'POST',
    path: '/desk/v1/sign-in/password',
    body: { username: 'm.editor', password: 'four words about rivers' },
  });
  const cookie = String(headers['set-cookie']?.[0]).split(';', 1)[0]!;
  return {
    method: 'POST',
    path: '/desk/v1/session/passkeys',
    body: { id: 'AAAA', clientDataJSON: 'AAAA', attestationObject: 'AAAA', name: 'My phone' },
    headers: { authorization: '', cookie, 'sec-fetch-site': 'same-origin' },
  };
}

/** Refused requests that only the archive supports. */
const publishing: readonly Asked[] = [
  { path: '/v1/timegate/https://elsewhere.example/stories' },
  { path: STORY, headers: { accept: 'image/png' } },
  { path: '/v1/changes?since=9' },
];

/** The refusals of a surface by status and code: `409-claim-exists`. Withholds the story of the exchanges afterwards. */
export async function refusals(
  { archive, desk }: RunningNewsroom,
  surface: 'archive' | 'desk',
): Promise<Record<string, Json>> {
  const refused: Record<string, Json> = {};
  const ask = async (caller: Caller, requests: readonly Asked[]): Promise<void> => {
    for (const request of requests) {
      const { status, body } = await send(caller, request);
      if (status >= 400) refused[`${status}-${body.code}`] ??= body;
    }
  };
  if (surface === 'desk') {
    await ask(desk, [...reading('desk'), ...(await goingOn(desk)), ...writing]);
    return inOrder(refused);
  }
  await ask(archive, [...reading('archive'), ...publishing]);
  await ask(archive, [await withhold(desk, 'kill', { ...why, notice })]);
  await ask(archive, [await withhold(desk, 'takedown', { ...why, notice, authority: 'A court' })]);
  await withhold(desk, 'reinstatement', why);
  return inOrder(refused);
}

/** Withholds the story; returns the request of a reader who must see that. */
async function withhold(desk: Caller, how: string, body: Json): Promise<Asked> {
  const { status, body: filed } = await desk.post(`${DESK}/${how}`, body);
  if (status !== 201 || filed.public === null) throw new Error(`${how}: ${JSON.stringify(filed)}`);
  return {
    path: '/v1/stories/talks-in-turkey',
    headers: { 'dateline-position': String(filed.public.position) },
  };
}

function send(caller: Caller, { method = 'GET', path, body, headers = {} }: Asked): Promise<Answer> {
  if (body === undefined) return caller.send({ method, path, headers });
  const raw = body.raw ?? JSON.stringify(body);
  return caller.send({
    method,
    path,
    body: raw,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const inOrder = (of: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
