import type { Relation } from '../facts/claim.js';
import { by, CLAIMS, open, saying, withdraw } from '../testing/aleppo.js';
import { claimIn, idOf, rehearse, type Step, type Rehearsal } from '../testing/newsroom.js';

const { talks, contacts, littleProgress } = CLAIMS;
const moscow = [by('moscow', 'principal')];
const turkey = [by('turkey', 'principal')];
const link = (claim: string, to: string, relation: Relation, ref = `${claim} ${to}`): Step => ({
  ref,
  command: { type: 'link', claim, to, relation },
});
const revoke = (ref: string): Step => ({
  command: { type: 'revoke-link', link: idOf(ref), reason: 'It is not so.' },
});
const statuses = (rehearsal: Rehearsal) =>
  Object.fromEntries(
    [...rehearsal.story.claimOrder].map((id) => [id, claimIn(rehearsal, id).current.status]),
  );
const flags = (rehearsal: Rehearsal, id: string) =>
  claimIn(rehearsal, id).current.flags.filter(({ flag }) => flag === 'contradicted');

describe('claims that are the same', () => {
  const both = rehearse([
    open,
    saying('a', moscow, 'asserts', talks),
    saying('b', turkey, 'asserts', contacts),
  ]);

  it('count the origins of each other, in either direction, until the link is revoked', () => {
    expect(statuses(both)).toEqual({ talks: 'claimed', contacts: 'claimed' });
    for (const step of [link('talks', 'contacts', 'same', 'x'), link('contacts', 'talks', 'same', 'x')]) {
      const linked = rehearse([step], both);
      expect(statuses(linked)).toEqual({ talks: 'confirmed', contacts: 'confirmed' });
      expect(statuses(rehearse([revoke('x')], linked))).toEqual(statuses(both));
    }
  });

  it('are linked through other claims too, and follow later assertions on any of them', () => {
    const three = rehearse(
      [
        saying('c', moscow, 'asserts', littleProgress),
        link('talks', 'contacts', 'same'),
        link('little-progress', 'contacts', 'same'),
      ],
      both,
    );
    expect(new Set(Object.values(statuses(three)))).toEqual(new Set(['confirmed']));
    const denied = rehearse([saying('d', turkey, 'denies', littleProgress, false)], three);
    expect(new Set(Object.values(statuses(denied)))).toEqual(new Set(['disputed']));
  });

  it('have one stance for each origin: its last on either claim', () => {
    const rehearsal = rehearse([
      open,
      saying('a', moscow, 'asserts', talks),
      saying('b', moscow, 'denies', contacts),
      link('talks', 'contacts', 'same'),
    ]);
    expect(statuses(rehearsal)).toEqual({ talks: 'denied', contacts: 'denied' });
  });
});

describe('claims that contradict each other', () => {
  it('are flagged with the supporters of the other claim while it has any', () => {
    const rehearsal = rehearse([
      open,
      saying('a', moscow, 'asserts', talks),
      saying('b', turkey, 'asserts', contacts),
      link('talks', 'contacts', 'contradicts'),
    ]);
    expect(flags(rehearsal, 'talks')).toEqual([{ flag: 'contradicted', who: ['turkey'], by: ['contacts'] }]);
    expect(flags(rehearsal, 'contacts')).toEqual([{ flag: 'contradicted', who: ['moscow'], by: ['talks'] }]);
    const withdrawn = rehearse([withdraw('b', 'contacts', 'us')], rehearsal);
    expect(flags(withdrawn, 'talks')).toEqual([]);
    expect(flags(withdrawn, 'contacts')).toHaveLength(1);
    expect(statuses(rehearsal)).toEqual({ talks: 'claimed', contacts: 'claimed' });
  });
});
