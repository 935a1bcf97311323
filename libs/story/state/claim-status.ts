import { pairKey } from '../evidence/independence.js';
import { contradicted, unitedStances } from './linked-claims.js';
import { statusOf, type ClaimStatus } from '../evidence/status.js';
import type { ClaimState, Replacements, Story } from './story.js';

/** The status of a claim of a story. */
export function claimStatus(
  story: Story,
  state: Omit<ClaimState, 'current' | 'history'>,
  replacements: Replacements,
): ClaimStatus {
  const { stances, speakers } = unitedStances(story, state);
  return statusOf({
    stances,
    speakers,
    judgement: state.judgements.at(-1) ?? null,
    assess: (a, b) => (story.independence.size === 0 ? undefined : story.independence.get(pairKey(a, b))),
    superseded: replacements.superseded,
    restated: replacements.restated,
    annulled: replacements.annulled,
    contradicted: contradicted(story, state.claim.id),
    corrected: state.corrected,
    deciders: state.claim.decidedBy ?? [],
  });
}
