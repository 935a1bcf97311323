import { FEED_FORMATS, OWN_JSON, STORY_FORMATS, TABLE_FORMATS, TABLE_LISTS } from '#formats';

/** The path after the address of a story, for each format except our own JSON. */
export const STORY_SUFFIXES = STORY_FORMATS.map(({ suffix }) => suffix);
/** The same, including our own JSON. */
export const STATE_SUFFIXES = [OWN_JSON.suffix, ...STORY_SUFFIXES];
/** The path after the address of a story, for each of its tables: `/claims.csv`. */
export const TABLE_PATHS = TABLE_LISTS.flatMap((list) =>
  TABLE_FORMATS.map(({ suffix }) => `/${list}${suffix}`),
);
/** The path after the address of a list about all stories, for each of its feeds. */
export const FEED_SUFFIXES = FEED_FORMATS.map(({ suffix }) => suffix);
/** The feeds of the newsroom's corrections. */
export const CORRECTION_FEEDS = FEED_SUFFIXES.map((suffix) => `/v1/corrections${suffix}`);
