import type { StoredEvent } from '../event.js';

/** What a row of `events`, joined with its stream, is selected by: `e` the event, `s` the stream. */
export const COLUMNS = 'e.position, e.revision, s.name, e.id, e.type, e.metadata, e.data';

export interface StoredRow {
  readonly position: number;
  readonly revision: number;
  readonly name: string;
  readonly id: Buffer;
  readonly type: string;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

export function toEvent(row: StoredRow): StoredEvent {
  return {
    stream: row.name,
    revision: BigInt(row.revision),
    position: BigInt(row.position),
    id: toUuid(row.id),
    type: row.type,
    data: toBytes(row.data),
    metadata: toBytes(row.metadata),
  };
}

function toUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Plain bytes, not a `Buffer`, whose `slice` and JSON form differ. */
function toBytes({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
