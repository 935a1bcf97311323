import type { ChangeView } from '#projections';
import { claimUrl, storiesUrl, storyUrl } from './address.js';
import { putsRight } from './feed-of-corrections.js';
import type { Site } from './site.js';

/** What a cache must forget after an event: addresses, what addresses begin with, and surrogate keys. */
export interface Purge {
  readonly urls: readonly string[];
  readonly prefixes: readonly string[];
  readonly tags: readonly string[];
}

/** The surrogate key of all that tells of a story. */
export const storyTag = (id: string): string => `story-${id}`;

/** What follows a story's address in its other forms and its lists. */
const FORMS = ['', '.ninjs', '.jsonld', '.atom', '.jsonfeed', '.prov'];
const LISTS = [
  '/developments',
  '/developments.csv',
  '/claims',
  '/claims.csv',
  '/questions',
  '/corrections',
  '/timemap',
];
/** Lists of the archive that tell of every story. */
const FRONT = ['', '.atom', '.jsonfeed'];
const RECORD = ['', '.atom', '.jsonfeed'];
/** Claims that one event names one by one; the tag names the others. */
const MOST_CLAIMS = 50;

/** After these what was cached of the past is wrong too: mementos, pages of search, of parties and of changes. */
const REWRITES: ReadonlySet<string> = new Set([
  'DevelopmentKilled',
  'DevelopmentTakenDown',
  'DevelopmentReinstated',
  'StoryKilled',
  'StoryTakenDown',
  'StoryReinstated',
]);

/**
 * What a change makes stale. The list of addresses is bounded: lists and other forms without their queries, for which
 * there are the tag and the prefixes. A story answers by its slug and by its id.
 */
export function purgeOf({ type, story, changes }: ChangeView, site: Site): Purge {
  const names = [story.slug, story.id];
  const stories = names.map((name) => storyUrl(site, name));
  const claims = new Set(changes.flatMap(({ path }) => /^\/claims\/([^/]+)/.exec(path)?.[1] ?? []));
  const ofClaims = [...claims].slice(0, MOST_CLAIMS);
  const archive = `${site.origin}/v1`;
  return {
    urls: [
      ...stories.flatMap((url) => [...FORMS, ...LISTS].map((form) => url + form)),
      ...stories.map((url) => `${archive}/timemap/link/${url}`),
      ...names.map((name) => `${site.origin}/stories/${name}`),
      ...names.flatMap((name) => ofClaims.map((claim) => claimUrl(site, name, claim))),
      ...FRONT.map((form) => storiesUrl(site) + form),
      `${archive}/changes`,
      `${site.origin}/`,
      ...(putsRight(type)
        ? [`${site.origin}/corrections`, ...RECORD.map((form) => `${archive}/corrections${form}`)]
        : []),
    ],
    prefixes: REWRITES.has(type)
      ? [
          ...stories.flatMap((url) => [`${url}/`, `${url}?`, `${url}.`]),
          ...names.flatMap((name) => [`${site.origin}/stories/${name}/`, `${site.origin}/stories/${name}?`]),
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
