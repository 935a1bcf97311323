import { JsonScanner } from './json-scanner.js';
import { Problem } from '../problem/problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The value of one JSON text (RFC 8259, and of it what every reader understands alike: RFC 7493).
 *
 * Refused, besides what is not JSON: bytes that are not UTF-8, a byte order mark, a key twice, the keys
 * `__proto__`, `constructor` and `prototype`, NUL, lone surrogates, more than 32 levels, arrays of more than 500,
 * numbers that a double does not hold (beyond 2^53, 1e999, 1e-999). A body and a line of an import are read alike.
 *
 * @throws Problem `json-…`, 400, with the RFC 6901 pointer of the place; it never quotes the text
 */
export function parseStrictJson(input: Uint8Array | string): unknown {
  const text = typeof input === 'string' ? input : decode(input);
  if (!text.isWellFormed())
    throw new Problem('json-encoding', 'The text holds half of a surrogate pair. Send UTF-8.');
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
