import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, freshSlug, introduce, proposition, record, report, settle } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const page = async (path: string): Promise<string> => {
  const { status, text } = await newsroom.archive.get(path, { accept: 'text/html', 'accept-language': 'en' });
  if (status !== 200) throw new Error(text);
  return text;
};
const wordsOf = (markup: string): string =>
  markup
    .replace(/^[^]*<main[^>]*>|<\/main>[^]*$/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

async function open(headline: string, more: object = {}): Promise<string> {
  const slug = freshSlug('page');
  const body = { slug, headline: en(headline), language: 'en', ...more };
  const answer = await newsroom.desk.post('/desk/v1/stories', body);
  if (answer.status !== 201) throw new Error(answer.text);
  return slug;
}
async function act(slug: string, path: string, body: object): Promise<Json> {
  const answer = await newsroom.desk.post(at(slug, path), body, { 'if-match': '*' });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}
const because = { reason: 'It was wrong.' };

it('pages show times to the minute with the zone, and exact times for programs', async () => {
  const slug = await open('A dam has burst');
  await record(newsroom.desk, slug, report(['burst']));
  await settle(newsroom);
  const text = await page(`/stories/${slug}`);
  const times = [...text.matchAll(/<time datetime="([^"]+)">([^<]+)<\/time>/g)].map(([, exact, shown]) => [
    exact,
    shown,
  ]);
  expect(times.length).toBeGreaterThan(2);
  for (const [exact, shown] of times) {
    expect(exact).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(shown).toMatch(/^\d{1,2} \w+ \d{4}, \d\d:\d\d(:\d\d)? UTC$/);
  }
  expect(wordsOf(text)).not.toMatch(/\d\d:\d\d:\d\d\.\d/);
});

it('corrections use the names of their time, and omit pure refiling', async () => {
  const slug = await open('The Kestrel dam holds');
  const first = await record(newsroom.desk, slug, {
    ...report([]),
    claims: [proposition('dead-0930', 'Nobody has died')],
    assertions: [{ claim: 'dead-0930', stance: 'asserts' }],
  });
  const correct = (changes: object, kind = 'correction'): Promise<Json> =>
    act(slug, `/developments/${first.id}/corrections`, { class: kind, changes, ...because });
  await correct({ assertions: [{ claim: 'dead-0930', stance: 'denies' }] });
  await act(slug, '/claims/dead-0930/corrections', {
    changes: { text: en('Nine people have died') },
    ...because,
  });
  await correct({ occurred: '2016-12-01' }, 'refile');
  await settle(newsroom);
  await eventually(
    () => newsroom.archive.get(`/v1/stories/${slug}/corrections`),
    ({ body }) => body.total === 3,
  );
  const all = wordsOf(await page('/corrections'));
  expect(all).toContain('in the story The Kestrel dam holds');
  expect(all).toContain('says so, “Nobody has died”');
  expect(all).not.toMatch(/dead.0930|Refile|page.\d/);
  const text = await page(`/stories/${slug}`);
  const story = wordsOf(text);
  expect(story).toContain('2 corrections to this story');
  const [, corrections = ''] = story.split('What was wrong, what it is now, and since when.');
  expect(corrections).toMatch(/It said: \w+: says so, “Nobody has died”/);
  expect(corrections).not.toMatch(/says so, “Nine people have died”|Refile/);
  const feed = (await newsroom.archive.get('/v1/corrections.atom')).text;
  expect(feed).toContain('Development corrected: The Kestrel dam holds');
  expect(feed).not.toMatch(/title[^>]*>[^<]*(?:page-\d|dead-0930|\/developments)/);
  const party = wordsOf(await page('/parties/moscow'));
  expect(party).toContain('in the story The Kestrel dam holds');
});

it('the page of stories accepts the filters of the API, and shows the active ones', async () => {
  const slug = await open('Filtered', { language: 'fr' });
  await record(newsroom.desk, slug, report(['filtered']));
  await settle(newsroom);
  const filters = [
    'party=moscow',
    'status=open',
    'claimStatus=claimed',
    'language=fr',
    'party=turkey',
    'status=closed',
  ];
  for (const filter of filters) {
    const { body } = await newsroom.archive.get(`/v1/stories?limit=100&${filter}`);
    const html = await page(`/?limit=100&${filter}&lang=en`);
    const shown = [...html.matchAll(/<h2>\s*<a href="\/stories\/([a-z0-9-]+)/g)].map(([, found]) => found);
    expect([filter, shown]).toEqual([filter, body.items.map((item: Json) => item.slug)]);
  }
  const words = wordsOf(await page('/?party=moscow&status=open&claimStatus=claimed&language=fr'));
  expect(words).toContain('Moscow, running, claimed, French.');
  const moved = await newsroom.archive.get('/?date=2016-12-01&party=moscow&language=fr', {
    accept: 'text/html',
  });
  expect([moved.status, moved.headers.location]).toEqual([303, '/?asOf=2016-12-01&party=moscow&language=fr']);
});

it('every publicly named party has a page and an answer, including outlets and retracted content', async () => {
  const slug = await open('Relayed');
  const attribution = [[{ party: 'ria-novosti' }]];
  const made = await record(newsroom.desk, slug, { ...report([]), attribution });
  const retracted = await act(slug, `/developments/${made.id}/retraction`, { by: 'outlet', ...because });
  expect(retracted.public).not.toBeNull();
  await settle(newsroom);
  const { status, body } = await newsroom.archive.get('/v1/parties/ria-novosti');
  expect([status, body.name, body.claims.total]).toEqual([200, 'RIA Novosti', 0]);
  const text = await page('/parties/ria-novosti');
  expect(wordsOf(text)).toContain('Stories in which RIA Novosti is named');
  expect(text).toContain('href="/?party=ria-novosti"');
  expect(await page('/?party=ria-novosti')).toContain(`href="/stories/${slug}"`);
  expect(await page(`/stories/${slug}`)).toContain('href="/parties/ria-novosti"');
  await newsroom.desk.put('/desk/v1/parties/never-named', { name: 'Never named', type: 'outlet' });
  const hidden = { ...report([]), attribution: [[{ party: 'never-named' }]], release: 'held' };
  await record(newsroom.desk, slug, hidden);
  await settle(newsroom);
  expect((await newsroom.archive.get('/v1/parties/never-named')).status).toBe(404);
  await act(slug, '/kill', { ...because, notice: en('Withdrawn.') });
  await settle(newsroom);
  expect((await newsroom.archive.get('/v1/parties/ria-novosti')).status).toBe(404);
});
