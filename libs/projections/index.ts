/** The temporal read model: a story as of any moment, built from one log, for one audience. */
export { type Audience } from './audience.js';
export { ModelFile } from './model-file.js';
export { ModelReader } from './model-reader.js';
export { Projector } from './projector.js';
export {
  ReadModel,
  ReadModelNotBuilt,
  ReadModelRefused,
  type ReadModelHealth,
  type Rebuild,
} from './read-model.js';
export { type BuildProgress } from './build-model.js';
export { NoSnapshot, snapshot, type Snapshot } from './snapshot.js';
export { StoryReader, LIMITS, type List } from './story-reader.js';
export {
  amendments,
  changeAt,
  changesAfter,
  isOver,
  isKnownPosition,
  newestPosition,
  type AmendmentsRequest,
  type ChangesRequest,
  type ChangesFound,
} from './change-reader.js';
export { claimsBefore, type ClaimFilter } from './claim-order.js';
export { developmentCounts, type DayOf } from './development-counts.js';
export { listName, filterQuery } from './list-name.js';
export { type StateView } from './state-view.js';
export { type Amendment, type ChangeView, type Difference } from './change-view.js';
export { statusHistory, type StatusHistory, type StatusMove } from './status-history.js';
export { nearbyRevisions, type NearbyRevision, type NearbyRevisions } from './nearby-revisions.js';
export { type FoundStory, type Moments, type Reading } from './reading.js';
export {
  EVERY_STORY,
  frontPage,
  marksOf,
  SORTS,
  type Choice,
  type FrontPageRequest,
  type Sort,
  type Times,
} from './front-page.js';
export { MOST_WORDS } from './search-words.js';
export {
  parseSearch,
  SearchRefused,
  SHORTEST_BEGINNING,
  type SearchWord,
  type SearchFault,
} from './search-query.js';
export { type Snippet } from './snippet.js';
export { partyPage } from './party-page.js';
export { partsIn, type PartView } from './entry-views.js';
export {
  correctionIn,
  withWords,
  isRefile,
  type WordedAmendment,
  type AmendmentWords,
} from './amended-words.js';
export { storyLanguage } from './story-language.js';
export { partyNames } from './party-names.js';
export { statusView } from './claim-view.js';
export { iso, releaseView, withheldView } from './development-view.js';
export { scheduledView } from './entry-views.js';
export {
  decodeCursor,
  encodeCursor,
  type Cursor,
  type PageRequest,
  type ListFilter,
  type Page,
} from './page.js';
export { parsePosition, positionText } from './position-text.js';
