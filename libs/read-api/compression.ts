import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip';
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** Shorter answers fit in one packet however they are sent. */
const LEAST = 1_024;
/** Bytes of compressed answers that stay in memory. */
const KEPT = 16 * 1024 * 1024;

const kept = new Map<string, Buffer>();
let bytesKept = 0;

/** The content coding that a client prefers of ours, or of some of them (RFC 9110 section 12.5.3); null for none. */
export function encodingFor(
  accepted: string | undefined,
  of: readonly Encoding[] = ENCODINGS,
): Encoding | null {
  if (accepted === undefined) return null;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const found = negotiator.encoding([...of, 'identity']);
  return of.find((encoding) => encoding === found) ?? null;
}

/**
 * What is sent in a coding; null for what is not worth it. `tag` tells these bytes from all others: what is asked for
 * often is compressed once.
 */
export async function compressed(bytes: Buffer, encoding: Encoding, tag: string): Promise<Buffer | null> {
  if (bytes.length < LEAST) return null;
  const key = `${encoding} ${tag}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const made = await CODERS[encoding](bytes);
  if (!kept.has(key)) bytesKept += made.length;
  kept.set(key, made);
  for (const [oldest, { length }] of kept) {
    if (bytesKept <= KEPT) break;
    kept.delete(oldest);
    bytesKept -= length;
  }
  return made;
}

const brotli = promisify(brotliCompress);
const CODERS: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    brotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 5 }),
};
