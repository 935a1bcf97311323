import { unitedStances } from '../state/linked-claims.js';
import fc from 'fast-check';
import { claimsOf } from '../state/story.js';
import { by, decision, judge, open, period, proposition, record, says, withdraw } from '../testing/aleppo.js';
import {
  after,
  announced,
  appealed,
  begun,
  DECISIONS,
  linked,
  MINISTRY,
  on,
  ruled,
  unlinked,
} from '../testing/decisions.js';
import { moves, play } from '../testing/histories.js';
import {
  after as afterAll,
  at,
  claim,
  claimIn,
  given,
  refused,
  rehearse,
  type Step,
} from '../testing/newsroom.js';
import { isValidAt } from '../state/variable.js';

const ft = by('financial-times');
const ministry = by(MINISTRY);
const o = claim('order');
/** The flags of a decision that name other decisions. */
const flagged = (id: string, ...steps: readonly Step[]) =>
  claimIn(rehearse([...begun, ...steps]), id).current.flags.filter(({ by: others }) => others !== undefined);

describe('the end of a decision', () => {
  const annulled = [announced, ruled, linked('ruling', 'annuls', 'order')];

  it('is another decision: the status stays; a flag and the reason name it and its deciders', () => {
    after(...annulled).then(
      o.is('announced'),
      o.flags(['annulled', 'washington']),
      o.because({ decision: { ended: 'annulled', by: [{ name: { und: 'Washington' } }] } }),
    );
    expect(flagged('order', ...annulled)).toEqual([
      { flag: 'annulled', who: ['washington'], by: ['ruling'] },
    ]);
    const superseded = [announced, ruled, linked('ruling', 'supersedes', 'order')];
    expect(flagged('order', ...superseded)).toEqual([
      { flag: 'superseded', who: ['washington'], by: ['ruling'] },
    ]);
    after(...superseded).then(
      o.because({ decision: { ended: 'superseded', by: [{ name: { und: 'Washington' } }] } }),
    );
  });

  it('names each decider once, even for several decisions', () => {
    const both = (['ruling', 'appeal'] as const).map((id) => linked(id, 'supersedes', 'order'));
    const wider = [
      on('ruling')('r', 'asserts', by('washington')),
      on('appeal')('p', 'asserts', by('turkey')),
    ];
    after(announced, ...wider, ...both).then(
      o.because({
        decision: { by: [{ name: { und: 'Washington' } }, { name: { und: 'Turkey' } }] },
      }),
    );
    afterAll(
      open,
      record('before', {
        claims: [DECISIONS.order, decision('east', ['turkey']), decision('west', ['turkey'])],
      }),
      announced,
      record('both', { attribution: [[by('turkey')]], assertions: says('asserts', ['east', 'west']) }),
      linked('east', 'supersedes', 'order'),
      linked('west', 'supersedes', 'order'),
    ).then(o.because({ decision: { ended: 'superseded', by: [{ name: { und: 'Turkey' } }] } }));
  });

  it('comes when the other decision is made, not when it is reported, in any order of record', () => {
    const link = linked('ruling', 'annuls', 'order');
    const rumour = on('ruling')('f', 'asserts', ft);
    expect(flagged('order', announced, rumour, link)).toEqual([]);
    expect(flagged('order', announced, rumour, link, ruled)).toHaveLength(1);
    expect(flagged('order', announced, link, judge('v', 'ruling', 'verified'))).toHaveLength(1);
    expect(flagged('order', ...annulled, on('ruling')('d', 'denies', by('turkey')))).toEqual([]);
    expect(flagged('order', ...annulled, withdraw('r', 'ruling', 'us'))).toEqual([]);
    expect(flagged('order', ...annulled, unlinked('ruling', 'annuls', 'order'))).toEqual([]);
  });

  it('is undone when the other decision is annulled, not when that is only superseded', () => {
    const again = [...annulled, appealed, linked('appeal', 'annuls', 'ruling')];
    expect(flagged('order', ...again)).toEqual([]);
    expect(flagged('ruling', ...again)).toEqual([{ flag: 'annulled', who: ['turkey'], by: ['appeal'] }]);
    expect(flagged('order', ...again, unlinked('appeal', 'annuls', 'ruling'))).toHaveLength(1);
    expect(flagged('order', ...again, withdraw('p', 'appeal', 'us'))).toHaveLength(1);
    expect(flagged('order', ...annulled, appealed, linked('appeal', 'supersedes', 'ruling'))).toHaveLength(1);
  });

  it('links two decisions and closes no circle', () => {
    given(...begun, record('fact', { claims: [proposition('fact', 'It is so')] }))
      .when(linked('fact', 'annuls', 'order'))
      .then(refused('link-kind-mismatch'));
    given(...begun, ...annulled)
      .when(linked('order', 'supersedes', 'ruling'))
      .then(refused('link-circle'));
  });

  it('is not mentioned for a decision that never came into force', () => {
    after(ruled, linked('ruling', 'annuls', 'order'), on('order')('d', 'denies', ministry)).then(
      o.is('denied'),
      o.because({ status: 'denied' }),
    );
  });
});

describe('the valid time of a decision', () => {
  const valid = (steps: readonly Step[], id: string, ...days: readonly string[]): readonly boolean[] => {
    const { story } = rehearse([...begun, ...steps]);
    return days.map((one) => isValidAt(story, story.claims.get(id)!, at(`${one}T12:00`)));
  };

  it('begins on its day and lasts until another decision takes it out of force', () => {
    const days = ['2016-11-30', '2016-12-01', '2016-12-02', '2016-12-03', '2017-01-01'];
    expect(valid([announced], 'order', ...days)).toEqual([false, true, true, true, true]);
    for (const relation of ['annuls', 'supersedes'] as const) {
      const ended = [announced, ruled, linked('ruling', relation, 'order')];
      expect(valid(ended, 'order', ...days)).toEqual([false, true, true, false, false]);
      expect(valid(ended, 'ruling', ...days)).toEqual([false, false, false, true, true]);
    }
  });

  it('ends with its period', () => {
    const state = decision('emergency', ['turkey'], period('2016-12-01', '2016-12-14'));
    const steps = [record('e', { claims: [state], assertions: says('asserts', ['emergency']) })];
    expect(valid(steps, 'emergency', '2016-12-14', '2016-12-15')).toEqual([true, false]);
  });
});

describe('the laws of decisions', () => {
  it('a decision is announced if and only if a decider supports it and nobody denies it, unless an editor judges', () =>
    fc.assert(
      fc.property(moves(20, 'record', 'withdraw', 'link'), (history) => {
        const { story } = play(history);
        for (const state of claimsOf(story)) {
          const { claim, current, judgements } = state;
          const { decidedBy = [] } = claim;
          const { stances } = unitedStances(story, state);
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

  it('the flag of a decision out of force names the decisions that replace it: made and not annulled', () =>
    fc.assert(
      fc.property(moves(24, 'record', 'link', 'judge', 'withdraw'), (history) => {
        const { story } = play(history);
        const links = [...story.links.values()].filter(({ revoked }) => !revoked);
        const annulled = (id: string): boolean =>
          story.claims.get(id)!.current.flags.some(({ flag }) => flag === 'annulled');
        for (const { current, claim } of claimsOf(story)) {
          const by_ = current.flags.flatMap(({ flag, by: others = [] }) =>
            flag === 'contradicted' ? [] : others,
          );
          expect(by_.filter((id) => !links.some(({ from, to }) => from === id && to === claim.id))).toEqual(
            [],
          );
          expect(by_.filter(annulled)).toEqual([]);
          expect(current.basis.ended?.how === 'annulled').toBe(annulled(claim.id));
        }
      }),
      { numRuns: 150 },
    ));
});
