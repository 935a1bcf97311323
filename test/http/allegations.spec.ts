import { type Json, linesOf } from './caller.js';
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
  whisper,
} from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  await newsroom.desk.post('/desk/v1/parties', { id: 'makhmoud', name: 'Ali Makhmoud', type: 'person' });
});
afterAll(() => newsroom.remove());

const WORDS = 'Shells were sold to both camps';
const alleged = { ...proposition('sold', WORDS), allegation: true };
const rule = 'serious-allegation-referral';
const referrals = ({ warnings }: Json): readonly string[] =>
  warnings.filter((w: Json) => w.rule === rule).map(({ message }: Json) => message);
const claimOf = (slug: string) => newsroom.desk.get(at(slug, '/claims/sold'));
const correct = async (slug: string, changes: object): Promise<Json> => {
  const seen = { 'if-match': (await newsroom.desk.get(at(slug))).headers.etag! };
  const body = { changes, reason: 'The lawyers say so.' };
  const answer = await newsroom.desk.post(at(slug, '/claims/sold/corrections'), body, seen);
  expect(answer.status).toBe(201);
  return answer.body;
};

describe('a claim that is marked as an allegation', () => {
  it('needs referral while only one source supports it, and only the desk shows the mark', async () => {
    const slug = await openStory(newsroom.desk);
    const first = await record(
      newsroom.desk,
      slug,
      whisper(
        [],
        {},
        {
          claims: [alleged],
          assertions: [{ claim: 'sold', stance: 'asserts' }],
        },
      ),
    );
    expect(referrals(first)).toEqual([
      'Claim sold is an allegation and rests on one unnamed source alone: refer it before it is published.',
    ]);
    expect((await claimOf(slug)).body.allegation).toBe(true);
    const again = {
      claims: [proposition('sold', WORDS)],
      assertions: [{ claim: 'sold', stance: 'asserts' }],
    };
    expect(referrals(await record(newsroom.desk, slug, report([], again)))).toEqual([]);
    expect((await claimOf(slug)).body.allegation).toBe(true);

    await settle(newsroom);
    for (const path of ['', '/claims/sold', '/claims', '/developments', '/corrections']) {
      const { status, text } = await newsroom.archive.get(read(slug, path));
      expect([status, text.includes('llegation')]).toEqual([200, false]);
    }
  });

  it('is marked and unmarked by a correction that is not public', async () => {
    const slug = await openStory(newsroom.desk);
    const claims = [proposition('sold', WORDS)];
    const body = whisper([], {}, { claims, assertions: [{ claim: 'sold', stance: 'asserts' }] });
    expect(referrals(await record(newsroom.desk, slug, body))).toEqual([]);
    await settle(newsroom);
    const before = await newsroom.archive.get(read(slug));
    expect(referrals(await correct(slug, { allegation: true }))).toHaveLength(1);
    expect((await claimOf(slug)).body).toMatchObject({ allegation: true, corrected: true });
    expect(referrals(await correct(slug, { allegation: null }))).toEqual([]);
    expect((await claimOf(slug)).body).not.toHaveProperty('allegation');
    await correct(slug, { allegation: true, text: en(`${WORDS}, it is said`) });

    await settle(newsroom);
    const corrections = await newsroom.archive.get(read(slug, '/corrections'));
    expect(corrections.body.items).toHaveLength(1);
    expect(corrections.body.items[0].changes).toEqual([
      { field: 'text', was: en(WORDS), is: en(`${WORDS}, it is said`) },
    ]);
    expect((await newsroom.archive.get(read(slug))).body.revision).toBe(
      String(Number(before.body.revision) + 1),
    );
  });

  it('is refused if the story has the claim without the mark, or if the mark is invalid', async () => {
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report([], { claims: [proposition('sold', WORDS)] }));
    const file = (claim: Json) =>
      newsroom.desk.post(at(slug, '/developments'), report([], { claims: [claim] }));
    expectProblem(await file(alleged), 409, 'claim-exists', '/claims/0');
    expectProblem(await file({ ...alleged, allegation: 'yes' }), 422, 'validation', '/claims/0/allegation');
  });

  it('keeps its mark through an export', async () => {
    const [slug, copy] = [await openStory(newsroom.desk), freshSlug('copy')];
    const said = { claims: [alleged], assertions: [{ claim: 'sold', stance: 'asserts' }] };
    await record(newsroom.desk, slug, report([], said));
    await correct(slug, { allegation: false });
    await correct(slug, { allegation: true });
    const lines = linesOf(await newsroom.desk.get(at(slug, '/export')));
    const marks = lines.filter(({ command }) => command === 'correct-claim').map(({ changes }) => changes);
    expect(marks).toEqual([{ allegation: null }, { allegation: true }]);
    const moved = lines.map(({ id, ...line }: Json, i: number) =>
      'story' in line ? { ...line, story: copy, ref: `line-${i}` } : { ...line, id },
    );
    expect(linesOf(await newsroom.desk.import(moved)).at(-1)).toMatchObject({ done: true });
    expect((await claimOf(copy)).body.allegation).toBe(true);
  });

  it('is not needed if only one unnamed source speaks of a named person', async () => {
    const slug = await openStory(newsroom.desk);
    const body = (text: string) => whisper(['a'], {}, { significance: 'substantive', text: en(text) });
    const dry = async (text: string): Promise<readonly string[]> =>
      referrals((await newsroom.desk.post(at(slug, '/developments?dryRun=true'), body(text))).body);
    expect(await dry('An official says that shells were sold.')).toEqual([]);
    expect(await dry('An official says that Makhmoud sold shells.')).toEqual([
      expect.stringContaining('and Ali Makhmoud is named'),
    ]);
  });
});
