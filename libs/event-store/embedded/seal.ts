import { hash, randomBytes } from 'node:crypto';
import { canonicalOf } from '../json.js';

/** The content of an event, and its stream and revision. */
export interface EventContent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/**
 * The seal of an event shows whether the event was changed.
 *
 * - `commitment` is SHA-256 over the salt and the canonical bytes (RFC 8785) of the event. Without the salt it reveals nothing
 *   about the event.
 * - `bytes` is SHA-256 over the stored bytes, where these differ from the canonical ones. That is so if the JSON is not
 *   canonical, or if the data were erased. After an erasure `salt` is null.
 */
export interface Seal {
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array;
  readonly bytes: Uint8Array | null;
}

const SALT_BYTES = 16;
/** The byte after the salt: it says whether canonical JSON follows, or JSON with data and metadata in base64. */
const JSON_TAG = Uint8Array.of(0);
const BASE64_TAG = Uint8Array.of(1);

/** Makes a seal with a random salt. */
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

/** Whether an event matches its seal. This computes one hash. */
export function matchesSeal(content: EventContent, { salt, commitment, bytes }: Seal): boolean {
  if (bytes !== null) return same(bytesOf(content), bytes);
  return salt !== null && same(commitmentOf(content, salt, content.data, content.metadata), commitment);
}

/** Whether the commitment was made over this event. True for an erased event, which cannot be compared. */
export function isCommittedTo(content: EventContent, { salt, commitment }: Seal): boolean {
  if (salt === null) return true;
  return same(
    commitmentOf(content, salt, canonicalOf(content.data), canonicalOf(content.metadata)),
    commitment,
  );
}

/** The checksum before that of the first event. */
export function genesisOf(identity: string): Uint8Array {
  return sha256(`Dateline log ${identity}`);
}

/** The checksum of an event: SHA-256 over the checksum before it, its position (8 bytes, big-endian) and its commitment. */
export function checksumOf(before: Uint8Array, position: number, commitment: Uint8Array): Uint8Array {
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(BigInt(position));
  return sha256(Buffer.concat([before, at, commitment]));
}

export function same(one: Uint8Array, two: Uint8Array): boolean {
  return Buffer.compare(one, two) === 0;
}

/** `data` and `metadata` are canonical; null where they are not JSON. */
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

/** The hash of an event as it is stored. */
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
