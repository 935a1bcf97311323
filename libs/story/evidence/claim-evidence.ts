import type { Judgement } from '../facts/claim.js';
import type { Decider } from '../facts/decider.js';
import type { Assess } from './independence.js';
import type { Named } from './named.js';
import type { Speakers } from './remarks.js';
import type { OriginStance } from './stance.js';

/** By whom a claim is replaced. */
export interface Replacement {
  /** The speakers who replaced it. */
  readonly who: readonly string[];
  /** The claims by which an editor replaced it. */
  readonly by: readonly string[];
  /** If the claim is a decision: those who made the decisions that replace it. */
  readonly deciding?: readonly Named[];
}

/** Everything from which the status of a claim follows. */
export interface ClaimEvidence {
  /** The stance of each origin that spoke of the claim, in any order. */
  readonly stances: readonly OriginStance[];
  readonly speakers: Speakers;
  readonly judgement: Judgement | null;
  readonly assess: Assess;
  readonly superseded: Replacement;
  readonly restated: Replacement;
  readonly annulled: Replacement;
  readonly contradicted: Replacement;
  readonly corrected: boolean;
  readonly deciders: readonly Decider[];
}
