import type { Relation } from '../facts/claim.js';
import { memoize } from '../values/memoize.js';
import { speakersOf, supportersOf, type OriginStance, type Speakers } from '../evidence/stance.js';
import type { Replacement } from '../evidence/status.js';
import type { ClaimState, Story } from './story.js';
import { unitedStance, type OriginAssertions } from '../evidence/united-stance.js';

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** The claims beside each one by the links of a relation that hold, in whichever direction they lead. */
const neighboursBy = (relation: Relation): ((links: Story['links']) => Neighbours) =>
  memoize((links) => {
    const beside = new Map<string, Set<string>>();
    const add = (a: string, b: string): void => void beside.set(a, (beside.get(a) ?? new Set()).add(b));
    for (const link of links.values())
      if (!link.revoked && link.relation === relation) {
        add(link.from, link.to);
        add(link.to, link.from);
      }
    return beside;
  });

const same = neighboursBy('same');
const contradicting = neighboursBy('contradicts');
const NONE: ReadonlySet<string> = new Set();

/** By each claim that is linked to another as the same, directly or through others: all of these, in order of their ids. */
const classes = memoize((links: Story['links']): ReadonlyMap<string, readonly string[]> => {
  const neighbours = same(links);
  const found = new Map<string, readonly string[]>();
  for (const id of neighbours.keys()) {
    if (found.has(id)) continue;
    const members = new Set([id]);
    for (const each of members) for (const other of neighbours.get(each) ?? NONE) members.add(other);
    const inOrder = [...members].sort();
    for (const member of members) found.set(member, inOrder);
  }
  return found;
});

/** The claims whose status rests on what is said of one: those that are the same, and those that it contradicts. */
export function restingOn(story: Story, id: string): readonly string[] {
  const others = (classes(story.links).get(id) ?? []).filter(
    (other) => other !== id && story.claims.has(other),
  );
  return [...others, ...(contradicting(story.links).get(id) ?? NONE)];
}

type AssertionsOnClaim = Pick<ClaimState, 'claim' | 'stances' | 'speakers' | 'byOrigin'>;
interface StancesOnClaim {
  readonly stances: readonly OriginStance[];
  readonly speakers: Speakers;
}

/** Where each origin stands that speaks of a claim, or of one that is the same, by all that it said of them. */
export function unitedStances(story: Story, state: AssertionsOnClaim): StancesOnClaim {
  const ids = classes(story.links).get(state.claim.id);
  if (!ids) return state;
  const members = ids.flatMap((id) => (id === state.claim.id ? state : (story.claims.get(id) ?? [])));
  return members.length === 1 ? state : united(members);
}

/** By what is said of the first of some claims: what was found of all of them. */
const found = new WeakMap<
  object,
  { readonly of: readonly AssertionsOnClaim['stances'][]; readonly spoken: StancesOnClaim }
>();

/** Each of the claims asks for it after every event: it is found once. */
function united(claims: readonly AssertionsOnClaim[]): StancesOnClaim {
  const key = claims[0]!.stances;
  const before = found.get(key);
  const isKnown =
    before?.of.length === claims.length && before.of.every((stances, i) => stances === claims[i]!.stances);
  if (isKnown) return before.spoken;
  const byOrigin = new Map<string, OriginAssertions[]>();
  for (const claim of claims)
    for (const stance of claim.stances) {
      const { id } = stance.origin;
      const spoken = { said: claim.byOrigin.get(id) ?? [], stance };
      const others = byOrigin.get(id);
      if (others) others.push(spoken);
      else byOrigin.set(id, [spoken]);
    }
  const stances = [...byOrigin.values()].map(unitedStance);
  const spoken = { stances, speakers: speakersOf(stances) };
  found.set(key, { of: claims.map(({ stances: each }) => each), spoken });
  return spoken;
}

const NOT_CONTRADICTED: Replacement = { who: [], by: [] };

/** The claims that an editor said contradict one, as long as somebody stands by them, and who does. */
export function contradicted(story: Story, id: string): Replacement {
  const others = contradicting(story.links).get(id);
  if (!others) return NOT_CONTRADICTED;
  const claims = [...others]
    .flatMap((other) => story.claims.get(other) ?? [])
    .filter((state) => supportersOf(state.stances).size > 0);
  const who = new Set(claims.flatMap((state) => [...supportersOf(state.stances).values()]));
  return { who: [...who].sort(), by: claims.map(({ claim }) => claim.id).sort() };
}
