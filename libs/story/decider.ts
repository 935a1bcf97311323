import { speakerOf, type Origin, type Speaker } from './attribution.js';
import type { Claim, ClaimInput } from './claim.js';
import type { Directory } from './party.js';
import { refuseAt } from './refusal.js';

/** A party that may decide, as it was described when a claim named it. */
export type Decider = Pick<Speaker, 'id' | 'name' | 'type' | 'body'>;

/** @throws Refusal `party-unknown` */
export const decidersOf = (
  ids: readonly string[],
  directory: Directory,
  pointer: string,
): readonly Decider[] => ids.map((party, i) => deciderOf(party, directory, `${pointer}/${i}`));

function deciderOf(party: string, directory: Directory, pointer: string): Decider {
  const { id, name, type, body } = speakerOf(party, directory, refuseAt(pointer));
  return { id, name, type, body };
}

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

/** Whether an origin is one of those who may decide: the party itself, or the body for which it speaks. */
export const mayDecide = (deciders: readonly Decider[], origin: Origin): boolean =>
  origin.kind === 'party' && deciders.some(({ id, body }) => (body?.id ?? id) === origin.id);
