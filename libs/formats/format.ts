import type { StateView } from '#projections';
import type { TableReader } from './csv.js';
import type { Feed } from './feed.js';
import type { Site } from './site.js';
import type { NoticeView } from './view.js';

/** A format, as addresses, media types and OpenAPI name it. */
export interface NamedFormat {
  /** Unique. It is part of ETags. */
  readonly name: string;
  /** The format in a sentence: `an Atom feed`. */
  readonly title: string;
  readonly mediaType: string;
  /** The media type with its parameters, as the header `Content-Type` has it. */
  readonly contentType: string;
  /** Ends the address that asks for the format: `.atom`. A dot and lower-case letters. */
  readonly suffix: string;
  /** The JSON Schema of what it gives, and its name in OpenAPI. */
  readonly schema: { readonly name: string; readonly of: Readonly<Record<string, unknown>> };
}

/** The state of a story, at its address and at those of its revisions. */
export interface DocumentFormat extends NamedFormat {
  readonly kind: 'document';
  /** The whole answer. `asked` are languages by preference (BCP 47). */
  readonly render: (view: StateView, site: Site, asked?: readonly string[]) => string;
  /** What it says of a withheld story, which has no state. Without it, the answer is a problem. */
  readonly cancel?: (
    story: { readonly slug: string },
    notice: NoticeView,
    site: Site,
    asked?: readonly string[],
  ) => string;
}

/**
 * A format of feeds. It also gives the state of a story, and the archive documents of that feed (RFC 5005). It gives the
 * list of all stories and the newsroom's corrections.
 */
export interface FeedFormat extends Omit<DocumentFormat, 'kind'> {
  readonly kind: 'feed';
  /** Ends the ids of its operations in OpenAPI: `feedStories` and `Atom`. */
  readonly operation: string;
  readonly write: (feed: Feed, site: Site) => string;
}

/** The lists of a story that are tables too. */
export const TABLE_LISTS = ['developments', 'claims'] as const;
export type TableList = (typeof TABLE_LISTS)[number];

/** The whole of a list of a story, at the list's address. */
export interface TableFormat extends NamedFormat {
  readonly kind: 'table';
  /** Ends the ids of its operations in OpenAPI: `tabulateClaims` and this. */
  readonly operation: string;
  /** The text before the rows. */
  readonly header: (list: TableList, reader: TableReader) => string;
  /** Rows, in the order of the list. `languages` are by preference (BCP 47). */
  readonly rows: (
    list: TableList,
    items: readonly never[],
    languages: readonly string[],
    reader: TableReader,
  ) => string;
}

export type StoryFormat = DocumentFormat | FeedFormat;
export type Format = StoryFormat | TableFormat;
