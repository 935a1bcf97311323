import type { Own, Worded } from './language.js';

/** A feed before it is written as Atom or JSON Feed. Ids are URIs that stay; times are ISO 8601 in UTC. */
export interface Feed {
  readonly id: string;
  readonly title: Worded;
  readonly subtitle: Worded | null;
  /** In which language the newsroom's own words are, and its pages are opened. */
  readonly language: Own;
  readonly updated: string;
  readonly links: FeedLinks;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** What was in the feed and may not be read any more. */
  readonly tombstones: readonly Tombstone[];
}

/** Where the feed is and what belongs to it, as absolute addresses; the media type is that of the feed's format. */
export interface FeedLinks {
  readonly self: string;
  /** What the feed is about, as a page. */
  readonly alternate: string;
  /** The same as our own JSON. */
  readonly data: string;
  /** RFC 5005 section 4: this is an archive document, whose entries stay as they are. */
  readonly archive: boolean;
  readonly related: readonly {
    readonly rel:
      'current' | 'prev-archive' | 'next-archive' | 'first' | 'last' | 'next' | 'previous' | 'hub';
    readonly href: string;
  }[];
}

export interface Entry {
  readonly id: string;
  readonly title: Worded;
  /** Plain text. */
  readonly summary: Worded;
  readonly published: string;
  readonly updated: string;
  /** The page, at what the entry is about. */
  readonly alternate: string;
  /** The same as our own JSON. */
  readonly data: string;
  readonly categories: readonly Category[];
}

export interface Category {
  readonly term: string;
  /** The vocabulary that the term is of. */
  readonly scheme: string | null;
}

/** RFC 6721: an entry that was, by its id, since when it is gone, the notice, and the page that shows the notice. */
export interface Tombstone {
  readonly ref: string;
  readonly when: string;
  readonly comment: Worded;
  readonly alternate: string;
}

/** The latest of some moments of one form; `otherwise` where there is none. */
export const latest = (moments: readonly string[], otherwise: string): string =>
  moments.reduce((a, b) => (b > a ? b : a), moments[0] ?? otherwise);
