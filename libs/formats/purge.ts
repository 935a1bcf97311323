import type { ChangeView } from '#projections';
import { amends, withholdsDevelopment, withholdsStory } from '#story';
import { claimUrl, pageUrl, storiesUrl, storyUrl } from './address.js';
import type { Site } from './site.js';
import { FEED_FORMATS, STORY_FORMATS } from './story-formats.js';

/** What a cache must forget after an event: addresses, what addresses begin with, and surrogate keys. */
export interface Purge {
  readonly urls: readonly string[];
  readonly prefixes: readonly string[];
  readonly tags: readonly string[];
}

/** The surrogate key of all that tells of a story. */
export const storyTag = (id: string): string => `story-${id}`;

/** What follows a story's address in its other forms and its lists. */
const FORMS = ['', '.json', ...STORY_FORMATS.map(({ suffix }) => suffix)];
const LISTS = [
  '/developments',
  '/developments.csv',
  '/claims',
  '/claims.csv',
  '/questions',
  '/corrections',
  '/timemap',
];
/** Forms of the lists that tell of every story. */
const FEEDS = ['', ...FEED_FORMATS.map(({ suffix }) => suffix)];
/** Claims that one event names one by one; the tag names the others. */
const MOST_CLAIMS = 50;

/** After these what was cached of the past is wrong too: mementos, pages of search, of parties and of changes. */
const rewrites = (type: string): boolean => withholdsStory(type) || withholdsDevelopment(type);

/**
 * What a change makes stale. The list of addresses is bounded: lists and other forms without their queries, for which
 * there are the tag and the prefixes. A story answers by its slug and by its id.
 */
export function purgeOf({ type, story, changes, whole }: ChangeView, site: Site): Purge {
  const names = [story.slug, story.id];
  const stories = names.map((name) => storyUrl(site, name));
  const claims = new Set(changes.flatMap(({ path }) => /^\/claims\/([^/]+)/.exec(path)?.[1] ?? []));
  const ofClaims = [...claims].slice(0, MOST_CLAIMS);
  const archive = `${site.origin}/v1`;
  return {
    urls: [
      ...stories.flatMap((url) => [...FORMS, ...LISTS].map((form) => url + form)),
      ...stories.map((url) => `${archive}/timemap/link/${url}`),
      ...names.map((name) => pageUrl(site, name)),
      ...names.flatMap((name) => ofClaims.map((claim) => claimUrl(site, name, claim))),
      ...FEEDS.map((form) => storiesUrl(site) + form),
      `${archive}/changes`,
      `${site.origin}/`,
      ...(amends(type) || changes.some(({ path }) => path.startsWith('/corrections/'))
        ? [`${site.origin}/corrections`, ...FEEDS.map((form) => `${archive}/corrections${form}`)]
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
