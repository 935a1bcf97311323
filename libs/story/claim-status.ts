import { pairKey } from './independence.js';
import { contradicted, spokenOf } from './linked-claims.js';
import { statusOf, type ClaimStatus } from './status.js';
import type { ClaimState, Series, Story } from './story.js';

/** What somebody must know to find the status of a claim of this story. */
export function claimStatus(
  story: Story,
  state: Omit<ClaimState, 'current' | 'history'>,
  value: Series,
): ClaimStatus {
  return statusOf({
    ...spokenOf(story, state),
    judgement: state.judgements.at(-1) ?? null,
    assess: (a, b) => (story.independence.size === 0 ? undefined : story.independence.get(pairKey(a, b))),
    ...value,
    contradicted: contradicted(story, state.claim.id),
    corrected: state.corrected,
    deciders: state.claim.decidedBy ?? [],
  });
}
