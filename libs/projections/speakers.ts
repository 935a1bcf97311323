import type { AssertionState, PersistentMap } from '#story';
import { continues } from './party-record.js';

type Assertions = PersistentMap<readonly AssertionState[]>;

/** The parties that have said something of a claim and had not, and those that have not any more. */
export function movedSpeakers(
  was: Assertions,
  is: Assertions,
): readonly { readonly party: string; readonly present: boolean }[] {
  const moved = new Map<string, boolean>();
  for (const origin of is.changesSince(was)) {
    const [earlier, later] = [was.get(origin) ?? [], is.get(origin) ?? []];
    const goesOn = continues(earlier, later);
    if (!goesOn) for (const party of partiesIn(earlier)) moved.set(party, moved.get(party) ?? false);
    for (const party of partiesIn(goesOn ? later.slice(earlier.length) : later)) moved.set(party, true);
  }
  return [...moved].map(([party, present]) => ({
    party,
    present: present || [...is.values()].some((said) => partiesIn(said).has(party)),
  }));
}

/** Who spoke, and for whom. Unnamed and unknown origins are no parties. */
function partiesIn(said: readonly AssertionState[]): ReadonlySet<string> {
  return new Set(said.flatMap(({ origin }) => (origin.kind === 'party' ? [origin.speaker, origin.id] : [])));
}
