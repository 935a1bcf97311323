import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip';
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** Bytes: a shorter answer fits into one packet without compression. */
const LEAST = 1_024;
/** Bytes of compressed answers in the cache. */
const MOST_CACHED = 16 * 1024 * 1024;

/** Compressed answers, least recently used first. */
const cache = new Map<string, Buffer>();
let bytesCached = 0;

/** The content coding that a client prefers among `of` (RFC 9110 section 12.5.3); null for none. */
export function encodingFor(
  accepted: string | undefined,
  of: readonly Encoding[] = ENCODINGS,
): Encoding | null {
  if (accepted === undefined) return null;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const found = negotiator.encoding([...of, 'identity']);
  return of.find((encoding) => encoding === found) ?? null;
}

/** The compressed bytes, cached by `tag`, which identifies the bytes; null if they are too few to compress. */
export async function compressed(bytes: Buffer, encoding: Encoding, tag: string): Promise<Buffer | null> {
  if (bytes.length < LEAST) return null;
  const key = `${encoding} ${tag}`;
  const cached = cache.get(key);
  if (cached) {
    cache.delete(key);
    cache.set(key, cached);
    return cached;
  }
  const made = await CODERS[encoding](bytes);
  if (!cache.has(key)) bytesCached += made.length;
  cache.set(key, made);
  for (const [oldest, { length }] of cache) {
    if (bytesCached <= MOST_CACHED) break;
    cache.delete(oldest);
    bytesCached -= length;
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
