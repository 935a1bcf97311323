import type { StateView } from '#projections';
import { pageUrl, storyUrl } from './address.js';
import { ATOM, atom } from './atom.js';
import { CSV, CSV_SUFFIX } from './csv.js';
import { csvTableHeader, csvTableRows } from './csv-tables.js';
import { feedOfStory } from './feed-of-story.js';
import type { Feed } from './feed.js';
import type { DocumentFormat, FeedFormat, Format, StoryFormat, TableFormat } from './format.js';
import { JSON_FEED, jsonFeed } from './json-feed.js';
import { jsonLd } from './json-ld.js';
import { withNames } from './named.js';
import { ninjs, ninjsOfNotice } from './ninjs.js';
import { prov } from './prov.js';
import type { Site } from './site.js';

/** Our own JSON, which every address has without a suffix too. */
export const OWN_JSON = { mediaType: 'application/json', suffix: '.json' } as const;

/**
 * Every format in which the archive publishes, besides our own JSON. An entry is all that a format needs: routes,
 * suffixes, content negotiation, purging, OpenAPI and the tests of every surface follow from it. The order is that of
 * links, documents and messages.
 *
 * Atom, JSON Feed and JSON-LD have registered media types. IPTC has none for ninjs: this one follows those of its XML
 * formats. PROV-JSON has none either: this one is in use.
 */
export const FORMATS: readonly Format[] = [
  document({
    name: 'ninjs',
    title: 'a ninjs item',
    mediaType: 'application/vnd.iptc.ninjs+json',
    suffix: '.ninjs',
    schema: object('Ninjs', 'News in JSON: IPTC’s ninjs 3.1.', 'https://iptc.org/std/ninjs/', ['uri']),
    render: ninjs,
    cancel: ninjsOfNotice,
  }),
  document({
    name: 'jsonld',
    title: 'JSON-LD',
    mediaType: 'application/ld+json',
    suffix: '.jsonld',
    schema: object(
      'JsonLd',
      'A LiveBlogPosting of schema.org, as JSON-LD.',
      'https://schema.org/LiveBlogPosting',
      ['@context', '@type'],
    ),
    render: jsonLd,
  }),
  feed({
    name: 'atom',
    title: 'an Atom feed',
    mediaType: ATOM,
    suffix: '.atom',
    schema: text(
      'Atom',
      'An Atom feed (RFC 4287), with tombstones (RFC 6721) and archives (RFC 5005).',
      ATOM,
    ),
    operation: 'Atom',
    write: atom,
  }),
  feed({
    name: 'jsonfeed',
    title: 'a JSON Feed',
    mediaType: JSON_FEED,
    suffix: '.jsonfeed',
    schema: object('JsonFeed', 'A JSON Feed, version 1.1.', 'https://www.jsonfeed.org/version/1.1/', [
      'version',
      'title',
      'items',
    ]),
    operation: 'Json',
    write: jsonFeed,
  }),
  document({
    name: 'prov',
    title: 'PROV-JSON',
    mediaType: 'application/prov+json',
    suffix: '.prov',
    schema: object(
      'Prov',
      'Who said what, and who passed it on, as PROV-JSON.',
      'https://www.w3.org/submissions/prov-json/',
      ['prefix'],
    ),
    render: prov,
  }),
  {
    kind: 'table',
    name: 'csv',
    title: 'a table',
    mediaType: CSV,
    contentType: `${CSV}; charset=utf-8; header=present`,
    suffix: CSV_SUFFIX,
    schema: text('Table', 'A table (RFC 4180). Its first line names the columns.', CSV),
    operation: '',
    header: csvTableHeader,
    rows: csvTableRows,
  },
];

export const STORY_FORMATS: readonly StoryFormat[] = FORMATS.filter((format) => format.kind !== 'table');
export const FEED_FORMATS: readonly FeedFormat[] = FORMATS.filter((format) => format.kind === 'feed');
export const TABLE_FORMATS: readonly TableFormat[] = FORMATS.filter((format) => format.kind === 'table');

function document(format: Omit<DocumentFormat, 'kind' | 'contentType'>): DocumentFormat {
  const { mediaType, render } = format;
  return { ...format, kind: 'document', contentType: contentTypeOf(mediaType), render: named(render) };
}

function feed(format: Omit<FeedFormat, 'kind' | 'contentType' | 'render'>): FeedFormat {
  const { mediaType, suffix, write } = format;
  const render: FeedFormat['render'] = (view, site, asked) => write(feedOf(view, site, suffix, asked), site);
  return { ...format, kind: 'feed', contentType: contentTypeOf(mediaType), render: named(render) };
}

/** JSON has no charset: it is always UTF-8 (RFC 8259 section 8.1). */
function contentTypeOf(mediaType: string): string {
  return mediaType.endsWith('json') ? mediaType : `${mediaType}; charset=utf-8`;
}

/** Renders a state whose names are in the language asked for. */
function named(render: DocumentFormat['render']): DocumentFormat['render'] {
  return (view, site, asked = []) => render(withNames(view, view, asked), site, asked);
}

function feedOf(view: StateView, site: Site, suffix: string, asked?: readonly string[]): Feed {
  const links = {
    self: storyUrl(site, view.slug) + suffix,
    alternate: pageUrl(site, view.slug),
    data: storyUrl(site, view.slug),
    archive: false,
    related: [],
  };
  return feedOfStory({ story: view, developments: view.developments.items }, site, links, asked);
}

/** A schema that names the required members only: the format's own specification says the rest. */
function object(
  name: string,
  description: string,
  url: string,
  required: readonly string[],
): Format['schema'] {
  const properties = Object.fromEntries(required.map((member) => [member, {}]));
  return {
    name,
    of: {
      type: 'object',
      description,
      externalDocs: { url },
      required,
      properties,
      additionalProperties: true,
    },
  };
}

function text(name: string, description: string, contentMediaType: string): Format['schema'] {
  return { name, of: { type: 'string', description, contentMediaType } };
}
