import type { StateView } from '#projections';
import { pageUrl, storyUrl } from './address.js';
import { ATOM, atom } from './atom.js';
import { feedOfStory } from './feed-of-story.js';
import type { Feed } from './feed.js';
import { JSON_FEED, jsonFeed } from './json-feed.js';
import { jsonLd } from './json-ld.js';
import { withNames } from './named.js';
import { ninjs, ninjsOfNotice } from './ninjs.js';
import { prov } from './prov.js';
import type { Site } from './site.js';
import type { NoticeView } from './view.js';

/** A form in which the state of a story is given, besides our own JSON. */
export interface StoryFormat {
  readonly name: 'ninjs' | 'jsonld' | 'atom' | 'jsonfeed' | 'prov';
  readonly mediaType: string;
  /** What follows the story's address to ask for it. */
  readonly suffix: string;
  /** The text of the whole answer, in UTF-8; `asked` are languages by preference (BCP 47). */
  readonly render: (view: StateView, site: Site, asked?: readonly string[]) => string;
  /** Of a form that is a feed: how it is written, for whoever has more entries and links than a state has. */
  readonly write?: (feed: Feed, site: Site) => string;
  /** The text of what is said of a story that is withheld, of which there is no state; by some forms only. */
  readonly cancel?: (
    story: { readonly slug: string },
    notice: NoticeView,
    site: Site,
    asked?: readonly string[],
  ) => string;
}

/** A form that is a feed. */
export type FeedFormat = StoryFormat & Required<Pick<StoryFormat, 'write'>>;

/** The same of a state whose names are in the language that is asked for. */
function named(render: StoryFormat['render']): StoryFormat['render'] {
  return (view, site, asked = []) => render(withNames(view, view, asked), site, asked);
}

export const FEED_FORMATS: readonly [FeedFormat, FeedFormat] = [
  feedFormat({ name: 'atom', mediaType: ATOM, suffix: '.atom', write: atom }),
  feedFormat({ name: 'jsonfeed', mediaType: JSON_FEED, suffix: '.jsonfeed', write: jsonFeed }),
];

function feedFormat(feed: Omit<FeedFormat, 'render'>): FeedFormat {
  const { suffix, write } = feed;
  return {
    ...feed,
    render: named((view, site, asked) => write(feedOf(view, site, suffix, asked), site)),
  };
}

/**
 * Atom, JSON Feed and JSON-LD have registered types. ninjs has none of IPTC's: this one is made as those of its XML
 * formats are. PROV-JSON has none either: this is the one in use.
 */
export const STORY_FORMATS: readonly StoryFormat[] = [
  {
    name: 'ninjs',
    mediaType: 'application/vnd.iptc.ninjs+json',
    suffix: '.ninjs',
    render: named(ninjs),
    cancel: ninjsOfNotice,
  },
  { name: 'jsonld', mediaType: 'application/ld+json', suffix: '.jsonld', render: named(jsonLd) },
  ...FEED_FORMATS,
  { name: 'prov', mediaType: 'application/prov+json', suffix: '.prov', render: named(prov) },
];

function feedOf(view: StateView, site: Site, suffix: string, asked?: readonly string[]): Feed {
  const alternate = pageUrl(site, view.slug);
  const links = {
    self: storyUrl(site, view.slug) + suffix,
    alternate,
    data: storyUrl(site, view.slug),
    archive: false,
    related: [],
  };
  const page = { story: view, developments: view.developments.items };
  return feedOfStory(page, site, links, asked);
}
