import type { Relation } from '../facts/claim.js';
import { memoize } from '../values/memoize.js';
import { supportersOf, type OriginStance } from '../evidence/stance.js';
import { speakersOf, type Speakers } from '../evidence/remarks.js';
import type { Replacement } from '../evidence/claim-evidence.js';
import type { ClaimState, Story } from './story.js';
import { unitedStance, type OriginAssertions } from '../evidence/united-stance.js';

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** The neighbours of each claim by the links of one relation that are in force, in either direction. */
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

/**
 * For each claim that is linked as the same as another: all claims that are the same, directly or not, sorted by id.
 */
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

/** The other claims whose status depends on one: the same claims, and those in contradiction to it. */
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

/** The stances on a claim and on all claims that are the same, united by origin. */
export function unitedStances(story: Story, state: AssertionsOnClaim): StancesOnClaim {
  const ids = classes(story.links).get(state.claim.id);
  if (!ids) return state;
  const members = ids.flatMap((id) => (id === state.claim.id ? state : (story.claims.get(id) ?? [])));
  return members.length === 1 ? state : unite(members);
}

/** The last result, by the stances on the first of the claims. */
const lastUnited = new WeakMap<
  object,
  { readonly of: readonly AssertionsOnClaim['stances'][]; readonly united: StancesOnClaim }
>();

/** Each of the claims needs this after every event: it is computed once. */
function unite(claims: readonly AssertionsOnClaim[]): StancesOnClaim {
  const key = claims[0]!.stances;
  const before = lastUnited.get(key);
  const isSame =
    before?.of.length === claims.length && before.of.every((stances, i) => stances === claims[i]!.stances);
  if (isSame) return before.united;
  const byOrigin = new Map<string, OriginAssertions[]>();
  for (const claim of claims)
    for (const stance of claim.stances) {
      const { id } = stance.origin;
      const own = { said: claim.byOrigin.get(id) ?? [], stance };
      const others = byOrigin.get(id);
      if (others) others.push(own);
      else byOrigin.set(id, [own]);
    }
  const stances = [...byOrigin.values()].map(unitedStance);
  const united = { stances, speakers: speakersOf(stances) };
  lastUnited.set(key, { of: claims.map(({ stances: each }) => each), united });
  return united;
}

const NOT_CONTRADICTED: Replacement = { who: [], by: [] };

/** The claims that contradict one by an editor's link, as long as any origin supports them, and their supporters. */
export function contradicted(story: Story, id: string): Replacement {
  const others = contradicting(story.links).get(id);
  if (!others) return NOT_CONTRADICTED;
  const claims = [...others]
    .flatMap((other) => story.claims.get(other) ?? [])
    .filter((state) => supportersOf(state.stances).size > 0);
  const who = new Set(claims.flatMap((state) => [...supportersOf(state.stances).values()]));
  return { who: [...who].sort(), by: claims.map(({ claim }) => claim.id).sort() };
}
