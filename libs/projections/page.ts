import type { ClaimFilter } from './claim-order.js';

/** A part of a list: the length of the whole list, and the address of the rest. */
export interface Page<T> {
  readonly total: number;
  /** The address of the next page; null at the end. */
  readonly next: string | null;
  readonly items: readonly T[];
}

/** A cursor names a list, a state and a position in the list. */
export interface Cursor {
  readonly list: string;
  readonly story: string | null;
  /** The revision of the story, or the moment for a list over several stories: all pages show the same state. */
  readonly at: number | null;
  /** The moments of the request. */
  readonly asOf: number | null;
  readonly validAt: number | null;
  /** The start of the next page; its meaning depends on the list. */
  readonly from: readonly number[];
}

/** `known` and `held` are names of an earlier release. They stay: clients may send a cursor of that release. */
export const encodeCursor = ({ list, story, at, asOf, validAt, from }: Cursor): string =>
  Buffer.from(JSON.stringify({ list, story, at, known: asOf, held: validAt, from })).toString('base64url');

/** The most milliseconds before or after 1970 that a Date can hold. */
const FURTHEST = 8.64e15;

type CursorJson = Omit<Cursor, 'asOf' | 'validAt'> & {
  readonly known: number | null;
  readonly held: number | null;
};

/** Null if the text is not a cursor. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const { known, held, ...found } = JSON.parse(Buffer.from(text, 'base64url').toString()) as CursorJson;
    const moment = (n: unknown): boolean =>
      n === null || (Number.isSafeInteger(n) && Math.abs(n as number) <= FURTHEST);
    const sound = typeof found.list === 'string' && moment(found.at) && moment(known) && moment(held);
    const { from } = found;
    return sound && Array.isArray(from) && from.length < 4 && from.every((n) => Number.isSafeInteger(n))
      ? { ...found, asOf: known, validAt: held }
      : null;
  } catch {
    return null;
  }
}

/** A list that may be too long to count. */
interface Counted {
  /** Null if there are too many to count. */
  readonly total: number | null;
}

/** A page as JSON, of items that are JSON already. */
export function pageText(page: Counted & Omit<Page<string>, 'total'>): string {
  return `{"total":${page.total},"next":${JSON.stringify(page.next)},"items":[${page.items.join(',')}]}`;
}

/** The start of a page, as in a cursor (empty for the first page), and its length. */
export interface PageRequest {
  readonly from: readonly number[];
  readonly limit: number;
  /** Which claims or developments to show. */
  readonly filter?: ListFilter;
}

export interface ListFilter extends ClaimFilter {
  readonly significance?: 'key' | undefined;
}

/** A page that has the start of the next page, but no address for it yet. */
export interface UnaddressedPage extends Counted, Omit<Page<string>, 'next' | 'total'> {
  readonly next: readonly number[] | null;
}

export const EMPTY_PAGE = { total: 0, next: null, items: [] } as const satisfies UnaddressedPage;

/** `rows` has one row more than the page if there is a next page. */
export function pageOfRows(
  rows: readonly { readonly ordinal: number; readonly body: string }[],
  limit: number,
  total: number,
): UnaddressedPage {
  const shown = rows.slice(0, limit);
  return {
    total,
    items: shown.map((r) => r.body),
    next: rows.length > limit ? [shown.at(-1)!.ordinal] : null,
  };
}
