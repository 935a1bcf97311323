import type { ClaimFilter } from './claim-order.js';

/** A part of a list that may be long: how long it is, and where the rest is. */
export interface Page<T> {
  readonly total: number;
  /** The address of the next page; null at the end. */
  readonly next: string | null;
  readonly items: readonly T[];
}

/** What a cursor fixes: which list of which state, and how far it was read. */
export interface Cursor {
  readonly list: string;
  readonly story: string | null;
  /** The story's revision, or for lists over many stories the moment, so that later pages show the same state. */
  readonly at: number | null;
  /** The moments that were asked for. */
  readonly asOf: number | null;
  readonly validAt: number | null;
  /** Where the next page begins, in the list's own terms: numbers. */
  readonly from: readonly number[];
}

/** Its names on the wire are older than those of the code: a client may send a cursor that an earlier release gave. */
export const encodeCursor = ({ list, story, at, asOf, validAt, from }: Cursor): string =>
  Buffer.from(JSON.stringify({ list, story, at, known: asOf, held: validAt, from })).toString('base64url');

/** The furthest milliseconds from 1970 that a date holds. */
const FURTHEST = 8.64e15;

type OnTheWire = Omit<Cursor, 'asOf' | 'validAt'> & {
  readonly known: number | null;
  readonly held: number | null;
};

/** Null for what is not a cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const { known, held, ...found } = JSON.parse(Buffer.from(text, 'base64url').toString()) as OnTheWire;
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

/** Of what a filter chose of very many. */
interface Counted {
  /** Null where they would be too many to count. */
  readonly total: number | null;
}

/** A page of what is JSON already, as JSON. */
export function pageText(page: Counted & Omit<Page<string>, 'total'>): string {
  return `{"total":${page.total},"next":${JSON.stringify(page.next)},"items":[${page.items.join(',')}]}`;
}

/** Where a page begins, as its cursor says (nowhere for the first one), and how long it may be. */
export interface Cut {
  readonly from: readonly number[];
  readonly limit: number;
  /** What is chosen of a list of claims or developments. */
  readonly filter?: ListFilter;
}

export interface ListFilter extends ClaimFilter {
  readonly significance?: 'key' | undefined;
}

/** A page whose next one is not an address yet. */
export interface Cutting extends Counted, Omit<Page<string>, 'next' | 'total'> {
  readonly next: readonly number[] | null;
}

export const NOTHING = { total: 0, next: null, items: [] } as const satisfies Cutting;

/** One row more than the page has tells that there is a next one. */
export function cutting(
  rows: readonly { readonly place: number; readonly body: string }[],
  limit: number,
  total: number,
): Cutting {
  const shown = rows.slice(0, limit);
  return {
    total,
    items: shown.map((r) => r.body),
    next: rows.length > limit ? [shown.at(-1)!.place] : null,
  };
}
