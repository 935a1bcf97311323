import {
  feedOfStory,
  pageUrl,
  type CorrectionView,
  type DevelopmentView,
  type Feed,
  type FeedFormat,
  type FeedLinks,
  type Site,
  type StoryHeader,
} from '#formats';
import type { FoundStory, ListFilter, StoryReader } from '#projections';

/** A form that is a feed, by its suffix and its writer. */
export type FeedForm = Pick<FeedFormat, 'suffix' | 'write'> & {
  /** Set where the key developments alone are asked for. */
  readonly significance?: 'key' | undefined;
};

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
  { suffix, write, significance }: FeedForm,
): string {
  const address = site.origin + stories.addressOf(found);
  const archives = archivesOf(found.revision);
  const chosen = chosenBy(significance);
  const developments = developmentsOf(stories, found, [], significance).filter(
    ({ revision }, i) => i < LEAST || Number(revision) >= archives * ARCHIVED,
  );
  const before =
    archives > 0
      ? [{ rel: 'prev-archive', href: `${address}/archive/${archives - 1}${suffix}${chosen}` } as const]
      : [];
  return write(
    feedOf(stories, found, developments, site, {
      self: `${address}${suffix}${chosen}`,
      alternate: pageUrl(site, found.slug),
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
  { suffix, write, significance }: FeedForm,
): string {
  const address = site.origin + stories.addressOf(found);
  const chosen = chosenBy(significance);
  const at = (n: number): string => `${address}/archive/${n}${suffix}${chosen}`;
  const [start, end] = [number * ARCHIVED, (number + 1) * ARCHIVED];
  const developments = developmentsOf(stories, found, [end], significance).filter(
    ({ revision }) => Number(revision) >= start,
  );
  const related: FeedLinks['related'] = [
    { rel: 'current', href: `${address}${suffix}${chosen}` },
    ...(number > 0 ? [{ rel: 'prev-archive', href: at(number - 1) } as const] : []),
    ...(number + 1 < archivesOf(found.revision)
      ? [{ rel: 'next-archive', href: at(number + 1) } as const]
      : []),
  ];
  const links = { self: at(number), alternate: pageUrl(site, found.slug), archive: true, related };
  return write(feedOf(stories, found, developments, site, links), site);
}

function feedOf(
  stories: StoryReader,
  found: FoundStory,
  developments: readonly DevelopmentView[],
  site: Site,
  links: FeedLinks,
): Feed {
  const corrections = page(stories, found, 'corrections', []).items as readonly CorrectionView[];
  return feedOfStory({ story: stories.header(found) as StoryHeader, developments, corrections }, site, links);
}

const chosenBy = (significance: 'key' | undefined): string =>
  significance === undefined ? '' : `?significance=${significance}`;

const developmentsOf = (
  stories: StoryReader,
  found: FoundStory,
  from: readonly number[],
  significance: 'key' | undefined,
): readonly DevelopmentView[] =>
  page(stories, found, 'developments', from, { significance }).items as readonly DevelopmentView[];

function page(
  stories: StoryReader,
  found: FoundStory,
  list: 'developments' | 'corrections',
  from: readonly number[],
  filter: ListFilter = {},
): { readonly items: unknown } {
  const cut = { from, limit: ARCHIVED, filter };
  return JSON.parse(stories.list(found, list, cut)) as { readonly items: unknown };
}
