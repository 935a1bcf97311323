import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { cloudEvent, type Site } from '#formats';
import { changesAfter, newestPosition, type ChangesFound } from '#projections';
import type { ReadableModel } from '../answers/readable-model.js';

/** Changes that are read at once. */
const PAGE = 4;
/** UTF-16 units in a slice: the memory that one dump takes. */
const SLICE = 64 * 1024;
/** Milliseconds between two attempts to read a story that is being rewritten, and the number of attempts. */
const RETRY_AFTER = 100;
const ATTEMPTS = 100;

/** What a dump reads. */
export type DumpSource = Pick<ReadableModel, 'reader' | 'audience'>;

/**
 * Every change after a position, one CloudEvent a line, up to the newest change at the start. It is read in slices, each
 * after the client took the one before; other requests get their turn in between.
 */
export async function* dumpOf(source: DumpSource, from: bigint | null, site: Site): AsyncGenerator<string> {
  const until = newestPosition(source.reader, null) ?? -1n;
  let attempts = 0;
  for (let after = from; ;) {
    const { text, last, more } = sliceOf(source, after, until, site);
    if (text !== '') yield text;
    if (!more) return;
    if (last !== after) {
      after = last;
      await nextTurn();
      continue;
    }
    attempts += 1;
    if (attempts > ATTEMPTS) throw new Error('A story was being rewritten for too long.');
    await pause(RETRY_AFTER);
  }
}

interface Slice {
  readonly text: string;
  /** The position of its last change. */
  readonly last: bigint | null;
  readonly more: boolean;
}

/** The next changes, as many as make a slice. */
function sliceOf({ reader, audience }: DumpSource, from: bigint | null, until: bigint, site: Site): Slice {
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
