import { decode, type StoredEvent } from '#event-store';
import { fromLog, type Recorded } from '#story';

/** A stored event as the domain reads it. */
export const readEvent = ({ id, type, revision, data, metadata }: StoredEvent): Recorded =>
  fromLog({ id, type, revision: Number(revision), data: decode(data), metadata: decode(metadata) });
