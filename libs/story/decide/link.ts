import type { ClaimLink, Relation } from '../facts/claim.js';
import type { Command, Context } from '../facts/command.js';
import type { StoryEvent } from '../facts/event.js';
import { isReplacing } from '../state/replacing.js';
import type { Story } from '../state/story.js';
import { Refusal } from '../values/refusal.js';
import { claimOf } from './correction.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** @throws Refusal `claim-unknown`, `link-to-itself`, `link-kind-mismatch`, `link-circle` */
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
  const links = [...story.links.values()].filter((one) => !one.revoked);
  if (links.some((one) => one.from === from && one.to === to && one.relation === relation)) return [];
  checkNoCircle(command, waysBetween(links, from, to));
  return [{ type: 'ClaimsLinked', id: context.id, from, to, relation }];
}

/** How links lead from one claim to another. */
type Way = 'same' | 'replaces' | 'replaced' | 'narrows' | 'broadens';

/** How each relation leads from its first claim to its second, and back. A contradiction leads nowhere. */
const WAYS: Readonly<Record<Relation, { readonly forth: Way; readonly back: Way } | null>> = {
  same: { forth: 'same', back: 'same' },
  narrows: { forth: 'narrows', back: 'broadens' },
  broadens: { forth: 'broadens', back: 'narrows' },
  contradicts: null,
  supersedes: { forth: 'replaces', back: 'replaced' },
  restates: { forth: 'replaces', back: 'replaced' },
  annuls: { forth: 'replaces', back: 'replaced' },
};

/** All ways in which links lead from one claim to another. Claims that are the same count as one claim. */
function waysBetween(links: readonly ClaimLink[], from: string, to: string): ReadonlySet<Way> {
  const steps = new Map<string, { readonly to: string; readonly way: Way }[]>();
  const add = (claim: string, other: string, way: Way): void => {
    const known = steps.get(claim);
    if (known) known.push({ to: other, way });
    else steps.set(claim, [{ to: other, way }]);
  };
  for (const one of links) {
    const ways = WAYS[one.relation];
    if (!ways) continue;
    add(one.from, one.to, ways.forth);
    add(one.to, one.from, ways.back);
  }
  const reached = new Map<string, Set<Way>>([[from, new Set<Way>(['same'])]]);
  const open: { readonly claim: string; readonly way: Way }[] = [{ claim: from, way: 'same' }];
  for (const { claim, way } of open)
    for (const step of steps.get(claim) ?? []) {
      const next = step.way === 'same' ? way : step.way;
      const ways = reached.get(step.to) ?? new Set();
      if ((way !== 'same' && next !== way) || ways.has(next)) continue;
      reached.set(step.to, ways.add(next));
      open.push({ claim: step.to, way: next });
    }
  return reached.get(to) ?? new Set();
}

function checkNoCircle({ claim: from, to, relation }: Of<'link'>, ways: ReadonlySet<Way>): void {
  const isSame = ways.has('same');
  if (relation !== 'same' && isSame)
    throw new Refusal(
      'link-circle',
      `By links in force, claims ${from} and ${to} are the same: they cannot have another relation. Revoke that link first.`,
      '/to',
    );
  if (relation === 'same' && !isSame && (ways.has('replaces') || ways.has('replaced')))
    throw new Refusal(
      'link-circle',
      `By links in force, one of the claims ${from} and ${to} takes the other out of force: they are not the same. Revoke that link first.`,
      '/to',
    );
  const back = WAYS[relation]?.back;
  if (relation !== 'same' && back !== undefined && ways.has(back))
    throw new Refusal(
      'link-circle',
      `By links in force, claim ${to} ${inWords(relation)} claim ${from} already: one of the two is wrong. Revoke that link first.`,
      '/to',
    );
}

const inWords = (relation: Relation): string => (isReplacing(relation) ? 'takes out of force' : relation);

export function revokeLink(story: Story, command: Of<'revoke-link'>): readonly StoryEvent[] {
  const link = story.links.get(command.link);
  if (!link) throw new Refusal('link-unknown', `This story has no link ${command.link}.`);
  return link.revoked ? [] : [{ type: 'ClaimLinkRevoked', link: command.link, reason: command.reason }];
}
