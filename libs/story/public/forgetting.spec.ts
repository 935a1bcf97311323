import fc from 'fast-check';
import { forgotten } from './forgetting.js';
import { publicHistory } from './redaction.js';
import {
  by,
  correct,
  en,
  kill,
  open,
  proposition,
  record,
  reinstate,
  remove,
  saying,
  says,
} from '../testing/aleppo.js';
import { moves, plain, play } from '../testing/histories.js';
import { rehearse, type Step } from '../testing/newsroom.js';
import { seenWhole } from '../testing/seen-whole.js';

const SECRET = 'PLANTED';
const planted = record('planted', {
  text: en(`${SECRET} text`),
  attribution: [[by('financial-times')]],
  claims: [proposition('mine', `${SECRET} claim`), proposition('shared', 'A claim that another makes')],
  assertions: says('asserts', ['mine', 'shared']),
  evidence: [{ url: `https://example.org/${SECRET}`, sha256: null, public: true }],
});
const corrected = correct('planted', { text: en(`${SECRET} again`) }, { notice: en(`${SECRET} notice`) });
const other = saying(
  'other',
  [by('moscow')],
  'asserts',
  proposition('shared', 'A claim that another makes'),
  false,
);

const logOf = (...steps: readonly Step[]): string => {
  const { events } = rehearse([open, planted, corrected, other, ...steps]);
  return JSON.stringify(forgotten(events).map((e) => e.event));
};

describe('what the public log forgets', () => {
  it.each(['safety', 'legal', 'privacy'] as const)('includes content killed for %s', (grounds) => {
    expect(logOf(kill('planted', { grounds }))).not.toContain(SECRET);
    expect(logOf(kill('planted', { grounds }))).toContain('A claim that another makes');
  });

  it('excludes wrong content and reinstated content', () => {
    expect(logOf(kill('planted'))).toContain(SECRET);
    expect(logOf(kill('planted', { grounds: 'safety' }), reinstate('planted'))).toContain(SECRET);
  });

  it('includes everything of a killed story except its notice', () => {
    const log = logOf(kill(null, { grounds: 'privacy' }));
    expect(log).not.toMatch(new RegExp(`${SECRET}|Secret talks|another makes`));
    expect(log).toContain('Killed');
  });

  it('includes removed words and their positions', () => {
    const log = logOf(remove({ words: [SECRET], with: { und: '[…]' } }));
    expect(log.replace(/"words":\["PLANTED"\]/, '')).not.toContain(SECRET);
  });

  it('does not change the public history', () =>
    fc.assert(
      fc.property(
        moves(
          14,
          'kill',
          'takedown',
          'reinstate',
          'correct',
          'remove',
          'withhold',
          'withhold-together',
          'correct-claim',
        ),
        (moved) => {
          const { events } = play(moved);
          const left = forgotten(events);
          expect(left.map((e) => [e.id, e.revision, e.recordedAt, e.event.type])).toEqual(
            events.map((e) => [e.id, e.revision, e.recordedAt, e.event.type]),
          );
          const [before, after] = [events, left].map((of) => [...publicHistory(of)].map(seenWhole));
          expect(plain(after)).toEqual(plain(before));
          // After a joint correction, texts that nobody sees may differ the second time.
          const isJoint = events.some(({ event }) => event.type === 'StoryCorrected');
          expect(plain(isJoint ? left : forgotten(left))).toEqual(plain(left));
        },
      ),
      { numRuns: 120 },
    ));
});
