import fc from 'fast-check';
import { SOURCE_STANDINGS } from '../facts/attribution.js';
import { STANCES } from '../facts/stance.js';
import { stanceAfter, stanceOf, assertionsInForce } from './stance.js';
import { byRevision, type AssertionState } from './assertion-state.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import { unitedStance } from './united-stance.js';

/** The assertions of one origin on a claim, several per development, some of them withdrawn or retracted. */
const speech: fc.Arbitrary<readonly AssertionState[]> = fc
  .array(
    fc.record({
      goesOn: fc.boolean(),
      stance: fc.oneof(fc.constantFrom(...STANCES), fc.constantFrom('asserts' as const, 'denies' as const)),
      standing: fc.constantFrom(...SOURCE_STANDINGS),
      speaker: fc.constantFrom('zakharova', 'russian-foreign-ministry'),
      through: fc.subarray(['financial-times', 'ria-novosti', 'gazeta-ru']),
      taken: fc.constantFrom(null, null, null, 'withdrawn' as const, 'retracted' as const),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((words) => {
    let revision = 0;
    return words.map(({ goesOn, stance, standing, speaker, through, taken }, i) => ({
      id: `assertion ${String(99 - i)}`,
      claim: 'talks',
      stance,
      chains: [0],
      origin: { id: 'ministry', kind: 'party', speaker, name: { und: `${speaker} ${i}` }, side: null },
      standing,
      development: `development ${revision}`,
      revision: goesOn ? revision : ++revision,
      recordedAt: 0,
      through,
      several: false,
      withdrawn: taken === 'withdrawn' ? 'us' : null,
      withdrawnAt: taken === 'withdrawn' ? 0 : null,
      retracted: taken === 'retracted' ? 'us' : null,
    }));
  });

const supports = ({ stance }: AssertionState) => stance === 'asserts' || stance === 'confirms';
const isLive = (a: AssertionState) => a.withdrawn === null && a.retracted === null;

/** The rule for a stance, applied to all assertions at once. */
function byTheRule(said: readonly AssertionState[]) {
  const live = said.filter(isLive);
  const weighty = (a: AssertionState) => supports(a) || a.stance === 'denies';
  const taking = live.findLastIndex((a) => a.stance === 'takesBack');
  const weight = live.slice(taking + 1).filter(weighty);
  const newest = weight.filter((a) => a.revision === weight.at(-1)?.revision);
  const mixed = newest.some(supports) && !newest.every(supports);
  const changed = weight.findLastIndex((a) => supports(a) !== supports(weight.at(-1)!));
  const weighs = mixed ? newest : weight.slice(changed + 1);
  const supporting = weighs.filter(supports);
  const last = live.filter((a) => a.revision === live.at(-1)!.revision);
  const left = live.filter((a, i) => i > taking || a.revision === live[taking]!.revision);
  const remark = (stance: string, of = left) => of.filter((a) => a.stance === stance);
  const gaveUp = live.filter((a, i) => a.stance === 'takesBack' && live.slice(0, i).some(supports));
  return {
    origin: (weighs.at(-1) ?? live.at(-1) ?? said.at(-1)!).origin,
    weighs,
    supports: supporting,
    denies: weighs.filter((a) => !supports(a)),
    standing:
      ['principal', 'witness', 'affiliated'].find((s) => supporting.some((a) => a.standing === s)) ??
      'relayer',
    through: new Set(supporting.flatMap((a) => a.through)),
    since: weighs[0]?.revision ?? null,
    deniesNovelty: remark('deniesNovelty'),
    declinesComment: remark('declinesComment', last),
    noKnowledge: remark('noKnowledge', last),
    qualifies: remark('qualifies'),
    takesBack: remark('takesBack', live.slice(live.findLastIndex(weighty) + 1)),
    takenBack: [...said.filter((a) => supports(a) && !isLive(a)), ...gaveUp]
      .sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1))
      .slice(-10),
  };
}

describe('the stance of an origin', () => {
  it('follows from all of its assertions, one by one', () =>
    fc.assert(
      fc.property(speech, (said) => {
        const rule = byTheRule(said);
        const { origin, weight, remarks, takenBack } = stanceOf(said);
        expect({
          origin,
          weighs: [...weight.weighs],
          supports: [...weight.supports],
          denies: [...weight.denies],
          standing: weight.standing,
          through: new Set(weight.through),
          since: weight.since,
          ...Object.fromEntries(Object.entries(remarks).map(([stance, { said: all }]) => [stance, [...all]])),
          takenBack,
        }).toEqual(rule);
        for (const { said: all, speakers } of Object.values(remarks))
          expect(new Set(speakers)).toEqual(new Set([...all].map((a) => a.origin.speaker)));
        const standing = [
          rule.weighs,
          rule.deniesNovelty,
          rule.declinesComment,
          rule.noKnowledge,
          rule.qualifies,
          rule.takesBack,
        ];
        expect(assertionsInForce(said)).toEqual(new Set(standing.flat().map((a) => a.id)));
      }),
      { numRuns: 300 },
    ));

  it('does not change when later stances are derived from it', () =>
    fc.assert(
      fc.property(speech, speech, (said, more) => {
        const stance = stanceOf(said);
        const later = more.map((a) => ({ ...a, id: `later ${a.id}`, revision: a.revision + 100 }));
        const weighs = [...stance.weight.weighs];
        const one = later.reduce(stanceAfter, stance);
        const other = later.reduce(stanceAfter, stance);
        expect([...stance.weight.weighs]).toEqual(weighs);
        expect([...one.weight.weighs]).toEqual([...other.weight.weighs]);
      }),
      { numRuns: 60 },
    ));
});

it('the united stance on several claims equals the stance by all assertions at once, at any time', () =>
  fc.assert(
    fc.property(speech, fc.infiniteStream(fc.nat({ max: 99 })), (said, chance) => {
      const next = (): number => chance.next().value;
      const of = [[], [], []] as AssertionState[][];
      for (const assertion of said) {
        const claim = next() % of.length;
        of[claim] = [...of[claim]!, assertion];
        // An earlier assertion is withdrawn.
        if (next() < 20) {
          const other = next() % of.length;
          of[other] = of[other]!.map((a) => (next() < 30 ? { ...a, withdrawn: 'us', withdrawnAt: 1 } : a));
        }
        if (next() < 30) continue;
        const spoken = of
          .filter((one) => one.length > 0)
          .map((one) => ({ said: one, stance: stanceOf(one) }));
        const all = spoken.flatMap((one) => one.said);
        const expected = spoken.length === 1 ? spoken[0]!.stance : stanceOf(all.toSorted(byRevision));
        expect(plainly(unitedStance(spoken))).toEqual(plainly(expected));
      }
    }),
  ));

/** The value with arrays instead of its lists. */
const plainly = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (v instanceof AppendOnlyList ? [...v] : v)));
