import { hash, randomBytes } from 'node:crypto';
import { canonicalOf } from '../json.js';

/** What an event says, and where in its stream. */
export interface EventContent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/**
 * What keeps an event as it was written.
 *
 * `commitment` is SHA-256 over the salt and the event's canonical bytes. With the salt, it shows whether the event is as it
 * was; without, it tells nothing of what the event said. `bytes` is SHA-256 over the event as it lies there, where
 * that is not what the commitment was made over: its JSON is not canonical, or its data was erased (then `salt` is null).
 */
export interface Seal {
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array;
  readonly bytes: Uint8Array | null;
}

const SALT_BYTES = 16;
/** What follows the salt: the canonical JSON of the event, or the same with data and metadata in base64. */
const JSON_TAG = Uint8Array.of(0);
const BASE64_TAG = Uint8Array.of(1);

/** A seal of a new salt. */
export function sealOf(content: EventContent): Seal {
  const salt = randomBytes(SALT_BYTES);
  const data = canonicalOf(content.data);
  const metadata = canonicalOf(content.metadata);
  const isCanonical =
    data !== null && metadata !== null && same(data, content.data) && same(metadata, content.metadata);
  return {
    salt,
    commitment: commitmentOf(content, salt, data, metadata),
    bytes: isCanonical ? null : bytesOf(content),
  };
}

/** Whether an event is as its seal says. Costs one hash. */
export function matchesSeal(content: EventContent, { salt, commitment, bytes }: Seal): boolean {
  if (bytes !== null) return same(bytesOf(content), bytes);
  return salt !== null && same(commitmentOf(content, salt, content.data, content.metadata), commitment);
}

/** Whether the commitment is of this event. An erased event has nothing to compare with, and passes. */
export function isCommittedTo(content: EventContent, { salt, commitment }: Seal): boolean {
  if (salt === null) return true;
  return same(
    commitmentOf(content, salt, canonicalOf(content.data), canonicalOf(content.metadata)),
    commitment,
  );
}

/** What stands before the checksum of the first event. */
export function genesisOf(identity: string): Uint8Array {
  return sha256(`Dateline log ${identity}`);
}

/** The checksum of the event at a position: over that of its predecessor, the position (8 bytes) and its commitment. */
export function checksumOf(before: Uint8Array, position: number, commitment: Uint8Array): Uint8Array {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.concat([before, place, commitment]));
}

export function same(one: Uint8Array, two: Uint8Array): boolean {
  return Buffer.compare(one, two) === 0;
}

/** Of data and metadata in their canonical form; null where they are not JSON. */
function commitmentOf(
  { stream, revision, id, type, ...raw }: EventContent,
  salt: Uint8Array,
  data: Uint8Array | null,
  metadata: Uint8Array | null,
): Uint8Array {
  const isJson = data !== null && metadata !== null;
  return sha256(
    Buffer.concat([
      salt,
      isJson ? JSON_TAG : BASE64_TAG,
      Buffer.from('{"data":'),
      isJson ? data : base64(raw.data),
      Buffer.from(`,"id":${JSON.stringify(id)},"metadata":`),
      isJson ? metadata : base64(raw.metadata),
      Buffer.from(
        `,"revision":${revision},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`,
      ),
    ]),
  );
}

/** The hash of an event as it lies there. */
export function bytesOf({ stream, revision, id, type, metadata, data }: EventContent): Uint8Array {
  const frame = JSON.stringify([stream, revision, id, type, metadata.length, data.length]);
  return sha256(Buffer.concat([Buffer.from(frame), metadata, data]));
}

function base64(bytes: Uint8Array): Uint8Array {
  return Buffer.from(JSON.stringify(Buffer.from(bytes).toString('base64')));
}

function sha256(input: string | Uint8Array): Uint8Array {
  return hash('sha256', input, 'buffer');
}
