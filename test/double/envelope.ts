import type { NewEvent } from '#event-store';
import { escapeName } from './name.js';

/** A header before the event's metadata: one byte says whether the data is JSON, eight bytes hold the time. */
const HEADER = 9;

/** An event in the form of the embedded store. `created` is in ticks of 100 ns since the epoch. */
export function wrap(event: NewEvent & { readonly isJson: boolean | null }, created: bigint): NewEvent {
  const metadata = new Uint8Array(HEADER + event.metadata.byteLength);
  metadata[0] = event.isJson ? 1 : 0;
  new DataView(metadata.buffer).setBigInt64(1, created);
  metadata.set(event.metadata, HEADER);
  return { id: event.id, type: escapeName(event.type), data: event.data, metadata };
}

export interface Unwrapped {
  readonly isJson: boolean;
  /** In ticks of 100 ns since the epoch, as the client reads it. */
  readonly created: string;
  readonly metadata: Uint8Array;
}

export function unwrap(metadata: Uint8Array): Unwrapped {
  const created = new DataView(metadata.buffer, metadata.byteOffset).getBigInt64(1);
  return {
    isJson: metadata[0] === 1,
    created: String(created),
    metadata: metadata.subarray(HEADER),
  };
}
