import type { ClaimLink, Relation } from '../facts/claim.js';
import { memoize } from '../values/memoize.js';
import type { PersistentMap } from '../values/persistent-map.js';
import type { ClaimStatus, Status } from '../evidence/status.js';
import { claimStatus } from './claim-status.js';
import { NOT_REPLACED, type ClaimState, type Story } from './story.js';
import type { Instant } from '../values/text.js';

/** Relations by which an editor takes one claim out of force with another. */
export const REPLACING = ['supersedes', 'restates', 'annuls'] as const;
export type Replacing = (typeof REPLACING)[number];

type Links = Story['links'];

export const isReplacing = (relation: Relation): relation is Replacing =>
  (REPLACING as readonly string[]).includes(relation);

/** The links in force, by the claim that they lead from, and by the claim that they lead to. */
const replacingLinks = memoize((links: Links) => {
  const [to, from] = [new Map<string, ClaimLink[]>(), new Map<string, ClaimLink[]>()];
  for (const link of (links as PersistentMap<ClaimLink & { readonly revoked: boolean }>).values())
    if (!link.revoked && isReplacing(link.relation)) {
      to.set(link.to, [...(to.get(link.to) ?? []), link]);
      from.set(link.from, [...(from.get(link.from) ?? []), link]);
    }
  return { to, from };
});

/** The claims by which an editor replaced one, as long as they count. */
export function replacingClaims(
  story: Story,
  id: string,
  relation: Replacing,
  /** Claims under examination: a log may contain a circle of links. */
  above: readonly string[] = [],
): readonly ClaimState[] {
  const links = replacingLinks(story.links).to.get(id);
  if (!links) return [];
  return links
    .filter((link) => link.relation === relation && !above.includes(link.from))
    .flatMap((link) => story.claims.get(link.from) ?? [])
    .filter((state) => counts(story, state, [...above, id]));
}

/** The claims that one replaces. */
export const claimsReplacedBy = (story: Story, id: string): readonly string[] =>
  (replacingLinks(story.links).from.get(id) ?? []).map((link) => link.to);

const MADE: readonly Status[] = ['verified', 'mostly-true', 'announced', 'confirmed', 'corroborated'];

/**
 * Whether a claim takes others out of force. A decision does if it was made and not annulled; any other claim does if
 * an origin that is no rumour supports it.
 */
export function counts(story: Story, state: ClaimState, above: readonly string[] = []): boolean {
  const { claim, stances } = state;
  if (claim.kind !== 'decision')
    return stances.some(({ origin, weight }) => origin.kind !== 'rumour' && weight.supports.length > 0);
  return (
    MADE.includes(decisionOf(story, state).status) &&
    replacingClaims(story, claim.id, 'annuls', above).length === 0
  );
}

/** The status of a decision, whether it was replaced or not. */
export const decisionOf = (story: Story, state: ClaimState): ClaimStatus =>
  claimStatus(story, state, NOT_REPLACED);

/** The moment of world time at which other claims take a decision out of force; null if none does. */
export function outOfForceFrom(story: Story, { claim }: ClaimState): Instant | null {
  if (claim.kind !== 'decision') return null;
  const replacing = REPLACING.flatMap((relation) => replacingClaims(story, claim.id, relation));
  return replacing.length === 0
    ? null
    : Math.min(...replacing.map(({ validTime }) => validTime.from ?? -Infinity));
}
