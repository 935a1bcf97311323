/** The review of developments: who may release alone, what waits for a second pair of eyes, and what became of it. */
export {
  decideReview,
  emptyReviews,
  evolveReviews,
  ReviewRefused,
  sourceKey,
  type Review,
  type ReviewCommand,
  type ReviewEvent,
  type Reviews,
  type SourceOf,
  type WantedRelease,
} from './review.js';
export { ReviewWords } from './without-words.js';
