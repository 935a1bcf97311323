import type { Assertion } from '../facts/development.js';
import type { RetractedBy, WithdrawnBy } from '../facts/event.js';
import type { Instant, Uuid } from '../values/text.js';

/** An assertion with its later withdrawal or retraction. One that a correction removed has no state. */
export interface AssertionState extends Assertion {
  readonly development: Uuid;
  /** The revision at which its development was recorded: a correction does not make it newer. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** The outlets and documents in its chains. */
  readonly through: readonly string[];
  /** Whether its origin is more than one unnamed person. */
  readonly several: boolean;
  readonly withdrawn: WithdrawnBy | null;
  readonly withdrawnAt: Instant | null;
  readonly retracted: RetractedBy | null;
}

/** Sorts assertions by the order of their record. */
export const byRevision = (a: AssertionState, b: AssertionState): number =>
  a.revision - b.revision || (a.id < b.id ? -1 : 1);
