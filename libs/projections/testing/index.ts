/** For tests only: the same answers computed in a simple way, and the parts of the read model. */
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
export { buildModel } from '../build-model.js';
export { contentView } from '../claim-view.js';
export { Eraser } from '../eraser.js';
export { fingerprintOf } from '../fingerprint.js';
export { ModelFollower, type FollowerHealth } from '../model-follower.js';
export { FOLD, ModelFolder } from '../model-folder.js';
export { SCHEMA } from '../schema.js';
export { startWork, type ModelWork, type ThreadOptions, type ThreadReply } from '../model-work.js';
export { StoryRewriter } from '../story-rewriter.js';
export { WriterPriority } from '../writer-priority.js';
export { copyModel } from '../copy-model.js';
export { termsIn, wordsOf } from '../search-words.js';
export { storyNumber } from '../story-number.js';
export { summaryView } from '../entry-views.js';
