import { reasonOf } from './reason.js';
import { publicFold } from '../public/redaction.js';
import {
  by,
  correct,
  decision,
  four,
  judge,
  open,
  proposition,
  record,
  remove,
  retract,
  says,
  withdraw,
} from '../testing/aleppo.js';
import { after, announced, begun, DECISIONS, MINISTRY, on } from '../testing/decisions.js';
import {
  after as afterAll,
  claim,
  claimIn,
  given,
  idOf,
  made,
  refused,
  rehearse,
  type Step,
} from '../testing/newsroom.js';
import { warningsOf } from '../warn/warning.js';

const onOrder = on('order');
const [ft, ria, ministry] = [by('financial-times'), by('ria-novosti'), by(MINISTRY)];
const o = claim('order');

describe('a decision', () => {
  it('is announced by its decider, or by somebody who speaks for the decider', () => {
    for (const who of [ministry, by('zakharova'), by(MINISTRY, 'principal'), by('zakharova', 'principal')])
      for (const stance of ['asserts', 'confirms'] as const)
        after(onOrder('a', stance, ft, who)).then(
          o.is('announced'),
          o.has({ support: 'single-origin', authority: 'one-side' }),
          o.because({ announcing: [{ kind: 'party' }] }),
        );
  });

  it('is announced by any one of several deciders', () => {
    const either = decision('either', ['turkey', 'washington']);
    for (const who of ['turkey', 'washington'])
      given(open)
        .when(
          record('a', {
            claims: [either],
            attribution: [[by(who)]],
            assertions: says('asserts', ['either']),
          }),
        )
        .then(claim('either').is('announced'));
  });

  it('has the status of any claim before that, and names those who have not announced it', () => {
    const silent = { decision: { notAnnouncedBy: [{ und: 'Russian foreign ministry' }] } };
    after(onOrder('a', 'asserts', ft)).then(o.is('reported'), o.because(silent));
    after(onOrder('a', 'asserts', by('turkey')), onOrder('b', 'asserts', by('washington'))).then(
      o.is('corroborated'),
    );
    after(onOrder('a', 'asserts', by('turkey', 'principal'))).then(o.is('claimed'), o.because(silent));
    const unnamed = record('a', { attribution: [[ft, four]], assertions: says('asserts', ['order']) });
    after(unnamed).then(o.is('reported'));
    after().then(o.is('unsupported'));
  });

  it('is not announced by an outlet that relays it, nor by a state of the same side', () => {
    const own = decision('own', ['ria-novosti']);
    const says_ = (standing: 'principal' | null) =>
      record('a', {
        claims: [own],
        attribution: [[by('ria-novosti', standing)]],
        assertions: says('asserts', ['own']),
      });
    afterAll(open, says_(null)).then(claim('own').is('reported'));
    afterAll(open, says_('principal')).then(claim('own').is('announced'));
    after(onOrder('a', 'asserts', by('moscow', 'principal'))).then(o.is('claimed'));
  });

  it('is announced whatever sides confirm it, disputed if anybody denies it, and judged before all', () => {
    const confirmed = [
      onOrder('m', 'confirms', by('moscow', 'principal')),
      onOrder('t', 'confirms', by('turkey', 'principal')),
    ];
    after(...confirmed).then(o.is('confirmed'));
    after(...confirmed, announced).then(o.is('announced'), o.has({ authority: 'both-sides' }));
    after(announced, onOrder('d', 'denies', by('turkey'))).then(o.is('disputed'));
    after(announced, judge('v', 'order', 'refuted')).then(o.is('refuted'));
  });

  it('is disputed while its decider denies it and others report it, and denied once nobody reports it', () => {
    const reported = onOrder('a', 'asserts', ft);
    after(reported, onOrder('d', 'denies', ria, ministry)).then(
      o.is('disputed'),
      o.because({ denying: [{ name: { und: 'Russian foreign ministry' } }] }),
    );
    after(reported, onOrder('d', 'denies', ministry), retract('a', 'outlet')).then(o.is('denied'));
    after(onOrder('d', 'denies', ministry), onOrder('c', 'confirms', ministry)).then(o.is('announced'));
    after(announced, onOrder('d', 'denies', by('zakharova'))).then(o.is('denied'));
  });

  it('is no longer announced when the announcement is withdrawn', () => {
    after(announced, withdraw('a', 'order', 'origin')).then(o.is('withdrawn'));
    after(onOrder('f', 'asserts', ft), announced, withdraw('a', 'order', 'us')).then(o.is('reported'));
  });

  it('needs a registered decider; no other kind of claim has one', () => {
    const claims = (decidedBy: readonly string[], more: object = {}) =>
      record('x', { claims: [{ ...proposition('x', 'It is so'), ...more, decidedBy }] });
    const kind = 'decision';
    given(open)
      .when(record('x', { claims: [{ ...proposition('x', 'It is so'), kind }] }))
      .then(refused('claim-kind-mismatch'));
    given(open).when(claims([], { kind })).then(refused('claim-kind-mismatch'));
    given(open)
      .when(claims(['turkey']))
      .then(refused('claim-kind-mismatch'));
    given(open)
      .when(claims(['turkey', 'nobody'], { kind }))
      .then(refused('party-unknown'), (outcome) =>
        expect(outcome.refusal?.pointer).toBe('/claims/0/decidedBy/1'),
      );
  });

  it('keeps the description of its deciders when it is named again', () => {
    const renamed = { ...record('b', { claims: [DECISIONS.order] }) };
    given(...begun)
      .when(renamed)
      .then(made({ type: 'ReportRecorded' }));
    expect(claimIn(rehearse(begun), 'order').claim.decidedBy).toEqual([
      { id: MINISTRY, name: 'Russian foreign ministry', type: 'organization', body: null },
    ]);
    given(...begun)
      .when(record('c', { claims: [{ ...DECISIONS.order, decidedBy: ['turkey'] }] }))
      .then(refused('claim-exists'));
  });

  it('gets other deciders by a correction', () => {
    const corrected: Step = {
      ref: 'correction',
      command: {
        type: 'correct-claim',
        claim: 'order',
        changes: { decidedBy: ['turkey'] },
        withhold: [],
        reason: 'Ankara decides this.',
      },
    };
    after(announced, corrected).then(
      o.is('reported'),
      o.because({ decision: { notAnnouncedBy: [{ und: 'Turkey' }] } }),
    );
    after(onOrder('t', 'asserts', by('turkey')), corrected).then(o.is('announced'));
    after(announced, correct('a', { assertions: [] })).then(o.is('unsupported'));
  });

  it('causes no warning about a decider without a side', () => {
    const rehearsal = rehearse([...begun, on('ruling')('w', 'asserts', by('washington', 'principal'))]);
    const { development } = rehearsal.story.developments.get(idOf('w'))!;
    expect(warningsOf(rehearsal.story, development).map(({ rule }) => rule)).not.toContain(
      'principal-without-side',
    );
    const other = rehearse([...begun, onOrder('w', 'asserts', by('washington', 'principal'))]);
    expect(
      warningsOf(other.story, other.story.developments.get(idOf('w'))!.development).map(({ rule }) => rule),
    ).toContain('principal-without-side');
  });

  it('loses removed words in the names of its deciders too', () => {
    const { events } = rehearse([
      ...begun,
      announced,
      remove({ words: ['foreign ministry'], with: { und: '[…]' } }),
    ]);
    const state = publicFold(events).story.claims.get('order')!;
    expect(state.claim.decidedBy?.map(({ name }) => name)).toEqual(['Russian […]']);
    expect(reasonOf(state.current)).toMatchObject({ announcing: [{ name: { und: 'Russian […]' } }] });
    expect(JSON.stringify(state.current)).not.toMatch(/foreign ministry/i);
  });

  it('has no deciders after its removal', () => {
    const { events } = rehearse([...begun, announced, remove({ claim: 'order', with: { en: 'Removed' } })]);
    const state = publicFold(events).story.claims.get('order')!;
    expect(state.claim).toMatchObject({ kind: 'proposition', text: { en: 'Removed' } });
    expect(state.claim).not.toHaveProperty('decidedBy');
    expect(state.current.status).toBe('reported');
  });
});
