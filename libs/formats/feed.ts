import type { Own, Worded } from './language.js';

/** A feed before it is written in a format. Ids are permanent URIs; times are ISO 8601 in UTC. */
export interface Feed {
  readonly id: string;
  readonly title: Worded;
  readonly subtitle: Worded | null;
  /** The language of the newsroom's own words, and of the linked pages. */
  readonly language: Own;
  readonly updated: string;
  readonly links: FeedLinks;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Entries that were withheld. */
  readonly tombstones: readonly Tombstone[];
}

/** The feed's own address and related ones. They are absolute, and in the feed's format unless the comment says otherwise. */
export interface FeedLinks {
  readonly self: string;
  /** The page about the same. */
  readonly alternate: string;
  /** The same in our own JSON. */
  readonly data: string;
  /** True for an archive document, whose set of entries does not change (RFC 5005 section 4). */
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
  /** The page, at the entry's subject. */
  readonly alternate: string;
  /** The same in our own JSON. */
  readonly data: string;
  readonly categories: readonly Category[];
}

export interface Category {
  readonly term: string;
  /** The vocabulary of the term. */
  readonly scheme: string | null;
}

/** A withheld entry (RFC 6721): its id, since when it is withheld, the notice, and the page with the notice. */
export interface Tombstone {
  readonly ref: string;
  readonly when: string;
  readonly comment: Worded;
  readonly alternate: string;
}

/** The latest of some moments in the same notation; `otherwise` without any. */
export const latest = (moments: readonly string[], otherwise: string): string =>
  moments.reduce((a, b) => (b > a ? b : a), moments[0] ?? otherwise);
