import type { Command, Context } from '../facts/command.js';
import { claimOf, reasonOf } from './correction.js';
import type { StoryEvent } from '../facts/event.js';
import { corroboratesNobody, pairKey } from '../evidence/independence.js';
import { nearest } from '../values/nearest.js';
import { Refusal } from '../values/refusal.js';
import type { Story } from '../state/story.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function withdraw(story: Story, command: Of<'withdraw'>): readonly StoryEvent[] {
  const where = story.assertions.get(command.assertion);
  if (!where) throw new Refusal('assertion-unknown', `This story has no assertion ${command.assertion}.`);
  const reason = reasonOf(command.reason, 'A withdrawal needs a reason.');
  const said = story.claims.get(where.claim)?.byOrigin.get(where.origin) ?? [];
  if (said.some((a) => a.id === command.assertion && a.withdrawn !== null)) return [];
  return [{ type: 'AssertionWithdrawn', assertion: command.assertion, by: command.by, reason }];
}

export function judge(story: Story, command: Of<'judge'>, context: Context): readonly StoryEvent[] {
  claimOf(story, command.claim);
  const reason = reasonOf(command.reason, 'A judgement needs a reason.');
  const method = reasonOf(command.method, 'A judgement needs a method.');
  const latest = story.claims.get(command.claim)?.judgements.at(-1);
  if (latest?.verdict === command.verdict && latest.method === method) return [];
  const { claim, verdict, methodPublic } = command;
  const judged = { id: context.id, claim, method, methodPublic, reason };
  if (verdict === 'verified') return [{ type: 'ClaimVerified', ...judged }];
  if (verdict === 'refuted') return [{ type: 'ClaimRefuted', ...judged }];
  return [{ type: 'ClaimJudged', verdict, ...judged }];
}

export function revokeJudgement(story: Story, command: Of<'revoke-judgement'>): readonly StoryEvent[] {
  const judgement = story.judgements.get(command.judgement);
  if (!judgement) throw new Refusal('judgement-unknown', `This story has no judgement ${command.judgement}.`);
  const reason = reasonOf(command.reason, 'The revocation of a judgement needs a reason.');
  return judgement.revoked ? [] : [{ type: 'JudgementRevoked', judgement: command.judgement, reason }];
}

const assessableOrigins = (story: Story): readonly string[] =>
  [...story.origins.values()].flatMap((origin) => (corroboratesNobody(origin) ? [] : [origin.id]));

/** Records an editor's assessment of whether two origins are independent. It overrides their sides. */
export function assess(story: Story, command: Of<'independence'>): readonly StoryEvent[] {
  const reason = reasonOf(command.reason, 'An assessment needs a reason.');
  for (const [i, id] of command.origins.entries()) {
    const origin = story.origins.get(id);
    if (!origin || corroboratesNobody(origin))
      throw new Refusal(
        'origin-unknown',
        `This story has no such origin ${id}: unknown origins, rumours and disputed documents cannot be assessed.${nearest(id, assessableOrigins(story))}`,
        `/origins/${i}`,
      );
  }
  const [a, b] = command.origins;
  if (a === b)
    throw new Refusal(
      'origin-unknown',
      'An origin cannot be independent of itself: name two origins.',
      '/origins',
    );
  if (story.independence.get(pairKey(a, b)) === command.independent) return [];
  return [{ type: 'SourceIndependenceAssessed', origins: [a, b], independent: command.independent, reason }];
}
