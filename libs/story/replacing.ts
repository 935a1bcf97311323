import type { ClaimLink, Relation } from './claim.js';
import { remembered } from './memory.js';
import type { PersistentMap } from './persistent-map.js';
import type { ClaimState, Story } from './story.js';

/** Relations by which an editor puts one claim in the place of another. */
export const REPLACING = ['supersedes', 'restates'] as const;
export type Replacing = (typeof REPLACING)[number];

type Links = Story['links'];

const isReplacing = (relation: Relation): relation is Replacing =>
  (REPLACING as readonly string[]).includes(relation);

/** The links that hold, by a claim that they lead from, and to. */
const replacingLinks = remembered((links: Links) => {
  const [to, from] = [new Map<string, ClaimLink[]>(), new Map<string, ClaimLink[]>()];
  for (const link of (links as PersistentMap<ClaimLink & { readonly revoked: boolean }>).values())
    if (!link.revoked && isReplacing(link.relation)) {
      to.set(link.to, [...(to.get(link.to) ?? []), link]);
      from.set(link.from, [...(from.get(link.from) ?? []), link]);
    }
  return { to, from };
});

/** The claims that stand in the place of one, by an editor's word: as long as somebody supports them. */
export function replacingOf(story: Story, id: string, relation: Replacing): readonly ClaimState[] {
  const links = replacingLinks(story.links).to.get(id) ?? [];
  return links
    .filter((link) => link.relation === relation)
    .flatMap((link) => story.claims.get(link.from) ?? [])
    .filter(isSupported);
}

/** The claims in whose place one stands. */
export const replacedBy = (story: Story, id: string): readonly string[] =>
  (replacingLinks(story.links).from.get(id) ?? []).map((link) => link.to);

const isSupported = (state: ClaimState | undefined): boolean =>
  state !== undefined && state.stances.some(({ weight }) => weight.supports.length > 0);
