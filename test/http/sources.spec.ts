import { type Caller, type Json, linesOf } from './caller.js';
import { STORY_SUFFIXES } from './format-paths.js';
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
  settle,
} from './stories.js';

let newsroom: RunningNewsroom;
let desk: Caller;
let archive: Caller;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  ({ desk, archive } = newsroom);
  await introduce(desk);
});
afterAll(() => newsroom.remove());

const HASH = 'ab'.repeat(32);
const SEEN = 'https://files.example.org/reading-room';
const REPORT = {
  title: { en: 'Inspection report', fr: 'Rapport d’inspection' },
  issuer: { party: 'moscow' },
  date: '2015-03-12',
  seen: SEEN,
  sha256: HASH,
};
const ft = { party: 'financial-times' };
const ria = { party: 'ria-novosti' };
const said = (chain: readonly Json[], more: object = {}): Json => ({
  kind: 'report',
  text: en('It is in a report.'),
  attribution: [chain],
  claims: [proposition('leaks', 'The dam leaks')],
  assertions: [{ claim: 'leaks', stance: 'asserts' }],
  ...more,
});
const again = (chain: readonly Json[]): Json => said(chain, { claims: [] });
const claimAt = async (caller: Caller, slug: string): Promise<Json> =>
  (await caller.get(caller === desk ? at(slug, '/claims/leaks') : read(slug, '/claims/leaks'))).body;
const FORMS = ['', ...STORY_SUFFIXES, '/developments', '/developments.csv'];
/** The answers of the archive for a story in every format. */
async function everythingOf(slug: string): Promise<string> {
  const answers = await Promise.all(
    [...FORMS, '/claims', '/corrections'].map((form) => archive.get(read(slug, form))),
  );
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
  const page = await archive.get(`/stories/${slug}`, { accept: 'text/html' });
  return [...answers, page].map((answer) => answer.text).join('\n');
}
const post = (slug: string, body: object) => desk.post(at(slug, '/developments'), body);

describe('a document as the source', () => {
  it('is complete at the desk, and without its location for readers', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, said([ft, { document: REPORT }]));
    await settle(newsroom);
    const mine = await claimAt(desk, slug);
    const { document } = mine.assertions.items[0].chain[1];
    expect(document).toEqual({
      origin: expect.stringMatching(/^[0-9a-f-]{36}$/),
      medium: 'text',
      title: REPORT.title,
      issuer: { party: 'moscow', name: 'Moscow', type: 'state' },
      date: '2015-03-12',
      seen: SEEN,
      sha256: HASH,
      authenticity: 'unverified',
      seenPublic: false,
      public: true,
    });
    expect(mine).toMatchObject({
      status: 'reported',
      flags: [{ flag: 'document-unverified', who: [document.origin] }],
      explanation: {
        en: 'Reported from a single origin: the document “Inspection report” (not verified by us); nobody else has confirmed it.',
        fr: 'Rapporté d’une seule origine\u00a0: le document «\u00a0Rapport d’inspection\u00a0» (authenticité non vérifiée par nous)\u00a0; personne d’autre ne l’a confirmé.',
      },
    });
    const theirs = await claimAt(archive, slug);
    const { seenPublic: _, public: __, ...shown } = document;
    expect(theirs.assertions.items[0].chain[1]).toEqual({ document: { ...shown, seen: null, sha256: null } });
    const everything = await everythingOf(slug);
    expect(everything.match(/Inspection report/g)!.length).toBeGreaterThan(FORMS.length);
    expect(everything).not.toMatch(/reading-room|abababab/);
  });

  it('is one origin through every outlet, by its hash, and counts as its issuer’s word once verified', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, said([ft, { document: REPORT }]));
    await record(desk, slug, again([ria, { document: { sha256: HASH } }]));
    expect(await claimAt(desk, slug)).toMatchObject({ status: 'reported', support: 'single-origin' });
    await record(
      desk,
      slug,
      again([ria, { document: { sha256: HASH, authenticity: 'verified', seenPublic: true } }]),
    );
    await settle(newsroom);
    expect(await claimAt(archive, slug)).toMatchObject({
      status: 'claimed',
      support: 'single-origin',
      flags: [],
    });
    expect((await archive.get('/v1/parties/moscow')).text).toContain('leaks');
    const { text } = await archive.get(`/stories/${slug}`, { accept: 'text/html' });
    expect(text).toContain(`<a class="outside" href="${SEEN}"`);
    for (const asked of ['q=inspection', 'party=moscow'])
      expect((await archive.get(`/v1/stories?${asked}`)).text).toContain(slug);
  });

  it('that is not public is hidden: the public chain ends at the outlet', async () => {
    const slug = await openStory(desk);
    const hidden = { ...REPORT, title: en('A secret dossier'), authenticity: 'verified', public: false };
    await record(desk, slug, said([ft, { document: hidden }]));
    await settle(newsroom);
    expect((await claimAt(archive, slug)).assertions.items).toMatchObject([
      { origin: 'unknown:financial-times', chain: [{ party: 'financial-times' }], standing: 'relayer' },
    ]);
    expect(await everythingOf(slug)).not.toMatch(/dossier|"document"|dateline:Document/);
    expectProblem(
      await post(await openStory(desk), said([{ document: hidden }])),
      422,
      'chain-empty',
      '/attribution/0',
    );
  });

  it('is killed with its development, and loses removed words', async () => {
    const slug = await openStory(desk);
    const first = await record(
      desk,
      slug,
      said([
        ft,
        {
          document: {
            ...REPORT,
            title: en('On Jane Quillfeather'),
            seen: 'at Quillfeather & Sons',
            seenPublic: true,
            issuer: { name: 'Quillfeather & Sons' },
          },
        },
      ]),
    );
    const why = { grounds: 'privacy', reason: 'She asked.', notice: en('A name was removed.') };
    const removal = { words: ['Quillfeather'], with: { und: '…' }, scope: 'story', story: slug, ...why };
    expect((await desk.post('/desk/v1/removals', removal)).status).toBe(201);
    await settle(newsroom);
    const left = await everythingOf(slug);
    expect(left).toContain('On Jane …');
    expect(left).not.toContain('Quillfeather');
    const kill = await desk.post(at(slug, `/developments/${first.id}/kill`), why, { 'if-match': '*' });
    expect(kill.status).toBe(201);
    await settle(newsroom);
    expect(await everythingOf(slug)).not.toContain('On Jane');
  });

  it('is refused if it is invalid, with a pointer', async () => {
    const slug = await openStory(desk);
    const refusals: readonly (readonly [Json[], number, string, string])[] = [
      [[{ document: {} }], 422, 'descriptor-missing', '/attribution/0/0/document'],
      [
        [{ document: { ...REPORT, issuer: { party: 'nobody' } } }],
        422,
        'party-unknown',
        '/attribution/0/0/document/issuer/party',
      ],
      [
        [{ document: { ...REPORT, issuer: { party: 'moscow', name: 'M' } } }],
        422,
        'validation',
        '/attribution/0/0/document/issuer/party',
      ],
      [
        [{ document: { ...REPORT, issuer: {} } }],
        422,
        'validation',
        '/attribution/0/0/document/issuer/party',
      ],
      [[{ document: { ...REPORT, date: '12 March' } }], 422, 'validation', '/attribution/0/0/document/date'],
      [[{ document: { ...REPORT, medium: 'film' } }], 422, 'validation', '/attribution/0/0/document/medium'],
      [[{ document: { ...REPORT, sha256: 'x' } }], 422, 'validation', '/attribution/0/0/document/sha256'],
      [[{ document: { ...REPORT, author: 'x' } }], 422, 'validation', '/attribution/0/0/document/author'],
      [[{ document: REPORT, party: 'moscow' }], 422, 'validation', '/attribution/0/0/party'],
      [
        [{ document: REPORT, rumour: { descriptor: en('x') } }],
        422,
        'validation',
        '/attribution/0/0/document',
      ],
      [[{}], 422, 'validation', '/attribution/0/0/party'],
      [[{ document: REPORT }, ft], 422, 'chain-ended', '/attribution/0/1'],
      [
        [{ rumour: { descriptor: en('x') }, standing: 'witness' }],
        422,
        'validation',
        '/attribution/0/0/standing',
      ],
      [[{ rumour: {} }], 422, 'descriptor-missing', '/attribution/0/0/rumour'],
    ];
    for (const [chain, status, code, pointer] of refusals)
      expectProblem(await post(slug, said(chain)), status, code, pointer);
    const denial = said([{ rumour: { descriptor: en('messages') } }], {
      assertions: [{ claim: 'leaks', stance: 'denies' }],
    });
    expectProblem(await post(slug, denial), 422, 'rumour-only-asserts', '/assertions/0/stance');
    await record(desk, slug, said([ft, { document: REPORT }]));
    expectProblem(
      await post(slug, again([{ document: { ...REPORT, title: en('Other') } }])),
      409,
      'origin-exists',
      '/attribution/0/0/document',
    );
  });
});

describe('a rumour', () => {
  it('is unverified, becomes denied once the responsible party denies it, and can be filtered by status', async () => {
    const slug = await openStory(desk);
    await record(desk, slug, said([ft, { rumour: { descriptor: en('messages shared on phones') } }]));
    await settle(newsroom);
    const page = await archive.get(`/stories/${slug}`, { accept: 'text/html' });
    expect(page.text).toContain('Unverified');
    expect(page.text).toContain('messages shared on phones</bdi> (circulating, not verified)');
    const french = await archive.get(`/stories/${slug}?lang=fr`, { accept: 'text/html' });
    expect(french.text).toContain('Non vérifié');
    const before = await claimAt(archive, slug);
    expect(before).toMatchObject({ status: 'unverified', support: 'none', flags: [] });
    expect((await archive.get('/v1/stories?claimStatus=unverified')).text).toContain(slug);
    await record(desk, slug, {
      kind: 'denial',
      text: en('No.'),
      attribution: [[{ party: 'moscow', standing: 'principal' }]],
      assertions: [{ claim: 'leaks', stance: 'denies' }],
    });
    expect(await claimAt(desk, slug)).toMatchObject({ status: 'denied', contest: 'denied' });
  });
});

describe('an export', () => {
  it('includes documents and rumours, each still one origin', async () => {
    const slug = await openStory(desk, freshSlug('exported'));
    await record(desk, slug, said([ft, { document: { ...REPORT, seenPublic: true } }]));
    const rumour = { descriptor: en('messages') };
    await record(desk, slug, again([{ rumour }]));
    await record(desk, slug, again([ria, { document: { sha256: HASH, authenticity: 'disputed' } }]));
    const lines = (await desk.get(at(slug, '/export'))).text;
    const other = await RunningNewsroom.open();
    try {
      const imported = await other.desk.import(lines.trimEnd().split('\n'));
      expect(linesOf(imported).at(-1)).toMatchObject({ done: true });
      const [was, is] = await Promise.all(
        [desk, other.desk].map((caller) => caller.get(at(slug, '/claims/leaks'))),
      );
      const summaryOf = ({ status, flags, assertions }: Json) => ({
        status,
        flags,
        said: assertions.items.map(({ chain, origin }: Json) => [chain, origin]),
      });
      expect(summaryOf(is!.body)).toEqual(summaryOf(was!.body));
      expect(was!.body.flags).toMatchObject([{ flag: 'document-disputed' }]);
    } finally {
      await other.remove();
    }
  });

  it('and an import name a document by a ref', async () => {
    const slug = freshSlug('refs');
    const line = (minute: number, command: string, body: object): string =>
      JSON.stringify({ at: `2016-12-01T10:0${minute}:00Z`, story: slug, command, ...body });
    const document = { ref: 'report', title: en('A report') };
    const file = [
      line(0, 'open', { headline: en('Dam'), language: 'en' }),
      line(1, 'record', { ref: 'one', ...said([ft, { document }]) }),
      line(2, 'record', { ref: 'two', ...again([ria, { document: { ref: 'report' } }]) }),
      line(3, 'record', { ref: 'three', ...again([{ rumour: { ref: 'talk', descriptor: en('talk') } }]) }),
      line(4, 'record', { ref: 'four', ...again([ft, { rumour: { ref: 'talk' } }]) }),
    ];
    const imported = await desk.import(file);
    expect(linesOf(imported).at(-1)).toMatchObject({ done: true });
    expect(await claimAt(desk, slug)).toMatchObject({ status: 'reported', support: 'single-origin' });
  });
});
