import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { en, introduce, openStory, record, report } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const toll = (id: string, party: string, count: number): Json => ({
  kind: 'figure',
  text: en(`${count} people have died.`),
  attribution: [[{ party, standing: 'principal' }]],
  claims: [
    {
      id,
      kind: 'figure',
      text: en(`${count} people have died`),
      occurred: '2016-12-15',
      figure: { variable: 'dead', what: 'people who died', count, comparator: '=' },
    },
  ],
  assertions: [{ claim: id, stance: 'asserts' }],
});

describe('a value that an editor says restates another', () => {
  it('counts instead of it, with a flag that points to it, until the link is revoked', async () => {
    const { desk, archive } = newsroom;
    const slug = await openStory(desk);
    const post = async (path: string, body: Json): Promise<Json> => {
      const answer = await desk.post(`/desk/v1/stories/${slug}${path}`, body, { 'if-match': '*' });
      if (answer.status >= 300) throw new Error(answer.text);
      return answer.body;
    };
    await post('/developments', toll('toll-802', 'moscow', 802));
    await post('/developments', toll('toll-550', 'turkey', 550));
    const link = await post('/claims/toll-550/links', { to: 'toll-802', relation: 'restates' });
    const at = (position: string) => (path: string) =>
      eventually(
        () => archive.get(`/v1/stories/${slug}${path}`, { 'dateline-position': position }),
        ({ status }) => status === 200,
      );
    const read = at(link.public.position);
    expect((await read('/claims/toll-802')).body.flags).toContainEqual({
      flag: 'restated',
      who: ['turkey'],
      by: ['toll-550'],
    });
    const { items } = (await read('/variables/dead?validAt=2016-12-16')).body;
    expect(items.map((item: Json) => item.claim)).toEqual(['toll-550']);
    const all = (await read('/variables/dead')).body.items;
    expect(all.find((item: Json) => item.claim === 'toll-802')).toMatchObject({
      restated: true,
      inForce: null,
    });
    const page = await archive.get(`/stories/${slug}`, { accept: 'text/html' });
    expect(page.text).toContain('<a href="#claim-toll-550">what replaced it</a>');

    const circle = await desk.post(`/desk/v1/stories/${slug}/claims/toll-802/links`, {
      to: 'toll-550',
      relation: 'supersedes',
    });
    expect([circle.status, circle.body.code]).toEqual([422, 'link-circle']);

    const revoked = await post(`/claims/toll-550/links/${link.id}/revocation`, {});
    const again = (await at(revoked.public.position)('/variables/dead?validAt=2016-12-16')).body.items;
    expect(again.map((item: Json) => item.claim).sort()).toEqual(['toll-550', 'toll-802']);
  });

  it('keeps two periods with the same start apart, each with its own number', async () => {
    const { desk, archive } = newsroom;
    const slug = await openStory(desk);
    const value = (id: string, occurred: string, count: number): Json => {
      const body = toll(id, 'moscow', count);
      return { ...body, claims: body.claims.map((claim: Json) => ({ ...claim, occurred })) };
    };
    const file = (body: Json) => desk.post(`/desk/v1/stories/${slug}/developments`, body);
    await file(value('days', '2016-12-15/2016-12-16', 10_000));
    const filed = await file(value('week', '2016-12-15/2016-12-22', 34_000));
    const counted = async (validAt: string): Promise<readonly number[]> => {
      const { body } = await eventually(
        () =>
          archive.get(`/v1/stories/${slug}/variables/dead?validAt=${validAt}`, {
            'dateline-position': filed.body.public.position,
          }),
        ({ status }) => status === 200,
      );
      return body.items.map((item: Json) => item.figure.count);
    };
    expect([await counted('2016-12-16'), await counted('2016-12-18'), await counted('2017-01-01')]).toEqual([
      [10_000],
      [34_000],
      [34_000],
    ]);
  });
});

describe('claims that an editor links', () => {
  it('count together if they are the same, and show each other if they contradict', async () => {
    const { desk, archive } = newsroom;
    const slug = await openStory(desk);
    await record(desk, slug, report(['ceasefire']));
    const turkish = { attribution: [[{ party: 'turkey', standing: 'principal' }]] };
    await record(desk, slug, report(['truce', 'fighting'], turkish));
    const link = async (to: string, relation: string): Promise<Json> =>
      (await desk.post(`/desk/v1/stories/${slug}/claims/truce/links`, { to, relation })).body;
    await link('ceasefire', 'same');
    const { position } = (await link('fighting', 'contradicts')).public;
    const read = (path: string) =>
      eventually(
        () => archive.get(`/v1/stories/${slug}${path}`, { 'dateline-position': position }),
        ({ status }) => status === 200,
      );
    const of = async (id: string) => {
      const { status, flags } = (await read(`/claims/${id}`)).body;
      return { status, flags };
    };
    const contradicted = (by: string) => ({ flag: 'contradicted', who: ['turkey'], by: [by] });
    expect(await of('ceasefire')).toEqual({ status: 'confirmed', flags: [] });
    expect(await of('truce')).toEqual({ status: 'confirmed', flags: [contradicted('fighting')] });
    expect(await of('fighting')).toEqual({ status: 'claimed', flags: [contradicted('truce')] });
    const page = await archive.get(`/stories/${slug}`, { accept: 'text/html' });
    for (const id of ['truce', 'fighting'])
      expect(page.text).toContain(`<a href="#claim-${id}">what contradicts it</a>`);
  });
});
