import { pauseAfter } from '../pause.js';
import { CallFailed } from './call-failed.js';

/** Milliseconds until the append is sent again: a base, and a part for each event. The pause doubles each time. */
const FIRST = 200;
const PER_EVENT = 20;

/**
 * Sends the same append repeatedly until one answer gives the outcome. While a server commits an append, it drops a second
 * copy of it silently, and reports a timeout only seconds later. After the commit it answers another copy at once.
 *
 * `send` sends `events` events; it gets the milliseconds that are left of `limit`.
 *
 * @throws what `send` throws; after more than one copy, `CallFailed` with the outcome `lost`
 */
export function sendUntilAnswered<T>(
  send: (left: number) => Promise<T>,
  { events, limit }: { readonly events: number; readonly limit: number },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const begun = performance.now();
    let [sent, underWay] = [0, 0];
    let timer: NodeJS.Timeout | undefined;
    const next = (): void => {
      const left = limit - (performance.now() - begun);
      // The timer was late, and the limit is over.
      if (sent > 0 && left <= 0) return;
      const wait = pauseAfter(sent, { first: FIRST + events * PER_EVENT, most: limit });
      sent += 1;
      underWay += 1;
      timer = wait < left ? setTimeout(next, wait) : undefined;
      send(left).then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        (error: unknown) => {
          underWay -= 1;
          // While another copy is under way, that one may still succeed.
          if (error instanceof CallFailed && underWay > 0) return;
          clearTimeout(timer);
          reject(sent > 1 && error instanceof CallFailed ? new CallFailed('lost', error.message) : error);
        },
      );
    };
    next();
  });
}
