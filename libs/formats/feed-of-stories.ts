import { pageUrl, storyUrl, urn } from './address.js';
import { topicCategory } from './feed-of-story.js';
import { latest, type Entry, type Feed, type FeedLinks, type Tombstone } from './feed.js';
import { languagesOf, own, worded } from './language.js';
import type { Site } from './site.js';
import type { StoryHeader } from './view.js';
import { noticeWords } from './words.js';

/** A story on the front page. A killed one has a notice and no words. */
export type FrontPageItem = Omit<StoryHeader, 'revision'>;

/** Stories as a feed, the newest development first. `updated` of an empty feed is 1970. */
export function feedOfStories(
  items: readonly FrontPageItem[],
  site: Site,
  links: FeedLinks,
  asked: readonly string[] = [],
): Feed {
  const entries = items.filter((item) => !item.notice).map((item) => entryOf(item, site, asked));
  const tombstones = items.flatMap((item) => tombstoneOf(item, site, asked));
  const moments = [...entries.map((e) => e.updated), ...tombstones.map((t) => t.when)];
  return {
    id: links.related.find((link) => link.rel === 'current')?.href ?? links.self,
    title: { text: site.name, lang: 'und' },
    subtitle: null,
    language: own(asked),
    updated: latest(moments, new Date(0).toISOString()),
    links,
    entries,
    tombstones,
  };
}

function entryOf(item: FrontPageItem, site: Site, asked: readonly string[]): Entry {
  const languages = languagesOf(asked, item);
  const title = worded(item.headline, languages) ?? { text: item.slug, lang: 'und' };
  return {
    id: urn(item.id),
    title,
    summary: worded(item.lede, languages) ?? title,
    published: item.openedAt,
    updated: item.updatedAt,
    alternate: pageUrl(site, item.slug),
    data: storyUrl(site, item.slug),
    categories: item.topics.map(topicCategory),
  };
}

const tombstoneOf = (item: FrontPageItem, site: Site, asked: readonly string[]): readonly Tombstone[] =>
  item.notice
    ? [
        {
          ref: urn(item.id),
          when: item.notice.at,
          comment: noticeWords(item.notice, languagesOf(asked, item)),
          alternate: pageUrl(site, item.slug),
        },
      ]
    : [];
