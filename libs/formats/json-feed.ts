import { harmless } from '#story';
import type { Entry, Feed, Tombstone } from './feed.js';
import type { Site } from './site.js';

export const JSON_FEED = 'application/feed+json';

/**
 * A feed as JSON Feed 1.1, which has no tombstones. A withheld item remains, with its notice as the text: feed readers
 * replace their copy with it. `_dateline.withdrawn` marks it for programs.
 */
export function jsonFeed(feed: Feed, site: Site): string {
  const { links, title, subtitle } = feed;
  const author = { name: site.name, url: site.origin };
  const older = links.related.find(({ rel }) => rel === 'prev-archive' || rel === 'next');
  const hubs = links.related.flatMap(({ rel, href }) => (rel === 'hub' ? { type: 'WebSub', url: href } : []));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: harmless(title.text),
    home_page_url: links.alternate,
    feed_url: links.self,
    description: subtitle === null ? undefined : harmless(subtitle.text),
    next_url: older?.href,
    authors: [author],
    language: title.lang === 'und' ? undefined : title.lang,
    hubs: hubs.length === 0 ? undefined : hubs,
    _dateline: { alternate: { type: 'application/json', url: links.data } },
    items: [...feed.entries.map(item), ...feed.tombstones.map(gone)],
  });
}

const item = (e: Entry) => ({
  id: e.id,
  url: e.alternate,
  title: harmless(e.title.text),
  content_text: harmless(e.summary.text),
  date_published: e.published,
  date_modified: e.updated,
  tags: e.categories.map((c) => c.term),
  language: e.summary.lang,
  _dateline: { alternate: { type: 'application/json', url: e.data } },
});

const gone = ({ ref, when, comment, alternate }: Tombstone) => ({
  id: ref,
  url: alternate,
  title: harmless(comment.text),
  content_text: harmless(comment.text),
  date_modified: when,
  language: comment.lang,
  _dateline: { about: 'https://www.rfc-editor.org/rfc/rfc6721', withdrawn: true },
});
