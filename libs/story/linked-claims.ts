import type { Relation } from './claim.js';
import { remembered } from './memory.js';
import {
  byRevision,
  speakersOf,
  stanceOf,
  supportersOf,
  type OriginStance,
  type Speakers,
} from './stance.js';
import type { Replaced } from './status.js';
import type { ClaimState, Story } from './story.js';

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** The claims beside each one by the links of a relation that hold, in whichever direction they lead. */
const neighboursBy = (relation: Relation): ((links: Story['links']) => Neighbours) =>
  remembered((links) => {
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

/** The claims that an editor said are the same as one, directly or through others, without itself. */
function sameAs(story: Story, id: string): readonly string[] {
  const neighbours = same(story.links);
  if (!neighbours.has(id)) return [];
  const found = new Set([id]);
  for (const each of found) for (const other of neighbours.get(each) ?? NONE) found.add(other);
  found.delete(id);
  return [...found].filter((other) => story.claims.has(other));
}

/** The claims whose status rests on what is said of one: those that are the same, and those that it contradicts. */
export function restingOn(story: Story, id: string): readonly string[] {
  return [...sameAs(story, id), ...(contradicting(story.links).get(id) ?? NONE)];
}

/** Where each origin stands that speaks of a claim, or of one that is the same, by all that it said of them. */
export function spokenOf(
  story: Story,
  state: Pick<ClaimState, 'claim' | 'stances' | 'speakers' | 'byOrigin'>,
): { readonly stances: readonly OriginStance[]; readonly speakers: Speakers } {
  const others = sameAs(story, state.claim.id).flatMap((id) => story.claims.get(id) ?? []);
  if (others.length === 0) return state;
  const known = new Map<string, OriginStance[]>();
  for (const { stances } of [state, ...others])
    for (const stance of stances)
      known.set(stance.origin.id, [...(known.get(stance.origin.id) ?? []), stance]);
  const stances = [...known].map(([origin, [stance, ...more]]) =>
    more.length === 0
      ? stance!
      : stanceOf(
          [state, ...others].flatMap(({ byOrigin }) => byOrigin.get(origin) ?? []).toSorted(byRevision),
        ),
  );
  return { stances, speakers: speakersOf(stances) };
}

const NOT_CONTRADICTED: Replaced = { who: [], by: [] };

/** The claims that an editor said contradict one, as long as somebody stands by them, and who does. */
export function contradicted(story: Story, id: string): Replaced {
  const others = contradicting(story.links).get(id);
  if (!others) return NOT_CONTRADICTED;
  const claims = [...others]
    .flatMap((other) => story.claims.get(other) ?? [])
    .filter((state) => supportersOf(state.stances).size > 0);
  const who = new Set(claims.flatMap((state) => [...supportersOf(state.stances).values()]));
  return { who: [...who].sort(), by: claims.map(({ claim }) => claim.id).sort() };
}
