import type { StoredEvent } from '../event.js';
import type { Replacement } from '../event-store.js';
import { WrongExpectedRevision } from '../failure.js';
import type { LogReader } from './log-reader.js';
import { bytesOf } from './seal.js';
import type { Erasure } from './writer-messages.js';

/**
 * What has to be written for some replacements. Each event is read, and so verified, first: what is left of it is
 * protected from then on by a hash over what is there.
 *
 * @throws StreamNotFound, WrongExpectedRevision, EventDamaged
 */
export async function erasuresOf(
  reader: LogReader,
  stream: string,
  replacements: readonly Replacement[],
): Promise<readonly Erasure[]> {
  const erasures: Erasure[] = [];
  for (const { revision, data } of replacements) {
    const event = await first(reader.readStream(stream, { from: revision, limit: 1 }));
    if (event?.revision !== revision) {
      const last = await first(reader.readStream(stream, { direction: 'backward', limit: 1 }));
      throw new WrongExpectedRevision(stream, revision, last?.revision ?? 'no_stream');
    }
    const bytes = bytesOf({ ...event, revision: Number(revision), data });
    erasures.push({ position: Number(event.position), data: new Uint8Array(data), bytes });
  }
  return erasures;
}

async function first(events: AsyncIterable<StoredEvent>): Promise<StoredEvent | undefined> {
  for await (const event of events) return event;
  return undefined;
}
