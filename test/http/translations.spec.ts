import { eventually, type Answer, type Json } from './caller.js';
import { CORRECTION_FEEDS, FEED_SUFFIXES, TABLE_PATHS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import { en, introduce, openStory, report } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const any = { 'if-match': '*' };
const at = (slug: string, path = ''): string => `/desk/v1/stories/${slug}${path}`;
const translate = (slug: string, body: Json, headers: Record<string, string> = any): Promise<Answer> =>
  newsroom.desk.post(at(slug, '/translations'), { language: 'fr', ...body }, headers);

/** The archive's answer, once it has read a write of the desk. */
const read = (path: string, { body }: Answer, headers: Record<string, string> = {}): Promise<Answer> =>
  eventually(
    () => newsroom.archive.get(path, { ...headers, 'dateline-position': body.public.position }),
    ({ status }) => status !== 503,
  );

async function recordStory(): Promise<{ readonly slug: string; readonly development: string }> {
  const slug = await openStory(newsroom.desk);
  const { body } = await newsroom.desk.post(
    at(slug, '/developments'),
    report(['talks'], {
      text: en('Moscow says that talks are held in Ankara.'),
      place: { name: 'Ankara', country: 'TR' },
      raises: [{ id: 'who', text: en('Who talks?') }],
    }),
  );
  return { slug, development: body.id };
}

const french = (development: string): Json => ({
  headline: 'Un titre',
  developments: [{ development, text: 'Moscou dit que des pourparlers ont lieu à Ankara.' }],
  claims: [{ claim: 'talks', text: 'C’est ainsi' }],
  questions: [{ question: 'who', text: 'Qui parle ?' }],
  names: [{ name: 'Moscow', text: 'Moscou' }],
});
const TRANSLATED = { fr: { translated: true, toCheck: false } };

it('adds a language to a story by one act that is not a correction', async () => {
  const { slug, development } = await recordStory();
  const made = await translate(slug, french(development));
  expect(made).toMatchObject({ status: 201, body: { warnings: [] } });
  const { body } = await read(`/v1/stories/${slug}`, made);
  expect(body).toMatchObject({
    headline: { en: 'A headline', fr: 'Un titre' },
    languages: { headline: TRANSLATED },
    names: [{ name: 'Moscow', text: { fr: 'Moscou' } }],
    corrections: { total: 0 },
  });
  expect(body.developments.items[0]).toMatchObject({ corrections: 0, languages: TRANSLATED });
  expect(body.claims.items[0]).toMatchObject({ text: { fr: 'C’est ainsi' }, languages: TRANSLATED });
  expect(body.claims.items[0].flags).toEqual([]);
  expect(body.questions.items[0]).toMatchObject({ text: { fr: 'Qui parle ?' }, languages: TRANSLATED });
  expect((await read('/v1/corrections', made)).body.items).toEqual([]);
  // Former states do not change: the names are a separate event.
  const before = await read(`/v1/stories/${slug}/revisions/${body.revision - 2}`, made);
  expect(before.body.headline).toEqual(en('A headline'));
  expect((await translate(slug, french(development))).status).toBe(200);
});

it('is shown in French with its names, and marked as a translation', async () => {
  const { slug, development } = await recordStory();
  const made = await translate(slug, french(development));
  const page = await read(`/stories/${slug}?lang=fr`, made, { accept: 'text/html' });
  expect(page.text).toContain('Un titre');
  expect(page.text).toContain('Traduit');
  expect(page.text).toMatch(/<bdi>Moscou<\/bdi>/);
  expect(page.text).toContain('Affirmé par Moscou seulement');
  expect(page.text).not.toContain('<bdi>Moscow</bdi>');
  const feed = await read(`/v1/stories/${slug}.atom?lang=fr`, made);
  expect(feed.text).toContain('Moscou dit que');
  const other = await read(`/stories/${slug}?lang=en`, made, { accept: 'text/html' });
  expect(other.text).not.toContain('Moscou');
  expect(other.text).not.toContain('Translated');
});

it('is marked as outdated after a correction, also on the page, until it is translated again', async () => {
  const { slug, development } = await recordStory();
  await translate(slug, french(development));
  const corrected = await newsroom.desk.post(
    at(slug, `/developments/${development}/corrections`),
    { class: 'correction', changes: { text: en('They are held in Izmir.') }, reason: 'r', notice: en('n') },
    any,
  );
  expect(corrected.body.warnings).toMatchObject([{ rule: 'translation-to-check' }]);
  const page = await read(`/stories/${slug}?lang=fr`, corrected, { accept: 'text/html' });
  expect(page.text).toContain('Traduction à vérifier');
  const again = await translate(slug, french(development));
  const { body } = await read(`/v1/stories/${slug}`, again);
  expect(body.developments.items[0].languages).toEqual(TRANSLATED);
});

it('appears in feeds and tables, with its names', async () => {
  const { slug, development } = await recordStory();
  const made = await translate(slug, french(development));
  for (const form of [...FEED_SUFFIXES, ...TABLE_PATHS, '.jsonld']) {
    const { text } = await read(`/v1/stories/${slug}${form}?lang=fr`, made);
    expect([form, text.includes('Moscou'), /\bMoscow\b/.test(text)]).toEqual([form, true, false]);
  }
});

it('appears in the record of all corrections if it translates a notice', async () => {
  const { slug, development } = await recordStory();
  const corrected = await newsroom.desk.post(
    at(slug, `/developments/${development}/corrections`),
    {
      class: 'correction',
      changes: { text: en('They are held in Izmir.') },
      reason: 'r',
      notice: en('It was not Ankara.'),
    },
    any,
  );
  const made = await translate(slug, {
    notices: [{ of: corrected.body.id, text: 'Ce n’était pas Ankara.' }],
  });
  expect(made.status).toBe(201);
  for (const path of [...CORRECTION_FEEDS, '/corrections']) {
    const headers = path.startsWith('/v1') ? {} : { accept: 'text/html' };
    const inFrench = await read(`${path}?lang=fr`, made, headers);
    expect([path, inFrench.text.includes('Ce n’était pas Ankara.')]).toEqual([path, true]);
    const english = await read(`${path}?lang=en`, made, headers);
    expect(english.text).toContain('It was not Ankara.');
  }
});

it('refuses unknown items with a pointer, and texts already in the language', async () => {
  const { slug, development } = await recordStory();
  const refused = async (body: Json): Promise<readonly unknown[]> => {
    const { status, body: problem } = await translate(slug, body);
    return [status, problem.code, problem.errors?.[0]?.pointer];
  };
  expect(await refused({ claims: [{ claim: 'talk', text: 'x' }] })).toEqual([
    422,
    'claim-unknown',
    '/claims/0/claim',
  ]);
  expect(await refused({ names: [{ name: 'Paris', text: 'x' }] })).toEqual([
    422,
    'name-unknown',
    '/names/0/name',
  ]);
  expect(await refused({})).toEqual([422, 'correction-empty', undefined]);
  const twice = { claim: 'talks', text: 'x' };
  expect(await refused({ claims: [twice, { ...twice, text: 'y' }] })).toEqual([
    422,
    'corrected-twice',
    '/claims/1',
  ]);
  expect(await refused({ language: 'en', headline: 'Another' })).toEqual([
    409,
    'not-a-translation',
    '/headline',
  ]);
  expect(await refused({ developments: [{ development }] })).toEqual([
    422,
    'validation',
    '/developments/0/text',
  ]);
  expect(await refused({ language: 'French', headline: 'x' })).toEqual([422, 'validation', '/language']);
  expect((await translate(slug, french(development), {})).body.code).toBe('precondition-required');
});

it('survives export and import, still marked as outdated', async () => {
  const { slug, development } = await recordStory();
  await translate(slug, french(development));
  await newsroom.desk.put(at(slug, '/headline'), { headline: en('Talks broken off') }, any);
  await newsroom.desk.post(
    at(slug, '/claims/talks/corrections'),
    { changes: { text: en('It was so') }, reason: 'r' },
    any,
  );
  // A joint correction that only adds a language is a translation, too.
  const german = await newsroom.desk.post(
    at(slug, '/corrections'),
    {
      class: 'refile',
      reason: 'r',
      headline: { de: 'Gespräche abgebrochen' },
      claims: [{ claim: 'talks', changes: { text: { de: 'So war es' } } }],
      developments: [{ development, changes: { text: { de: 'Moskau sagt es.' } } }],
    },
    any,
  );
  expect(german.status).toBe(201);
  const exported = (await newsroom.desk.get(at(slug, '/export'))).text;
  const there = await RunningNewsroom.open();
  try {
    const imported = await there.desk.send({
      method: 'POST',
      path: '/desk/v1/imports',
      headers: { 'content-type': 'application/x-ndjson' },
      body: exported,
    });
    expect(imported.text).not.toContain('"error"');
    const [here, now] = await Promise.all(
      [newsroom, there].map(async ({ desk }) => (await desk.get(at(slug))).body),
    );
    const content = ({ headline, languages, names, claims, developments, questions }: Json): Json => ({
      headline,
      languages,
      names,
      claims: claims.items.map(({ text, languages: notes }: Json) => ({ text, notes })),
      developments: developments.items.map(({ text, languages: notes }: Json) => ({ text, notes })),
      questions: questions.items.map(({ text, languages: notes }: Json) => ({ text, notes })),
    });
    expect(content(now)).toEqual(content(here));
    expect(here.languages.headline).toEqual({
      fr: { translated: true, toCheck: true },
      de: { translated: true, toCheck: false },
    });
    expect(now.claims.items[0].text.de).toBe('So war es');
    expect(now.corrections.total).toBe(here.corrections.total);
  } finally {
    await there.remove();
  }
});

it('of a name without a public use is not public', async () => {
  const { slug } = await recordStory();
  await newsroom.desk.post(at(slug, '/developments'), {
    ...report(['secret']),
    place: { name: 'Safe house', country: null },
    release: 'held',
  });
  const made = await translate(slug, {
    headline: 'Un titre',
    names: [{ name: 'Safe house', text: 'Planque' }],
  });
  expect((await read(`/v1/stories/${slug}`, made)).text).not.toMatch(/Planque|Safe house/);
  expect((await newsroom.desk.get(at(slug))).text).toContain('Planque');
});

it('of a name disappears with killed content, and returns if something else uses the name', async () => {
  const { slug } = await recordStory();
  const { body: house } = await newsroom.desk.post(at(slug, '/developments'), {
    ...report(),
    place: { name: 'Safe house', country: null },
  });
  const names = [{ name: 'Safe house', text: 'Planque' }];
  const made = await translate(slug, { names });
  expect((await read(`/v1/stories/${slug}`, made)).text).toContain('Planque');
  const kill = { grounds: 'safety', reason: 'r', notice: en('Removed.') };
  await newsroom.desk.post(at(slug, `/developments/${house.id}/kill`), kill);
  const later = await newsroom.desk.post(at(slug, '/developments'), report());
  expect((await read(`/v1/stories/${slug}`, later)).text).not.toContain('Planque');
  // The translation changes while nothing public uses the name.
  await translate(slug, { names: [{ name: 'Safe house', text: 'Cachette' }], headline: 'Un titre' });
  const again = await newsroom.desk.post(at(slug, '/developments'), {
    ...report(),
    place: { name: 'Safe house', country: null },
  });
  const { text } = await read(`/v1/stories/${slug}`, again);
  expect(text).toContain('Cachette');
  expect(text).not.toContain('Planque');
});
