import type { ChangeView } from '#projections';
import { amends, withholdsDevelopment, withholdsStory } from '#story';
import { claimUrl, pageUrl, storiesUrl, storyUrl } from './address.js';
import { TABLE_LISTS } from './format.js';
import { FEED_FORMATS, OWN_JSON, STORY_FORMATS, TABLE_FORMATS } from './formats.js';
import type { Site } from './site.js';

/** What a cache must forget after an event: addresses, prefixes of addresses, and surrogate keys. */
export interface Purge {
  readonly urls: readonly string[];
  readonly prefixes: readonly string[];
  readonly tags: readonly string[];
}

/** The surrogate key of every answer about one story. */
export const storyTag = (id: string): string => `story-${id}`;

/** What follows the address of a story: its formats, and its lists with theirs. */
const OF_STORY = ['', OWN_JSON.suffix, ...STORY_FORMATS.map(({ suffix }) => suffix)];
const OF_LISTS = [
  ...TABLE_LISTS.flatMap((list) =>
    ['', ...TABLE_FORMATS.map(({ suffix }) => suffix)].map((end) => `/${list}${end}`),
  ),
  '/questions',
  '/corrections',
  '/timemap',
];
/** What follows the addresses of lists about every story. */
const OF_FEEDS = ['', ...FEED_FORMATS.map(({ suffix }) => suffix)];
/** Claims whose addresses one event lists. The tag covers the others. */
const MOST_CLAIMS = 50;

/** True if cached answers about the past are wrong too: mementos, and pages of search, of parties and of changes. */
const rewrites = (type: string): boolean => withholdsStory(type) || withholdsDevelopment(type);

/**
 * What a change makes stale. The list of addresses is bounded: it has no queries, which the tag and the prefixes cover. A
 * story has two addresses, by its slug and by its id.
 */
export function purgeOf({ type, story, changes, whole }: ChangeView, site: Site): Purge {
  const names = [story.slug, story.id];
  const stories = names.map((name) => storyUrl(site, name));
  const claims = new Set(changes.flatMap(({ path }) => /^\/claims\/([^/]+)/.exec(path)?.[1] ?? []));
  const ofClaims = [...claims].slice(0, MOST_CLAIMS);
  const archive = `${site.origin}/v1`;
  return {
    urls: [
      ...stories.flatMap((url) => [...OF_STORY, ...OF_LISTS].map((end) => url + end)),
      ...stories.map((url) => `${archive}/timemap/link/${url}`),
      ...names.map((name) => pageUrl(site, name)),
      ...names.flatMap((name) => ofClaims.map((claim) => claimUrl(site, name, claim))),
      ...OF_FEEDS.map((end) => storiesUrl(site) + end),
      `${archive}/changes`,
      `${site.origin}/`,
      ...(amends(type) || changes.some(({ path }) => path.startsWith('/corrections/'))
        ? [`${site.origin}/corrections`, ...OF_FEEDS.map((end) => `${archive}/corrections${end}`)]
        : []),
    ],
    prefixes:
      whole || rewrites(type)
        ? [
            ...stories.flatMap((url) => [`${url}/`, `${url}?`, `${url}.`]),
            ...names.flatMap((name) => [`${pageUrl(site, name)}/`, `${pageUrl(site, name)}?`]),
            `${site.origin}/?`,
            `${site.origin}/parties/`,
            `${storiesUrl(site)}?`,
            `${archive}/changes?`,
            `${archive}/parties/`,
          ]
        : [],
    tags: [storyTag(story.id)],
  };
}
