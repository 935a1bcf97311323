import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Caller, eventually, type Json } from './caller.js';
import { STORY_SUFFIXES, TABLE_PATHS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  freshSlug,
  introduce,
  openStory,
  proposition,
  read,
  record,
  report,
  settle,
} from './stories.js';

let newsroom: RunningNewsroom;
let desk: Caller;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  desk = newsroom.desk;
  await introduce(desk);
});
afterAll(() => newsroom.remove());

const NAME = 'Jane Quillfeather';
const why = { grounds: 'privacy', reason: 'She asked for it.', notice: en('A name was removed.') };
const seen = { 'if-match': '*' };

async function send(slug: string, rest: string, body: object, status = 201): Promise<Json> {
  const answer = await desk.post(at(slug, rest), body, seen);
  if (answer.status !== status) throw new Error(answer.text);
  return answer.body;
}

/** A story with the name in every text: former and present headlines, claims, questions, corrections. */
async function named(): Promise<{ readonly slug: string; readonly first: Json }> {
  const slug = freshSlug('named');
  await desk.post('/desk/v1/stories', {
    slug,
    headline: en(`${NAME} arrested`),
    lede: en(`Police hold ${NAME}.`),
    language: 'en',
  });
  const first = await record(
    desk,
    slug,
    report(['share'], {
      text: { en: `Police arrest ${NAME.toUpperCase()}.`, fr: `La police arrête ${NAME} (${slug}).` },
      claims: [proposition('suspect', `${NAME} is the suspect`), proposition('share')],
      assertions: [
        { claim: 'suspect', stance: 'asserts' },
        { claim: 'share', stance: 'asserts' },
      ],
      raises: [{ id: 'where', text: en(`Where is ${NAME}?`) }],
      evidence: [{ url: 'https://example.org/jane-quillfeather', public: true }],
    }),
  );
  await send(slug, `/developments/${first.id}/corrections`, {
    class: 'correction',
    changes: { text: { en: `Police question ${NAME}.`, fr: null } },
    reason: `${NAME} was not arrested.`,
    notice: en(`We said in ${slug} that ${NAME} was arrested.`),
  });
  const headline = await desk.put(at(slug, '/headline'), { headline: en('A suspect is questioned') }, seen);
  if (headline.status !== 200) throw new Error(headline.text);
  return { slug, first };
}

/** All answers of the archive about a story, now and at earlier moments. */
async function everything(slug: string): Promise<string> {
  const { archive } = newsroom;
  const head = await archive.get(read(slug));
  const paths = [
    read(slug),
    ...STORY_SUFFIXES.map((form) => read(slug, form)),
    ...['/developments', '/claims', '/questions', '/corrections'].map((list) => read(slug, list)),
    ...TABLE_PATHS.map((path) => read(slug, path)),
    `/v1/changes?story=${slug}&limit=100`,
    '/v1/corrections',
    '/corrections',
    '/v1/dump',
    `/stories/${slug}`,
    `/v1/stories?q=quillfeather`,
    ...Array.from({ length: Number(head.body.revision ?? 0) + 1 }, (_, n) => [
      read(slug, `/revisions/${n}`),
      `/stories/${slug}/revisions/${n}`,
    ]).flat(),
    ...(head.body.claims?.items ?? []).map(({ id }: Json) => read(slug, `/claims/${id}`)),
  ];
  const found: string[] = [];
  for (const path of paths) found.push((await archive.get(path)).text);
  return found.join('\n');
}

/** The content of a file; empty if the file disappears meanwhile. */
function contentOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? openedByTheArchive(path) : readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** The content of all files that an archive opens. */
function openedByTheArchive(folder = newsroom.data): string {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('desk') && name !== 'running.json')
    .map((name) => join(folder, name))
    .filter((path) => !/read-models\/desk/.test(path))
    .map(contentOf)
    .join('\n');
}

/** Waits for erasure, which runs in the background. */
async function goneFromFiles(what: RegExp): Promise<void> {
  for (let tries = 0; what.test(openedByTheArchive()); tries += 1) {
    if (tries > 1_000) throw new Error('The words stay in a file.');
    await pause(50);
  }
}

const FOUND = /quill\W*feather/i;
const isGone = (text: string): boolean => !FOUND.test(text);

describe('words that are removed everywhere', () => {
  it('are listed first, then gone from every answer and every file of the archive', async () => {
    // The webhook is paused before it sends anything.
    const hook = await desk.post('/desk/v1/webhooks', { url: 'https://93.184.215.14/dateline' });
    expect(hook.status).toBe(201);
    await desk.post(`/desk/v1/webhooks/${hook.body.id}/pause`, {});
    const { slug } = await named();
    await settle(newsroom);
    expect(isGone(await everything(slug))).toBe(false);
    const body = { words: NAME.toLowerCase(), ...why, scope: 'story', story: slug, with: { en: 'a woman' } };

    const dry = await desk.post('/desk/v1/removals', { ...body, dryRun: true });
    expect(dry.status).toBe(200);
    const [story] = dry.body.stories;
    expect(story).toMatchObject({ slug, revision: null, public: null });
    expect([...new Set<string>(story.places.map((found: Json) => found.in))].sort()).toEqual([
      'claim',
      'correction',
      'development',
      'evidence',
      'headline',
      'lede',
      'notice',
      'question',
      'reason',
    ]);
    expect(isGone(dry.text)).toBe(true);
    expect(story.waiting).toEqual([{ webhook: hook.body.id, state: 'paused', messages: 0 }]);
    expect(isGone(await everything(slug))).toBe(false);

    const key = { 'idempotency-key': freshSlug('removal') };
    const removed = await desk.post('/desk/v1/removals', body, key);
    expect(removed.status).toBe(201);
    expect(removed.body.stories[0].public).not.toBeNull();
    expect(removed.body.stories[0].waiting).toBeNull();
    const repeated = await desk.post('/desk/v1/removals', body, key);
    expect(repeated.body).toEqual(removed.body);
    const { public: published } = removed.body.stories[0];
    await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.status === 200 && Number(a.body.revision) >= Number(published.revision),
    );
    expect(await everything(slug)).not.toMatch(FOUND);
    const first = await newsroom.archive.get(read(slug, '/revisions/0'));
    expect(first.body.headline).toEqual(en('a woman arrested'));
    const { body: state } = await newsroom.archive.get(read(slug));
    expect(state.corrections.items[0]).toMatchObject({
      class: 'removal',
      grounds: 'privacy',
      notice: why.notice,
    });
    await goneFromFiles(FOUND);
    expect((await desk.get(at(slug, '/log?limit=100'))).text).toMatch(FOUND);
  });

  it('are removed from all stories, and from the names of parties', async () => {
    const [one, other] = [await named(), await named()];
    await desk.post('/desk/v1/parties', { id: 'jane', name: NAME, type: 'person' });
    const aliases = [`${NAME} the younger`, 'The Fox'];
    await desk.post('/desk/v1/parties', { id: 'fox', name: 'F.', type: 'person', aliases });
    const answer = await desk.post('/desk/v1/removals', { words: [NAME], ...why, scope: 'newsroom' });
    expect(answer.body.stories.map((s: Json) => s.slug)).toEqual(
      expect.arrayContaining([one.slug, other.slug]),
    );
    expect(answer.body.directory).toEqual([
      { kind: 'party', id: 'jane', name: NAME },
      { kind: 'party', id: 'fox', name: 'F.' },
    ]);
    await settle(newsroom);
    for (const { slug } of [one, other]) expect(await everything(slug)).not.toMatch(FOUND);
    const { body } = await desk.get('/desk/v1/parties');
    expect(body.items.find(({ id }: Json) => id === 'jane').name).toBe('[…]');
    expect(body.items.find(({ id }: Json) => id === 'fox').aliases).toEqual(['[…] the younger', 'The Fox']);
  });

  it('remain in slugs and ids, because these are addresses; the answer lists them', async () => {
    const slug = await openStory(desk, freshSlug('thistledown-affair'));
    await record(
      desk,
      slug,
      report(['thistledown-fled'], { raises: [{ id: 'thistledown-where', text: en('Where?') }] }),
    );
    for (const scope of [{ scope: 'story', story: slug }, { scope: 'newsroom' }]) {
      const { body } = await desk.post('/desk/v1/removals', {
        words: 'Thistledown',
        ...why,
        ...scope,
        dryRun: true,
      });
      const { id: story } = (await desk.get(`/desk/v1/stories/${slug}`)).body;
      expect(body.stays).toEqual([
        { kind: 'story', id: slug },
        { kind: 'claim', id: 'thistledown-fled', story },
        { kind: 'question', id: 'thistledown-where', story },
      ]);
      expect(body.damaged).toEqual([]);
    }
  });

  it.each([
    ['/with/en', { with: { en: 'Ms QUILLFEATHER' } }],
    ['/notice/fr', { notice: { en: 'A name was removed.', fr: 'Le nom de Quillfeather est retiré.' } }],
  ])('must not occur in their replacement (%s)', async (pointer, more) => {
    const body = { words: ['Quillfeather'], ...why, scope: 'newsroom', dryRun: true, ...more };
    expectProblem(await desk.post('/desk/v1/removals', body), 422, 'validation', pointer);
  });

  it.each<[string, object, string]>([
    ['no words', { words: '' }, '/words'],
    ['words without a letter', { words: ' – ' }, '/words'],
    ['another scope', { scope: 'world' }, '/scope'],
    ['other grounds', { grounds: 'because' }, '/grounds'],
  ])('are not removed with %s', async (_, wrong, pointer) => {
    const body = { words: NAME, ...why, scope: 'newsroom', ...wrong };
    expectProblem(await desk.post('/desk/v1/removals', body), 422, 'validation', pointer);
  });

  it('are not removed from one story if none is named', async () => {
    const of = (body: object): Promise<Answer> =>
      desk.post('/desk/v1/removals', { words: NAME, ...why, ...body });
    expectProblem(await of({ scope: 'story' }), 422, 'validation');
    expectProblem(await of({ scope: 'newsroom', story: 'named-1' }), 422, 'validation');
    expectProblem(await of({ scope: 'story', story: 'nothing' }), 422, 'story-unknown');
  });
});

describe('a text that is killed', () => {
  const shows = async (slug: string, text: string): Promise<boolean> =>
    (await everything(slug)).includes(text);

  it('is a headline, a lede, a question, a claim or a correction', async () => {
    const { slug } = await named();
    await settle(newsroom);
    for (const [rest, text] of [
      ['/headline/kill', `${NAME} arrested`],
      ['/lede/takedown', `Police hold ${NAME}.`],
      ['/questions/where/kill', `Where is ${NAME}?`],
      ['/claims/suspect/kill', `${NAME} is the suspect`],
    ] as const) {
      expect([rest, await shows(slug, text)]).toEqual([rest, true]);
      const revision = rest === '/headline/kill' ? { revision: '0' } : {};
      const authority = rest.endsWith('takedown') ? { authority: 'A court' } : {};
      const made = await send(slug, rest, { ...why, ...revision, ...authority });
      await eventually(
        () => newsroom.archive.get(read(slug)),
        (a) => a.status === 200 && Number(a.body.revision) >= Number(made.public.revision),
      );
      expect([rest, await shows(slug, text)]).toEqual([rest, false]);
    }
    const { body } = await newsroom.archive.get(read(slug, '/corrections'));
    const correction = body.items.find((c: Json) => c.class === 'correction');
    await send(slug, `/corrections/${correction.id}/kill`, { ...why, with: en('Corrected.') });
    await settle(newsroom);
    expect(await shows(slug, `We said in ${slug}`)).toBe(false);
    expect(await shows(slug, `(${slug})`)).toBe(false);
  });

  it('must exist', async () => {
    const { slug } = await named();
    const ask = (rest: string, body: object = why): Promise<Answer> => desk.post(at(slug, rest), body);
    expectProblem(await ask('/claims/nothing/kill'), 404, 'claim-unknown');
    expectProblem(await ask('/questions/nothing/kill'), 404, 'question-unknown');
    expectProblem(
      await ask('/corrections/5a3c1e00-0000-4000-8000-000000000001/kill'),
      404,
      'correction-unknown',
    );
    expectProblem(await ask('/headline/kill', { ...why, revision: '9' }), 404, 'heading-unknown');
    expectProblem(
      await ask('/headline/takedown', { ...why, grounds: 'legal' }),
      422,
      'authority-missing',
      '/authority',
    );
  });
});

describe('a kill', () => {
  it('reports what remains, and also kills claims', async () => {
    const { slug, first } = await named();
    const again = await record(
      desk,
      slug,
      report([], { text: en('Again.'), assertions: [{ claim: 'suspect', stance: 'confirms' }] }),
    );
    const killed = await send(slug, `/developments/${first.id}/kill`, { ...why, reason: 'safety' });
    expect(killed.stays).toEqual(
      expect.arrayContaining([
        { what: 'claim', id: 'suspect', text: en(`${NAME} is the suspect`), through: [again.id] },
        expect.objectContaining({ what: 'headline', id: '0' }),
      ]),
    );
    await settle(newsroom);
    expect((await newsroom.archive.get(read(slug, '/claims/suspect'))).text).toContain(NAME);
    const more = await send(slug, `/developments/${first.id}/kill`, { ...why, andClaims: true });
    expect(more.stays.filter((s: Json) => s.what === 'claim')).toEqual([]);
    await settle(newsroom);
    expect((await newsroom.archive.get(read(slug, '/claims/suspect'))).text).not.toContain(NAME);
  });

  it('shows its grounds to readers in both languages', async () => {
    const { slug, first } = await named();
    const { grounds: _, ...rest } = why;
    await send(slug, `/developments/${first.id}/kill`, { ...rest, reason: 'safety' });
    await settle(newsroom);
    const { body } = await newsroom.archive.get(read(slug));
    expect(body.developments.items[0].withheld).toMatchObject({ how: 'killed', grounds: 'safety' });
    const page = async (language: string): Promise<string> =>
      (await newsroom.archive.get(`/stories/${slug}?lang=${language}`)).text;
    expect(await page('en')).toContain('to protect somebody’s safety');
    expect(await page('en')).not.toContain('was wrong');
    expect(await page('fr')).toContain('pour la sécurité');
  });
});

describe('the grounds of words that are removed', () => {
  it.each([
    ['She asked for it.', {}, 'privacy'],
    ['wrong', {}, 'wrong'],
    ['Wrong as it was, it named her.', {}, 'privacy'],
    ['A court said so.', { authority: 'A court' }, 'legal'],
  ])('%j with %j are %s', async (reason, more, grounds) => {
    const { slug } = await named();
    const { notice } = why;
    const body = { words: NAME, scope: 'story', story: slug, reason, notice, ...more };
    expect((await desk.post('/desk/v1/removals', body)).status).toBe(201);
    const { items } = (await desk.get(at(slug, '/log?limit=100'))).body;
    expect(items.map((e: Json) => e.data?.grounds).filter(Boolean)).toEqual([grounds]);
  });
});

describe('the grounds of a kill', () => {
  it.each([
    ['safety', 'safety'],
    ['Safety.', 'safety'],
    [' PRIVACY ', 'privacy'],
    ['It was for safety, they said.', 'wrong'],
  ])('%j are %s, and the answer says so', async (reason, grounds) => {
    const { slug, first } = await named();
    const { grounds: _, ...rest } = why;
    const killed = await send(slug, `/developments/${first.id}/kill`, { ...rest, reason });
    expect(killed.grounds).toBe(grounds);
  });
});

describe('words that were killed for safety', () => {
  it('do not return if somebody repeats them, unless an editor publishes them', async () => {
    const { slug, first } = await named();
    const embargoedUntil = new Date(Date.now() + 3_000).toISOString();
    const says = { text: en('Again.'), assertions: [{ claim: 'suspect', stance: 'asserts' }] };
    await record(desk, slug, report([], { ...says, release: { embargoedUntil } }));
    const killed = await send(slug, `/developments/${first.id}/kill`, { ...why, grounds: 'safety' });
    expect(killed.stays.filter((s: Json) => s.what === 'claim')).toEqual([]);
    const again = await desk.post(`/desk/v1/stories/${slug}/developments`, report([], says));
    expectProblem(again, 422, 'claim-not-public', '/assertions/0/claim');
    // The embargo ends at its time.
    const { body } = await eventually(
      () => newsroom.archive.get(read(slug)),
      (a) => a.status === 200 && a.body.developments.items.length === 2,
    );
    expect(body.developments.items[0].text).toEqual(en('Again.'));
    await settle(newsroom);
    expect((await newsroom.archive.get(read(slug))).text).not.toContain(`${NAME} is the suspect`);
    expect((await newsroom.archive.get(read(slug, '/claims/suspect'))).status).toBe(404);
    await record(desk, slug, report([], { ...says, publishes: ['suspect'] }));
    await settle(newsroom);
    expect((await newsroom.archive.get(read(slug, '/claims/suspect'))).text).toContain(NAME);
  });
});

describe('a scheduled headline', () => {
  it('can be killed like any other', async () => {
    const slug = await openStory(desk);
    const put = await desk.put(
      at(slug, '/headline'),
      { headline: en(`${NAME} arrested`), release: 'held' },
      seen,
    );
    const killed = await send(slug, '/headline/kill', { ...why, revision: put.body.revision });
    expect(killed.grounds).toBe('privacy');
    expect((await desk.get(`/desk/v1/stories/${slug}`)).text).not.toContain(NAME);
  });
});

describe('what a correction withholds', () => {
  it('is in no file that the archive opens afterwards', async () => {
    const slug = freshSlug('accountant');
    await desk.post('/desk/v1/parties', { id: 'accountant', name: 'Olga Wintergreen', type: 'person' });
    await desk.post('/desk/v1/stories', { slug, headline: en('The books'), language: 'en' });
    const made = await record(
      desk,
      slug,
      report(['books'], {
        text: en('Accountant Wintergreen says so.'),
        attribution: [[{ party: 'financial-times' }, { party: 'accountant' }]],
      }),
    );
    await settle(newsroom);
    await send(slug, `/developments/${made.id}/corrections`, {
      class: 'correction',
      reason: 'r',
      notice: en('A source was named who should not have been.'),
      changes: {
        text: en('An accountant says so.'),
        attribution: [
          [
            { party: 'financial-times' },
            { unnamed: { descriptor: en('an accountant'), count: 1, approvedBy: 'command-line' } },
          ],
        ],
      },
      withhold: ['text', 'attribution'],
    });
    await settle(newsroom);
    expect(await everything(slug)).not.toMatch(/wintergreen/i);
    await goneFromFiles(/wintergreen/i);
  });
});
