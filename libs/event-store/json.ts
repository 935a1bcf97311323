import canonicalize from 'canonicalize';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
/** Bytes that `encode` made: they are known to be canonical without being parsed. */
const encoded = new WeakSet<Uint8Array>();

/**
 * A JSON value as UTF-8 bytes, canonical by RFC 8785: equal values have equal bytes. Throws for what JSON cannot say (a
 * bigint, a cycle, undefined, NaN, half a character).
 */
export function encode(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} cannot be written as JSON.`);
  const bytes = encoder.encode(text);
  encoded.add(bytes);
  return bytes;
}

/** The JSON value of UTF-8 bytes. Throws `TypeError` for bytes that are not UTF-8, `SyntaxError` for what is not JSON. */
export function decode(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes)) as unknown;
}

/** The canonical form of some bytes, which may be these bytes themselves; null where they are not JSON. */
export function canonicalOf(bytes: Uint8Array): Uint8Array | null {
  if (encoded.has(bytes)) return bytes;
  try {
    return encode(decode(bytes));
  } catch {
    return null;
  }
}
