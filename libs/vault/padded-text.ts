import type { Key, Place } from './key.js';
import { DoesNotOpen } from './key.js';

/** A plaintext has a multiple of so many bytes, so that the length of a ciphertext reveals little. */
const BLOCK = 256;
/** The length of the text in bytes, before it. */
const HEADER = 4;

/** Seals a text: its length (4 bytes, big-endian), its UTF-8, and zeroes up to a multiple of 256 bytes. */
export function sealText(key: Key, place: Place, text: string): Buffer {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(Math.ceil((HEADER + length) / BLOCK) * BLOCK);
  padded.writeUInt32BE(length);
  padded.write(text, HEADER);
  const sealed = key.seal(place, padded);
  padded.fill(0);
  return sealed;
}

/** @throws DoesNotOpen */
export function openText(key: Key, place: Place, sealed: Buffer): string {
  const padded = key.open(place, sealed);
  if (padded.length < HEADER) throw new DoesNotOpen();
  const text = padded.toString('utf8', HEADER, HEADER + padded.readUInt32BE());
  padded.fill(0);
  return text;
}
