import type { Claim, ClaimInput } from './claim.js';
import { deciderOf } from './decider.js';
import type { Directory } from './party.js';
import { Refusal } from '../values/refusal.js';

/** A claim as it is filed: with those who may decide it as they are described, or as they were where it names them again. */
export function claimFrom(
  { decidedBy, allegation, ...plain }: ClaimInput,
  before: Claim | undefined,
  directory: Directory,
  pointer: string,
): Claim {
  if (allegation === false && before?.allegation)
    throw new Refusal(
      'claim-exists',
      `Claim ${plain.id} is marked as an allegation in the story: correct it to take the mark away.`,
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
