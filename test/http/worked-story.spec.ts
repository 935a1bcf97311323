import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createArchiveClient, type ArchiveSchemas } from '#client';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { approvedBySender, at, read, stateAt } from './stories.js';

/** The lines of the demo, as shipped. */
const lines: Json[] = readFileSync(
  join(import.meta.dirname, '..', '..', 'apps', 'newsroom', 'demonstration.ndjson'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const rows = lines.filter(({ story, command }) => story !== undefined && command !== 'open');

const TALKS = 'party-confirmed, multi-origin, one-side';
const SAME = '[anonymous-only, same-side';
const ALONE = 'reported, single-origin, none, uncontested, [anonymous-only]';
const CLAIMED = 'claimed, single-origin, one-side, uncontested';
const CONTESTED = `${TALKS}, novelty-contested, ${SAME}, novelty-contested (zakharova), no-comment (turkey)]`;

/** The changes in each row of the table: status, support, authority, contest and flags, with names. */
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ft-report': { talks: ALONE, 'us-excluded': ALONE, 'aim-ceasefire': ALONE },
  'ft-source-on-washington': { 'us-excluded': ALONE, 'little-progress': ALONE },
  'ft-source-on-contacts': { contacts: ALONE, unprecedented: ALONE },
  'ria-confirmation': {
    talks: `${TALKS}, uncontested, ${SAME}]`,
    contacts: `${TALKS}, uncontested, ${SAME}]`,
  },
  'turkey-declines': { talks: `${TALKS}, uncontested, ${SAME}, no-comment (turkey)]` },
  'zakharova-not-new': {
    contacts: 'confirmed, independent, both-sides, uncontested, []',
    talks: CONTESTED,
    unprecedented:
      'reported, single-origin, none, novelty-contested, [anonymous-only, novelty-contested (zakharova)]',
  },
  'moscow-half-retaken': { 'half-retaken': `${CLAIMED}, []` },
  'fighters-surrender': { surrendered: 'reported, single-origin, none, uncontested, []' },
  'gazeta-relays-ria': {},
  'vestnik-relays-gazeta': {},
  'moscow-share-28-november': { 'two-fifths-retaken': `${CLAIMED}, [superseded (moscow)]` },
  'moscow-restates-28-november': {
    'two-fifths-retaken': `${CLAIMED}, [superseded (moscow), restated (moscow)]`,
    'two-fifths-restated': `${CLAIMED}, [superseded (moscow)]`,
  },
  'restated-share': {},
  'withdraw ft-report': { 'us-excluded': ALONE },
  'withdraw ft-source-on-washington': { 'us-excluded': 'withdrawn, none, none, uncontested, []' },
};
const nameOf = ({ ref, command, development }: Json): string => ref ?? `${command} ${development}`;

/** Every claim after each row. */
const after = rows.reduce<Record<string, string>[]>(
  (states, row) => [...states, { ...states.at(-1), ...table[nameOf(row)] }],
  [],
);

type Story = ArchiveSchemas['Story'];

const flagOf = ({ flag, who }: ArchiveSchemas['Flag']): string =>
  who ? `${flag} (${who.join(', ')})` : flag;
const claimsOf = (state: Story): Record<string, string> =>
  Object.fromEntries(
    state.claims.items.map(({ id, status, support, authority, contest, flags }) => [
      id,
      `${[status, support, authority, contest].join(', ')}, [${flags.map(flagOf).join(', ')}]`,
    ]),
  );

const shares = (state: Story): (number | null)[] =>
  state.claims.items.flatMap(({ territory }) => (territory === null ? [] : [territory.share]));

describe('the worked story', () => {
  let newsroom: RunningNewsroom;

  describe('as an empty newsroom is given it', () => {
    beforeAll(async () => {
      newsroom = await RunningNewsroom.open({ DATELINE_DEMO: 'on' });
    });
    afterAll(() => newsroom.remove());

    /** Requests as clients send them. */
    const archive = () => createArchiveClient({ baseUrl: newsroom.archive.address });
    const path = { story: 'aleppo-talks' };
    const ask = (query: { readonly asOf?: string; readonly validAt?: string }) =>
      archive().GET('/v1/stories/{story}', { params: { path, query } });

    it('has a line for every row of the table', () => {
      expect(rows.map(nameOf)).toEqual(Object.keys(table));
    });

    it.each(rows.map((row, i) => [nameOf(row), row.at, i] as const))(
      'has after %s, as of %s, the statuses of the table',
      async (_, moment, i) => {
        const { data } = await ask({ asOf: moment });
        expect(claimsOf(data!)).toEqual(after[i]);
        expect(data!.revision).toBe(String(i + 1));
        const before = await ask({ asOf: new Date(Date.parse(moment) - 1).toISOString() });
        expect(before.error ? before.error.code : claimsOf(before.data)).toEqual(after[i - 1] ?? 'not-yet');
      },
    );

    it('lists the open questions', async () => {
      const query = { asOf: '2016-12-01T12:00:00Z' };
      const { data } = await archive().GET('/v1/stories/{story}/questions', { params: { path, query } });
      expect(data!.items.map((q) => [q.id, q.open])).toEqual([
        ['who-negotiates', true],
        ['turkey-more-than-host', true],
      ]);
    });

    it('gives the share on a day (validAt) as recorded by another day (asOf)', async () => {
      const on = async (asOf: string, validAt: string) => shares((await ask({ asOf, validAt })).data!);
      expect(await on('2016-12-02', '2016-11-28')).toEqual([0.4]);
      expect(await on('2016-12-02', '2016-12-01')).toEqual([0.5]);
      expect(await on('2016-12-04', '2016-11-28')).toEqual([0.35]);
      expect(await on('2016-12-04', '2016-12-01')).toEqual([0.5]);
      expect(await on('2016-12-04', '2016-11-27')).toEqual([]);
      expect(await on('2016-12-01', '2016-11-28')).toEqual([]);
    });

    it('withdraws us-excluded on the fifth, but as of the fourth it stays reported', async () => {
      const of = async (asOf: string) => {
        const params = { path: { ...path, claim: 'us-excluded' }, query: { asOf } };
        return (await archive().GET('/v1/stories/{story}/claims/{claim}', { params })).data!;
      };
      expect((await of('2016-12-04')).status).toBe('reported');
      const now = await of('2016-12-05');
      expect(now.status).toBe('withdrawn');
      expect(now.explanation['en']).toMatch(/by the source/);
      expect(now.history.map((h) => h.status)).toEqual(['reported', 'withdrawn']);
      expect(now.assertions.items.map((a) => [a.stands, a.withdrawn])).toEqual([
        [false, 'origin'],
        [false, 'origin'],
      ]);
    });

    it('names who says that the talks take place, and through whom', async () => {
      const params = { path: { ...path, claim: 'talks' }, query: { limit: 100 } };
      const { data } = await archive().GET('/v1/stories/{story}/claims/{claim}/assertions', { params });
      const through = ({ chain }: ArchiveSchemas['Assertion']) =>
        chain.map((link) =>
          'unnamed' in link ? link.unnamed.descriptor['en'] : 'party' in link && link.party,
        );
      expect(data!.items.map(through)).toEqual([
        ['financial-times', 'four members of the Syrian opposition'],
        ['ria-novosti', 'a senior opposition official'],
        ['financial-times', 'turkey'],
        ['financial-times', 'zakharova'],
        ['gazeta-ru', 'ria-novosti', 'a senior opposition official'],
        ['vestnik-kavkaza', 'gazeta-ru', 'ria-novosti', 'a senior opposition official'],
      ]);
      expect(new Set(data!.items.map((a) => a.origin)).size).toBe(4);
    });

    it('lists the changes between ten and two', async () => {
      const query = { from: '2016-12-01T10:00:00Z', to: '2016-12-01T14:00:00Z' };
      const { data } = await archive().GET('/v1/stories/{story}/changes', { params: { path, query } });
      const changed = data!.claims.items.map((c) => [c.id, c.was?.status, c.is.status]);
      expect(changed).toEqual([
        ['talks', 'reported', 'party-confirmed'],
        ['contacts', 'reported', 'confirmed'],
        ['unprecedented', 'reported', 'reported'],
      ]);
      expect(data!.developments.total).toBe(3);
    });

    it('is the same after a restart on the same data, and is not loaded twice', async () => {
      const before = await newsroom.archive.get(read('aleppo-talks'));
      await newsroom.stop();
      await newsroom.start();
      const again = await newsroom.archive.get(read('aleppo-talks'));
      expect(again.text).toBe(before.text);
    });
  });

  describe('as editors record it', () => {
    /** The archive's answer after each row, and the public time. */
    const states: Json[] = [];

    beforeAll(async () => {
      newsroom = await RunningNewsroom.open();
    });
    afterAll(() => newsroom.remove());

    it('has the same statuses after each row', async () => {
      const { desk } = newsroom;
      const origins = new Map<string, string>();
      const developments = new Map<string, Json>();
      for (const line of lines) {
        const { at: _at, by, story, command, ref, ...body } = line;
        const post = (rest: string, content: object): Promise<Answer> =>
          desk.post(at('aleppo-talks', rest), content);
        let answer: Answer;
        switch (command) {
          case 'side': {
            const { id, ...side } = body;
            answer = await desk.put(`/desk/v1/sides/${id}`, side);
            break;
          }
          case 'party':
            answer = await desk.post('/desk/v1/parties', body);
            break;
          case 'open':
            answer = await desk.post('/desk/v1/stories', { ...body, slug: story });
            break;
          case 'record': {
            const named = body.attribution.flat().find((link: Json) => link.unnamed)?.unnamed;
            const origin = named && origins.get(named.ref);
            const asSent = JSON.stringify(body, (key, value) =>
              key !== 'unnamed' ? value : origin ? { origin: origin } : { ...value, ref: undefined },
            );
            answer = await post('/developments', approvedBySender(JSON.parse(asSent)));
            if (named && !origin) origins.set(named.ref, answer.body.origins[0]);
            developments.set(ref, { ...answer.body, claims: body.assertions.map((a: Json) => a.claim) });
            break;
          }
          case 'link': {
            const { claim, ...link } = body;
            answer = await post(`/claims/${claim}/links`, link);
            break;
          }
          default: {
            const made = developments.get(body.development);
            const assertion = made.assertions[made.claims.indexOf(body.claim)];
            answer = await post(`/assertions/${assertion}/withdrawal`, { by, reason: body.reason });
          }
        }
        expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
        if (!rows.includes(line)) continue;
        const state = await stateAt(newsroom.archive, 'aleppo-talks', answer.body.public.revision);
        expect([nameOf(line), claimsOf(state)]).toEqual([nameOf(line), after[states.length]]);
        states.push(state);
        await pause(2);
      }
      expect(states).toHaveLength(rows.length);
    });

    it('is the same as of every instant in between, and a millisecond before', async () => {
      for (const [i, { updatedAt }] of states.entries()) {
        const then = await newsroom.archive.get(read('aleppo-talks', `?asOf=${updatedAt}`));
        expect(claimsOf(then.body)).toEqual(after[i]);
        const just = new Date(Date.parse(updatedAt) - 1).toISOString();
        const before = await newsroom.archive.get(read('aleppo-talks', `?asOf=${just}`));
        expect(before.status === 404 ? before.body.code : claimsOf(before.body)).toEqual(
          after[i - 1] ?? 'not-yet',
        );
      }
    });

    it('gives the share on a day', async () => {
      const on = async (state: Json, validAt: string) =>
        shares(
          (await newsroom.archive.get(read('aleppo-talks', `?asOf=${state.updatedAt}&validAt=${validAt}`)))
            .body,
        );
      expect(await on(states[10], '2016-11-28')).toEqual([0.4]);
      expect(await on(states[11], '2016-11-28')).toEqual([0.35]);
      expect(await on(states[11], '2016-12-01')).toEqual([0.5]);
    });

    it('logs no errors', () => expect(newsroom.log).not.toMatch(/ERROR|failed/));
  });
});
