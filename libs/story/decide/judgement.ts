import type { Relation } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import { claimOf, reasonOf } from './correction.js';
import type { StoryEvent } from '../facts/event.js';
import { corroboratesNobody, pairKey } from '../evidence/independence.js';
import { nearest } from '../values/nearest.js';
import { Refusal } from '../values/refusal.js';
import { isReplacing, REPLACING } from '../state/replacing.js';
import type { Story } from '../state/story.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function withdraw(story: Story, command: Of<'withdraw'>): readonly StoryEvent[] {
  const where = story.assertions.get(command.assertion);
  if (!where) throw new Refusal('assertion-unknown', `This story has no assertion ${command.assertion}.`);
  const reason = reasonOf(command.reason, 'A withdrawal says why.');
  const said = story.claims.get(where.claim)?.byOrigin.get(where.origin) ?? [];
  if (said.some((a) => a.id === command.assertion && a.withdrawn !== null)) return [];
  return [{ type: 'AssertionWithdrawn', assertion: command.assertion, by: command.by, reason }];
}

export function judge(story: Story, command: Of<'judge'>, context: Context): readonly StoryEvent[] {
  claimOf(story, command.claim);
  const reason = reasonOf(command.reason, 'A judgement says why.');
  const method = reasonOf(command.method, 'A judgement says by which method it was found.');
  const latest = story.claims.get(command.claim)?.judgements.at(-1);
  if (latest?.verdict === command.verdict && latest.method === method) return [];
  const { claim, verdict, methodPublic } = command;
  const judged = { id: context.id, claim, method, methodPublic, reason };
  if (verdict === 'verified') return [{ type: 'ClaimVerified', ...judged }];
  if (verdict === 'refuted') return [{ type: 'ClaimRefuted', ...judged }];
  return [{ type: 'ClaimJudged', verdict, ...judged }];
}

export function revokeJudgement(story: Story, command: Of<'revoke-judgement'>): readonly StoryEvent[] {
  const known = story.judgements.get(command.judgement);
  if (!known) throw new Refusal('judgement-unknown', `This story has no judgement ${command.judgement}.`);
  const reason = reasonOf(command.reason, 'Revoking a judgement says why.');
  return known.revoked ? [] : [{ type: 'JudgementRevoked', judgement: command.judgement, reason }];
}

export function link(story: Story, command: Of<'link'>, context: Context): readonly StoryEvent[] {
  const { claim: from, to, relation } = command;
  const kinds = [claimOf(story, from).kind, claimOf(story, to, '/to').kind];
  if (from === to) throw new Refusal('link-to-itself', `Claim ${from} cannot be linked to itself.`, '/to');
  if (relation === 'annuls' && !kinds.every((kind) => kind === 'decision'))
    throw new Refusal(
      'link-kind-mismatch',
      `Claim ${from} is a ${kinds[0]} and claim ${to} a ${kinds[1]}: only a decision annuls another. Use contradicts or supersedes, or record a claim of kind decision.`,
      '/relation',
    );
  for (const id of story.linkOrder) {
    const known = story.links.get(id);
    if (known && !known.revoked && known.from === from && known.to === to && known.relation === relation)
      return [];
  }
  const isSame = leadsTo(story, from, to, 'same');
  if (isSame && isReplacing(relation))
    throw new Refusal(
      'link-circle',
      `By links that hold, claims ${from} and ${to} are the same: one cannot take the place of the other. Revoke that link first.`,
      '/to',
    );
  if (
    relation === 'same' &&
    !isSame &&
    (leadsTo(story, from, to, 'supersedes') || leadsTo(story, to, from, 'supersedes'))
  )
    throw new Refusal(
      'link-circle',
      `By links that hold, one of the claims ${from} and ${to} takes the other out of force: they are not the same. Revoke that link first.`,
      '/to',
    );
  if (relation !== 'same' && leadsTo(story, to, from, relation))
    throw new Refusal(
      'link-circle',
      `By links that hold, claim ${to} ${inWords(relation)} claim ${from} already: one of the two is wrong. Revoke that one first.`,
      '/to',
    );
  return [{ type: 'ClaimsLinked', id: context.id, from, to, relation }];
}

/** Relations that have a direction, and those that say the same from the other end. */
const DIRECTED: readonly (readonly [forth: readonly Relation[], back: readonly Relation[]])[] = [
  [REPLACING, []],
  [['narrows'], ['broadens']],
  [['broadens'], ['narrows']],
];

/** Whether links that hold lead from one claim to another the way that a relation does; claims that are the same are one. */
function leadsTo(story: Story, from: string, to: string, relation: Relation): boolean {
  const [forth, back] = DIRECTED.find(([of]) => of.includes(relation)) ?? [[], []];
  const links = [...story.linkOrder].flatMap((id) => story.links.get(id) ?? []).filter((l) => !l.revoked);
  const seen = new Set([from]);
  for (const at of seen)
    for (const link of links) {
      if (link.from === at && forth.includes(link.relation)) seen.add(link.to);
      if (link.to === at && back.includes(link.relation)) seen.add(link.from);
      if (link.relation === 'same' && (link.from === at || link.to === at)) seen.add(link.from).add(link.to);
    }
  return seen.has(to);
}

const inWords = (relation: Relation): string => (isReplacing(relation) ? 'takes out of force' : relation);

export function revokeLink(story: Story, command: Of<'revoke-link'>): readonly StoryEvent[] {
  const known = story.links.get(command.link);
  if (!known) throw new Refusal('link-unknown', `This story has no link ${command.link}.`);
  return known.revoked ? [] : [{ type: 'ClaimLinkRevoked', link: command.link, reason: command.reason }];
}

const knownOrigins = (story: Story): readonly string[] =>
  [...story.origins.values()].flatMap((origin) => (corroboratesNobody(origin) ? [] : [origin.id]));

/** Whether two origins are independent of each other: an editor's word wins over their sides. */
export function assess(story: Story, command: Of<'independence'>): readonly StoryEvent[] {
  const reason = reasonOf(command.reason, 'An assessment says why.');
  for (const [i, id] of command.origins.entries()) {
    const origin = story.origins.get(id);
    if (!origin || corroboratesNobody(origin))
      throw new Refusal(
        'origin-unknown',
        `This story has no known origin ${id}: who is unknown, what circulates and a disputed document are independent of nobody.${nearest(id, knownOrigins(story))}`,
        `/origins/${i}`,
      );
  }
  const [a, b] = command.origins;
  if (a === b)
    throw new Refusal('origin-unknown', 'An origin is not independent of itself: name two.', '/origins');
  if (story.independence.get(pairKey(a, b)) === command.independent) return [];
  return [{ type: 'SourceIndependenceAssessed', origins: [a, b], independent: command.independent, reason }];
}
