import { Problem } from '#http';

const toCursor = (key: string): string => Buffer.from(key).toString('base64url');

/** Where a page begins, by a cursor of {@link pageOf}. @throws Problem `cursor` */
export function fromCursor(cursor: string, form: RegExp): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!form.test(place)) throw new Problem('cursor', 'The cursor is none that this address gave.');
  return place;
}

/** A page of what was found, which is one more than its limit where there is another page. */
export function pageOf<T, V>(
  found: readonly T[],
  {
    limit,
    path,
    view,
    place,
  }: {
    readonly limit: number;
    readonly path: string;
    readonly view: (item: T) => V;
    readonly place: (item: T) => string;
  },
) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items: items.map(view),
    next: more ? `/${path}?limit=${limit}&cursor=${toCursor(place(last))}` : null,
  };
}
