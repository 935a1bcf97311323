import { pairKey } from '../evidence/independence.js';
import { contradicted, unitedStances } from './linked-claims.js';
import { statusOf, type ClaimStatus } from '../evidence/status.js';
import type { ClaimState, Replacements, Story } from './story.js';

/** What somebody must know to find the status of a claim of this story. */
export function claimStatus(
  story: Story,
  state: Omit<ClaimState, 'current' | 'history'>,
  value: Replacements,
): ClaimStatus {
  const { stances, speakers } = unitedStances(story, state);
  return statusOf({
    stances,
    speakers,
    judgement: state.judgements.at(-1) ?? null,
    assess: (a, b) => (story.independence.size === 0 ? undefined : story.independence.get(pairKey(a, b))),
    superseded: value.superseded,
    restated: value.restated,
    annulled: value.annulled,
    contradicted: contradicted(story, state.claim.id),
    corrected: state.corrected,
    deciders: state.claim.decidedBy ?? [],
  });
}
