import type { Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, everyPage, expectProblem, introduce, read, report, stateAt } from './stories.js';

const SLUG = 'long';
const MINUTE = 60_000;
const BEGIN = Date.UTC(2016, 11, 1, 9);
const time = (minute: number): string => new Date(BEGIN + minute * MINUTE).toISOString();
const line = (minute: number, command: string, body: object): Json => ({
  at: time(minute),
  story: SLUG,
  command,
  ...body,
});
const claim = (n: number): string => `claim-${n}`;
const figure = (id: string, count: number, occurred: string): Json => ({
  id,
  kind: 'figure',
  text: en(`${count} were hurt`),
  occurred,
  figure: { variable: 'hurt', what: 'people hurt', count, comparator: '=' },
});

/**
 * A story with 194 claims. The newsroom verified the first one early. The third belongs to a key development. The fifth is
 * denied at the end. The last two developments give figures.
 */
const file = [
  line(0, 'open', { headline: en('A long story'), language: 'en' }),
  ...Array.from({ length: 192 }, (_, i) => {
    const more = i === 2 ? { significance: 'key' } : i % 50 === 7 ? { kind: 'statement' } : {};
    return line(1 + i * 10, 'record', { ref: `d${i}`, ...report([claim(i)], more) });
  }),
  line(1_925, 'judge', {
    ref: 'checked',
    claim: claim(0),
    verdict: 'verified',
    method: 'We saw it.',
    public: true,
    reason: 'We were there.',
  }),
  line(1_930, 'record', {
    ref: 'denial',
    kind: 'denial',
    text: en('Turkey denies it.'),
    attribution: [[{ party: 'financial-times' }, { party: 'turkey', standing: 'principal' }]],
    assertions: [{ claim: claim(4), stance: 'denies' }],
  }),
  ...[10, 12].map((count, i) =>
    line(1_940 + i, 'record', {
      ref: `hurt-${i}`,
      kind: 'figure',
      text: en('Moscow counts.'),
      attribution: [[{ party: 'moscow', standing: 'principal' }]],
      claims: [figure(`hurt-${count}`, count, `2016-12-0${i + 1}`)],
      assertions: [{ claim: `hurt-${count}`, stance: 'asserts' }],
    }),
  ),
];

let newsroom: RunningNewsroom;
const get = async (rest: string): Promise<Json> => {
  const answer = await newsroom.archive.get(read(SLUG, rest));
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
const idsOf = (list: Json): string[] => list.items.map(({ id }: Json) => id);
const all = async (rest: string): Promise<string[]> =>
  (await everyPage(newsroom.archive, read(SLUG, rest))).flatMap(idsOf);

beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_TIME_ZONE: 'Europe/Paris' });
  await introduce(newsroom.desk);
  const { text } = await newsroom.desk.import(file);
  if (!text.includes('"done":true')) throw new Error(text);
  await stateAt(newsroom.archive, SLUG, '196');
});
afterAll(() => newsroom.remove());

describe('the claims of a long story', () => {
  it('are sorted: checked by the newsroom first, then key ones, then by last change', async () => {
    const { claims } = await get('');
    expect([claims.total, claims.items.length]).toEqual([194, 100]);
    const order = [claim(0), claim(2), 'hurt-10', 'hurt-12', claim(4), claim(191), claim(190)];
    expect(idsOf(claims).slice(0, order.length)).toEqual(order);
    const rest = (await everyPage(newsroom.archive, claims.next)).flatMap(idsOf);
    expect(new Set([...idsOf(claims), ...rest]).size).toBe(194);
    expect(rest.at(-1)).toBe(claim(1));
  });

  it('are in the order as of the requested moment', async () => {
    const { claims } = await get(`?asOf=${time(1_500)}`);
    expect([claims.total, ...idsOf(claims).slice(0, 3)]).toEqual([150, claim(2), claim(149), claim(148)]);
    const pages = await all(`/claims?asOf=${time(1_500)}&limit=40`);
    expect(pages).toEqual([
      claim(2),
      ...Array.from({ length: 150 }, (_, i) => claim(149 - i)).filter((c) => c !== claim(2)),
    ]);
  });

  it('have reviews in JSON-LD, and each format links to the rest', async () => {
    const ld: Json = JSON.parse((await newsroom.archive.get(read(SLUG, '.jsonld'))).text);
    const review = ld.hasPart.find((part: Json) => part['@type'] === 'ClaimReview');
    expect(review.claimReviewed).toBe(`It is so: ${claim(0)}`);
    const whole = ld.subjectOf;
    const csv = whole.distribution.find((part: Json) => part.encodingFormat === 'text/csv').contentUrl;
    const table = await fetch(csv);
    expect((await table.text()).trimEnd().split('\r\n')).toHaveLength(195);
    const ninjs: Json = JSON.parse((await newsroom.archive.get(read(SLUG, '.ninjs'))).text);
    expect(ninjs.representationType).toBe('partial');
    const more = ninjs.associations.find((a: Json) => a.rel === 'claims');
    const list = await fetch(more.uri);
    expect(((await list.json()) as { total: number }).total).toBe(194);
  });

  it.each([
    ['status=disputed', [claim(4)]],
    ['status=verified', [claim(0)]],
    ['kind=figure', ['hurt-10', 'hurt-12']],
    ['variable=hurt', ['hurt-10', 'hurt-12']],
    ['party=turkey', [claim(4)]],
    [`changedSince=${time(1_935)}`, ['hurt-10', 'hurt-12']],
    [`changedSince=${time(1_921)}&kind=proposition`, [claim(0), claim(4)]],
    ['party=turkey&status=verified', []],
    [`status=claimed&asOf=${time(11)}`, [claim(1), claim(0)]],
  ])('are filtered by %s', async (query, ids) => {
    const page = await get(`/claims?${query}`);
    expect([page.total, idsOf(page), page.next]).toEqual([ids.length, ids, null]);
    const csv = await newsroom.archive.get(read(SLUG, `/claims.csv?${query}`));
    expect(
      csv.text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    ).toEqual(ids.map((id) => `"${id}"`));
  });

  it('are filtered page by page, and a cursor belongs to one filter', async () => {
    const whole = await all('/claims?party=moscow');
    expect(whole).toHaveLength(194);
    const [first] = await everyPage(newsroom.archive, read(SLUG, '/claims?status=claimed&limit=7'));
    expect(first!.next).toMatch(/\?status=claimed&limit=7&cursor=/);
    const cursor = new URL(first!.next, 'http://localhost').searchParams.get('cursor')!;
    expectProblem(await newsroom.archive.get(read(SLUG, `/claims?cursor=${cursor}`)), 400, 'cursor');
    const day = (await all('/claims?changedSince=2016-12-02&limit=50')).length;
    // The day in Paris began at 23:00 UTC, 840 minutes after the start of the story.
    expect(day).toBe(192 - 84 + 2 + 2);
  });

  it.each([
    ['status=sure', 'status'],
    ['kind=rumour', 'kind'],
    ['changedSince=yesterday', 'changedSince'],
    ['significance=key', 'significance'],
  ])('refuse the filter %s', async (query, parameter) => {
    const answer = await newsroom.archive.get(read(SLUG, `/claims?${query}`));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(parameter);
  });

  it('are the same at the desk', async () => {
    const { body } = await newsroom.desk.get(at(SLUG));
    expect(idsOf(body.claims).slice(0, 3)).toEqual([claim(0), claim(2), 'hurt-10']);
    expect(idsOf((await newsroom.desk.get(at(SLUG, '/claims?party=turkey'))).body)).toEqual([claim(4)]);
  });
});

describe('the developments of a long story', () => {
  it('are counted by kind and by day in the newsroom’s zone', async () => {
    const { total, key, kinds, items, next } = await get('/developments/counts');
    expect([total, key, next]).toEqual([195, 1, null]);
    expect(kinds).toEqual({ denial: 1, figure: 2, report: 188, statement: 4 });
    expect(items.map((i: Json) => [i.day, i.total])).toEqual([
      ['2016-12-02', 195 - 84],
      ['2016-12-01', 84],
    ]);
    const [first, second] = await everyPage(newsroom.archive, read(SLUG, '/developments/counts?limit=1'));
    expect([first!.items, second!.items]).toEqual([[items[0]], [items[1]]]);
    const then = await get(`/developments/counts?asOf=${time(30)}`);
    expect([then.total, then.key, then.items]).toEqual([
      3,
      1,
      [{ day: '2016-12-01', total: 3, kinds: { report: 3 } }],
    ]);
  });

  it('can be limited to key ones, in the list, the table and feeds', async () => {
    const list = await get('/developments?significance=key');
    expect([list.total, list.items.map((d: Json) => d.claims)]).toEqual([1, [[claim(2)]]]);
    expect((await get(`/developments?significance=key&asOf=${time(5)}`)).total).toBe(0);
    const { text: csv } = await newsroom.archive.get(read(SLUG, '/developments.csv?significance=key'));
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
    const feed: Json = JSON.parse(
      (await newsroom.archive.get(read(SLUG, '.jsonfeed?significance=key'))).text,
    );
    expect(feed.feed_url).toMatch(/long\.jsonfeed\?significance=key$/);
    const { text: atom } = await newsroom.archive.get(read(SLUG, '.atom?significance=key'));
    const entriesOf = (text: string): number => (text.match(/<entry>/g) ?? []).length;
    const before = /<link[^>]*rel="prev-archive"[^>]*>/.exec(atom)![0];
    const archived = /href="([^"]+)"/.exec(before)![1]!;
    expect(archived).toMatch(/\/archive\/0\.atom\?significance=key$/);
    const archive = await (await fetch(archived)).text();
    expect([entriesOf(atom), entriesOf(archive)]).toEqual([1, 1]);
    expectProblem(
      await newsroom.archive.get(read(SLUG, '?significance=key')),
      400,
      'query-parameter',
      'significance',
    );
  });
});

describe('the pages of a long story', () => {
  const html = async (address: string): Promise<string> => {
    const answer = await newsroom.archive.get(address, { accept: 'text/html' });
    expect([address, answer.status]).toEqual([address, 200]);
    return answer.text;
  };
  const claimsOn = (page: string): string[] =>
    [...page.matchAll(/<li class="claim" id="claim-([^"]+)"/g)].map(([, id]) => id!);
  const linkOf = (page: string, rel: 'next' | 'prev'): string | null =>
    new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(page)?.[1]!.replaceAll('&amp;', '&') ?? null;

  it('link each page of claims to the next, and back', async () => {
    const first = await html(`/stories/${SLUG}/claims?limit=80`);
    const pages = [first];
    for (let next = linkOf(first, 'next'); next !== null; next = linkOf(pages.at(-1)!, 'next'))
      pages.push(await html(next));
    expect(pages.flatMap(claimsOn)).toEqual(await all('/claims?limit=100'));
    expect(pages.map((page) => claimsOn(page).length)).toEqual([80, 80, 34]);
    expect(linkOf(first, 'prev')).toBeNull();
    const back = await html(linkOf(pages[2]!, 'prev')!);
    expect(claimsOn(back)).toEqual(claimsOn(pages[1]!));
    expect(claimsOn(await html(linkOf(back, 'prev')!))).toEqual(claimsOn(first));
  });

  it('are linked from the story, keep its moment, and apply the filters', async () => {
    const story = await html(`/stories/${SLUG}`);
    expect(story).toContain(`href="/stories/${SLUG}/claims"`);
    expect(story).toContain(`id="claim-${claim(0)}"`);
    const then = await html(`/stories/${SLUG}?asOf=${time(1_500)}`);
    const there = /href="(\/stories\/long\/claims[^"]*)"/.exec(then)![1]!.replaceAll('&amp;', '&');
    expect(claimsOn(await html(there))[0]).toBe(claim(2));
    const chosen = await html(`/stories/${SLUG}/claims?status=disputed&lang=fr`);
    expect(claimsOn(chosen)).toEqual([claim(4)]);
    expect(chosen).toContain('Seule une partie des affirmations est montrée.');
    const key = await html(`/stories/${SLUG}/timeline?significance=key`);
    expect(key.match(/id="development-/g)).toHaveLength(1);
    const wrong = await newsroom.archive.get(`/stories/${SLUG}/claims?status=sure`, { accept: 'text/html' });
    expect(wrong.status).toBe(400);
  });
});

describe('a variable', () => {
  it('has values by origin with names and sides, and the bounds of their times', async () => {
    const { items } = await get('/variables/hurt');
    expect(items[0]).toMatchObject({
      origin: 'moscow',
      originName: { und: 'Moscow' },
      side: 'russia',
      occurred: '2016-12-01',
      occurredBounds: { from: '2016-11-30T23:00:00.000Z', to: '2016-12-01T22:59:59.999Z' },
    });
  });
});

describe('a correction of the kind or significance of a development', () => {
  it('moves it in the counts, and its claims in the order', async () => {
    const { body } = await newsroom.desk.get(at(SLUG, '/developments?limit=1'));
    const [{ id }] = body.items;
    const correction = {
      class: 'correction',
      changes: { kind: 'report', significance: 'key' },
      reason: 'It was no count.',
      notice: en('It was no count.'),
    };
    const answer = await newsroom.desk.post(at(SLUG, `/developments/${id}/corrections`), correction, {
      'if-match': '*',
    });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    await stateAt(newsroom.archive, SLUG, answer.body.public.revision);
    const { key, kinds, items } = await get('/developments/counts');
    expect([key, kinds]).toEqual([2, { denial: 1, figure: 1, report: 189, statement: 4 }]);
    expect(items[0].kinds).toMatchObject({ figure: 1, denial: 1 });
    expect((await get('/developments?significance=key')).total).toBe(2);
    expect(idsOf(await get('/claims?limit=3'))).toEqual([claim(0), 'hurt-12', claim(2)]);
  });
});
