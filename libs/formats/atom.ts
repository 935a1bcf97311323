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
 * A feed as Atom (RFC 4287). All text is plain. Characters that XML cannot contain are replaced.
 *
 * Killed content is an `at:deleted-entry` (RFC 6721), and also an entry with the same id whose text is the notice. Most
 * feed readers ignore the former: they keep killed content until an entry replaces it. A reader that knows RFC 6721
 * removes that entry again, because it is not newer than the deletion.
 *
 * An archive document says so, and links to the others (RFC 5005).
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
 * The page, the same as JSON, and the page in the feed's language. Of several alternates some programs open the first and
 * others the last, whatever their types: so both are pages.
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
