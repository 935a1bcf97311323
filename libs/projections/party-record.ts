import { speakerOf, STANCE_RULES, type AssertionState, type RecordedStance, type Story } from '#story';

/**
 * The last stance of a party towards a claim. `takenBackAt` is when the party took it back or gave it up; null while it
 * keeps to it. A confirmation gives up a denial, for example.
 */
export interface PartyRecord {
  readonly party: string;
  readonly stance: RecordedStance;
  readonly spokeAt: number;
  readonly takenBackAt: number | null;
  readonly name: string;
}

/** `ended`: the party gave the stance up. If it says the same again, a new record begins. */
type EndedRecord = PartyRecord & { readonly weight: 'for' | 'against'; readonly ended?: true };

/** By party, the newest record last. */
type Records = ReadonlyMap<string, readonly EndedRecord[]>;
const CACHE = new WeakMap<readonly AssertionState[], Records>();
const NOTHING: readonly AssertionState[] = [];

/**
 * The records that the assertions of one origin about one claim give: for the party that spoke, and for the body for which
 * it spoke. Only an origin that is a party gives records. If `said` only extends `earlier`, just the new assertions are
 * read.
 */
export function recordsOf(
  story: Story,
  said: readonly AssertionState[] = NOTHING,
  earlier: readonly AssertionState[] = NOTHING,
): Records {
  const cached = CACHE.get(said);
  if (cached) return cached;
  const before = continues(earlier, said) ? CACHE.get(earlier) : undefined;
  const records = new Map(before);
  for (const assertion of said.slice(before ? earlier.length : 0)) {
    const { stance, origin, recordedAt } = assertion;
    const { weight, record } = STANCE_RULES[stance];
    if (origin.kind !== 'party' || weight === 'unchanged') continue;
    const takenBackAt = takenBackIn(story, assertion);
    for (const party of new Set([origin.speaker, origin.id])) {
      const before = records.get(party) ?? [];
      if (weight === 'none') {
        if (takenBackAt === null) records.set(party, before.map(givenUp(recordedAt)));
        continue;
      }
      const said = {
        party,
        stance: record,
        weight,
        takenBackAt,
        name: nameOf(story, assertion, party),
      };
      records.set(party, after(before, said, recordedAt));
    }
  }
  CACHE.set(said, records);
  return records;
}

/** When an assertion was withdrawn, or its development retracted. */
function takenBackIn(story: Story, { development, ...a }: AssertionState): number | null {
  if (a.withdrawn === null && a.retracted === null) return null;
  return a.withdrawnAt ?? story.developments.get(development)?.retracted?.at ?? a.recordedAt;
}

const givenUp =
  (at: number) =>
  (record: EndedRecord): EndedRecord => ({ ...record, takenBackAt: record.takenBackAt ?? at, ended: true });

/** A denial after a confirmation, or the reverse, gives up the former record and begins another. */
function after(
  before: readonly EndedRecord[],
  said: Omit<EndedRecord, 'spokeAt'>,
  at: number,
): readonly EndedRecord[] {
  const agrees = (r: EndedRecord): boolean => r.weight === said.weight && !r.ended;
  const recent = [before.findLast((r) => r.takenBackAt === null), before.at(-1)];
  const continued = recent.find((r) => r && agrees(r)) ?? before.find((r) => r.spokeAt === at);
  const left = before.map((r) => {
    if (r === continued) return { ...said, spokeAt: r.spokeAt };
    return said.takenBackAt !== null || agrees(r) ? r : { ...r, takenBackAt: r.takenBackAt ?? at };
  });
  return continued ? left : [...left, { ...said, spokeAt: at }];
}

/** Whether the later list begins with the whole earlier list. */
export const continues = <T>(earlier: readonly T[], later: readonly T[]): boolean =>
  later.length >= earlier.length && earlier.every((one, i) => later[i] === one);

/** The name of the party in the development of the assertion. */
function nameOf(story: Story, { development, chains }: AssertionState, party: string): string {
  const { attribution = [] } = story.developments.get(development)?.development ?? {};
  for (const chain of chains) {
    const last = attribution[chain]?.at(-1);
    const speaker = last && speakerOf(last);
    if (!speaker) continue;
    if (speaker.id === party) return speaker.name;
    if (speaker.body?.id === party) return speaker.body.name;
  }
  return party;
}
