import type { EventDamaged } from '../failure.js';
import type { LogReader } from './log-reader.js';
import { sealOf } from './seal.js';
import type { LogWriter } from './writer-thread.js';

/**
 * Gives the next events of an older log their seals; false when all have them. Each batch is a transaction of its own,
 * so it may end at any moment and goes on where it was.
 */
export async function sealNextEvents(reader: LogReader, writer: LogWriter): Promise<boolean> {
  const events = reader.unsealedEvents();
  await writer.seal(
    events.map(({ event, stream }) => {
      const revision = Number(event.revision);
      return {
        position: Number(event.position),
        stream,
        revision,
        seal: sealOf({ ...event, revision }),
      };
    }),
  );
  return events.length > 0;
}

/** How far it is, for a person; null when it is done, or there was nothing to do. */
export function sealingProgress(reader: LogReader, damage: EventDamaged | null): string | null {
  const { sealed, of } = reader.sealed;
  if (sealed === of) return null;
  const far = `${sealed} of ${of} events have their checksums; the others are not verified yet.`;
  return damage ? `${far} ${damage.message}` : far;
}
