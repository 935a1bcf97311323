/** For tests alone: the plain way to the same answers, and the parts of the read model one by one. */
export {
  changesOf,
  foldedChanges,
  foldedClaim,
  foldedState,
  foldedTimeline,
  orderedClaims,
} from './folded-story.js';
export { claimsBefore } from '../claim-order.js';
export { seenBy } from '../audience.js';
export { build } from '../builder.js';
export { contentView } from '../claim-view.js';
export { Eraser } from '../eraser.js';
export { fingerprintOf } from '../fingerprint.js';
export { Follower, type FollowerHealth } from '../follower.js';
export { FOLD, ModelFolder } from '../model-folder.js';
export { SCHEMA } from '../schema.js';
export { serve, type Keeper, type ThreadOptions, type ThreadReply } from '../model-keeper.js';
export { Rewriter } from '../rewriter.js';
export { Turns } from '../turns.js';
export { copyModel } from '../copy.js';
export { termsIn, wordsOf } from '../search-words.js';
export { storyNumber } from '../story-number.js';
export { summaryView } from '../entry-views.js';
