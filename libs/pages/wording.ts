import { partsIn, type StateView } from '#projections';
import type { Text } from '#story';

/**
 * The text of a claim as of a revision; null if it is withheld. The first correction after that revision that changed the
 * text says what the text was. If none did, it is the text of today.
 */
export function wordingOf(
  id: string,
  revision: number,
  { claims, corrections }: Pick<StateView, 'claims' | 'corrections'>,
): Text | null {
  const later = corrections.items.filter((c) => Number(c.revision) > revision).reverse();
  for (const correction of later)
    for (const { part, change } of changesIn(correction)) {
      const before = 'was' in change ? change.was : null;
      if ('claim' in part && part.claim === id && change.field === 'text') return before as Text | null;
      const named = change.field === 'claims' ? (before as readonly Worded[] | null) : null;
      const was = named?.find((claim) => claim.id === id);
      if (was) return was.text;
    }
  return claims.items.find((claim) => claim.id === id)?.text ?? null;
}

const changesIn = (correction: StateView['corrections']['items'][number]) =>
  partsIn(correction).flatMap((part) => part.changes.map((change) => ({ part, change })));

interface Worded {
  readonly id: string;
  readonly text: Text;
}
