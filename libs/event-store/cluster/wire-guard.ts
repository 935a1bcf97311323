/**
 * Checks the names, counts and positions in requests to a cluster. A server may give no answer to a request that no client
 * would send, and one server process ended because of it.
 */

/** The largest revision or position. */
export const LAST = 2n ** 63n - 1n;

const NAME = /^[\x21-\x7e]{1,255}$/;
/** The most events of one read. */
const MOST = 1_000;

/** Whether a name is valid for a stream, an event type or a user on a cluster: 1 to 255 characters of printable ASCII. */
export const isName = (name: string): boolean => NAME.test(name);

/** @throws RangeError; no caller of the adapter can cause it */
export function checkedName(name: string): string {
  if (!isName(name)) throw new RangeError('This name is not valid on a cluster.');
  return name;
}

/** A revision or a position as the protocol writes it. @throws RangeError */
export function checkedPosition(position: bigint): string {
  if (position < 0n || position > LAST) throw new RangeError('No log has such a position.');
  return String(position);
}

/** @throws RangeError */
export function checkedCount(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new RangeError('One read cannot have this number of events.');
  return String(count);
}
