import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { cloudEvent, type Site } from '#formats';
import { changesAfter, newestPosition } from '#projections';
import type { Readable } from './readable.js';

const PAGE = 200;
/** Milliseconds in which a story that is just being told anew can be read again; for so many turns it is waited for. */
const AGAIN = 100;
const TURNS = 100;

/** Every change after a position up to the newest there was at the beginning, a CloudEvent a line. */
export async function* dumpOf(readable: Readable, from: bigint | null, site: Site): AsyncGenerator<string> {
  const until = newestPosition(readable.reader, null) ?? -1n;
  let waited = 0;
  for (let after = from; ;) {
    const { reader, audience } = readable;
    const found = reader.together(() => changesAfter(reader, audience, { after, story: null, limit: PAGE }));
    const due = found.changes.filter(({ position }) => position <= until);
    if (due.length > 0)
      yield due.map(({ change }) => `${JSON.stringify(cloudEvent(change, site))}\n`).join('');
    if (due.length < found.changes.length || !found.more) return;
    if (found.last !== null) {
      after = found.last;
      await nextTurn();
      continue;
    }
    waited += 1;
    if (waited > TURNS) throw new Error('A story is told anew for longer than it is waited for.');
    await pause(AGAIN);
  }
}
