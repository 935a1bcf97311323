import { eventually, type Json } from './caller.js';
import { CORRECTION_FEEDS } from './format-paths.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, read, record, report, settle } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const reason = { reason: 'We looked.' };
const judge = (slug: string, verdict: string, more: object = {}) =>
  newsroom.desk.post(at(slug, '/claims/leak/judgements'), {
    verdict,
    method: `We found it ${verdict}.`,
    public: true,
    ...reason,
    ...more,
  });
const revoke = (slug: string, judgement: string) =>
  newsroom.desk.post(at(slug, `/claims/leak/judgements/${judgement}/revocation`), reason);
const ask = async (path: string): Promise<Json> => (await newsroom.archive.get(path)).body;
const begun = async (): Promise<string> => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['leak']));
  return slug;
};

describe('a verdict of the newsroom', () => {
  it.each([
    ['verified', 'verified'],
    ['mostly-true', 'mostly-true'],
    ['missing-context', 'missing-context'],
    ['misleading', 'misleading'],
    ['refuted', 'refuted'],
    ['false', 'refuted'],
    ['unproven', 'unproven'],
  ])('%s makes the claim %s, and can be filtered', async (verdict, status) => {
    const slug = await begun();
    const judged = await judge(slug, verdict);
    expect([judged.status, judged.body.warnings]).toEqual([201, []]);
    await settle(newsroom);
    expect(await ask(read(slug, '/claims/leak'))).toMatchObject({
      status,
      because: [judged.body.id],
      judgements: [{ id: judged.body.id, verdict: status, recordedAt: expect.any(String) }],
      explanation: { en: expect.stringMatching(/^Checked/), fr: expect.stringMatching(/^Vérifié/) },
    });
    const { items } = await ask(`/v1/stories?claimStatus=${status}&limit=100`);
    expect(items.map((story: Json) => story.slug)).toContain(slug);
    const page = await newsroom.archive.get(`/stories/${slug}`, { accept: 'text/html' });
    expect(page.text).toContain(`class="swatch s-${status}"`);
    expect((await newsroom.archive.get(read(slug, '/claims.csv'))).text).toContain(`,"${status}",`);
    expect((await newsroom.archive.get(read(slug, '.jsonld'))).text).toContain('"ClaimReview"');
    expect((await ask(read(slug, '/corrections'))).total).toBe(0);
  });

  it('must be one of these', async () => {
    const slug = await begun();
    expectProblem(await judge(slug, 'true-ish'), 422, 'validation', '/verdict');
  });

  it('that is reversed gives a warning, and is in every record of corrections with its old and new value', async () => {
    const slug = await begun();
    const first = await judge(slug, 'refuted');
    const second = await judge(slug, 'verified');
    expect(second.body.warnings).toMatchObject([
      { rule: 'verdict-changed', message: expect.stringContaining(first.body.id) },
    ]);
    await settle(newsroom);
    const change = { field: 'verdict', was: 'refuted', is: 'verified' };
    const corrections = await ask(read(slug, '/corrections'));
    expect(corrections).toMatchObject({
      total: 1,
      items: [{ claim: 'leak', class: 'correction', changes: [change] }],
    });
    const [{ id }] = corrections.items;
    expect((await ask(read(slug))).corrections.items).toEqual(corrections.items);
    const [newest] = (await ask('/v1/corrections')).items;
    expect(newest.type).toBe('ClaimVerified');
    expect(newest.changes).toEqual(
      expect.arrayContaining([
        { path: '/claims/leak/status', was: 'refuted', is: 'verified' },
        { path: `/corrections/${id}`, was: null, is: corrections.items[0] },
      ]),
    );
    const words = 'Our verdict was: False; it is now: True.';
    for (const feed of [...CORRECTION_FEEDS, read(slug, '.jsonld')])
      expect((await newsroom.archive.get(feed)).text).toContain(words);
    for (const [language, said] of [
      ['en', /this newsroom’s verdict.*refuted.*verified/s],
      ['fr', /le verdict de notre rédaction.*réfuté.*vérifié/s],
    ] as const)
      for (const page of ['/corrections', `/stories/${slug}`]) {
        const { text } = await newsroom.archive.get(`${page}?lang=${language}`, { accept: 'text/html' });
        expect(text).toMatch(said);
      }
  });

  it('that was reversed before it was public is not a public correction', async () => {
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['open']));
    const { id } = await record(newsroom.desk, slug, report(['leak'], { release: 'held' }));
    await judge(slug, 'refuted');
    await judge(slug, 'unproven');
    await newsroom.desk.post(at(slug, `/developments/${id}/release`), {});
    await settle(newsroom);
    const { status, judgements } = await ask(read(slug, '/claims/leak'));
    expect([status, judgements.map((j: Json) => j.verdict)]).toEqual(['unproven', ['refuted', 'unproven']]);
    expect((await ask(read(slug, '/corrections'))).total).toBe(0);
    expect((await newsroom.desk.get(at(slug, '/corrections'))).body.total).toBe(1);
  });

  it('that is revoked names the older one back in force, with its own date, also on a repeated request', async () => {
    const slug = await begun();
    const first = await judge(slug, 'verified');
    const second = await judge(slug, 'misleading');
    const { judgements } = (await newsroom.desk.get(at(slug, '/claims/leak'))).body;
    const older = { id: first.body.id, verdict: 'verified', recordedAt: judgements[0].recordedAt };
    const key = { 'idempotency-key': `revoke-${slug}` };
    const path = at(slug, `/claims/leak/judgements/${second.body.id}/revocation`);
    const revoked = await newsroom.desk.post(path, reason, key);
    expect([revoked.status, revoked.body.standsAgain]).toEqual([201, older]);
    const last = await revoke(slug, first.body.id);
    expect([last.status, last.body.standsAgain]).toEqual([201, null]);
    expect((await newsroom.desk.post(path, reason, key)).body.standsAgain).toEqual(older);
    await settle(newsroom);
    const day = older.recordedAt.slice(0, 10);
    const seen = await ask(read(slug, `/claims/leak`));
    expect(seen).toMatchObject({ status: 'claimed', judgements: [] });
    const again = seen.history.find((then: Json) => /in force again/.test(then.explanation.en));
    expect(again.explanation).toEqual({
      en: expect.stringContaining(`This verdict is of ${day}`),
      fr: expect.stringContaining(`Ce verdict est du ${day}`),
    });
    expect(
      (await ask(read(slug, '/corrections'))).items.map((c: Json) => [c.changes[0].was, c.changes[0].is]),
    ).toEqual([
      ['verified', null],
      ['misleading', 'verified'],
      ['verified', 'misleading'],
    ]);
  });
});

describe('taking back', () => {
  const moscow = (kind: string, stance: string) =>
    report([], { kind, text: en(`Moscow says: ${stance}.`), assertions: [{ claim: 'leak', stance }] });

  it('ends an assertion of its origin, in a separate development; both are in the party’s record', async () => {
    const slug = await begun();
    const back = await record(newsroom.desk, slug, moscow('statement', 'takesBack'));
    expect(back.warnings).toEqual([]);
    await settle(newsroom);
    const claim = await ask(read(slug, '/claims/leak'));
    expect(claim).toMatchObject({
      status: 'withdrawn',
      because: back.assertions,
      flags: [{ flag: 'taken-back', who: ['moscow'] }],
      explanation: { en: 'Taken back by Moscow; nobody supports it now.' },
    });
    expect(claim.assertions.items.map((a: Json) => [a.stance, a.stands])).toEqual([
      ['asserts', false],
      ['takesBack', true],
    ]);
    const [said, taken] = claim.assertions.items.map((a: Json) => a.recordedAt);
    const { claims } = await ask('/v1/parties/moscow?limit=100');
    expect(claims.items.find((item: Json) => item.story === slug)).toMatchObject({
      stance: 'asserted',
      spokeAt: said,
      takenBack: true,
      takenBackAt: taken,
    });
    const html = async (path: string) => (await newsroom.archive.get(path, { accept: 'text/html' })).text;
    expect(await html(`/stories/${slug}?lang=en`)).toMatch(/Takes it back:.*Taken back by/s);
    expect(await html(`/stories/${slug}?lang=fr`)).toMatch(/Revient sur ses propos/);
    expect(await html('/parties/moscow?lang=en')).toMatch(/and took it back on/);
    expect(await html('/parties/moscow?lang=fr')).toMatch(/puis retiré le/);
  });

  it('is refused for an origin without assertions', async () => {
    const slug = await begun();
    const body = { ...moscow('statement', 'takesBack'), attribution: [[{ party: 'turkey' }]] };
    const refused = await newsroom.desk.post(at(slug, '/developments'), body);
    expectProblem(refused, 422, 'nothing-to-take-back', '/assertions/0');
    expect(refused.body.detail).toContain('turkey');
  });

  it('does not keep the words of a killed allegation', async () => {
    const slug = await openStory(newsroom.desk);
    const { id } = await record(newsroom.desk, slug, report(['leak']));
    await record(newsroom.desk, slug, moscow('statement', 'takesBack'));
    const killed = await newsroom.desk.post(at(slug, `/developments/${id}/kill`), {
      grounds: 'safety',
      notice: { en: 'Withdrawn.' },
      ...reason,
    });
    expect([killed.status, killed.body.stays]).toEqual([201, []]);
    const gone = await eventually(
      () => newsroom.archive.get(read(slug, '/claims/leak')),
      ({ status }) => status === 404,
    );
    expect(gone.status).toBe(404);
  });
});
