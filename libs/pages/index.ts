/** The HTML pages for readers, without scripts. Pure functions make them from views. */
export { pageLanguage } from './language.js';
export { readerIn, type Reader } from './reader.js';
export { partiesIn, type Parties } from './page-context.js';
export { STYLESHEET, FAVICON, ICON, type Asset } from './assets.js';
export { pagesFingerprint } from './fingerprint.js';
export { storyPage, type StoryPage } from './story-page.js';
export { claimsPage, type ClaimsPage } from './claims-page.js';
export { timelinePage, type TimelinePage } from './timeline-page.js';
export { frontPageOf, type FrontPage } from './front-page.js';
export { partyPageOf, type PartyPage, type PartyView } from './party-page.js';
export { correctionsPage, type CorrectionsPage } from './corrections-page.js';
export { problemPage, type ProblemPage } from './problem-page.js';
