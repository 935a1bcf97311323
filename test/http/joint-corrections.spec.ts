import { linesOf, type Json } from './caller.js';
import { CORRECTION_FEEDS } from './format-paths.js';
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
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const ask = async (path: string): Promise<Json> => (await newsroom.archive.get(path)).body;
const seen = { 'if-match': '*' };
const figure = { what: 'people who died', comparator: '=', count: 43, variable: 'dead' };

/** A story that says 43 instead of 34: in three public texts and in one that is not public. */
async function mistaken(): Promise<{ slug: string; count: string; hidden: string }> {
  const slug = await openStory(newsroom.desk);
  const toll = { id: 'toll', kind: 'figure', text: en('43 people died'), figure };
  const counted = report([], {
    text: en('Moscow says that 43 people died.'),
    claims: [toll],
    assertions: [{ claim: 'toll', stance: 'asserts' }],
  });
  const { id: count } = await record(newsroom.desk, slug, counted);
  const { id: hidden } = await record(
    newsroom.desk,
    slug,
    report([], { text: en('The 43 have names.'), release: 'held' }),
  );
  await newsroom.desk.put(at(slug, '/headline'), { headline: en('43 people died') }, seen);
  return { slug, count, hidden };
}

const corrected = ({ count, hidden }: { count: string; hidden: string }, more: object = {}): Json => ({
  class: 'correction',
  reason: 'A digit was transposed.',
  notice: en('An earlier version gave another number.'),
  developments: [
    { development: count, changes: { text: en('Moscow says that 34 people died.') } },
    { development: hidden, changes: { text: en('The 34 have names.') } },
  ],
  claims: [{ claim: 'toll', changes: { text: en('34 people died'), figure: { ...figure, count: 34 } } }],
  headline: en('34 people died'),
  ...more,
});
const correct = (slug: string, body: Json, headers: Record<string, string> = seen) =>
  newsroom.desk.post(at(slug, '/corrections'), body, headers);

const headline = {
  heading: 'headline',
  changes: [{ field: 'headline', was: en('43 people died'), is: en('34 people died') }],
};

describe('one mistake in several texts', () => {
  it('is corrected by one request, and is one entry in every record, with its public parts', async () => {
    const story = await mistaken();
    const { slug, count, hidden } = story;
    const { status, body } = await correct(slug, corrected(story));
    expect([status, body.warnings]).toEqual([201, []]);
    await settle(newsroom);

    const atDesk = (await newsroom.desk.get(at(slug, '/corrections'))).body;
    expect(atDesk.items[0].parts.map((part: Json) => part.development ?? part.claim ?? part.heading)).toEqual(
      ['headline', 'toll', count, hidden],
    );
    const corrections = await ask(read(slug, '/corrections'));
    expect(corrections).toMatchObject({
      total: 1,
      items: [
        {
          id: body.id,
          class: 'correction',
          notice: en('An earlier version gave another number.'),
          changes: [],
          parts: [
            headline,
            {
              claim: 'toll',
              changes: [
                { field: 'text', was: en('43 people died'), is: en('34 people died') },
                { field: 'figure', was: { count: 43 }, is: { count: 34 } },
              ],
            },
            {
              development: count,
              changes: [
                {
                  field: 'text',
                  was: en('Moscow says that 43 people died.'),
                  is: en('Moscow says that 34 people died.'),
                },
              ],
            },
          ],
        },
      ],
    });
    const [entry] = corrections.items;
    const state = await ask(read(slug));
    expect(state).toMatchObject({
      headline: en('34 people died'),
      corrections: { items: [entry] },
      claims: { items: [{ id: 'toll', flags: [{ flag: 'corrected' }], figure: { count: 34 } }] },
      developments: { items: [{ text: en('Moscow says that 34 people died.'), corrections: 1 }] },
    });
    const [newest] = (await ask('/v1/corrections')).items;
    expect(newest).toMatchObject({ type: 'StoryCorrected', significance: 'substantive' });
    expect(newest.changes).toEqual(
      expect.arrayContaining([
        { path: '/headline', was: en('43 people died'), is: en('34 people died') },
        { path: `/corrections/${entry.id}`, was: null, is: entry },
      ]),
    );
    for (const path of [...CORRECTION_FEEDS, read(slug, '.jsonld'), read(slug, '.prov')])
      expect((await newsroom.archive.get(path)).text).toContain('An earlier version gave another number.');
    for (const path of ['/v1/dump', '/v1/changes?since=0', read(slug, '/corrections')])
      expect((await newsroom.archive.get(path)).text).not.toMatch(/have names|transposed/);
  });

  it.each([
    [
      'en',
      /The headline said: 43 people died It says now: 34 people died Correction of the claim .*It said: 43 people died It says now: 34 people died.*43 people who died.*34 people who died.*It said: Moscow says that 43 people died\. It says now: Moscow says that 34 people died\./,
    ],
    [
      'fr',
      /Le titre disait: 43 people died On lit à présent: 34 people died Rectification de l’affirmation .*On lisait: 43 people died/,
    ],
  ])('is on the pages part by part in %s', async (language, sentences) => {
    const story = await mistaken();
    await correct(story.slug, corrected(story));
    await settle(newsroom);
    for (const page of ['/corrections', `/stories/${story.slug}`]) {
      const { text } = await newsroom.archive.get(`${page}?lang=${language}`, { accept: 'text/html' });
      const words = text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/ (?=[:.;])/g, '');
      expect(words).toMatch(sentences);
      expect(words).not.toMatch(/have names/);
    }
  });

  it('is corrected completely or not at all, and a refusal has a pointer', async () => {
    const story = await mistaken();
    const { slug } = story;
    const [one] = corrected(story).developments;
    expectProblem(await correct(slug, { class: 'correction', reason: 'x' }), 422, 'correction-empty');
    expectProblem(
      await correct(
        slug,
        corrected(story, {
          developments: [one, { ...one, development: story.hidden, changes: { answers: ['nothing'] } }],
        }),
      ),
      422,
      'question-unknown',
      '/developments/1/changes/answers/0',
    );
    expectProblem(
      await correct(slug, corrected(story, { developments: [one, one] })),
      422,
      'corrected-twice',
      '/developments/1/development',
    );
    expectProblem(
      await correct(slug, corrected(story, { claims: [{ claim: 'unheard-of', changes: {} }] })),
      422,
      'claim-unknown',
      '/claims/0/claim',
    );
    expectProblem(
      await correct(
        slug,
        corrected(story, { claims: [{ claim: 'toll', changes: { figure: { count: 1 } } }] }),
      ),
      422,
      'validation',
      '/claims/0/changes/figure/what',
    );
    expectProblem(await correct(slug, corrected(story), {}), 428, 'precondition-required');
    expect((await newsroom.desk.get(at(slug, '/corrections'))).body.total).toBe(0);
  });

  it('is refused only if something that it names has changed since the given revision', async () => {
    const story = await mistaken();
    const { slug } = story;
    const etag = String((await newsroom.desk.get(at(slug))).headers['etag']);
    await newsroom.desk.put(at(slug, '/lede'), { lede: en('Another lede') }, seen);
    const lede = corrected(story, { lede: en('34 people died.') });
    expectProblem(await correct(slug, lede, { 'if-match': etag }), 412, 'precondition-failed');
    expect((await correct(slug, corrected(story), { 'if-match': etag })).status).toBe(201);
  });

  it('supports a dry run and an idempotency key, and records nothing if nothing changes', async () => {
    const story = await mistaken();
    const { slug } = story;
    const tried = await newsroom.desk.post(at(slug, '/corrections?dryRun=true'), corrected(story), seen);
    expect(tried.body).toMatchObject({
      dryRun: true,
      changes: true,
      public: [{ type: 'StoryCorrected', data: { parts: [{}, {}, {}] } }],
    });
    const keyed = { ...seen, 'idempotency-key': freshSlug('key') };
    const [first, again] = [
      await correct(slug, corrected(story), keyed),
      await correct(slug, corrected(story), keyed),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await correct(slug, corrected(story))).status).toBe(200);
    expect((await newsroom.desk.get(at(slug, '/corrections'))).body.total).toBe(1);
  });

  it('survives export and import, and its headline leaves the schedule', async () => {
    const story = await mistaken();
    const { slug } = story;
    const later = { headline: en('Later'), release: { embargoedUntil: '2999-01-01T00:00:00Z' } };
    await newsroom.desk.put(at(slug, '/headline'), later, seen);
    await correct(
      slug,
      corrected(story, { claims: [{ ...corrected(story).claims[0], withhold: ['text'] }] }),
    );
    const { text } = await newsroom.desk.get(at(slug, '/export'));
    expect(text).toContain('"command":"correct-story"');
    const copy = freshSlug('copy');
    const lines = text.trimEnd().replaceAll(`"story":"${slug}"`, `"story":"${copy}"`).split('\n');
    expect(linesOf(await newsroom.desk.import(lines)).at(-1)).toMatchObject({ stories: [copy] });
    const [one, other] = await Promise.all(
      [slug, copy].map(async (of) => (await newsroom.desk.get(at(of, '/corrections'))).body.items),
    );
    const { revision: _, ...rest } = one[0];
    expect(other[0]).toMatchObject(rest);
    expect((await newsroom.desk.get(at(copy))).body.scheduled).toMatchObject([{ text: en('Later') }]);
  });

  it('is killed in all its parts', async () => {
    const story = await mistaken();
    const { slug } = story;
    const { body } = await correct(slug, corrected(story));
    const kill = await newsroom.desk.post(at(slug, `/corrections/${body.id}/kill`), {
      reason: 'It named the dead.',
      grounds: 'privacy',
      notice: en('Removed.'),
    });
    expect(kill.status).toBe(201);
    await settle(newsroom);
    for (const path of [
      read(slug),
      read(slug, '/corrections'),
      read(slug, '/revisions/1'),
      read(slug, '/revisions/2'),
    ])
      expect((await newsroom.archive.get(path)).text).not.toMatch(/43 people/);
    expect((await ask(read(slug, '/revisions/2'))).headline).toEqual(en('34 people died'));
  });

  it('keeps its other parts if one of its developments is killed later', async () => {
    const story = await mistaken();
    const { slug, count } = story;
    await correct(slug, corrected(story));
    await newsroom.desk.post(at(slug, `/developments/${count}/kill`), {
      reason: 'Wrong.',
      notice: en('Killed.'),
    });
    await settle(newsroom);
    const [entry] = (await ask(read(slug, '/corrections'))).items;
    expect(JSON.stringify(entry.parts)).not.toMatch(/Moscow says/);
    expect(entry.parts[0]).toEqual(headline);
  });
});

it('gets a warning if the headline no longer matches', async () => {
  const slug = await openStory(newsroom.desk);
  const toll = (id: string, count: number, occurred: string): Json => ({
    ...proposition(id, `${count} people died`),
    kind: 'figure',
    occurred,
    figure: { variable: 'dead', what: 'people who died', count, comparator: '=' },
  });
  const claims = [toll('first', 12, '2016-12-01'), toll('second', 20, '2016-11-30')];
  const assertions = claims.map(({ id }) => ({ claim: id, stance: 'asserts' }));
  await record(newsroom.desk, slug, report([], { claims, assertions }));
  const any = { 'if-match': '*' };
  await newsroom.desk.put(at(slug, '/headline'), { headline: en('12 people died in the flood') }, any);
  const { body } = await newsroom.desk.post(
    at(slug, '/corrections'),
    {
      class: 'correction',
      reason: 'The days were mixed up.',
      notice: en('The count of 20 is the later one.'),
      claims: [{ claim: 'second', changes: { occurred: '2016-12-02' } }],
    },
    any,
  );
  expect(body.warnings).toMatchObject([
    { rule: 'heading-out-of-date', message: expect.stringMatching(/claim first, .*claim second .*20/) },
  ]);
});
