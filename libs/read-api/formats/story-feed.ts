import {
  feedOfStory,
  languagesOf,
  pageUrl,
  withNames,
  worded,
  type DevelopmentView,
  type Feed,
  type FeedFormat,
  type FeedLinks,
  type Site,
  type StoryHeader,
} from '#formats';
import type { FoundStory, ListFilter, StoryReader } from '#projections';
import { inLanguage, type AskedLanguages } from '../answers/asked-languages.js';

/** The format of a story's feed. */
type StoryFeedFormat = Pick<FeedFormat, 'suffix' | 'write'> & {
  /** Set if only key developments are asked for. */
  readonly significance?: 'key' | undefined;
};

/** Revisions in one archive document (RFC 5005 section 4). A full one keeps its entries. */
const ARCHIVED = 100;
/** Developments in the feed of a story: at least this many, if there are. */
const LEAST = 20;

/** The number of archive documents of a story at a revision. */
export const archivesOf = (revision: number): number => Math.floor((revision + 1) / ARCHIVED);

/** The feed of a story: its newest developments, at least all that no archive document has, and a link to those. */
export function storyFeed(
  stories: StoryReader,
  found: FoundStory,
  site: Site,
  { suffix, write, significance }: StoryFeedFormat,
  asked: AskedLanguages,
): string {
  const address = site.origin + stories.addressOf(found);
  const archives = archivesOf(found.revision);
  const chosen = chosenBy(significance);
  const at = (path: string): string => inLanguage(`${address}${path}${suffix}${chosen}`, asked);
  const developments = developmentsOf(stories, found, [], significance).filter(
    ({ revision }, i) => i < LEAST || Number(revision) >= archives * ARCHIVED,
  );
  const before = archives > 0 ? [{ rel: 'prev-archive', href: at(`/archive/${archives - 1}`) } as const] : [];
  return write(
    feedOf(stories, found, developments, site, asked, {
      self: at(''),
      alternate: pageUrl(site, found.slug),
      data: address,
      archive: false,
      related: before,
    }),
    site,
  );
}

/** An archive document of a story: the developments of a hundred revisions, in their present form. */
export function storyArchive(
  stories: StoryReader,
  found: FoundStory,
  number: number,
  site: Site,
  { suffix, write, significance }: StoryFeedFormat,
  asked: AskedLanguages,
): string {
  const address = site.origin + stories.addressOf(found);
  const chosen = chosenBy(significance);
  const at = (n: number): string => inLanguage(`${address}/archive/${n}${suffix}${chosen}`, asked);
  const [start, end] = [number * ARCHIVED, (number + 1) * ARCHIVED];
  const developments = developmentsOf(stories, found, [end], significance).filter(
    ({ revision }) => Number(revision) >= start,
  );
  const related: FeedLinks['related'] = [
    { rel: 'current', href: inLanguage(`${address}${suffix}${chosen}`, asked) },
    ...(number > 0 ? [{ rel: 'prev-archive', href: at(number - 1) } as const] : []),
    ...(number + 1 < archivesOf(found.revision)
      ? [{ rel: 'next-archive', href: at(number + 1) } as const]
      : []),
  ];
  const links = {
    self: at(number),
    alternate: pageUrl(site, found.slug),
    data: address,
    archive: true,
    related,
  };
  return write(feedOf(stories, found, developments, site, asked, links), site);
}

function feedOf(
  stories: StoryReader,
  found: FoundStory,
  developments: readonly DevelopmentView[],
  site: Site,
  { languages }: AskedLanguages,
  links: FeedLinks,
): Feed {
  const story = stories.header(found) as StoryHeader;
  return feedOfStory(withNames({ story, developments }, story, languages), site, links, languages);
}

const chosenBy = (significance: 'key' | undefined): string =>
  significance === undefined ? '' : `?significance=${significance}`;

/** The language of a story's words: that of its headline, or of its notice. Empty if it is unknown. */
export function languageGiven(
  stories: StoryReader,
  found: FoundStory,
  { languages }: AskedLanguages,
): readonly string[] {
  const story = stories.header(found) as StoryHeader;
  const lang = worded(story.notice?.notice ?? story.headline, languagesOf(languages, story))?.lang;
  return lang === undefined || lang === 'und' ? [] : [lang];
}

function developmentsOf(
  stories: StoryReader,
  found: FoundStory,
  from: readonly number[],
  significance: 'key' | undefined,
): readonly DevelopmentView[] {
  const filter: ListFilter = { significance };
  const text = stories.list(found, 'developments', { from, limit: ARCHIVED, filter });
  return (JSON.parse(text) as { readonly items: readonly DevelopmentView[] }).items;
}
