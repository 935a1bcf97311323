import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { cloudEvent, type Site } from '#formats';
import { changesAfter, newestPosition, type ChangesFound } from '#projections';
import type { Readable } from './readable-model.js';

/** Changes that are read at once, and UTF-16 units that are given on at once: what each reader has in memory. */
const PAGE = 4;
const SLICE = 64 * 1024;
/** Milliseconds in which a story that is just being told anew can be read again; for so many turns it is waited for. */
const AGAIN = 100;
const TURNS = 100;

/** What is read for a dump. */
export type Dumped = Pick<Readable, 'reader' | 'audience'>;

/**
 * Every change after a position up to the newest there was at the beginning, a CloudEvent a line. It is read in slices:
 * the next one is read when the one before is taken, and others have their turn between them.
 */
export async function* dumpOf(readable: Dumped, from: bigint | null, site: Site): AsyncGenerator<string> {
  const until = newestPosition(readable.reader, null) ?? -1n;
  let waited = 0;
  for (let after = from; ;) {
    const { text, last, more } = sliceOf(readable, after, until, site);
    if (text !== '') yield text;
    if (!more) return;
    if (last !== after) {
      after = last;
      await nextTurn();
      continue;
    }
    waited += 1;
    if (waited > TURNS) throw new Error('A story is told anew for longer than it is waited for.');
    await pause(AGAIN);
  }
}

interface Slice {
  readonly text: string;
  /** Of the last change in it. */
  readonly last: bigint | null;
  readonly more: boolean;
}

/** The next changes, and no more of them than make a slice. */
function sliceOf({ reader, audience }: Dumped, from: bigint | null, until: bigint, site: Site): Slice {
  return reader.together(() => {
    let [text, last] = ['', from];
    while (text.length < SLICE) {
      const found: ChangesFound = changesAfter(reader, audience, { after: last, story: null, limit: PAGE });
      for (const { change, position } of found.changes) {
        if (position > until) return { text, last, more: false };
        text += `${JSON.stringify(cloudEvent(change, site))}\n`;
        last = position;
      }
      if (!found.more || found.last === null) return { text, last, more: found.more };
    }
    return { text, last, more: true };
  });
}
