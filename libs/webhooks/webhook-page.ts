import { Problem } from '#http';

const toCursor = (key: string): string => Buffer.from(key).toString('base64url');

/** Decodes a cursor of {@link pageOf}. @throws Problem `cursor` */
export function fromCursor(cursor: string, form: RegExp): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  if (!form.test(key)) throw new Problem('cursor', 'Invalid cursor for this list.');
  return key;
}

/** One page. `found` has one item more than the limit if there is another page. */
export function pageOf<T, V>(
  found: readonly T[],
  {
    limit,
    path,
    view,
    key,
  }: {
    readonly limit: number;
    readonly path: string;
    readonly view: (item: T) => V;
    readonly key: (item: T) => string;
  },
) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items: items.map(view),
    next: more ? `/${path}?limit=${limit}&cursor=${toCursor(key(last))}` : null,
  };
}
