/** Keys that may be named in an answer: anything longer or stranger could be somebody's words. */
const NAMEABLE = /^[A-Za-z0-9_.-]{1,64}$/;

/**
 * An RFC 6901 pointer one step further. A key that is not a plain name is left out, so that no answer echoes a
 * request: the pointer then stops at its parent.
 */
export function pointTo(pointer: string, key: string | number): string {
  return NAMEABLE.test(String(key)) ? `${pointer}/${key}` : pointer;
}

/** Something wrong at one place of the input. */
export interface Finding {
  /** RFC 6901 pointer into the body. */
  readonly pointer?: string;
  /** Name of a parameter of the query or the path. */
  readonly parameter?: string;
  readonly detail: string;
}
