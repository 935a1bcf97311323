import { reasonOf } from './reason.js';
import { REMARKS, STANCE_RULES, type Stance } from '../facts/stance.js';
import type { LinkInput } from '../facts/attribution.js';
import { independent } from './independence.js';
import { VERDICTS } from '../facts/claim.js';
import { STATUSES, statusOf } from './status.js';
import { assertionsInForce } from './stance.js';
import {
  again,
  ALEPPO,
  by,
  CLAIMS,
  correct,
  en,
  filed,
  four,
  independence,
  judge,
  official,
  open,
  ORIGINS,
  record,
  retract,
  rumour,
  revokeRetraction,
  saying,
  says,
  unnamed,
  withdraw,
} from '../testing/aleppo.js';
import {
  after as afterAll,
  assertionIn,
  assertionsOf,
  at,
  claim,
  claimIn,
  described,
  given,
  idOf,
  rehearse,
  type Step,
} from '../testing/newsroom.js';

const { talks } = CLAIMS;
const begun = [open, record('before', { claims: [talks] })];

/** A development in which the last link of a chain takes a stance on the talks. */
const talksBy = (ref: string, stance: Stance, ...chain: readonly LinkInput[]): Step =>
  saying(ref, chain, stance, talks, false);

const ft = by('financial-times');
const ria = by('ria-novosti');
const moscow = by('moscow', 'principal');
const rebels = by('rebel-groups', 'principal');
const army = by('syrian-army', 'principal');
const turkey = by('turkey', 'principal');
const washington = by('washington');
const ministry = by('russian-foreign-ministry', 'principal');

const t = claim('talks');
const after = (...steps: readonly Step[]) => afterAll(...begun, ...steps);

describe('the table of statuses', () => {
  it('9: an origin that is not responsible, or several of one side, is a report', () => {
    after(talksBy('a', 'asserts', ft, four)).then(
      t.is('reported'),
      t.has({ support: 'single-origin', authority: 'none' }),
    );
    after(talksBy('a', 'asserts', ft, four), talksBy('b', 'asserts', by('rebel-groups'))).then(
      t.is('reported'),
      t.has({ support: 'multi-origin', authority: 'none' }),
      t.because({ origins: 2 }),
    );
  });

  it('8: one responsible party alone is a claim', () =>
    after(talksBy('a', 'asserts', moscow)).then(
      t.is('claimed'),
      t.has({ support: 'single-origin', authority: 'one-side' }),
    ));

  it('7: two independent origins, neither of them responsible, corroborate', () =>
    after(talksBy('a', 'asserts', washington), talksBy('b', 'confirms', by('turkey'))).then(
      t.is('corroborated'),
      t.has({ support: 'independent', authority: 'none' }),
    ));

  it('6: one responsible side, and others, is confirmed by a party', () => {
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'asserts', washington)).then(
      t.is('party-confirmed'),
      t.has({ support: 'independent', authority: 'one-side' }),
    );
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'asserts', ministry)).then(
      t.is('party-confirmed'),
      t.has({ support: 'multi-origin', authority: 'one-side' }),
    );
  });

  it('5: responsible parties of two sides that are not allied confirm', () =>
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'confirms', rebels)).then(
      t.is('confirmed'),
      t.has({ support: 'independent', authority: 'both-sides', contest: 'uncontested' }),
    ));

  it('5: undeclared sides confirm nothing until an editor says that they are independent', () => {
    const hospital = by('washington', 'principal');
    const sideless = { ...talksBy('b', 'confirms', turkey), directory: described('turkey', { side: null }) };
    for (const other of [sideless, talksBy('b', 'confirms', moscow)])
      after(talksBy('a', 'asserts', hospital), other).then(
        t.is('party-confirmed'),
        t.has({ support: 'independent', authority: 'one-side' }),
        t.because({ sided: false }),
      );
    after(
      talksBy('a', 'asserts', hospital),
      talksBy('b', 'confirms', moscow),
      independence(['washington', 'moscow'], true),
    ).then(t.is('confirmed'), t.has({ authority: 'both-sides' }));
    after(
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'confirms', rebels),
      independence(['moscow', 'rebel-groups'], false),
    ).then(t.is('party-confirmed'), t.has({ authority: 'one-side' }));
  });

  it('4: support and denial make a dispute, even if both sides confirm', () =>
    after(
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'confirms', rebels),
      talksBy('c', 'denies', turkey),
    ).then(t.is('disputed'), t.has({ authority: 'both-sides', contest: 'disputed' })));

  it('3: a claim that lost all support is withdrawn; one that never had any is unsupported', () => {
    after(talksBy('a', 'asserts', moscow), withdraw('a', 'talks', 'origin')).then(
      t.is('withdrawn'),
      t.has({ support: 'none' }),
    );
    after(talksBy('a', 'qualifies', moscow)).then(t.is('unsupported'));
    after().then(t.is('unsupported'), t.has({ support: 'none', authority: 'none', contest: 'uncontested' }));
  });

  it('3: an assertion that a correction removed never counted: the claim is unsupported, not withdrawn', () =>
    after(talksBy('a', 'asserts', moscow), correct('a', { assertions: [] })).then(
      t.is('unsupported'),
      t.flags('corrected'),
    ));

  it('2: a denial without support is a denial, also for a withdrawn claim', () => {
    after(talksBy('a', 'denies', moscow)).then(t.is('denied'), t.has({ contest: 'denied', support: 'none' }));
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'denies', rebels), retract('a', 'us')).then(
      t.is('denied'),
    );
  });

  it('1: the latest judgement overrides the evidence, until all judgements are revoked', () => {
    const disputed = [talksBy('a', 'asserts', moscow), talksBy('b', 'denies', rebels)];
    after(...disputed, judge('v', 'talks', 'verified')).then(
      t.is('verified'),
      t.has({ contest: 'disputed' }),
    );
    after(...disputed, judge('v', 'talks', 'verified'), judge('r', 'talks', 'refuted')).then(t.is('refuted'));
    after(...disputed, judge('v', 'talks', 'verified'), judge('r', 'talks', 'refuted'), revoke('r')).then(
      t.is('verified'),
    );
    after(...disputed, judge('v', 'talks', 'verified'), judge('r', 'talks', 'refuted'), revoke('v')).then(
      t.is('refuted'),
    );
    after(...disputed, judge('v', 'talks', 'verified'), revoke('v')).then(t.is('disputed'));
    after(judge('r', 'talks', 'refuted')).then(t.is('refuted'));
  });

  it('ends a dispute only by a change of stance or a withdrawal', () => {
    const disputed = [talksBy('a', 'asserts', moscow), talksBy('b', 'denies', rebels)];
    after(...disputed, talksBy('c', 'confirms', turkey)).then(t.is('disputed'));
    after(...disputed, talksBy('c', 'confirms', rebels)).then(t.is('confirmed'));
    after(...disputed, withdraw('b', 'talks', 'origin')).then(t.is('claimed'));
    after(...disputed, retract('b', 'outlet')).then(t.is('claimed'));
  });

  it('does not change for a claim when a narrower linked one is denied', () => {
    const link: Step = {
      ref: 'l',
      command: { type: 'link', claim: 'contacts', to: 'talks', relation: 'broadens' },
    };
    after(saying('a', [moscow], 'asserts', CLAIMS.contacts), link, talksBy('b', 'denies', rebels)).then(
      t.is('denied'),
      claim('contacts').is('claimed'),
    );
  });
});

const revoke = (ref: string): Step => ({
  command: { type: 'revoke-judgement', judgement: idOf(ref), reason: 'We erred.' },
});

describe('a verdict', () => {
  const asserted = talksBy('a', 'asserts', moscow);

  it.each(VERDICTS)('of %s overrides the evidence and is the reason', (verdict) => {
    const rehearsal = rehearse([...begun, asserted, judge('v', 'talks', verdict)]);
    expect(claimIn(rehearsal, 'talks').current).toMatchObject({ status: verdict, because: [idOf('v')] });
    expect(rehearsal.story.corrections.length).toBe(0);
  });

  it('that changes enters the record of corrections each time, with its old and new value', () => {
    const rehearsal = rehearse([
      ...begun,
      judge('r', 'talks', 'refuted'),
      judge('r2', 'talks', 'refuted', 'another method'),
      judge('v', 'talks', 'verified'),
      revoke('r'),
      revoke('v'),
      revoke('r2'),
    ]);
    expect(
      [...rehearsal.story.corrections].map(({ of, class: kind, changes: [change], revision, at: when }) => {
        expect([of, kind]).toEqual([{ claim: 'talks' }, 'correction']);
        expect(when).toBe(rehearsal.events[revision]!.recordedAt);
        return [rehearsal.events[revision]!.event.type, change!.field, change!.was, change!.is];
      }),
    ).toEqual([
      ['ClaimVerified', 'verdict', 'refuted', 'verified'],
      ['JudgementRevoked', 'verdict', 'verified', 'refuted'],
      ['JudgementRevoked', 'verdict', 'refuted', null],
    ]);
    expect(new Set([...rehearsal.story.corrections].map((c) => c.id)).size).toBe(3);
  });

  it('that changes within the moment of its first publication is no correction', () => {
    const rehearsal = rehearse([...begun, judge('r', 'talks', 'refuted')]);
    const { recordedAt } = rehearsal.events.at(-1)!;
    const again = rehearse([
      ...begun,
      judge('r', 'talks', 'refuted'),
      { ...judge('v', 'talks', 'verified'), at: recordedAt },
    ]);
    expect(again.events.at(-1)!.recordedAt).toBe(recordedAt);
    expect(again.story.corrections.length).toBe(0);
  });

  it('that is in force again because a later one was revoked has its date in the reason', () => {
    const first = { ...judge('v', 'talks', 'verified'), at: at('2016-12-02T10:00') };
    const then = { ...judge('r', 'talks', 'refuted'), at: at('2016-12-04T10:00') };
    const method = 'satellite pictures';
    after(first, then).then(t.because({ status: 'refuted', judgedOn: null }));
    after(first, then, revoke('v')).then(t.because({ status: 'refuted', judgedOn: null }));
    after(first, then, revoke('r')).then(t.because({ status: 'verified', method, judgedOn: '2016-12-02' }));
    after(first, then, revoke('r'), judge('u', 'talks', 'unproven')).then(
      t.because({ status: 'unproven', judgedOn: null }),
    );
    const { judgements } = claimIn(rehearse([...begun, first, then, revoke('r')]), 'talks');
    expect(judgements).toMatchObject([{ id: idOf('v'), at: at('2016-12-02T10:00') }]);
  });
});

describe('taking back', () => {
  const asserted = talksBy('a', 'asserts', moscow);
  const takenBack = talksBy('back', 'takesBack', moscow);

  it('ends the support of its origin: a claim without other support is withdrawn, and the explanation says by whom', () => {
    const rehearsal = rehearse([...begun, asserted, takenBack]);
    const { current, byOrigin } = claimIn(rehearsal, 'talks');
    expect(current).toMatchObject({ status: 'withdrawn', support: 'none', contest: 'uncontested' });
    expect(current.because).toEqual([assertionIn(rehearsal, 'back', 'talks')]);
    expect(current.flags).toEqual([{ flag: 'taken-back', who: ['moscow'] }]);
    expect(reasonOf(current)).toEqual({
      status: 'withdrawn',
      by: 'origin',
      takingBack: [{ name: { und: 'Moscow' }, kind: 'party' }],
    });
    expect(assertionsInForce(byOrigin.get('moscow')!)).toEqual(
      new Set([assertionIn(rehearsal, 'back', 'talks')]),
    );
  });

  it('adds a flag and does not change the stances of others', () =>
    after(asserted, talksBy('b', 'asserts', washington), takenBack).then(
      t.is('reported'),
      t.flags(['taken-back', 'moscow']),
    ));

  it('ends a denial: a claim that nobody ever supported is unsupported', () => {
    after(talksBy('a', 'asserts', rebels), talksBy('d', 'denies', moscow), takenBack).then(
      t.is('claimed'),
      t.has({ contest: 'uncontested' }),
      t.flags(['taken-back', 'moscow']),
    );
    after(talksBy('d', 'denies', moscow), takenBack).then(t.is('unsupported'));
  });

  it('of a denial does not restore the support that the denial ended', () =>
    after(asserted, talksBy('d', 'denies', moscow), takenBack).then(t.is('withdrawn')));

  it('ends all remarks too, except those of the same development', () => {
    const declines = record('back', {
      attribution: [[moscow]],
      assertions: [...says('takesBack', ['talks']), ...says('declinesComment', ['talks'])],
    });
    after(asserted, talksBy('q', 'qualifies', moscow), talksBy('n', 'deniesNovelty', moscow), declines).then(
      t.is('withdrawn'),
      t.flags(['no-comment', 'moscow'], ['taken-back', 'moscow']),
    );
  });

  it('ends when its origin supports or denies the claim again', () => {
    after(asserted, takenBack, talksBy('c', 'asserts', moscow)).then(t.is('claimed'), t.flags());
    after(asserted, takenBack, talksBy('c', 'denies', moscow)).then(t.is('denied'), t.flags());
    after(asserted, takenBack, talksBy('c', 'declinesComment', moscow)).then(
      t.is('withdrawn'),
      t.flags(['no-comment', 'moscow'], ['taken-back', 'moscow']),
    );
  });

  it('does not count if it is retracted or withdrawn itself', () => {
    after(asserted, takenBack, retract('back', 'us')).then(t.is('claimed'), t.flags());
    after(asserted, takenBack, withdraw('back', 'talks', 'us')).then(t.is('claimed'), t.flags());
  });
});

describe('authority', () => {
  it('is of one side if the sides are allied, in either direction', () =>
    after(talksBy('a', 'asserts', army), talksBy('b', 'asserts', moscow)).then(
      t.is('party-confirmed'),
      t.has({ authority: 'one-side' }),
      t.flags('same-side'),
    ));

  it('needs a named origin on one of the two sides', () => {
    after(
      talksBy('a', 'confirms', ria, official),
      talksBy('b', 'confirms', ft, unnamed('a Russian diplomat', 'russia', { standing: 'principal' })),
    ).then(t.has({ authority: 'one-side', support: 'multi-origin' }), t.is('party-confirmed'));
    after(talksBy('a', 'confirms', ria, official), talksBy('b', 'confirms', moscow)).then(
      t.has({ authority: 'both-sides' }),
      t.is('confirmed'),
    );
  });

  it('needs that named origin within the pair: a named ally of both makes no second side', () => {
    const diplomat = unnamed('a Russian diplomat', 'russia', { standing: 'principal' });
    const turk = unnamed('a Turkish diplomat', 'turkey', { standing: 'principal' });
    after(talksBy('a', 'asserts', ft, diplomat), talksBy('b', 'asserts', ria, turk)).then(
      t.has({ authority: 'one-side' }),
    );
    after(
      talksBy('a', 'asserts', ft, diplomat),
      talksBy('b', 'asserts', ria, turk),
      talksBy('c', 'asserts', moscow),
    ).then(t.has({ authority: 'both-sides' }));
  });

  it('does not come from origins that deny, witness or relay', () => {
    after(
      talksBy('a', 'asserts', by('moscow', 'witness')),
      talksBy('b', 'asserts', by('rebel-groups', 'relayer')),
    ).then(t.has({ authority: 'none' }));
    after(talksBy('a', 'denies', moscow), talksBy('b', 'asserts', washington)).then(
      t.has({ authority: 'none' }),
    );
  });

  it('is none if the origin is unknown, whatever its `standing`', () =>
    after(talksBy('a', 'asserts', by('financial-times', 'affiliated'))).then(
      t.is('reported'),
      t.has({ authority: 'none' }),
    ));

  it('belongs to an outlet that is a witness: it is an origin, independent of another witness', () => {
    const [saw, too] = [by('financial-times', 'witness'), by('ria-novosti', 'witness')];
    after(talksBy('a', 'asserts', saw)).then(
      t.is('reported'),
      t.because({ supporting: [{ name: { und: 'Financial Times' }, kind: 'party' }], origins: 1 }),
    );
    after(talksBy('a', 'asserts', saw), talksBy('b', 'asserts', too)).then(
      t.is('corroborated'),
      t.has({ support: 'independent', authority: 'none' }),
    );
    after(talksBy('a', 'asserts', by('gazeta-ru'), saw), talksBy('b', 'asserts', saw)).then(
      t.has({ support: 'single-origin' }),
    );
    after(talksBy('a', 'asserts', by('financial-times', 'principal'))).then(
      t.is('claimed'),
      t.has({ authority: 'one-side' }),
    );
  });

  it('follows the assertion, not the chain', () => {
    const asserted = record('a', {
      attribution: [[moscow]],
      assertions: says('asserts', ['talks'], { standing: 'witness' }),
    });
    after(asserted).then(t.has({ authority: 'none' }), t.is('reported'));
  });

  it('counts a spokeswoman and her ministry as one origin', () =>
    after(talksBy('a', 'asserts', ft, by('zakharova', 'principal')), talksBy('b', 'asserts', ministry)).then(
      t.is('claimed'),
      t.has({ support: 'single-origin' }),
    ));
});

describe('independence', () => {
  it('counts two unnamed origins of different sides as two, but not as independent', () =>
    after(
      talksBy('a', 'asserts', ft, four),
      talksBy('b', 'asserts', ria, unnamed('a Russian diplomat', 'russia')),
    ).then(t.is('reported'), t.has({ support: 'multi-origin' }), t.flags('anonymous-only')));

  it('does not exist between allies', () =>
    after(talksBy('a', 'asserts', by('moscow')), talksBy('b', 'asserts', by('syrian-army'))).then(
      t.has({ support: 'multi-origin' }),
      t.is('reported'),
    ));

  it('is what an editor assessed last', () => {
    const two = [talksBy('a', 'asserts', ft, four), talksBy('b', 'asserts', ria, official)];
    after(...two, independence([ORIGINS.four, ORIGINS.official], true)).then(
      t.has({ support: 'independent' }),
    );
    after(...two, independence([ORIGINS.official, ORIGINS.four], true)).then(
      t.has({ support: 'independent' }),
    );
    after(
      ...two,
      independence([ORIGINS.four, ORIGINS.official], true),
      independence([ORIGINS.official, ORIGINS.four], false),
    ).then(t.has({ support: 'multi-origin' }));
    after(
      talksBy('a', 'asserts', washington),
      talksBy('b', 'asserts', by('turkey')),
      independence(['washington', 'turkey'], false),
    ).then(t.is('reported'), t.has({ support: 'multi-origin' }));
    after(
      two[0]!,
      saying('c', [ria, official], 'asserts', CLAIMS.contacts),
      independence([ORIGINS.four, ORIGINS.official], true),
      talksBy('d', 'confirms', ria, again(ORIGINS.official)),
    ).then(t.has({ support: 'independent' }));
  });

  it('never includes an unknown origin, not even by assessment', () => {
    after(talksBy('a', 'asserts', ft), talksBy('b', 'asserts', moscow)).then(
      t.has({ support: 'multi-origin' }),
      t.is('party-confirmed'),
    );
    const unknown = { id: 'unknown:x', kind: 'unknown', speaker: 'x', name: {}, side: null } as const;
    const known = { id: 'moscow', kind: 'party', speaker: 'moscow', name: {}, side: null } as const;
    expect(independent(unknown, known, () => true)).toBe(false);
    expect(independent(known, { ...known, id: 'washington' }, () => undefined)).toBe(true);
  });
});

describe('an unknown origin behind an outlet', () => {
  it('is a single origin by itself, without a flag', () =>
    after(talksBy('a', 'asserts', ft)).then(
      t.is('reported'),
      t.has({ support: 'single-origin' }),
      t.flags(),
    ));

  it('is the same origin however often the outlet repeats it', () =>
    after(talksBy('a', 'asserts', ft), talksBy('b', 'asserts', ft)).then(
      t.has({ support: 'single-origin' }),
    ));

  it('is not a second origin if the same outlet relays a known one, before or after', () => {
    after(talksBy('a', 'asserts', ft), talksBy('b', 'asserts', ft, four)).then(
      t.has({ support: 'single-origin' }),
    );
    after(talksBy('a', 'asserts', ft, four), talksBy('b', 'asserts', ft)).then(
      t.has({ support: 'single-origin' }),
    );
    after(talksBy('a', 'asserts', ria, four), talksBy('b', 'asserts', ft)).then(
      t.has({ support: 'multi-origin' }),
    );
  });

  it('counts again when the relayed assertion is taken back', () =>
    after(
      talksBy('a', 'asserts', ft),
      talksBy('b', 'asserts', ft, four),
      withdraw('b', 'talks', 'origin'),
    ).then(
      t.is('reported'),
      t.has({ support: 'single-origin' }),
      t.because({ supporting: [{ name: { und: 'Financial Times' }, kind: 'unknown' }] }),
    ));
});

describe('a change of stance', () => {
  it('leaves the latest stance in force and shows the earlier one as given up', () => {
    const rehearsal = rehearse([...begun, talksBy('a', 'asserts', moscow), talksBy('b', 'denies', moscow)]);
    const said = assertionsOf(claimIn(rehearsal, 'talks'));
    expect(claimIn(rehearsal, 'talks').current).toMatchObject({ status: 'denied', support: 'none' });
    expect(said.map((a) => assertionsInForce(said).has(a.id))).toEqual([false, true]);
    after(
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'denies', moscow),
      talksBy('c', 'confirms', moscow),
    ).then(t.is('claimed'), t.has({ contest: 'uncontested' }));
  });

  it('is undone when the later stance is retracted, and redone when the retraction is revoked', () => {
    const changed = [talksBy('a', 'asserts', moscow), talksBy('b', 'denies', moscow)];
    after(...changed, withdraw('b', 'talks', 'origin')).then(t.is('claimed'));
    after(...changed, retract('b', 'us')).then(t.is('claimed'));
    after(...changed, retract('b', 'us'), revokeRetraction('b')).then(t.is('denied'));
    after(...changed, withdraw('a', 'talks', 'us')).then(t.is('denied'));
  });

  it('belongs to the body, whichever person speaks for it', () =>
    after(talksBy('a', 'asserts', ministry), talksBy('b', 'denies', ft, by('zakharova', 'principal'))).then(
      t.is('denied'),
    ));

  it('does not happen when an origin is only relayed once more: it keeps its authority', () =>
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'confirms', ria, by('moscow', 'relayer'))).then(
      t.is('claimed'),
      t.has({ authority: 'one-side' }),
    ));

  it('does not follow from a correction: a development keeps its position in the log', () =>
    after(
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'denies', moscow),
      correct('a', { text: en('Other words') }),
    ).then(t.is('denied')));

  it('does not follow from an assertion that a correction adds to an earlier development', () =>
    after(
      saying('a', [moscow], 'asserts', CLAIMS.contacts),
      talksBy('b', 'denies', moscow),
      correct('a', { assertions: [...says('asserts', ['contacts']), ...says('asserts', ['talks'])] }),
    ).then(t.is('denied'), (o) =>
      expect(assertionsOf(claimIn(o, 'talks')).map((a) => a.stance)).toEqual(['asserts', 'denies']),
    ));

  it('keeps both stances of one development in their order', () => {
    const two = [...says('asserts', ['talks']), ...says('qualifies', ['talks'])];
    const first = record('a', { attribution: [[moscow]], assertions: two });
    for (const steps of [
      [first],
      [first, correct('a', { text: en('Other words') })],
      [first, correct('a', { assertions: [two[0]!] }), correct('a', { assertions: two })],
      [first, retract('a', 'us'), revokeRetraction('a')],
      [talksBy('b', 'denies', moscow), first],
    ])
      after(...steps).then((o) =>
        expect(
          assertionsOf(claimIn(o, 'talks'))
            .slice(-2)
            .map((a) => a.stance),
        ).toEqual(['asserts', 'qualifies']),
      );
  });

  it('does not follow from a new description of a party', () => {
    const sides = described('zakharova', { side: 'opposition' });
    const spoken = [
      talksBy('a', 'asserts', ft, by('zakharova', 'principal')),
      talksBy('b', 'asserts', moscow),
    ];
    for (const stance of ['declinesComment', 'noKnowledge', 'qualifies', 'deniesNovelty'] as const)
      given(...begun, ...spoken)
        .when({ ...talksBy('c', stance, ft, by('zakharova')), directory: sides })
        .then(t.is('party-confirmed'), t.has({ authority: 'one-side', support: 'multi-origin' }));
  });
});

describe('a stance without weight', () => {
  it.each(REMARKS)('has the flag of its rules: %s', (stance) =>
    after(talksBy('a', 'asserts', moscow), talksBy('b', stance, moscow)).then(
      t.flags([STANCE_RULES[stance].flag, 'moscow']),
    ),
  );

  it.each(['asserts', 'confirms', 'denies', 'deniesNovelty', 'qualifies'] as const)(
    'ends a no-comment and a no-knowledge when the same party then %s',
    (stance) => {
      const flags = (rehearsal: ReturnType<typeof rehearse>) =>
        claimIn(rehearsal, 'talks').current.flags.map((f) => f.flag);
      for (const [silent, flag] of [
        ['declinesComment', 'no-comment'],
        ['noKnowledge', 'no-knowledge'],
      ] as const) {
        const before = rehearse([...begun, talksBy('a', silent, ft, turkey)]);
        expect(flags(before)).toContain(flag);
        expect(flags(rehearse([talksBy('b', stance, ft, turkey)], before))).not.toContain(flag);
        expect(flags(rehearse([talksBy('b', stance, moscow)], before))).toContain(flag);
        expect(
          flags(rehearse([talksBy('b', stance, ft, turkey), withdraw('b', 'talks', 'origin')], before)),
        ).toContain(flag);
      }
    },
  );

  it('has a flag that names the speaker: the spokeswoman, not her ministry', () =>
    after(
      talksBy('a', 'asserts', ft, four),
      talksBy('b', 'declinesComment', ft, turkey),
      talksBy('c', 'noKnowledge', ft, washington),
      talksBy('d', 'qualifies', ria, official),
      talksBy('e', 'deniesNovelty', ft, by('zakharova')),
    ).then(
      t.is('reported'),
      t.has({ contest: 'novelty-contested' }),
      t.flags(
        'anonymous-only',
        ['novelty-contested', 'zakharova'],
        ['no-comment', 'turkey'],
        ['no-knowledge', 'washington'],
        ['qualified', ORIGINS.official],
      ),
    ));

  it('has no flag after it is taken back', () =>
    after(talksBy('a', 'deniesNovelty', ft, turkey), withdraw('a', 'talks', 'origin')).then(
      t.flags(),
      t.has({ contest: 'uncontested' }),
    ));

  it('does not contest novelty beside a denial', () =>
    after(
      talksBy('a', 'asserts', washington),
      talksBy('b', 'deniesNovelty', ft, turkey),
      talksBy('c', 'denies', moscow),
    ).then(t.has({ contest: 'disputed' })));
});

describe('the other flags', () => {
  it('has `anonymous-only` until an origin is named', () => {
    after(talksBy('a', 'asserts', ft, four)).then(t.flags('anonymous-only'));
    after(talksBy('a', 'asserts', ft, four), talksBy('b', 'asserts', moscow)).then(t.flags());
    after(talksBy('a', 'asserts', ft, four), talksBy('b', 'denies', moscow)).then(t.flags('anonymous-only'));
  });

  it('has `same-side` if several known origins are all on allied sides', () => {
    after(talksBy('a', 'asserts', moscow)).then(t.flags());
    after(talksBy('a', 'asserts', moscow), talksBy('b', 'asserts', army)).then(t.flags('same-side'));
    after(
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'asserts', army),
      talksBy('c', 'asserts', turkey),
    ).then(t.flags());
  });

  it('has `corrected` after a correction of the claim or of its assertions', () => {
    const reworded: Step = {
      ref: 'c',
      command: {
        type: 'correct-claim',
        claim: 'talks',
        changes: { text: en('Talks are held') },
        withhold: [],
        reason: 'Clearer.',
      },
    };
    after(reworded).then(t.flags('corrected'));
    after(talksBy('a', 'asserts', moscow), correct('a', { text: en('Other words') })).then(t.flags());
    after(talksBy('a', 'asserts', moscow), correct('a', { assertions: says('denies', ['talks']) })).then(
      t.is('denied'),
      t.flags('corrected'),
    );
  });
});

describe('a withdrawn claim', () => {
  it('was withdrawn by the origin with the latest assertion, in any order of the origins', () => {
    const rehearsal = rehearse([
      ...begun,
      talksBy('a', 'asserts', moscow),
      talksBy('b', 'asserts', turkey),
      talksBy('c', 'asserts', rebels),
      retract('b', 'outlet'),
      withdraw('c', 'talks', 'us'),
      withdraw('a', 'talks', 'origin'),
    ]);
    const { stances: all, speakers } = claimIn(rehearsal, 'talks');
    for (const stances of [all, all.toReversed(), [all[1]!, all[2]!, all[0]!]]) {
      const evidence = {
        stances,
        speakers,
        judgement: null,
        assess: () => undefined,
        superseded: { who: [], by: [] },
        restated: { who: [], by: [] },
        annulled: { who: [], by: [] },
        contradicted: { who: [], by: [] },
        corrected: false,
        deciders: [],
      };
      expect(statusOf(evidence)).toMatchObject({ status: 'withdrawn', basis: { takenBackBy: 'us' } });
    }
  });
});

describe('the reasons', () => {
  const many = (count: number, stance: Stance, from = 0): Step[] =>
    Array.from({ length: count }, (_, i) =>
      talksBy(`m${from + i}`, stance, ft, unnamed(`source number ${from + i}`, 'opposition')),
    );

  it('are the latest ten assertions, oldest first', () => {
    const rehearsal = rehearse([...begun, ...many(12, 'asserts')]);
    expect(claimIn(rehearsal, 'talks').current.because).toEqual(
      Array.from({ length: 10 }, (_, i) => assertionIn(rehearsal, `m${i + 2}`, 'talks')),
    );
  });

  it('include both sides of a dispute', () => {
    const rehearsal = rehearse([...begun, ...many(8, 'asserts'), ...many(8, 'denies', 8)]);
    const { because } = claimIn(rehearsal, 'talks').current;
    expect(because).toHaveLength(10);
    expect(
      because.filter(
        (id) => assertionsOf(claimIn(rehearsal, 'talks')).find((a) => a.id === id)!.stance === 'denies',
      ),
    ).toHaveLength(5);
  });

  it('include the responsible party, however many origins follow', () => {
    const rehearsal = rehearse([...begun, talksBy('a', 'asserts', moscow), ...many(12, 'asserts')]);
    expect(claimIn(rehearsal, 'talks').current.status).toBe('party-confirmed');
    expect(claimIn(rehearsal, 'talks').current.because).toContain(assertionIn(rehearsal, 'a', 'talks'));
    expect(claimIn(rehearsal, 'talks').current.because).toHaveLength(10);
  });

  it('are the judgement in force, and empty without any assertion', () => {
    expect(
      claimIn(rehearse([...begun, talksBy('a', 'asserts', moscow), judge('v', 'talks', 'verified')]), 'talks')
        .current.because,
    ).toEqual([idOf('v')]);
    expect(claimIn(rehearse(begun), 'talks').current.because).toEqual([]);
  });

  it('are the withdrawn assertions if the claim is withdrawn', () => {
    const rehearsal = rehearse([...begun, talksBy('a', 'asserts', moscow), withdraw('a', 'talks', 'us')]);
    expect(claimIn(rehearsal, 'talks').current.because).toEqual([assertionIn(rehearsal, 'a', 'talks')]);
  });
});

const unnamedOf = (link: LinkInput) => (link as Extract<LinkInput, { unnamed: unknown }>).unnamed;

describe('the reason', () => {
  const asserted = talksBy('a', 'asserts', moscow);
  const unknown = talksBy('u', 'asserts', by('our-desk'));

  it('says whether the source, we or the outlet withdrew it', () => {
    after(asserted, withdraw('a', 'talks', 'us')).then(t.because({ by: 'us' }));
    after(asserted, withdraw('a', 'talks', 'origin')).then(t.because({ by: 'origin' }));
    after(asserted, retract('a', 'us')).then(t.because({ by: 'us' }));
    after(asserted, retract('a', 'outlet')).then(t.because({ by: 'outlet' }));
  });

  it('names those who said so as they were described, in every language', () => {
    const descriptor = { en: 'four members', fr: 'quatre membres' };
    const bilingual: LinkInput = {
      unnamed: { ...unnamedOf(four), origin: null, descriptor },
      standing: null,
    };
    after(talksBy('a', 'asserts', ft, bilingual)).then(
      t.because({ supporting: [{ name: descriptor, kind: 'unnamed' }] }),
    );
  });

  it('says who is more than one person where a sentence depends on it', () => {
    const aides = unnamed('three aides', null, { count: 3 });
    after(asserted, talksBy('b', 'denies', ft, aides)).then(
      t.because({ supporting: [{ name: { und: 'Moscow' } }], denying: [{ several: true }] }),
    );
    after(talksBy('a', 'asserts', ft, { ...aides, standing: 'principal' })).then(
      t.because({ status: 'claimed', responsible: [{ several: true }] }),
    );
  });

  const decide: Step = {
    command: {
      type: 'record',
      development: filed({ claims: [{ ...talks, kind: 'decision', decidedBy: ['moscow'] }] }),
    },
  };

  const STORIES: Readonly<Record<(typeof STATUSES)[number], readonly Step[]>> = {
    verified: [judge('v', 'talks', 'verified')],
    refuted: [judge('r', 'talks', 'refuted')],
    'mostly-true': [judge('v', 'talks', 'mostly-true')],
    'missing-context': [judge('v', 'talks', 'missing-context')],
    misleading: [judge('v', 'talks', 'misleading')],
    unproven: [asserted, judge('v', 'talks', 'unproven')],
    denied: [talksBy('a', 'denies', moscow), talksBy('b', 'denies', turkey)],
    withdrawn: [asserted, withdraw('a', 'talks', 'us')],
    unsupported: [],
    disputed: [unknown, talksBy('b', 'denies', rebels)],
    confirmed: [asserted, talksBy('b', 'asserts', rebels)],
    announced: [decide, talksBy('a', 'confirms', moscow)],
    'party-confirmed': [asserted, unknown],
    corroborated: [talksBy('a', 'asserts', washington), talksBy('b', 'asserts', by('turkey')), unknown],
    claimed: [asserted],
    reported: [unknown],
    unverified: [talksBy('a', 'asserts', ft, rumour('messages shared on phones'))],
  };

  it.each(STATUSES)('of %s has that status, and somebody in each of its lists', (status) => {
    const first = status === 'announced' ? [open] : begun;
    const { current } = claimIn(rehearse([...first, ...STORIES[status]]), 'talks');
    expect(current.status).toBe(status);
    const { takingBack: _, ...reason } = reasonOf(current) as { takingBack?: unknown };
    for (const named of Object.values(reason).filter(Array.isArray)) expect(named).not.toEqual([]);
    expect(reason).toMatchObject({ status });
  });
});

describe('a relayed statement', () => {
  it('changes no status when two outlets relay the official, nor when the FT repeats itself without a source', () =>
    given(
      open,
      ALEPPO.secretTalks,
      ALEPPO.notTheFirst,
      ALEPPO.riaConfirms,
      ALEPPO.gazetaRelays,
      ALEPPO.vestnikRelays,
    )
      .when(talksBy('ft-alone', 'asserts', ft))
      .then(
        t.is('party-confirmed'),
        t.has({ support: 'multi-origin', authority: 'one-side' }),
        t.flags('anonymous-only', 'same-side'),
      ));
});
