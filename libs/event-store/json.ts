const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A JSON value as UTF-8 bytes. Throws `TypeError` for what JSON cannot say (a bigint, a cycle, undefined). */
export function encode(value: unknown): Uint8Array {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} cannot be written as JSON.`);
  return encoder.encode(text);
}

/** The JSON value of UTF-8 bytes. Throws `TypeError` for bytes that are not UTF-8, `SyntaxError` for what is not JSON. */
export function decode(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes)) as unknown;
}
