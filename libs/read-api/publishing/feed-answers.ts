import type { FastifyRequest } from 'fastify';
import type { Feed, FeedLinks, Site } from '#formats';

/** The languages of the words in a feed. */
export function languagesIn({ entries, language }: Feed): readonly string[] {
  const found = new Set(entries.flatMap(({ title, summary }) => [title.lang, summary.lang]));
  found.delete('und');
  return found.size === 0 ? [language] : [...found];
}

/** The links of a feed that is read page by page. `alternate` is its page for readers, `data` the same as JSON. */
export function linksOf(
  request: FastifyRequest,
  { origin }: Site,
  next: string | null,
  { alternate, data }: Pick<FeedLinks, 'alternate' | 'data'>,
): FeedLinks {
  return {
    self: origin + request.url,
    alternate: origin + alternate,
    data: origin + data,
    archive: false,
    related: next === null ? [] : [{ rel: 'next', href: origin + next }],
  };
}

/** Calls `make` on the first call only. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
