/**
 * What leaves this program for a cluster: names, counts and places that it made itself, or that passed here. A server was
 * seen to give no answer to what no client makes, and once to end.
 */

/** The largest revision or position there is. */
export const LAST = 2n ** 63n - 1n;

const NAME = /^[\x21-\x7e]{1,255}$/;
/** Events that one read asks for at most. */
const MOST = 1_000;

/** Whether a stream, an event type or a user may be called so on a cluster: 1 to 255 characters of printable ASCII. */
export const isName = (name: string): boolean => NAME.test(name);

/** @throws RangeError, which no caller of the adapter can bring about */
export function checkedName(name: string): string {
  if (!isName(name)) throw new RangeError('This is no name for a cluster.');
  return name;
}

/** Of a revision or a position, as the protocol writes it. @throws RangeError */
export function checkedPosition(place: bigint): string {
  if (place < 0n || place > LAST) throw new RangeError('There is no such place in a log.');
  return String(place);
}

/** @throws RangeError */
export function checkedCount(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new RangeError('So many events are not read.');
  return String(count);
}
