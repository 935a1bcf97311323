import type { Claim, ClaimInput } from './claim.js';
import { deciderOf } from './decider.js';
import type { Directory } from './party.js';

/** A claim with those who may decide it as they are described; one that names them again keeps them as they were. */
export function claimFrom(
  { decidedBy, ...content }: ClaimInput,
  known: Claim | undefined,
  directory: Directory,
  pointer: string,
): Claim {
  if (decidedBy === undefined) return content;
  const before = known?.decidedBy ?? [];
  return {
    ...content,
    decidedBy: decidedBy.map((party, i) =>
      typeof party === 'string'
        ? (before.find(({ id }) => id === party) ?? deciderOf(party, directory, `${pointer}/decidedBy/${i}`))
        : party,
    ),
  };
}
