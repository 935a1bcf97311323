import fc from 'fast-check';
import type { LinkInput } from '../facts/attribution.js';
import type { Stance } from '../facts/stance.js';
import { reasonOf } from '../evidence/reason.js';
import { mapTexts } from '../values/free-text.js';
import { STATUSES } from '../evidence/status.js';
import {
  by,
  CLAIMS,
  correct,
  day,
  document,
  en,
  four,
  independence,
  open,
  record,
  retract,
  rumour,
  saying,
  says,
  share,
  withdraw,
} from '../testing/aleppo.js';
import { CHAINS, moves, play } from '../testing/histories.js';
import {
  after as afterAll,
  claim,
  claimIn,
  developmentIn,
  given,
  idOf,
  refused,
  rehearse,
  type Step,
} from '../testing/newsroom.js';

const { talks } = CLAIMS;
const begun = [open, record('before', { claims: [talks] })];
const talksBy = (ref: string, stance: Stance, ...chain: readonly LinkInput[]): Step =>
  saying(ref, chain, stance, talks, false);
const after = (...steps: readonly Step[]) => afterAll(...begun, ...steps);
const t = claim('talks');

const ft = by('financial-times');
const ria = by('ria-novosti');
const ministry = by('russian-foreign-ministry', 'principal');
const HASH = 'ab'.repeat(32);
const REPORT = idOf('the report');
const issuer = { party: 'russian-foreign-ministry' } as const;
const report = (more: Parameters<typeof document>[1] = {}): LinkInput =>
  document('Inspection report', { origin: REPORT, issuer, date: day('2016-11-01'), sha256: HASH, ...more });

describe('a document', () => {
  it('that is not verified counts as an unnamed source and has a flag', () => {
    after(talksBy('a', 'asserts', ft, report())).then(
      t.is('reported'),
      t.has({ support: 'single-origin', authority: 'none' }),
      t.flags(['document-unverified', REPORT]),
      t.because({
        supporting: [
          { name: { en: 'Inspection report' }, document: { medium: 'text', authenticity: 'unverified' } },
        ],
        origins: 1,
      }),
    );
    after(talksBy('a', 'asserts', ft, report()), talksBy('b', 'asserts', ria, four)).then(
      t.is('reported'),
      t.has({ support: 'multi-origin' }),
    );
    after(talksBy('a', 'asserts', ft, report()), talksBy('b', 'asserts', by('washington'))).then(
      t.is('corroborated'),
    );
    after(
      talksBy('a', 'asserts', ft, report({ standing: 'principal' })),
      talksBy('b', 'asserts', by('washington')),
    ).then(t.is('corroborated'), t.has({ authority: 'none' }));
  });

  it('that is verified is the word of its issuer, as a principal', () => {
    after(talksBy('a', 'asserts', ft, report({ authenticity: 'verified' }))).then(
      t.is('claimed'),
      t.flags(),
      t.because({ responsible: [{ name: { und: 'Russian foreign ministry' } }] }),
    );
    after(
      talksBy('a', 'asserts', ft, report({ authenticity: 'verified' })),
      talksBy('b', 'asserts', ministry),
    ).then(t.is('claimed'), t.has({ support: 'single-origin' }));
    after(
      talksBy('a', 'asserts', report({ authenticity: 'verified' })),
      talksBy('b', 'asserts', by('rebel-groups', 'principal')),
    ).then(t.is('confirmed'));
    after(talksBy('a', 'asserts', report({ authenticity: 'verified', standing: 'witness' }))).then(
      t.is('reported'),
      t.has({ authority: 'none' }),
    );
  });

  it('that an outlet published is only a report of that outlet', () =>
    after(
      talksBy(
        'a',
        'asserts',
        document('Front page', { issuer: { party: 'ria-novosti' }, authenticity: 'verified' }),
      ),
    ).then(t.is('reported'), t.because({ supporting: [{ name: { und: 'RIA Novosti' }, kind: 'unknown' }] })));

  it('that is verified and has no party as issuer is a named origin without a side', () => {
    const video = document('The meeting', {
      medium: 'video',
      authenticity: 'verified',
      issuer: { name: 'a tourist' },
    });
    after(talksBy('a', 'asserts', video)).then(
      t.is('reported'),
      t.flags(),
      t.because({ supporting: [{ document: { medium: 'video', authenticity: 'verified' } }], origins: 1 }),
    );
    after(talksBy('a', 'asserts', video), talksBy('b', 'asserts', ft, four)).then(
      t.is('corroborated'),
      t.flags(),
    );
  });

  it('is not a second origin beside its issuer', () => {
    after(talksBy('a', 'asserts', ft, report()), talksBy('b', 'asserts', ministry)).then(
      t.is('claimed'),
      t.has({ support: 'single-origin' }),
      t.flags(),
    );
    // The issuer became known only with the verification.
    const found = correct('a', {
      attribution: [[document('Leaked page', { origin: REPORT, issuer, authenticity: 'verified' })]],
    });
    after(
      talksBy('a', 'asserts', document('Leaked page', { origin: REPORT })),
      talksBy('b', 'asserts', ft, document(null, { origin: REPORT })),
      found,
    ).then(t.is('claimed'), t.has({ support: 'single-origin' }));
  });

  it('with disputed authenticity corroborates nothing', () => {
    const disputed = report({ authenticity: 'disputed' });
    after(talksBy('a', 'asserts', ft, disputed)).then(
      t.is('reported'),
      t.flags(['document-disputed', REPORT]),
      t.because({ supporting: [{ document: { authenticity: 'disputed' } }], origins: 1 }),
    );
    after(talksBy('a', 'asserts', disputed), talksBy('b', 'asserts', by('turkey', 'principal'))).then(
      t.is('claimed'),
      t.flags(['document-disputed', REPORT]),
    );
    given(...begun, talksBy('a', 'asserts', disputed), talksBy('b', 'asserts', by('turkey')))
      .when(independence([REPORT, 'turkey'], true))
      .then(refused('origin-unknown'));
  });

  it('may deny a claim', () =>
    after(talksBy('a', 'asserts', ft, four), talksBy('b', 'denies', report())).then(t.is('disputed')));

  it('is one origin by its hash, whichever outlet cites it', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['financial-times', 'ria-novosti', 'gazeta-ru', 'vestnik-kavkaza'], {
          minLength: 1,
        }),
        (outlets) => {
          const [first, ...others] = outlets.map((outlet, i) =>
            talksBy(
              outlet,
              'asserts',
              by(outlet),
              i === 0 ? document('A report', { sha256: HASH }) : document(null, { sha256: HASH }),
            ),
          );
          const { story } = rehearse([...begun, first!, ...others]);
          expect(story.claims.get('talks')!.current).toMatchObject({
            status: 'reported',
            support: 'single-origin',
          });
          expect(story.sources.size).toBe(2);
        },
      ),
    ));

  it('may be named by its origin or hash only, and its authenticity may change', () => {
    const rehearsal = rehearse([
      ...begun,
      talksBy('a', 'asserts', ft, report({ seen: 'a reading room', medium: 'audio' })),
      talksBy('b', 'asserts', ria, document(null, { sha256: HASH, authenticity: 'verified' })),
      talksBy('c', 'asserts', by('gazeta-ru'), document(null, { origin: REPORT, seenPublic: true })),
    ]);
    const [, last] = developmentIn(rehearsal, 'c').development.attribution[0]!;
    expect(last).toMatchObject({
      document: {
        origin: REPORT,
        title: en('Inspection report'),
        medium: 'audio',
        seen: 'a reading room',
        authenticity: 'verified',
        seenPublic: true,
        public: true,
      },
    });
    expect(claimIn(rehearsal, 'talks').current).toMatchObject({
      status: 'claimed',
      support: 'single-origin',
      flags: [],
    });
  });

  it('does not change with a correction that does not describe it', () => {
    const rehearsal = rehearse([
      ...begun,
      talksBy('a', 'asserts', ft, report()),
      talksBy('b', 'asserts', ria, report({ authenticity: 'verified' })),
      correct('a', { text: en('Better words') }),
    ]);
    expect(rehearsal.story.sources.get(REPORT)).toMatchObject({ document: { authenticity: 'verified' } });
  });

  it('gets a new description by a correction, which may remove its hash', () => {
    const rehearsal = rehearse([
      ...begun,
      talksBy('a', 'asserts', ft, report()),
      correct('a', { attribution: [[ft, document('Annual report', { origin: REPORT })]] }),
    ]);
    expect(rehearsal.story.sources.get(REPORT)).toMatchObject({
      document: { title: en('Annual report'), sha256: null, issuer: null },
    });
    given(
      ...begun,
      talksBy('a', 'asserts', ft, report()),
      correct('a', { attribution: [[ft, document('Annual report', { origin: REPORT })]] }),
    )
      .when(talksBy('x', 'asserts', document(null, { sha256: HASH })))
      .then(refused('descriptor-missing'));
  });

  it('loses removed words, and its address if that contains one of them', () => {
    const rehearsal = rehearse([
      ...begun,
      talksBy(
        'a',
        'asserts',
        ft,
        document('Report on Smith', {
          seen: 'https://example.org/Smith%20files',
          issuer: { name: 'Smith & Co' },
        }),
      ),
    ]);
    const { event } = rehearsal.events.at(-1)!;
    const left = mapTexts(event, (text) => text.replaceAll('Smith', '…'));
    expect(JSON.stringify(left)).not.toContain('Smith');
    expect(left).toMatchObject({
      development: {
        attribution: [
          [{}, { document: { title: en('Report on …'), seen: null, issuer: { name: '… & Co' } } }],
        ],
      },
    });
  });
});

describe('a rumour', () => {
  const messages = rumour('messages shared on phones', idOf('messages'));
  const leaflets = rumour('leaflets', idOf('leaflets'));

  it('leaves a claim unverified, however many rumours and outlets there are', () => {
    after(talksBy('a', 'asserts', ft, messages)).then(
      t.is('unverified'),
      t.has({ support: 'none', authority: 'none', contest: 'uncontested' }),
      t.flags(),
      t.because({ supporting: [{ name: { en: 'messages shared on phones' } }] }),
    );
    after(
      talksBy('a', 'asserts', messages),
      talksBy('b', 'asserts', ria, messages),
      talksBy('c', 'asserts', by('gazeta-ru'), leaflets),
    ).then(t.is('unverified'));
  });

  it('is denied, not disputed, once an origin denies it', () => {
    after(talksBy('a', 'asserts', messages), talksBy('b', 'denies', by('turkey', 'principal'))).then(
      t.is('denied'),
      t.has({ contest: 'denied' }),
      t.because({ denying: [{ name: { und: 'Turkey' } }] }),
    );
    after(talksBy('b', 'denies', by('turkey')), talksBy('a', 'asserts', messages)).then(t.is('denied'));
  });

  it('counts only while no other origin supports the claim', () => {
    after(talksBy('a', 'asserts', messages), talksBy('b', 'asserts', by('washington'))).then(
      t.is('reported'),
      t.has({ support: 'single-origin' }),
    );
    after(
      talksBy('a', 'asserts', messages),
      talksBy('b', 'asserts', by('washington')),
      retract('b', 'outlet'),
    ).then(t.is('unverified'));
    after(talksBy('a', 'asserts', messages), withdraw('a', 'talks', 'us')).then(t.is('withdrawn'));
  });

  it('takes no value out of force', () => {
    const [half, forty] = [share('half', 0.5, day('2016-12-01')), share('forty', 0.4, day('2016-12-01'))];
    const link: Step = {
      ref: 'l',
      command: { type: 'link', claim: 'forty', to: 'half', relation: 'supersedes' },
    };
    const steps = [
      open,
      saying('a', [by('moscow')], 'asserts', half),
      saying('b', [messages], 'asserts', forty),
      link,
    ];
    afterAll(...steps).then(claim('half').flags());
    afterAll(...steps, saying('c', [by('turkey')], 'asserts', forty, false)).then((outcome) =>
      expect(claimIn(outcome, 'half').current.flags).toMatchObject([{ flag: 'superseded', by: ['forty'] }]),
    );
  });

  it('changes no claim that has support or a denial, and raises none above `unverified`', () =>
    fc.assert(
      fc.property(moves(12), fc.nat(), fc.boolean(), (history, n, relayed) => {
        const rehearsal = play(history);
        const all = [...rehearsal.story.claims.values()];
        const state = all[n % all.length];
        if (!state || rehearsal.story.status === 'closed') return;
        const id = state.claim.id;
        const said = record('whispered', {
          attribution: [relayed ? [by('vestnik-kavkaza'), messages] : [messages]],
          assertions: says('asserts', [id]),
          publishes: [id],
        });
        const before = state.current;
        const { current } = claimIn(rehearse([said], rehearsal), id);
        const moved = before.status === 'unsupported' || before.status === 'withdrawn';
        expect(current.status).toBe(moved ? 'unverified' : before.status);
        expect({
          ...current,
          status: before.status,
          because: [],
          basis: null,
          revision: 0,
          since: 0,
        }).toEqual({
          ...before,
          because: [],
          basis: null,
          revision: 0,
          since: 0,
        });
      }),
      { numRuns: 60 },
    ));
});

describe('all kinds of sources together', () => {
  const FIRST = CHAINS.flatMap((chain) => {
    const last = chain.at(-1)!;
    return ('document' in last && last.document.public !== false) || 'rumour' in last ? [chain] : [];
  });

  it('leave no status without the sources that its reason names', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIRST], { minLength: 1 }), fc.boolean(), (chains, denied) => {
        const steps = chains.map((chain, i) => talksBy(`s${i}`, 'asserts', ...chain));
        const denial = denied ? [talksBy('d', 'denies', by('turkey', 'principal'))] : [];
        const { current } = claimIn(rehearse([...begun, ...steps, ...denial]), 'talks');
        expect(STATUSES).toContain(current.status);
        const { status, ...reason } = reasonOf(current);
        expect(status).toBe(current.status);
        for (const named of Object.values(reason).filter(Array.isArray)) expect(named).not.toEqual([]);
      }),
    ));
});
