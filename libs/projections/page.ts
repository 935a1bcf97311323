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
  /** The story's revision, or for the front page its moment, so that later pages show the same state. */
  readonly at: number | null;
  /** The moments that were asked for. */
  readonly known: number | null;
  readonly held: number | null;
  readonly offset: number;
}

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The furthest milliseconds from 1970 that a date holds. */
const FURTHEST = 8.64e15;

/** Null for what is not a cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const found = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor;
    const moment = (n: unknown): boolean =>
      n === null || (Number.isSafeInteger(n) && Math.abs(n as number) <= FURTHEST);
    const sound =
      typeof found.list === 'string' && moment(found.at) && moment(found.known) && moment(found.held);
    return sound && Number.isSafeInteger(found.offset) && found.offset >= 0 ? found : null;
  } catch {
    return null;
  }
}

/** Cuts one page out of a list. `address` makes the next page's address from its cursor. */
export function pageOf<S, T>(
  all: readonly S[],
  cut: {
    readonly offset: number;
    readonly limit: number;
    readonly view: (item: S) => T;
    readonly address: (offset: number) => string;
  },
): Page<T> {
  const end = cut.offset + cut.limit;
  return {
    total: all.length,
    next: end < all.length ? cut.address(end) : null,
    items: all.slice(cut.offset, end).map(cut.view),
  };
}
