import { pauseAfter } from '../pause.js';
import { CallFailed } from './call-failed.js';

/** Milliseconds until the second sending, and for each event of the append; each next one waits twice as long. */
const FIRST = 200;
const PER_EVENT = 20;

/**
 * Sends the same append again while it is not answered, and takes the first answer that says what became of it. A server
 * drops an append without a word while the same is being committed for another, and says only seconds later that it
 * waited in vain; sent again once that is done, it is answered at once with what was written.
 *
 * `send` is given how many milliseconds are left of `limit`, and sends so many `events`.
 *
 * @throws what `send` throws; once more than one was sent, `CallFailed` lost in place of every other
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
      // What is late itself is too late to be sent.
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
          // Of several that were sent one may have been carried out, whatever became of another.
          if (error instanceof CallFailed && underWay > 0) return;
          clearTimeout(timer);
          reject(sent > 1 && error instanceof CallFailed ? new CallFailed('lost', error.message) : error);
        },
      );
    };
    next();
  });
}
