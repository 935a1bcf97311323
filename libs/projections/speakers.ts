import type { AssertionState, PersistentMap } from '#story';
import { continues } from './party-record.js';

type Assertions = PersistentMap<readonly AssertionState[]>;

/** The parties that began or ceased to speak about a claim. */
export function changedSpeakers(
  was: Assertions,
  is: Assertions,
): readonly { readonly party: string; readonly present: boolean }[] {
  const moved = new Map<string, boolean>();
  for (const origin of is.changesSince(was)) {
    const [earlier, later] = [was.get(origin) ?? [], is.get(origin) ?? []];
    const isExtended = continues(earlier, later);
    if (!isExtended) for (const party of partiesIn(earlier)) moved.set(party, moved.get(party) ?? false);
    for (const party of partiesIn(isExtended ? later.slice(earlier.length) : later)) moved.set(party, true);
  }
  return [...moved].map(([party, present]) => ({
    party,
    present: present || [...is.values()].some((said) => partiesIn(said).has(party)),
  }));
}

/** The parties that spoke, and those for which they spoke. Other origins are not parties. */
function partiesIn(said: readonly AssertionState[]): ReadonlySet<string> {
  return new Set(said.flatMap(({ origin }) => (origin.kind === 'party' ? [origin.speaker, origin.id] : [])));
}
