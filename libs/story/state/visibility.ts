import type { Development } from '../facts/development.js';
import { onlyAnswers } from '../facts/stance.js';
import type { DevelopmentState } from './story.js';

/** Whether the public sees the content of a development. */
export const isVisible = (state: DevelopmentState | undefined): boolean =>
  state !== undefined && state.releasedAt !== null && state.withheld === null;

/** Whether a development makes the words of a claim public: it lists, publishes or asserts the claim. */
export const showsClaim = ({ claims, publishes, assertions }: Development, id: string): boolean =>
  claims.some((claim) => claim.id === id) ||
  publishes.includes(id) ||
  assertions.some((a) => a.claim === id && !onlyAnswers(a.stance));
