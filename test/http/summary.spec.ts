import { eventually, linesOf, type Answer, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { en, introduce, openStory, report } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const any = { 'if-match': '*' };
const summary = {
  text: { en: 'Talks are held.', fr: 'Des pourparlers ont lieu.' },
  points: [{ text: en('Moscow says so'), claim: 'talks' }, { text: en('Who leads them is not known') }],
};
const at = (slug: string, path = ''): string => `/desk/v1/stories/${slug}${path}`;
const pin = (slug: string, body: Json = summary, headers: Record<string, string> = any): Promise<Answer> =>
  newsroom.desk.put(at(slug, '/summary'), body, headers);
const unpin = (slug: string, headers: Record<string, string> = any): Promise<Answer> =>
  newsroom.desk.send({ method: 'DELETE', path: at(slug, '/summary'), headers });
const file = (slug: string, body: Json): Promise<Answer> =>
  newsroom.desk.post(at(slug, '/developments'), body);

/** The archive's answer, once it has read a write of the desk. */
const read = (path: string, { body }: Answer): Promise<Answer> =>
  eventually(
    () => newsroom.archive.get(path, { 'dateline-position': body.public.position }),
    ({ status }) => status !== 503,
  );

async function talks(): Promise<string> {
  const slug = await openStory(newsroom.desk);
  await file(slug, report(['talks']));
  return slug;
}

it('is pinned, appears with headline, lede and time, and follows its claims, as of each moment', async () => {
  const slug = await talks();
  const made = await pin(slug);
  expect(made).toMatchObject({
    status: 200,
    body: { warnings: [] },
    headers: { etag: `"${made.body.revision}"` },
  });
  const state = (await read(`/v1/stories/${slug}`, made)).body;
  expect(state).toMatchObject({
    lede: null,
    summary: {
      text: summary.text,
      points: [
        {
          text: en('Moscow says so'),
          claim: { id: 'talks', kind: 'proposition', status: 'claimed', flags: [] },
        },
        { text: en('Who leads them is not known'), claim: null },
      ],
      pinnedAt: state.updatedAt,
    },
  });
  const then = state.revision;
  const denied = await file(slug, {
    ...report(),
    kind: 'denial',
    attribution: [[{ party: 'turkey', standing: 'principal' }]],
    assertions: [{ claim: 'talks', stance: 'denies' }],
  });
  const status = async (path: string): Promise<string> =>
    (await read(`/v1/stories/${slug}${path}`, denied)).body.summary.points[0].claim.status;
  expect(await status('')).toBe('disputed');
  expect(await status(`/revisions/${then}`)).toBe('claimed');
  const gone = await unpin(slug);
  expect((await read(`/v1/stories/${slug}`, gone)).body.summary).toBeNull();
  expect((await read(`/v1/stories/${slug}/revisions/${then}`, gone)).body.summary.text).toEqual(summary.text);
});

it('is reported to followers as a changed part, also if only a claim changed', async () => {
  const slug = await openStory(newsroom.desk);
  const first = await file(slug, report(['talks']));
  const made = await pin(slug);
  const moved = await file(slug, {
    ...report(),
    attribution: [[{ party: 'turkey', standing: 'principal' }]],
    assertions: [{ claim: 'talks', stance: 'confirms' }],
  });
  const gone = await unpin(slug);
  await read(`/v1/stories/${slug}`, gone);
  const changes = (await newsroom.archive.get(`/v1/changes?since=${first.body.public.position}`)).body;
  const mine = changes.items.filter(({ subject }: Json) => subject === slug);
  const of = (position: string) => mine.find(({ data }: Json) => data.position === position);
  expect(of(made.body.public.position)).toMatchObject({
    type: 'dateline.SummaryPinned',
    data: {
      significance: 'minor',
      changes: [{ path: '/summary', was: null, is: { text: summary.text } }],
    },
  });
  const paths = of(moved.body.public.position).data.changes.map(({ path }: Json) => path);
  expect(paths).toContain('/summary');
  expect(of(gone.body.public.position)).toMatchObject({
    type: 'dateline.SummaryUnpinned',
    data: { changes: [{ path: '/summary', is: null }] },
  });
});

it('needs If-Match of the summary only, and supports an idempotency key and a dry run', async () => {
  const slug = await talks();
  expect((await pin(slug, summary, {})).status).toBe(428);
  const { etag = '' } = (await newsroom.desk.get(at(slug))).headers;
  const seen = { 'if-match': etag };
  await newsroom.desk.put(at(slug, '/headline'), { headline: en('Another') }, any);
  const tried = await newsroom.desk.put(`${at(slug, '/summary')}?dryRun=true`, summary, seen);
  expect(tried.body).toMatchObject({ dryRun: true, changes: true, public: [{ type: 'SummaryPinned' }] });
  const made = await pin(slug, summary, { ...seen, 'idempotency-key': `pin-${slug}` });
  const again = await pin(slug, summary, { ...seen, 'idempotency-key': `pin-${slug}` });
  expect([made.status, again.status, again.body.revision]).toEqual([200, 200, made.body.revision]);
  expect((await pin(slug, { text: en('Other') }, seen)).status).toBe(412);
  expect((await unpin(slug, seen)).status).toBe(412);
  const same = await pin(slug, summary);
  expect(same.body.revision).toBe(made.body.revision);
  const gone = await unpin(slug);
  expect((await unpin(slug)).body.revision).toBe(gone.body.revision);
});

it.each([
  ['no text', { points: [] }, 'validation', '/text'],
  [
    'more than eight points',
    { text: en('T'), points: Array.from({ length: 9 }, () => ({ text: en('P') })) },
    'validation',
    '/points',
  ],
  [
    'a claim that is none',
    { text: en('T'), points: [{ text: en('P'), claim: 'tolks' }] },
    'claim-unknown',
    '/points/0/claim',
  ],
  [
    'a claim that is held',
    { text: en('T'), points: [{ text: en('P'), claim: 'secret' }] },
    'claim-not-public',
    '/points/0/claim',
  ],
  [
    'a field that is none',
    { text: en('T'), points: [{ text: en('P'), claims: [] }] },
    'validation',
    '/points/0/claims',
  ],
])('is refused with %s, with a pointer', async (_, body, code, pointer) => {
  const slug = await talks();
  await file(slug, report(['secret'], { release: 'held' }));
  const answer = await pin(slug, body);
  expect([answer.status, answer.body.code]).toEqual([422, code]);
  expect(JSON.stringify(answer.body)).toContain(`"${pointer}"`);
});

it('warns about a removed language, and about a point whose figure was superseded', async () => {
  const slug = await openStory(newsroom.desk);
  const toll = {
    id: 'toll',
    kind: 'figure',
    text: en('12 people have died'),
    figure: { variable: 'dead', what: 'people who died', count: 12, comparator: '=' },
  };
  await file(slug, { ...report(), claims: [toll], assertions: [{ claim: 'toll', stance: 'asserts' }] });
  await pin(slug, { text: { en: 'A toll.', fr: 'Un bilan.' } });
  await file(slug, {
    ...report(),
    text: en('57 have died, says Moscow.'),
    figures: [{ variable: 'dead', count: 57 }],
  });
  const { warnings } = (
    await pin(slug, { text: en('A toll.'), points: [{ text: en('12 are dead'), claim: 'toll' }] })
  ).body;
  expect(warnings.map(({ rule, pointer = null }: Json) => [rule, pointer])).toEqual([
    ['language-dropped', null],
    ['heading-out-of-date', '/points/0/text/en'],
  ]);
});

it('becomes public with its story, and survives export and import', async () => {
  const { desk, archive } = newsroom;
  const slug = await openStory(desk);
  expect((await pin(slug, { text: en('Nothing is known yet.') })).body.public).toBeNull();
  const made = await file(slug, report(['talks']));
  expect((await read(`/v1/stories/${slug}`, made)).body.summary.text).toEqual(en('Nothing is known yet.'));
  await pin(slug);
  await unpin(slug);
  const last = await pin(slug);
  await read(`/v1/stories/${slug}`, last);
  const copy = `${slug}-copy`;
  const lines = linesOf(await desk.get(at(slug, '/export'))).map((line: Json) =>
    JSON.stringify({ ...line, ...(line.story ? { story: copy } : {}) }),
  );
  const imported = linesOf(await desk.import(lines)).at(-1);
  expect(imported).toMatchObject({ done: true });
  const there = await eventually(
    () => archive.get(`/v1/stories/${copy}`),
    ({ body }) => body?.summary?.points?.length === 2,
  );
  expect(there.body.summary.text).toEqual(summary.text);
});

it('is killed completely, at every moment, and loses its point on a killed claim', async () => {
  const slug = await talks();
  const made = await pin(slug);
  const then = (await read(`/v1/stories/${slug}`, made)).body.revision;
  const why = { reason: 'privacy', notice: en('Removed') };
  const claim = await newsroom.desk.post(at(slug, '/claims/talks/kill'), why);
  const points = (await read(`/v1/stories/${slug}/revisions/${then}`, claim)).body.summary.points;
  expect(points[0].text).toEqual(en('Removed'));
  const killed = await newsroom.desk.post(at(slug, '/summary/kill'), why);
  expect(killed.status).toBe(201);
  const summaryThen = (await read(`/v1/stories/${slug}/revisions/${then}`, killed)).body.summary;
  expect(summaryThen).toMatchObject({ text: en('Removed'), points: [] });
  const log = linesOf(await newsroom.archive.get('/v1/dump'));
  const mine = log.filter(({ data }: Json) => data.story.slug === slug);
  expect(mine.map(({ type }: Json) => type)).toContain('dateline.SummaryPinned');
  expect(JSON.stringify(mine)).not.toMatch(/Moscow says so"|Talks are held/);
});

it.each([
  ['en', 'What we know', 'Moscow says so', 'Claimed'],
  ['fr', 'Ce que l’on sait', 'Des pourparlers ont lieu.', 'Affirmé'],
])(
  'is on the page in %s before all claims, in JSON-LD and in the feed',
  async (language, title, words, status) => {
    const slug = await talks();
    const made = await pin(slug);
    const page = (await read(`/stories/${slug}?lang=${language}`, made)).text;
    const section = page.slice(page.indexOf('<section id="summary"'), page.indexOf('<nav class="contents"'));
    for (const part of [title, words, status, 'href="#claim-talks"']) expect(section).toContain(part);
    const ld = (await read(`/v1/stories/${slug}.jsonld`, made)).body;
    expect(ld.abstract).toBe('Talks are held.\nMoscow says so\nWho leads them is not known');
    expect((await read(`/v1/stories/${slug}.atom`, made)).text).toContain('Talks are held.</subtitle>');
  },
);
