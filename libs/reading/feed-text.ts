import {
  atom,
  feedOfStory,
  jsonFeed,
  type CorrectionView,
  type DevelopmentView,
  type Feed,
  type FeedLinks,
  type Site,
  type StoryHeader,
} from '#formats';
import type { FoundStory, StoryReader } from '#projections';

/** A form that a feed is written in, by what its address ends with. */
export interface FeedForm {
  readonly suffix: '.atom' | '.jsonfeed';
  readonly type: string;
  readonly write: (feed: Feed, site: Site) => string;
}

export const FEED_FORMS: readonly FeedForm[] = [
  { suffix: '.atom', type: 'application/atom+xml', write: atom },
  { suffix: '.jsonfeed', type: 'application/feed+json', write: jsonFeed },
];

/** Revisions of one archive document (RFC 5005 section 4): what is in it once it is full stays in it. */
const ARCHIVED = 100;
/** Developments that the feed of a story has at least, where there are as many. */
const LEAST = 20;

/** How many archive documents a story has at a revision. */
export const archivesOf = (revision: number): number => Math.floor((revision + 1) / ARCHIVED);

/** The feed of a story: its newest developments, all that no archive document has, and where those are. */
export function storyFeed(
  stories: StoryReader,
  found: FoundStory,
  site: Site,
  { suffix, write }: FeedForm,
): string {
  const address = site.origin + stories.addressOf(found);
  const archives = archivesOf(found.revision);
  const developments = page<DevelopmentView>(stories, found, 'developments', []).filter(
    ({ revision }, i) => i < LEAST || Number(revision) >= archives * ARCHIVED,
  );
  const before =
    archives > 0
      ? [{ rel: 'prev-archive', href: `${address}/archive/${archives - 1}${suffix}` } as const]
      : [];
  return write(
    feedOf(stories, found, developments, site, {
      self: `${address}${suffix}`,
      alternate: readersPage(site, found),
      archive: false,
      related: before,
    }),
    site,
  );
}

/** An archive document of a story: the developments of a hundred of its revisions, as they are now. */
export function storyArchive(
  stories: StoryReader,
  found: FoundStory,
  number: number,
  site: Site,
  { suffix, write }: FeedForm,
): string {
  const address = site.origin + stories.addressOf(found);
  const at = (n: number): string => `${address}/archive/${n}${suffix}`;
  const [start, end] = [number * ARCHIVED, (number + 1) * ARCHIVED];
  const developments = page<DevelopmentView>(stories, found, 'developments', [end]).filter(
    ({ revision }) => Number(revision) >= start,
  );
  const related: FeedLinks['related'] = [
    { rel: 'current', href: `${address}${suffix}` },
    ...(number > 0 ? [{ rel: 'prev-archive', href: at(number - 1) } as const] : []),
    ...(number + 1 < archivesOf(found.revision)
      ? [{ rel: 'next-archive', href: at(number + 1) } as const]
      : []),
  ];
  const links = { self: at(number), alternate: readersPage(site, found), archive: true, related };
  return write(feedOf(stories, found, developments, site, links), site);
}

const readersPage = ({ origin }: Site, { slug }: FoundStory): string => `${origin}/stories/${slug}`;

function feedOf(
  stories: StoryReader,
  found: FoundStory,
  developments: readonly DevelopmentView[],
  site: Site,
  links: FeedLinks,
): Feed {
  const corrections = page<CorrectionView>(stories, found, 'corrections', []);
  return feedOfStory({ story: stories.header(found) as StoryHeader, developments, corrections }, site, links);
}

function page<T>(
  stories: StoryReader,
  found: FoundStory,
  list: 'developments' | 'corrections',
  from: readonly number[],
): readonly T[] {
  return (
    JSON.parse(stories.list(found, list, { from, limit: ARCHIVED })) as { readonly items: readonly T[] }
  ).items;
}
