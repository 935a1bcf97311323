import type { EventDamaged } from '../failure.js';
import type { LogReader } from './log-reader.js';
import { sealOf } from './seal.js';
import type { LogWriter } from './writer-thread.js';

/**
 * Seals the next events of an older log, in one transaction. False once all events are sealed. It may be interrupted at any
 * moment, and continues with the next event.
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

/** The progress of sealing, for a person; null once all events are sealed. */
export function sealingProgress(reader: LogReader, damage: EventDamaged | null): string | null {
  const { sealed, of } = reader.sealed;
  if (sealed === of) return null;
  const far = `${sealed} of ${of} events have checksums; the others are not yet verified.`;
  return damage ? `${far} ${damage.message}` : far;
}
