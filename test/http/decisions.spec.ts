import { type Answer, eventually, type Json, linesOf } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, freshSlug, introduce, openStory, proposition, read } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  for (const party of [
    { id: 'harbour-office', name: 'Harbour office', type: 'organization' },
    {
      id: 'harbour-spokeswoman',
      name: 'Spokeswoman of the harbour',
      type: 'person',
      speaksFor: 'harbour-office',
    },
    { id: 'district-court', name: 'District court', type: 'organization' },
  ])
    await newsroom.desk.post('/desk/v1/parties', party);
});
afterAll(() => newsroom.remove());

const CLOSED = 'The harbour is closed to all ships';
const decision = (id: string, decidedBy: unknown, text = CLOSED): Json => ({
  ...proposition(id, text),
  kind: 'decision',
  decidedBy,
});
const said = (text: string, claim: string, chain: readonly string[], more: object = {}): Json => ({
  kind: 'statement',
  text: en(text),
  attribution: [chain.map((party) => ({ party }))],
  assertions: [{ claim, stance: 'asserts' }],
  ...more,
});

/** A story and the writes to it; each write returns the recorded result. */
async function story() {
  const slug = await openStory(newsroom.desk);
  return {
    slug,
    post: async (path: string, body: Json): Promise<Json> => {
      const answer = await newsroom.desk.post(at(slug, path), body, { 'if-match': '*' });
      if (answer.status >= 300) throw new Error(answer.text);
      return answer.body;
    },
  };
}

/** The archive's answers for a story once it has read a write: as JSON and as a page. */
function archiveAfter(slug: string, { public: { position } }: Json) {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    eventually(
      () => newsroom.archive.get(path, { ...headers, 'dateline-position': position }),
      ({ status }) => status === 200,
    );
  return {
    at: (path: string, headers = {}): Promise<Answer> => get(`${read(slug)}${path}`, headers),
    page: async (query = ''): Promise<string> =>
      (await get(`/stories/${slug}${query}`, { accept: 'text/html' })).text,
  };
}
const claimAt = async (slug: string, claim: string): Promise<Json> =>
  (await newsroom.desk.get(at(slug, `/claims/${claim}`))).body;

const reported = said('A radio says that the harbour is closed.', 'closed', ['ria-novosti'], {
  claims: [decision('closed', ['harbour-office'])],
});
const announced = said('The harbour is closed, says its office.', 'closed', [
  'ria-novosti',
  'harbour-spokeswoman',
]);
const ruled = said('A court says that the harbour must open.', 'opened', ['district-court'], {
  claims: [decision('opened', ['district-court'], 'A court orders the harbour to open')],
});

describe('a decision at the desk and in the archive', () => {
  it('is reported first, then announced by the deciding body, and no longer in force once annulled', async () => {
    const { slug, post } = await story();
    const first = await post('/developments', reported);
    const before = (await archiveAfter(slug, first).at('/claims/closed')).body;
    expect(before).toMatchObject({
      kind: 'decision',
      status: 'reported',
      decidedBy: [{ id: 'harbour-office', name: 'Harbour office', type: 'organization' }],
    });
    expect(before.explanation.en).toMatch(
      / It has not been announced by Harbour office, whose decision it is\.$/,
    );

    const made = await post('/developments', announced);
    expect((await claimAt(slug, 'closed')).status).toBe('announced');
    expect(made.warnings).toEqual([]);

    await post('/developments', ruled);
    const link = await post('/claims/opened/links', { to: 'closed', relation: 'annuls' });
    const archive = archiveAfter(slug, link);
    expect((await archive.at('/claims/closed')).body).toMatchObject({
      status: 'announced',
      flags: [{ flag: 'annulled', who: ['district-court'], by: ['opened'] }],
      explanation: {
        en: 'Announced by Spokeswoman of the harbour, whose decision it is. It is no longer in force: annulled by District court.',
      },
    });
    expect((await claimAt(slug, 'closed')).flags).toHaveLength(1);

    const page = await archive.page();
    expect(page).toMatch(/<strong>Announced<\/strong>, <strong>no longer in force<\/strong>/);
    expect(page).toContain('<a href="#claim-opened">what annulled it</a>');
    expect(page).toMatch(/Whose decision it is: .*Harbour office/);
    const french = await archive.page('?lang=fr');
    expect(french).toMatch(/<strong>Annoncé<\/strong>, <strong>n’est plus en vigueur<\/strong>/);
    expect(french).toContain('La décision revient à');

    await post(`/claims/opened/links/${link.id}/revocation`, {});
    const again = await claimAt(slug, 'closed');
    expect([again.status, again.flags]).toEqual(['announced', []]);
  });

  it('is valid from its day until the day of the decision that supersedes it', async () => {
    const { slug, post } = await story();
    const dated = (body: Json, occurred: string): Json => ({
      ...body,
      claims: body.claims.map((claim: Json) => ({ ...claim, occurred })),
    });
    const chain = [[{ party: 'harbour-office' }]];
    await post('/developments', { ...dated(reported, '2016-12-01'), attribution: chain });
    await post('/developments', dated(ruled, '2016-12-05'));
    const link = await post('/claims/opened/links', { to: 'closed', relation: 'supersedes' });
    const validOn = async (validAt: string): Promise<readonly string[]> =>
      (await archiveAfter(slug, link).at(`/claims?validAt=${validAt}`)).body.items.map(({ id }: Json) => id);
    expect(await validOn('2016-11-30')).toEqual([]);
    expect(await validOn('2016-12-04')).toEqual(['closed']);
    expect(await validOn('2016-12-06')).toEqual(['opened']);
    const page = await archiveAfter(slug, link).page();
    expect(page).toMatch(/Superseded by a decision of .*District court/);
  });

  it('appears in every format, with who decides and whether it is in force', async () => {
    const { slug, post } = await story();
    await post('/developments', { ...reported, attribution: [[{ party: 'harbour-office' }]] });
    await post('/developments', ruled);
    const link = await post('/claims/opened/links', { to: 'closed', relation: 'annuls' });
    const archive = archiveAfter(slug, link);
    const csv = (await archive.at('/claims', { accept: 'text/csv' })).text.split('\r\n');
    expect(csv[0]).toMatch(/,"decidedBy"$/);
    expect(csv.find((row) => row.startsWith('"closed","decision"'))).toMatch(
      /"announced".*,"harbour-office"$/,
    );

    const linked = (await archive.at('.jsonld')).body;
    expect(linked.mentions).toContainEqual(
      expect.objectContaining({
        '@type': 'Action',
        name: CLOSED,
        agent: [expect.objectContaining({ '@type': 'Organization', name: 'Harbour office' })],
        description: expect.stringMatching(/no longer in force: annulled by District court\.$/),
      }),
    );
    expect(linked.hasPart).toEqual([]);

    const prov = (await archive.at('.prov')).body;
    expect(prov.entity['claim:closed']).toMatchObject({
      'prov:type': { $: 'dateline:Decision' },
      'dateline:status': 'announced',
    });
    expect(Object.values(prov.wasInfluencedBy)).toContainEqual({
      'prov:influencee': 'claim:closed',
      'prov:influencer': 'claim:opened',
      'dateline:flag': 'annulled',
    });
    expect((await archive.at('.ninjs')).text).toMatch(
      /all ships \(announced\)\. Announced by Harbour office/,
    );

    const { items } = (await newsroom.archive.get('/v1/stories?claimStatus=announced&limit=100')).body;
    expect(items.map((story: Json) => story.slug)).toContain(slug);
  });

  it('can be corrected as to who decides, and survives export and import', async () => {
    const { slug, post } = await story();
    await post('/developments', { ...reported, attribution: [[{ party: 'district-court' }]] });
    expect((await claimAt(slug, 'closed')).status).toBe('reported');
    const corrected = await post('/claims/closed/corrections', {
      changes: { decidedBy: ['district-court'] },
      reason: 'A court decides it.',
    });
    expect((await claimAt(slug, 'closed')).status).toBe('announced');
    const { items } = (await archiveAfter(slug, corrected).at('/corrections')).body;
    expect(items[0].changes).toEqual([
      {
        field: 'decidedBy',
        was: [{ id: 'harbour-office', name: 'Harbour office', type: 'organization' }],
        is: [{ id: 'district-court', name: 'District court', type: 'organization' }],
      },
    ]);
    const page = await archiveAfter(slug, corrected).page();
    expect(page).toMatch(/<del><bdi>Harbour office<\/bdi><\/del>/);

    const copy = freshSlug('copy');
    const file = (await newsroom.desk.get(at(slug, '/export'))).text;
    const lines = file
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const moved = lines.map(({ id, ...line }: Json, i: number) =>
      'story' in line ? { ...line, story: copy, ref: `line-${i}` } : { ...line, id },
    );
    expect(moved.find(({ command }: Json) => command === 'record').claims[0].decidedBy).toEqual([
      'harbour-office',
    ]);
    const parties = lines.filter(({ command }: Json) => command === 'party').map(({ id }: Json) => id);
    expect(parties).toEqual(expect.arrayContaining(['harbour-office', 'district-court']));
    expect(linesOf(await newsroom.desk.import(moved)).at(-1)).toMatchObject({ done: true });
    expect(await claimAt(copy, 'closed')).toMatchObject({
      status: 'announced',
      decidedBy: [{ id: 'district-court' }],
    });
  });

  it('is refused if incomplete, with a hint and a pointer', async () => {
    const { slug } = await story();
    const file = (claim: Json) =>
      newsroom.desk.post(at(slug, '/developments'), { ...reported, claims: [claim] });
    const refuse = async (claim: Json, code: string, pointer: string): Promise<void> => {
      expectProblem(await file(claim), 422, code, pointer);
    };
    await refuse(decision('closed', undefined), 'claim-kind-mismatch', '/claims/0');
    await refuse(decision('closed', []), 'claim-kind-mismatch', '/claims/0');
    await refuse(
      { ...proposition('closed'), decidedBy: ['harbour-office'] },
      'claim-kind-mismatch',
      '/claims/0',
    );
    await refuse(decision('closed', ['harbor-office']), 'party-unknown', '/claims/0/decidedBy/0');
    for (const decidedBy of ['harbour-office', ['Harbour Office'], ['turkey', 'turkey'], [null]]) {
      const answer = await file(decision('closed', decidedBy));
      expectProblem(answer, 422, 'validation', '/claims/0/decidedBy');
    }
    await newsroom.desk.post(at(slug, '/developments'), {
      ...reported,
      claims: [decision('closed', ['turkey']), proposition('so')],
    });
    const link = await newsroom.desk.post(at(slug, '/claims/so/links'), { to: 'closed', relation: 'annuls' });
    expectProblem(link, 422, 'link-kind-mismatch', '/relation');
  });
});
