import type { Claim, ClaimInput } from './claim.js';
import { deciderOf } from './decider.js';
import type { Directory } from './party.js';
import { Refusal } from '../values/refusal.js';

/** A filed claim with its deciders: as the claim already has them, else as the directory describes them now. */
export function claimFrom(
  { decidedBy, allegation, ...plain }: ClaimInput,
  before: Claim | undefined,
  directory: Directory,
  pointer: string,
): Claim {
  if (allegation === false && before?.allegation)
    throw new Refusal(
      'claim-exists',
      `Claim ${plain.id} is marked as an allegation in the story: correct it to remove the mark.`,
      `${pointer}/allegation`,
    );
  const content = allegation ? { ...plain, allegation } : plain;
  if (decidedBy === undefined) return content;
  const deciders = before?.decidedBy ?? [];
  return {
    ...content,
    decidedBy: decidedBy.map((party, i) =>
      typeof party === 'string'
        ? (deciders.find(({ id }) => id === party) ??
          deciderOf(party, directory, `${pointer}/decidedBy/${i}`))
        : party,
    ),
  };
}
