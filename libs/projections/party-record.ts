import type { AssertionState, Story } from '#story';

/** What a party has said of a claim: its last word, and whether that was taken back. */
export interface PartyRecord {
  readonly stance: 'asserted' | 'confirmed' | 'denied';
  readonly spokeAt: number;
  readonly takenBack: boolean;
  readonly name: string;
}

const STANCE = { asserts: 'asserted', confirms: 'confirmed', denies: 'denied' } as const;

type Records = ReadonlyMap<string, PartyRecord>;
const KNOWN = new WeakMap<readonly AssertionState[], Records>();
const NOTHING: readonly AssertionState[] = [];

/**
 * Of one origin's assertions about one claim: who of the parties behind it asserted, confirmed or denied it, the one
 * that spoke (the spokeswoman) and the body that it spoke for. Unnamed and unknown origins are nobody's record.
 * Where it only said more than `earlier`, no more than that is looked at.
 */
export function recordsOf(
  story: Story,
  said: readonly AssertionState[] = NOTHING,
  earlier: readonly AssertionState[] = NOTHING,
): Records {
  const known = KNOWN.get(said);
  if (known) return known;
  const before = continues(earlier, said) ? KNOWN.get(earlier) : undefined;
  const records = new Map(before);
  for (const assertion of said.slice(before ? earlier.length : 0)) {
    const { stance, origin, recordedAt, withdrawn, retracted } = assertion;
    if (origin.kind !== 'party' || !(stance in STANCE)) continue;
    for (const party of new Set([origin.speaker, origin.id]))
      records.set(party, {
        stance: STANCE[stance as keyof typeof STANCE],
        spokeAt: records.get(party)?.spokeAt ?? recordedAt,
        takenBack: withdrawn !== null || retracted !== null,
        name: nameOf(story, assertion, party),
      });
  }
  KNOWN.set(said, records);
  return records;
}

/** Whether a list begins with all of another one. */
export const continues = <T>(earlier: readonly T[], later: readonly T[]): boolean =>
  later.length >= earlier.length && earlier.every((one, i) => later[i] === one);

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
