import { claimsOf, type Story } from '../state/story.js';
import { by, CLAIMS, correct, day, en, open, saying, share } from '../testing/aleppo.js';
import { send, rehearse, type Step } from '../testing/newsroom.js';

const chains = ['moscow', 'turkey', 'washington', 'syrian-army', 'rebel-groups'].map((id) => [
  by('financial-times'),
  by(id),
]);
const stances = [
  'asserts',
  'confirms',
  'denies',
  'qualifies',
  'asserts',
  'declinesComment',
  'asserts',
] as const;
const half = share('half', 0.5, day('2016-12-01'));

/** Five origins speak in turn of the talks and of a share of the city, so many times. */
const spokenOf = (times: number): readonly Step[] => [
  open,
  saying('talks', chains[0]!, 'asserts', CLAIMS.talks),
  saying('half', chains[0]!, 'asserts', half),
  ...Array.from({ length: times }, (_, i) =>
    saying(`${i}`, chains[i % 5]!, stances[i % 7]!, i % 2 === 0 ? CLAIMS.talks : half, false),
  ),
];

/** Counts how many assertions of a story are read from now on. */
function watch(story: Story): () => number {
  const seen = new Set<string>();
  for (const assertion of claimsOf(story).flatMap((c) => [...c.byOrigin.values()].flat())) {
    const { stance } = assertion;
    Object.defineProperty(assertion, 'stance', {
      enumerable: true,
      get: () => {
        seen.add(assertion.id);
        return stance;
      },
    });
  }
  return () => seen.size;
}

describe('one more event', () => {
  it.each<[string, Step]>([
    ['a confirmation', saying('more', chains[1]!, 'confirms', CLAIMS.talks, false)],
    ['a denial', saying('more', chains[2]!, 'denies', half, false)],
    ['a no-comment', saying('more', chains[3]!, 'declinesComment', CLAIMS.talks, false)],
    ['another value', saying('more', chains[0]!, 'asserts', share('forty', 0.4, day('2016-11-28')))],
    ['a correction of words', correct('12', { text: en('In other words') })],
  ])('costs the same in a long story as in a short one: %s', (_, step) => {
    const lookedAt = [30, 300].map((times) => {
      const rehearsal = rehearse(spokenOf(times));
      const count = watch(rehearsal.story);
      expect(send(rehearsal, step).made).toHaveLength(1);
      return count();
    });
    expect(lookedAt[1]).toBeLessThanOrEqual(Math.max(lookedAt[0]!, chains.length));
  });
});
