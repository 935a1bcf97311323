import type { StoryFormat } from '#formats';
import { Problem } from '#http';
import { preferredOf } from '../answers/preferred-type.js';

/** In which form a state is given; null is our own JSON. */
export type Form =
  (Pick<StoryFormat, 'name' | 'suffix' | 'render' | 'write' | 'cancel'> & { readonly type: string }) | null;

export const JSON_UTF8 = 'application/json; charset=utf-8';
const JSON_SUFFIX = '.json';

/** JSON has no charset: it is in UTF-8 (RFC 8259 section 8.1). */
export const typeOf = (mediaType: string): string =>
  mediaType.endsWith('json') ? mediaType : `${mediaType}; charset=utf-8`;

const formOf = ({ mediaType, ...format }: StoryFormat): Form => ({
  ...format,
  type: typeOf(mediaType),
});

/** What stands before a suffix, and the form that it names; null where there is none. @throws Problem `not-found` */
export function named(
  path: string,
  formats: readonly StoryFormat[],
): { readonly name: string; readonly form: Form } | null {
  const dot = path.indexOf('.');
  if (dot < 0) return null;
  const [name, suffix] = [path.slice(0, dot), path.slice(dot)];
  if (suffix === JSON_SUFFIX) return { name, form: null };
  const format = formats.find((one) => one.suffix === suffix);
  if (format) return { name, form: formOf(format) };
  const there = [JSON_SUFFIX, ...formats.map((one) => one.suffix)].join(', ');
  throw new Problem('not-found', `There is no such form of a story. There are ${there}.`);
}

/** The form that an `Accept` header prefers (RFC 9110 section 12.5.1). @throws Problem `not-acceptable` */
export function negotiated(accept: string | undefined, formats: readonly StoryFormat[]): Form {
  if (accept === undefined) return null;
  const types = ['application/json', ...formats.map((one) => one.mediaType)];
  const found = preferredOf(accept, types);
  if (found === undefined)
    throw new Problem(
      'not-acceptable',
      `There is no form that Accept allows. There are ${types.join(', ')}.`,
      {
        headers: { vary: 'Accept' },
      },
    );
  const format = formats.find((one) => one.mediaType === found);
  return format ? formOf(format) : null;
}
