import { OWN_JSON, type StoryFormat } from '#formats';
import { Problem } from '#http';
import { preferredOf } from '../answers/preferred-type.js';

export const JSON_UTF8 = 'application/json; charset=utf-8';

/** The format of a state; null for our own JSON. */
export type RequestedFormat = StoryFormat | null;

/**
 * Splits a path at the suffix of its format: `aleppo-talks.atom`. Null for a path without a suffix.
 *
 * @throws Problem `not-found` for a suffix of no format
 */
export function formatBySuffix(
  path: string,
  formats: readonly StoryFormat[],
): { readonly name: string; readonly format: RequestedFormat } | null {
  const dot = path.indexOf('.');
  if (dot < 0) return null;
  const [name, suffix] = [path.slice(0, dot), path.slice(dot)];
  if (suffix === OWN_JSON.suffix) return { name, format: null };
  const format = formats.find((one) => one.suffix === suffix);
  if (format) return { name, format };
  const known = [OWN_JSON, ...formats].map((one) => one.suffix).join(', ');
  throw new Problem('not-found', `A story has no format with this suffix. It has ${known}.`);
}

/** The format that an `Accept` header prefers (RFC 9110 section 12.5.1). @throws Problem `not-acceptable` */
export function formatByAccept(accept: string | undefined, formats: readonly StoryFormat[]): RequestedFormat {
  if (accept === undefined) return null;
  const types = [OWN_JSON, ...formats].map(({ mediaType }) => mediaType);
  const preferred = preferredOf(accept, types);
  if (preferred === undefined)
    throw new Problem(
      'not-acceptable',
      `A story has no format that Accept allows. It has ${types.join(', ')}.`,
      { headers: { vary: 'Accept' } },
    );
  return formats.find(({ mediaType }) => mediaType === preferred) ?? null;
}
