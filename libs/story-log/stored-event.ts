import { decode, encode, type Draft, type NewEvent, type StoredEvent } from '#event-store';
import { fromLog, toLog, type AnyEvent, type EventMetadata, type Recorded, type Uuid } from '#story';

/** An event as it was read from a log, and its metadata. */
export interface ReadEvent<E extends AnyEvent = Recorded['event']> {
  readonly recorded: Recorded<E>;
  readonly metadata: EventMetadata;
}

/**
 * The event that a log stored, in its present form.
 *
 * @throws UnreadableEvent for an event of a later release; `TypeError` and `SyntaxError` where the bytes are not JSON
 */
export function readEvent<E extends AnyEvent = Recorded['event']>(stored: StoredEvent): ReadEvent<E> {
  const { id, type, revision } = stored;
  const metadata = decode(stored.metadata) as EventMetadata;
  const entry = { id, type, revision: Number(revision), data: decode(stored.data), metadata };
  return { recorded: fromLog<E>(entry), metadata };
}

/** An event for `decideAndAppend`, which adds `recordedAt`. */
export function draft(
  id: Uuid,
  event: AnyEvent,
  metadata: Omit<EventMetadata, 'recordedAt' | 'schemaVersion'>,
): Draft {
  const { type, data, schemaVersion } = toLog(event);
  return { id, type, data, metadata: { schemaVersion, ...metadata } };
}

/** An event for `append`, with all its metadata. */
export function newEvent(
  id: Uuid,
  event: AnyEvent,
  metadata: Omit<EventMetadata, 'schemaVersion'>,
): NewEvent {
  const { type, data, schemaVersion } = toLog(event);
  return { id, type, data: encode(data), metadata: encode({ schemaVersion, ...metadata }) };
}

/** The data of an event as a log stores them: canonical JSON (RFC 8785) in UTF-8. */
export const storedData = (event: AnyEvent): Uint8Array => encode(toLog(event).data);
