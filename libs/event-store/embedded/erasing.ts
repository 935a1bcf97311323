import type { StoredEvent } from '../event.js';
import type { Replacement } from '../event-store.js';
import { WrongExpectedRevision } from '../failure.js';
import type { LogReader } from './log-reader.js';
import { bytesOf } from './seal.js';
import type { Erasure } from './writer-messages.js';

/**
 * The writes for some replacements. Each event is read, and so verified, before: afterwards only the hash of the new
 * content protects it.
 *
 * @throws StreamNotFound, WrongExpectedRevision, EventDamaged
 */
export async function erasuresOf(
  reader: LogReader,
  stream: string,
  last: bigint,
  replacements: readonly Replacement[],
): Promise<readonly Erasure[]> {
  const erasures: Erasure[] = [];
  const end = await first(reader.readStream(stream, { direction: 'backward', limit: 1 }));
  if (end && end.revision !== last) throw new WrongExpectedRevision(stream, last, end.revision);
  for (const { revision, data } of replacements) {
    const event = await first(reader.readStream(stream, { from: revision, limit: 1 }));
    if (event?.revision !== revision) throw new WrongExpectedRevision(stream, revision, last);
    const bytes = bytesOf({ ...event, revision: Number(revision), data });
    erasures.push({ position: Number(event.position), data: new Uint8Array(data), bytes });
  }
  return erasures;
}

async function first(events: AsyncIterable<StoredEvent>): Promise<StoredEvent | undefined> {
  for await (const event of events) return event;
  return undefined;
}
