import { speakerOf, STANCE_RULES, type AssertionState, type RecordedStance, type Story } from '#story';

/**
 * What a party has said of a claim from one moment on: its last word, and when it took that back or gave it up, as a
 * denial is given up by a confirmation; null while it stands by it.
 */
export interface PartyRecord {
  readonly party: string;
  readonly stance: RecordedStance;
  readonly spokeAt: number;
  readonly takenBackAt: number | null;
  readonly name: string;
}

/** A record that the party gave up by a word of its own does not go on with the next that says the same. */
type Noted = PartyRecord & { readonly weight: 'for' | 'against'; readonly ended?: true };

/** By party, the newest record last. */
type Records = ReadonlyMap<string, readonly Noted[]>;
const KNOWN = new WeakMap<readonly AssertionState[], Records>();
const NOTHING: readonly AssertionState[] = [];

/**
 * Of one origin's assertions about one claim: what each of the parties behind it asserted, confirmed or denied, the one
 * that spoke (the spokeswoman) and the body that it spoke for. Other origins are nobody's record.
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
  KNOWN.set(said, records);
  return records;
}

/** When an assertion was withdrawn, or its development retracted. */
function takenBackIn(story: Story, { development, ...a }: AssertionState): number | null {
  if (a.withdrawn === null && a.retracted === null) return null;
  return a.withdrawnAt ?? story.developments.get(development)?.retracted?.at ?? a.recordedAt;
}

const givenUp =
  (at: number) =>
  (record: Noted): Noted => ({ ...record, takenBackAt: record.takenBackAt ?? at, ended: true });

/** Denying after confirming, or the other way round, begins another record and gives up the one that stood. */
function after(before: readonly Noted[], said: Omit<Noted, 'spokeAt'>, at: number): readonly Noted[] {
  const agrees = (r: Noted): boolean => r.weight === said.weight && !r.ended;
  const recent = [before.findLast((r) => r.takenBackAt === null), before.at(-1)];
  const goesOn = recent.find((r) => r && agrees(r)) ?? before.find((r) => r.spokeAt === at);
  const left = before.map((r) => {
    if (r === goesOn) return { ...said, spokeAt: r.spokeAt };
    return said.takenBackAt !== null || agrees(r) ? r : { ...r, takenBackAt: r.takenBackAt ?? at };
  });
  return goesOn ? left : [...left, { ...said, spokeAt: at }];
}

/** Whether a list begins with all of another one. */
export const continues = <T>(earlier: readonly T[], later: readonly T[]): boolean =>
  later.length >= earlier.length && earlier.every((one, i) => later[i] === one);

/** As the party was called in the development that said so. */
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
