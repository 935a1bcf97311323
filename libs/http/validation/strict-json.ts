import { JsonScanner } from './json-scanner.js';
import { Problem } from '../problem/problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses one JSON text (RFC 8259), restricted to what all parsers understand alike (RFC 7493). Bodies and lines of imports
 * use it.
 *
 * Besides invalid JSON, it refuses:
 * - bytes that are not UTF-8, a byte order mark, NUL, and lone surrogates
 * - duplicate keys, and the keys `__proto__`, `constructor` and `prototype`
 * - more than 32 levels, and arrays of more than 500 elements
 * - numbers that a double cannot represent (beyond 2^53, 1e999, 1e-999)
 *
 * @throws Problem `json-…`, 400, with a JSON Pointer (RFC 6901); it never quotes the text
 */
export function parseStrictJson(input: Uint8Array | string): unknown {
  const text = typeof input === 'string' ? input : decode(input);
  if (!text.isWellFormed())
    throw new Problem('json-encoding', 'The text has half of a surrogate pair. Send UTF-8.');
  if (text.startsWith('\uFEFF')) {
    throw new Problem('json-encoding', 'The text begins with a byte order mark. Send UTF-8 without one.');
  }
  new JsonScanner(text).scan();
  return JSON.parse(text) as unknown;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem('json-encoding', 'The bytes are not UTF-8. Encode the text as UTF-8.');
  }
}
