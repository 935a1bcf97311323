import canonicalize from 'canonicalize';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
/** Bytes that `encode` made: canonical, so they need not be parsed again. */
const encoded = new WeakSet<Uint8Array>();

/**
 * A value as canonical JSON (RFC 8785) in UTF-8: equal values have equal bytes. Throws for a value that JSON does not
 * have: a bigint, a cycle, undefined, NaN, a lone surrogate.
 */
export function encode(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} cannot be written as JSON.`);
  const bytes = encoder.encode(text);
  encoded.add(bytes);
  return bytes;
}

/** Parses JSON in UTF-8. @throws TypeError where the bytes are not UTF-8, SyntaxError where they are not JSON */
export function decode(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes)) as unknown;
}

/** The canonical form (RFC 8785) of JSON bytes, which may be the same object; null where they are not JSON. */
export function canonicalOf(bytes: Uint8Array): Uint8Array | null {
  if (encoded.has(bytes)) return bytes;
  try {
    return encode(decode(bytes));
  } catch {
    return null;
  }
}
