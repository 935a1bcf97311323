import type { AssertionState, Story } from '#story';

/** What a party has said of a claim: its last word, and whether that was taken back. */
export interface PartyRecord {
  readonly stance: 'asserted' | 'confirmed' | 'denied';
  readonly spokeAt: number;
  readonly takenBack: boolean;
  readonly name: string;
}

const STANCE = { asserts: 'asserted', confirms: 'confirmed', denies: 'denied' } as const;

/**
 * Of one origin's assertions about one claim: who of the parties behind it asserted, confirmed or denied it, the one
 * that spoke (the spokeswoman) and the body that it spoke for. Unnamed and unknown origins are nobody's record.
 */
export function recordsOf(
  story: Story,
  said: readonly AssertionState[] = [],
): ReadonlyMap<string, PartyRecord> {
  const records = new Map<string, PartyRecord>();
  for (const assertion of said) {
    const { stance, origin, recordedAt, withdrawn, retracted } = assertion;
    if (origin.kind !== 'party' || !(stance in STANCE)) continue;
    for (const party of new Set([origin.speaker, origin.id])) {
      const before = records.get(party);
      records.set(party, {
        stance: STANCE[stance as keyof typeof STANCE],
        spokeAt: before?.spokeAt ?? recordedAt,
        takenBack: withdrawn !== null || retracted !== null,
        name: nameOf(story, assertion, party),
      });
    }
  }
  return records;
}

/** As the party was called in the development that said so. */
function nameOf(story: Story, { development, chains }: AssertionState, party: string): string {
  const { attribution = [] } = story.developments.get(development)?.development ?? {};
  for (const chain of chains) {
    const last = attribution[chain]?.at(-1);
    if (!last || 'unnamed' in last) continue;
    if (last.party.id === party) return last.party.name;
    if (last.party.body?.id === party) return last.party.body.name;
  }
  return party;
}
