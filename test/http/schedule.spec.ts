import type { Caller, Json } from './caller.js';
import { eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { en, expectProblem, introduce, openStory, record, report } from './stories.js';

let newsroom: RunningNewsroom;
let [desk, archive] = [null, null] as unknown as [Caller, Caller];
const bind = (): void => {
  ({ desk, archive } = newsroom);
};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  bind();
  await introduce(desk);
});
afterAll(() => newsroom.remove());

const at = (slug: string, path = ''): string => `/desk/v1/stories/${slug}${path}`;
const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const ANY = { 'if-match': '*' };
const FAR = '2999-01-01T00:00:00.000Z';
const put = async (slug: string, what: 'headline' | 'lede', text: string, embargoedUntil?: string) => {
  const release = embargoedUntil === undefined ? 'now' : { embargoedUntil };
  const answer = await desk.put(at(slug, `/${what}`), { [what]: en(text), release }, ANY);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return answer.body;
};
const story = async (slug: string): Promise<Json> => (await desk.get(at(slug))).body;
const headlines = async (slug: string): Promise<readonly string[]> => {
  const { body } = await desk.get(at(slug, '/log?limit=100'));
  return body.items
    .filter(({ type, data }: Json) => type === 'HeadlineRevised' && data.release === 'now')
    .map(({ data }: Json) => data.headline.en);
};
const scheduled = async (): Promise<Json[]> => (await desk.get('/desk/v1/scheduled?limit=100')).body.items;
const move = (slug: string, id: string, release: Json) =>
  desk.put(at(slug, `/scheduled/${id}`), { release }, ANY);

describe('headlines that are scheduled', () => {
  it('appear at their times, once each, even after a typo fix and a restart in between', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open']));
    const [first, second] = [soon(2_000), soon(5_000)];
    await put(slug, 'headline', 'Polls have opened', first);
    await put(slug, 'headline', 'Polls have closed', second);
    await put(slug, 'headline', 'Polls open today');
    const before = await story(slug);
    expect(before.headline).toEqual(en('Polls open today'));
    expect(before.scheduled.map(({ text, release }: Json) => [text.en, release.embargoedUntil])).toEqual([
      ['Polls have opened', first],
      ['Polls have closed', second],
    ]);
    const shown = (text: string) =>
      eventually(
        () => archive.get(`/v1/stories/${slug}`),
        ({ body }) => body.headline?.en === text,
      );
    await shown('Polls have opened');
    expect((await story(slug)).scheduled).toHaveLength(1);
    await newsroom.kill();
    await newsroom.start();
    bind();
    await shown('Polls have closed');
    expect(await headlines(slug)).toEqual(['Polls open today', 'Polls have opened', 'Polls have closed']);
    const { body } = await archive.get(`/v1/stories/${slug}`);
    expect(JSON.stringify(body)).not.toContain('scheduled');
    expect((await story(slug)).scheduled).toEqual([]);
  });
});

describe('the list of what is scheduled', () => {
  it('lists developments, headlines and ledes of all stories, by time, in pages', async () => {
    const [one, two] = [await openStory(desk), await openStory(desk)];
    const day = (n: number): string => `2998-01-0${n}T00:00:00.000Z`;
    const made = await record(desk, one, report(['late'], { release: { embargoedUntil: day(2) } }));
    const headline = await put(two, 'headline', 'Third', day(3));
    const lede = await put(one, 'lede', 'First', day(1));
    const first = await desk.get('/desk/v1/scheduled?limit=2');
    const next = await desk.get(first.body.next);
    const items = [...first.body.items, ...next.body.items];
    expect(first.body).toMatchObject({ total: 3 });
    expect(next.body.next).toBeNull();
    expect(
      items.map(({ id, slug, what, text, embargoedUntil }: Json) => [
        id,
        slug,
        what,
        text.en,
        embargoedUntil,
      ]),
    ).toEqual([
      [lede.scheduled, one, 'lede', 'First', day(1)],
      [made.id, one, 'development', 'Moscow says so.', day(2)],
      [headline.scheduled, two, 'headline', 'Third', day(3)],
    ]);
    expectProblem(await desk.get('/desk/v1/scheduled?cursor=none'), 400, 'cursor');
    for (const { id, slug } of items)
      await desk.send({ method: 'DELETE', path: at(slug, `/scheduled/${id}`), headers: ANY });
    expect(await scheduled()).toEqual([]);
  });

  it('omits killed items, and shows the current words', async () => {
    const slug = await openStory(desk);
    const { id } = await record(desk, slug, report(['late'], { release: { embargoedUntil: FAR } }));
    const changes = { text: en('Moscow says so again.') };
    await desk.post(
      at(slug, `/developments/${id}/corrections`),
      { class: 'refile', changes, reason: 'x' },
      ANY,
    );
    expect(await scheduled()).toMatchObject([{ id, text: changes.text }]);
    await desk.post(at(slug, `/developments/${id}/kill`), { reason: 'x', notice: en('Gone.') }, ANY);
    expect(await scheduled()).toEqual([]);
  });
});

describe('what is scheduled', () => {
  it('can be moved, put on hold and released with If-Match', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, report(['open']));
    const { scheduled: id } = await put(slug, 'headline', 'Later', FAR);
    expectProblem(
      await desk.put(at(slug, `/scheduled/${id}`), { release: 'held' }),
      428,
      'precondition-required',
    );
    const old = { 'if-match': '"0"' };
    expectProblem(
      await desk.put(at(slug, `/scheduled/${id}`), { release: 'held' }, old),
      412,
      'precondition-failed',
    );
    expect((await move(slug, id, { embargoedUntil: '2998-06-01T00:00Z' })).body.id).toBe(id);
    expect(await scheduled()).toMatchObject([{ id, embargoedUntil: '2998-06-01T00:00:00.000Z' }]);
    await move(slug, id, 'held');
    expect(await scheduled()).toEqual([]);
    expect((await story(slug)).scheduled).toMatchObject([{ id, release: 'held' }]);
    const now = await move(slug, id, 'now');
    expect(now.body.public).not.toBeNull();
    expect((await story(slug)).headline).toEqual(en('Later'));
    expectProblem(await move(slug, id, 'held'), 404, 'scheduled-unknown');
  });

  it('refuses a time that is taken or past, and an unknown id', async () => {
    const slug = await openStory(desk);
    const { scheduled: id } = await put(slug, 'lede', 'One', FAR);
    await put(slug, 'lede', 'Two', '2998-06-01T00:00:00Z');
    expectProblem(
      await move(slug, id, { embargoedUntil: '2998-06-01T00:00:00Z' }),
      409,
      'schedule-taken',
      '/release',
    );
    expectProblem(
      await move(slug, id, { embargoedUntil: '2001-06-01T00:00:00Z' }),
      422,
      'embargo-past',
      '/release',
    );
    expectProblem(await move(slug, 'headline-x', 'now'), 404, 'not-found');
    expectProblem(await move(slug, 'lede-999', 'now'), 404, 'scheduled-unknown');
  });

  it('of a development stays in the record when cancelled, and keeps its position when moved', async () => {
    const slug = await openStory(desk);
    const { id } = await record(desk, slug, report(['late'], { release: { embargoedUntil: soon(600_000) } }));
    await move(slug, id, { embargoedUntil: soon(700) });
    const released = await eventually(
      () => archive.get(`/v1/stories/${slug}`),
      ({ status }) => status === 200,
    );
    expect(released.body.developments.items[0].id).toBe(id);
    const other = await record(desk, slug, report(['never'], { release: { embargoedUntil: FAR } }));
    await desk.send({ method: 'DELETE', path: at(slug, `/scheduled/${other.id}`), headers: ANY });
    const { developments } = await story(slug);
    expect(developments.items.find((d: Json) => d.id === other.id)).toMatchObject({ release: 'held' });
  });

  it('requires a decision on headlines and ledes when the story closes', async () => {
    const slug = await openStory(desk);
    const { scheduled: id } = await put(slug, 'headline', 'Later', FAR);
    const refused = await desk.post(at(slug, '/closing'), {}, ANY);
    expectProblem(refused, 409, 'story-scheduled', '/scheduled');
    expect(refused.body.detail).toContain(id);
    expect((await desk.post(at(slug, '/closing'), { scheduled: 'waits' }, ANY)).status).toBe(201);
    expect((await scheduled()).filter((one) => one.slug === slug)).toEqual([]);
    await desk.post(at(slug, '/reopening'), {}, ANY);
    expect((await scheduled()).filter((one) => one.slug === slug)).toHaveLength(1);
  });

  it('survives export and import unchanged', async () => {
    const slug = await openStory(desk);
    await put(slug, 'headline', 'Moved', '2998-06-01T00:00:00Z').then(({ scheduled: id }) =>
      move(slug, id, { embargoedUntil: '2998-07-01T00:00:00Z' }),
    );
    await put(slug, 'lede', 'Cancelled', FAR).then(({ scheduled: id }) =>
      desk.send({ method: 'DELETE', path: at(slug, `/scheduled/${id}`), headers: ANY }),
    );
    const file = (await desk.get(at(slug, '/export'))).text;
    const elsewhere = await RunningNewsroom.open();
    try {
      const taken = await elsewhere.desk.import(
        file
          .trimEnd()
          .split('\n')
          .map((line): Json => JSON.parse(line)),
      );
      expect(taken.text).toContain('"done":true');
      const there = (await elsewhere.desk.get(at(slug))).body;
      const { headline, lede, scheduled: to_come } = await story(slug);
      expect(there).toMatchObject({ headline, lede, scheduled: to_come });
      expect(to_come).toHaveLength(1);
    } finally {
      await elsewhere.remove();
    }
  });
});
