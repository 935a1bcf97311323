import fc from 'fast-check';
import { validPeriodsOf, type ValidPeriod } from './valid-period.js';
import { claimsOf } from './story.js';
import { by, CLAIMS, day, open, saying, share } from '../testing/aleppo.js';
import { moves, play } from '../testing/histories.js';
import { at, claimIn, rehearse, type Rehearsal } from '../testing/newsroom.js';
import { isValidAt } from './variable.js';

const moscow = [by('moscow', 'principal')];
const army = [by('syrian-army', 'principal')];
const forty = saying('forty', moscow, 'asserts', share('forty', 0.4, day('2016-11-28')));
const half = saying('half', moscow, 'asserts', share('half', 0.5, day('2016-12-01')));
const restated = saying('restated', moscow, 'asserts', share('thirty-five', 0.35, day('2016-11-28')));
const armys = saying('armys', army, 'confirms', share('forty', 0.4, day('2016-11-28')), false);

const validPeriods = (rehearsal: Rehearsal, id: string) =>
  validPeriodsOf(rehearsal.story, claimIn(rehearsal, id));
const contains = ({ from, to }: ValidPeriod, moment: number): boolean =>
  (from ?? -Infinity) <= moment && moment <= (to ?? Infinity);

describe('the valid periods of a claim', () => {
  const rehearsal = rehearse([open, forty, half, restated, armys]);

  it('of a value end just before the same origin’s next value begins', () => {
    const [first, second] = [at('2016-11-28T00:00'), at('2016-12-01T00:00')];
    expect(validPeriods(rehearsal, 'thirty-five')).toEqual([
      { origin: 'moscow', from: first, to: second - 1, restated: false },
    ]);
    expect(validPeriods(rehearsal, 'half')).toEqual([
      { origin: 'moscow', from: second, to: null, restated: false },
    ]);
  });

  it('are empty for the origin that restated it, and remain for the others', () => {
    const from = at('2016-11-28T00:00');
    expect(validPeriods(rehearsal, 'forty')).toHaveLength(2);
    expect(validPeriods(rehearsal, 'forty')).toEqual(
      expect.arrayContaining([
        { origin: 'moscow', from, to: null, restated: true },
        { origin: 'syrian-army', from, to: null, restated: false },
      ]),
    );
  });

  it('of a proposition and of a value without support are its time', () => {
    const denied = rehearse([
      open,
      saying('no', moscow, 'denies', share('forty', 0.4, day('2016-11-28'))),
      saying('talks', moscow, 'asserts', CLAIMS.talks),
    ]);
    for (const id of ['forty', 'talks'])
      expect(validPeriods(denied, id)).toEqual([
        { origin: null, ...claimIn(denied, id).validTime, restated: false },
      ]);
  });

  it('contain exactly the moments at which it is valid', () => {
    const seen = { values: 0, restated: 0, ended: 0 };
    fc.assert(
      fc.property(moves(40, 'record'), (history) => {
        const { story } = play(history);
        const found = claimsOf(story).map((state) => ({ state, holdings: validPeriodsOf(story, state) }));
        const edges = found.flatMap(({ state, holdings }) => [
          state.validTime.from,
          state.validTime.to,
          ...holdings.flatMap(({ from, to }) => [from, to]),
        ]);
        const moments = new Set(edges.flatMap((e) => (e === null ? [] : [e - 1, e, e + 1])));
        for (const { state, holdings } of found) {
          for (const moment of moments)
            expect(holdings.some((h) => !h.restated && contains(h, moment))).toBe(
              isValidAt(story, state, moment),
            );
          for (const h of holdings.filter(({ origin }) => origin !== null)) {
            seen.values++;
            if (h.restated) seen.restated++;
            else if (h.to !== null) seen.ended++;
          }
        }
      }),
      { numRuns: 200 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
