/** Stories in the formats that news programs, feed readers and search engines read: pure functions of a view. */
export { type Site } from './site.js';
export { pageUrl } from './address.js';
export { withNames } from './named.js';
export { worded, languagesOf, type Worded } from './language.js';
export { type FrontPageItem, feedOfStories } from './feed-of-stories.js';
export { feedOfStory, type StoryPage } from './feed-of-story.js';
export { feedOfCorrections } from './feed-of-corrections.js';
export { type Category, type Entry, type Feed, type FeedLinks, type Tombstone } from './feed.js';
export { newsSitemap, sitemap, SITEMAP_TYPE } from './sitemap.js';
export { atom, ATOM } from './atom.js';
export { jsonFeed, JSON_FEED } from './json-feed.js';
export { jsonLd, jsonLdForScript } from './json-ld.js';
export { ninjs, ninjsOfNotice } from './ninjs.js';
export { prov } from './prov.js';
export { type TableReader } from './csv.js';
export {
  csvHeaderOfClaims,
  csvHeaderOfDevelopments,
  csvRowsOfClaims,
  csvRowsOfDevelopments,
} from './csv-tables.js';
export { cloudEvent, CLOUD_EVENT, type CloudEvent, type CloudEventData } from './cloud-event.js';
export { purgeOf, storyTag, type Purge } from './purge.js';
export { FEED_FORMATS, FORMATS, OWN_JSON, STORY_FORMATS, TABLE_FORMATS } from './formats.js';
export {
  TABLE_LISTS,
  type FeedFormat,
  type Format,
  type NamedFormat,
  type StoryFormat,
  type TableFormat,
  type TableList,
} from './format.js';
export { formatsFingerprint } from './fingerprint.js';
export { sampleKilled, sampleState } from './sample-state.js';
export {
  type ClaimView,
  type CorrectionView,
  type DevelopmentView,
  type NoticeView,
  type StoryHeader,
} from './view.js';
