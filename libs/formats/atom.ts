import { pageIn } from './address.js';
import type { Entry, Feed, Tombstone } from './feed.js';
import type { Site } from './site.js';
import { element, textElement } from './xml.js';
import type { Worded } from './language.js';

const HTML = 'text/html';
export const ATOM = 'application/atom+xml';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
} as const;

/**
 * A feed as Atom (RFC 4287). What was killed is an `at:deleted-entry` (RFC 6721). It is also an entry of the same id
 * with the notice for its words: most readers pass over the former, and keep what was killed until an entry replaces
 * it. A reader of RFC 6721 removes the entry, which is not newer than its deletion. An archive document says that it
 * is one and where the others are (RFC 5005). All text is plain; characters that XML cannot hold are replaced.
 */
export function atom(feed: Feed, site: Site): string {
  const { links } = feed;
  const content = [
    textElement('id', feed.id),
    words('title', feed.title),
    ...(feed.subtitle ? [words('subtitle', feed.subtitle)] : []),
    textElement('updated', feed.updated),
    element('author', {}, [textElement('name', site.name), textElement('uri', site.origin)]),
    element('link', { rel: 'self', type: ATOM, href: links.self }),
    ...alternates(links, feed),
    ...links.related.map(({ rel, href }) =>
      element('link', { rel, type: rel === 'hub' ? undefined : ATOM, href }),
    ),
    ...(links.archive ? [element('fh:archive', {})] : []),
    ...feed.entries.map((e) => entry(e, feed)),
    ...feed.tombstones.flatMap((t) => [tombstone(t), noticeInPlace(t, feed)]),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', NAMESPACES, content)}\n`;
}

const entry = (e: Entry, feed: Feed): string =>
  element('entry', {}, [
    textElement('id', e.id),
    words('title', e.title),
    words('summary', e.summary),
    textElement('published', e.published),
    textElement('updated', e.updated),
    ...alternates(e, feed),
    ...e.categories.map(({ term, scheme }) => element('category', { term, scheme: scheme ?? undefined })),
  ]);

/**
 * The page, the same as JSON, and the page in the language of the feed. Of several alternates some programs open the
 * first and some the last, whatever their types: both are a page.
 */
const alternates = (
  { alternate, data }: Pick<Entry, 'alternate' | 'data'>,
  { language }: Feed,
): readonly string[] => [
  element('link', { rel: 'alternate', type: HTML, href: alternate }),
  element('link', { rel: 'alternate', type: 'application/json', href: data }),
  element('link', { rel: 'alternate', type: HTML, hreflang: language, href: pageIn(language, alternate) }),
];

const tombstone = ({ ref, when, comment }: Tombstone): string =>
  element('at:deleted-entry', { ref, when }, [
    textElement('at:comment', comment.text, { type: 'text', 'xml:lang': comment.lang }),
  ]);

const noticeInPlace = ({ ref, when, comment, alternate }: Tombstone, { language }: Feed): string =>
  element('entry', {}, [
    textElement('id', ref),
    words('title', comment),
    words('summary', comment),
    textElement('updated', when),
    element('link', { rel: 'alternate', type: HTML, href: alternate }),
    element('link', { rel: 'alternate', type: HTML, hreflang: language, href: pageIn(language, alternate) }),
  ]);

const words = (name: string, { text, lang }: Worded): string =>
  textElement(name, text, { type: 'text', 'xml:lang': lang });
