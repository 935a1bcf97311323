/** Keys that an answer may repeat. Any other key could be private text. */
const NAMEABLE = /^[A-Za-z0-9_.-]{1,64}$/;

/**
 * Adds one step to a JSON Pointer (RFC 6901). A key that is not a plain name is omitted, so the pointer leads to its
 * parent: an answer never repeats private text.
 */
export function pointTo(pointer: string, key: string | number): string {
  return NAMEABLE.test(String(key)) ? `${pointer}/${key}` : pointer;
}

/** A fault at one point of the input. */
export interface Finding {
  /** A JSON Pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  /** The name of a parameter of query or path. */
  readonly parameter?: string;
  readonly detail: string;
}
