import type { StoredEvent } from '../event.js';
import { matchesSeal, type EventContent, type Seal } from './seal.js';

/** A row of `events` with its stream `s` and its seal `c`. In a damaged file either may be missing. */
export const ROWS = `SELECT e.position, e.revision, s.name, e.id, e.type, e.metadata, e.data,
    c.salt, c.commitment, c.checksum, c.bytes, c.stream = e.stream AND c.revision = e.revision AS placed
  FROM events e LEFT JOIN streams s ON s.stream = e.stream LEFT JOIN seals c ON c.position = e.position`;

/** A row as SQLite gives it. In a damaged file a value may have any type. */
export interface StoredRow {
  readonly position: number;
  readonly revision: number;
  readonly name: string | null;
  readonly id: Buffer;
  readonly type: string;
  readonly metadata: Buffer;
  readonly data: Buffer;
  readonly salt: Buffer | null;
  readonly commitment: Buffer | null;
  readonly checksum: Buffer | null;
  readonly bytes: Buffer | null;
  /** 1 where the seal belongs to this stream and revision; null without a seal. */
  readonly placed: 0 | 1 | null;
}

/** The seal of a row; null without one. */
export function sealIn({ salt, commitment, bytes }: StoredRow): Seal | null {
  return commitment === null ? null : { salt, commitment, bytes };
}

/** In a damaged file a value may have any type. */
const isWhole = ({ salt, commitment, bytes }: Seal): boolean =>
  [salt, commitment, bytes].every((value) => value === null || value instanceof Uint8Array);

/** What is wrong with a row, as a clause; null for an intact row. `sealed`: the row must have a seal. */
export function faultOf(row: StoredRow, sealed: boolean): string | null {
  const { name, id, type, metadata, data, placed } = row;
  const whole =
    typeof name === 'string' &&
    typeof type === 'string' &&
    Number.isSafeInteger(row.revision) &&
    [id, metadata, data].every((bytes) => Buffer.isBuffer(bytes)) &&
    id.length === 16;
  if (!whole) return 'its row is incomplete';
  const seal = sealIn(row);
  if (seal === null) return sealed ? 'its checksum is missing' : null;
  if (!isWhole(seal)) return 'its checksum is incomplete';
  return placed === 1 && matchesSeal(contentOf(row), seal) ? null : 'it does not match its checksum';
}

/** The content of a complete row. */
export function contentOf({ name, revision, id, type, metadata, data }: StoredRow): EventContent {
  return { stream: name ?? '', revision, id: toUuid(id), type, metadata, data };
}

export function toEvent(row: StoredRow): StoredEvent {
  return {
    stream: row.name ?? '',
    revision: BigInt(row.revision),
    position: BigInt(row.position),
    id: toUuid(row.id),
    type: row.type,
    data: toBytes(row.data),
    metadata: toBytes(row.metadata),
    ...(row.commitment !== null && row.salt === null ? { erased: true } : {}),
  };
}

function toUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A plain `Uint8Array`: `slice` and JSON of a `Buffer` differ. */
function toBytes({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
