import fc from 'fast-check';
import type { Relation } from './claim.js';
import type { Stance } from './development.js';
import { explain } from './explanation.js';
import { holdsAt } from './variable.js';
import { claimsOf } from './story.js';
import {
  by,
  correct,
  day,
  decision,
  four,
  judge,
  open,
  period,
  proposition,
  record,
  retract,
  says,
  withdraw,
} from './testing/aleppo.js';
import { moves, play } from './testing/histories.js';
import {
  after as afterAll,
  at,
  claim,
  claimIn,
  given,
  idOf,
  made,
  refused,
  tell,
  type Step,
} from './testing/newsroom.js';
import { warningsOf } from './warning.js';

const MINISTRY = 'russian-foreign-ministry';
const order = decision('order', [MINISTRY], day('2016-12-01'));
const ruling = decision('ruling', ['washington'], day('2016-12-03'));
const appeal = decision('appeal', ['turkey'], day('2016-12-05'));
const begun = [open, record('before', { claims: [order, ruling, appeal] })];

/** One who takes a stance on a decision. */
const on =
  (id: string) =>
  (ref: string, stance: Stance, ...chain: readonly ReturnType<typeof by>[]): Step =>
    record(ref, { attribution: [chain], assertions: says(stance, [id]) });
const order_ = on('order');
const [ft, ria, ministry] = [by('financial-times'), by('ria-novosti'), by(MINISTRY)];
const announced = [order_('a', 'asserts', ft, ministry)];
const ruled = on('ruling')('r', 'asserts', by('washington'));
const appealed = on('appeal')('p', 'confirms', by('turkey'));

const linked = (from: string, relation: Relation, to: string): Step => ({
  ref: `${from} ${relation} ${to}`,
  command: { type: 'link', claim: from, to, relation },
});
const unlinked = (from: string, relation: Relation, to: string): Step => ({
  command: { type: 'revoke-link', link: idOf(`${from} ${relation} ${to}`), reason: null },
});

const o = claim('order');
const after = (...steps: readonly Step[]) => afterAll(...begun, ...steps);
const flagged = (id: string, ...steps: readonly Step[]) =>
  claimIn(tell([...begun, ...steps]), id).current.flags.filter(({ by: others }) => others !== undefined);

describe('a decision', () => {
  it('is announced once the party that decides says so, itself or by somebody who speaks for it', () => {
    for (const who of [ministry, by('zakharova'), by(MINISTRY, 'principal'), by('zakharova', 'principal')])
      for (const stance of ['asserts', 'confirms'] as const)
        after(order_('a', stance, ft, who)).then(
          o.is('announced'),
          o.has({ support: 'single-origin', authority: 'one-side' }),
          o.says(/^Announced by (Russian foreign ministry|Maria Zakharova), whose decision it is\.$/),
        );
  });

  it('is announced by any one of several who may decide', () => {
    const either = decision('either', ['turkey', 'washington']);
    for (const who of ['turkey', 'washington'])
      afterAll(
        open,
        record('a', { claims: [either], attribution: [[by(who)]], assertions: says('asserts', ['either']) }),
      ).then(claim('either').is('announced'));
  });

  it('is what others make of it before that, and says who has not announced it', () => {
    const silent = 'It has not been announced by Russian foreign ministry, whose decision it is.';
    const told = (...steps: readonly Step[]) => explain(claimIn(tell([...begun, ...steps]), 'order').current);
    after(order_('a', 'asserts', ft)).then(o.is('reported'));
    expect(told(order_('a', 'asserts', ft)).en).toMatch(new RegExp(` ${silent}$`));
    expect(told(order_('a', 'asserts', ft)).fr).toMatch(
      / Ce n’est pas annoncé par Russian foreign ministry, à qui il revient d’en décider\.$/,
    );
    after(order_('a', 'asserts', by('turkey')), order_('b', 'asserts', by('washington'))).then(
      o.is('corroborated'),
    );
    after(order_('a', 'asserts', by('turkey', 'principal'))).then(o.is('claimed'), o.says(silent));
    const unnamed = record('a', { attribution: [[ft, four]], assertions: says('asserts', ['order']) });
    after(unnamed).then(o.is('reported'));
    after().then(o.is('unsupported'));
  });

  it('is not announced by an outlet that only passes it on, nor by a state of the same side', () => {
    const own = decision('own', ['ria-novosti']);
    const says_ = (standing: 'principal' | null) =>
      record('a', {
        claims: [own],
        attribution: [[by('ria-novosti', standing)]],
        assertions: says('asserts', ['own']),
      });
    afterAll(open, says_(null)).then(claim('own').is('reported'));
    afterAll(open, says_('principal')).then(claim('own').is('announced'));
    after(order_('a', 'asserts', by('moscow', 'principal'))).then(o.is('claimed'));
  });

  it('is announced whatever sides confirm it, disputed where anybody denies it, and what an editor found before all', () => {
    const confirmed = [
      order_('m', 'confirms', by('moscow', 'principal')),
      order_('t', 'confirms', by('turkey', 'principal')),
    ];
    after(...confirmed).then(o.is('confirmed'));
    after(...confirmed, ...announced).then(o.is('announced'), o.has({ authority: 'both-sides' }));
    after(...announced, order_('d', 'denies', by('turkey'))).then(o.is('disputed'));
    after(...announced, judge('v', 'order', 'refuted')).then(o.is('refuted'));
  });

  it('that the deciding body denies is disputed while others report it, and denied once nobody does', () => {
    const reported = order_('a', 'asserts', ft);
    after(reported, order_('d', 'denies', ria, ministry)).then(
      o.is('disputed'),
      o.says(/; Russian foreign ministry denies it\.$/),
    );
    after(reported, order_('d', 'denies', ministry), retract('a', 'outlet')).then(o.is('denied'));
    after(order_('d', 'denies', ministry), order_('c', 'confirms', ministry)).then(o.is('announced'));
    after(...announced, order_('d', 'denies', by('zakharova'))).then(o.is('denied'));
  });

  it('is announced no more once the announcement is withdrawn', () => {
    after(...announced, withdraw('a', 'order', 'origin')).then(o.is('withdrawn'));
    after(order_('f', 'asserts', ft), ...announced, withdraw('a', 'order', 'us')).then(o.is('reported'));
  });

  it('needs one who decides, who is registered; no other claim has one', () => {
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

  it('keeps the description of those who decide, and is named again as it was', () => {
    const renamed = { ...record('b', { claims: [order] }) };
    given(...begun)
      .when(renamed)
      .then(made({ type: 'ReportRecorded' }));
    expect(claimIn(tell(begun), 'order').claim.decidedBy).toEqual([
      { id: MINISTRY, name: 'Russian foreign ministry', type: 'organization', body: null },
    ]);
    given(...begun)
      .when(record('c', { claims: [{ ...order, decidedBy: ['turkey'] }] }))
      .then(refused('claim-exists'));
  });

  it('is another’s once a correction says so', () => {
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
    after(...announced, corrected).then(o.is('reported'), o.says(/not been announced by Turkey/));
    after(order_('t', 'asserts', by('turkey')), corrected).then(o.is('announced'));
    after(...announced, correct('a', { assertions: [] })).then(o.is('unsupported'));
  });

  it('warns of no missing side of one who decides', () => {
    const told = tell([...begun, on('ruling')('w', 'asserts', by('washington', 'principal'))]);
    const { development } = told.story.developments.get(idOf('w'))!;
    expect(warningsOf(told.story, development).map(({ rule }) => rule)).not.toContain(
      'principal-without-side',
    );
    const other = tell([...begun, order_('w', 'asserts', by('washington', 'principal'))]);
    expect(
      warningsOf(other.story, other.story.developments.get(idOf('w'))!.development).map(({ rule }) => rule),
    ).toContain('principal-without-side');
  });
});

describe('an end to a decision', () => {
  const annulled = [...announced, ruled, linked('ruling', 'annuls', 'order')];

  it('is another that annuls or supersedes it: the status stays, a flag and the explanation say by which and whose', () => {
    after(...annulled).then(
      o.is('announced'),
      o.flags(['annulled', 'washington']),
      o.says(/whose decision it is\. It is no longer in force: annulled by Washington\.$/),
    );
    expect(flagged('order', ...annulled)).toEqual([
      { flag: 'annulled', who: ['washington'], by: ['ruling'] },
    ]);
    const superseded = [...announced, ruled, linked('ruling', 'supersedes', 'order')];
    expect(flagged('order', ...superseded)).toEqual([
      { flag: 'superseded', who: ['washington'], by: ['ruling'] },
    ]);
    expect(explain(claimIn(tell([...begun, ...superseded]), 'order').current)).toEqual({
      en: 'Announced by Russian foreign ministry, whose decision it is. It is no longer in force: superseded by a decision of Washington.',
      fr: 'Annoncé par Russian foreign ministry, à qui il revient d’en décider. Ce n’est plus en vigueur : remplacé par une décision de Washington.',
    });
  });

  it('comes when the other is made, not when it is reported, whichever is recorded first', () => {
    const link = linked('ruling', 'annuls', 'order');
    const rumour = on('ruling')('f', 'asserts', ft);
    expect(flagged('order', ...announced, rumour, link)).toEqual([]);
    expect(flagged('order', ...announced, rumour, link, ruled)).toHaveLength(1);
    expect(flagged('order', ...announced, link, judge('v', 'ruling', 'verified'))).toHaveLength(1);
    expect(flagged('order', ...annulled, on('ruling')('d', 'denies', by('turkey')))).toEqual([]);
    expect(flagged('order', ...annulled, withdraw('r', 'ruling', 'us'))).toEqual([]);
    expect(flagged('order', ...annulled, unlinked('ruling', 'annuls', 'order'))).toEqual([]);
  });

  it('ends itself where the other is annulled, and not where that is only superseded', () => {
    const again = [...annulled, appealed, linked('appeal', 'annuls', 'ruling')];
    expect(flagged('order', ...again)).toEqual([]);
    expect(flagged('ruling', ...again)).toEqual([{ flag: 'annulled', who: ['turkey'], by: ['appeal'] }]);
    expect(flagged('order', ...again, unlinked('appeal', 'annuls', 'ruling'))).toHaveLength(1);
    expect(flagged('order', ...again, withdraw('p', 'appeal', 'us'))).toHaveLength(1);
    expect(flagged('order', ...annulled, appealed, linked('appeal', 'supersedes', 'ruling'))).toHaveLength(1);
  });

  it('is a decision’s about a decision, and closes no circle', () => {
    given(...begun, record('fact', { claims: [proposition('fact', 'It is so')] }))
      .when(linked('fact', 'annuls', 'order'))
      .then(refused('link-kind-mismatch'));
    given(...begun, ...annulled)
      .when(linked('order', 'supersedes', 'ruling'))
      .then(refused('link-circle'));
  });

  it('says nothing of one that never came into force', () => {
    after(ruled, linked('ruling', 'annuls', 'order'), order_('d', 'denies', ministry)).then(
      o.is('denied'),
      o.says(/nobody stands by it now\.$/),
    );
  });
});

describe('the world time of a decision', () => {
  const holds = (steps: readonly Step[], id: string, ...days: readonly string[]): readonly boolean[] => {
    const { story } = tell([...begun, ...steps]);
    return days.map((one) => holdsAt(story, story.claims.get(id)!, at(`${one}T12:00`)));
  };

  it('goes on from its day until another takes it out of force', () => {
    const days = ['2016-11-30', '2016-12-01', '2016-12-02', '2016-12-03', '2017-01-01'];
    expect(holds(announced, 'order', ...days)).toEqual([false, true, true, true, true]);
    for (const relation of ['annuls', 'supersedes'] as const) {
      const ended = [...announced, ruled, linked('ruling', relation, 'order')];
      expect(holds(ended, 'order', ...days)).toEqual([false, true, true, false, false]);
      expect(holds(ended, 'ruling', ...days)).toEqual([false, false, false, true, true]);
    }
  });

  it('ends with the period that it names', () => {
    const state = decision('emergency', ['turkey'], period('2016-12-01', '2016-12-14'));
    const steps = [record('e', { claims: [state], assertions: says('asserts', ['emergency']) })];
    expect(holds(steps, 'emergency', '2016-12-14', '2016-12-15')).toEqual([true, false]);
  });
});

describe('the laws of decisions', () => {
  it('announced is only what one who decides supports and nobody denies, and always that, but for a judgement', () =>
    fc.assert(
      fc.property(moves(20, 'record', 'withdraw', 'link'), (history) => {
        for (const {
          claim: { decidedBy = [] },
          stances,
          current,
          judgements,
        } of claimsOf(play(history).story)) {
          const decides = new Set(decidedBy.map(({ id, body }) => body?.id ?? id));
          const supported = stances.some(
            ({ origin, weight }) => decides.has(origin.id) && weight.supports.length > 0,
          );
          const denied = stances.some(({ weight }) => weight.denies.length > 0);
          expect(current.status === 'announced').toBe(supported && !denied && judgements.length === 0);
        }
      }),
      { numRuns: 150 },
    ));

  it('what is flagged as out of force names what took it, which is in force itself', () =>
    fc.assert(
      fc.property(moves(24, 'record', 'link', 'judge', 'withdraw'), (history) => {
        const { story } = play(history);
        for (const {
          current,
          claim: { id, kind },
        } of claimsOf(story))
          for (const { flag, by: others = [] } of current.flags) {
            if (kind === 'decision' && flag === 'annulled') expect(current.basis.ended?.how).toBe('annulled');
            for (const other of others) {
              const newer = story.claims.get(other)!;
              expect(
                [...story.links.values()].some((l) => !l.revoked && l.from === other && l.to === id),
              ).toBe(true);
              if (newer.claim.kind === 'decision')
                expect(newer.current.flags.some(({ flag: ended }) => ended === 'annulled')).toBe(false);
            }
          }
      }),
      { numRuns: 150 },
    ));
});
