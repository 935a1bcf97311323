/** The story as of any moment: folded from one log, read by whoever may see that log. */
export { StoryShelf, type ShelfHealth } from './story-shelf.js';
export { StoryReader, type Moments, type Reading } from './reading.js';
export { StoryRecord, type Audience } from './story-record.js';
export { LIMITS, listOf, stateView, type List, type Shown, type StateView } from './state-view.js';
export { assertionView, assertionsOf, claimPage } from './claim-view.js';
export { changesView } from './changes-view.js';
export { iso, withheldView } from './development-view.js';
export { frontPage } from './front-page.js';
export { decodeCursor, encodeCursor, pageOf, type Cursor, type Page } from './page.js';
