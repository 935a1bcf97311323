import { fromLog, toLog, type EventMetadata, type Recorded, type StoryEvent } from '#story';
import { decode, encode, type NewEvent, type StoredEvent } from '#event-store';

/** A stored event as the domain reads it. */
export function readEvent(stored: StoredEvent): Recorded {
  return fromLog({
    id: stored.id,
    type: stored.type,
    revision: Number(stored.revision),
    data: decode(stored.data),
    metadata: decode(stored.metadata),
  });
}

/** A public event as it is stored: when, and whether imported, but neither by whom nor what caused it. */
export function writePublic(
  id: string,
  event: StoryEvent,
  recordedAt: string,
  importedAt: number | null,
): NewEvent {
  const { type, data, schemaVersion } = toLog(event);
  const imported = importedAt === null ? {} : { importedAt: new Date(importedAt).toISOString() };
  const metadata: EventMetadata = { recordedAt, schemaVersion, ...imported };
  return { id, type, data: encode(data), metadata: encode(metadata) };
}
