const BLANK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Embeddings, overrides and isolates: they could show a text in another order than it has. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export const ISOLATE = '\u2068';
export const END_ISOLATE = '\u2069';

/**
 * Somebody else's words as one line that a terminal only shows: line breaks become spaces, control characters (with
 * them every escape sequence) their visible pictures, and what would reorder the line is left out.
 */
export function plain(text: string): string {
  return text.toWellFormed().replace(BLANK, ' ').replace(REORDERING, '').replace(CONTROL, picture).trim();
}

/** Words for the middle of a line: what runs from right to left is kept from reordering what stands around it. */
export function inLine(text: string): string {
  const words = plain(text);
  return RIGHT_TO_LEFT.test(words) ? ISOLATE + words + END_ISOLATE : words;
}

/** U+2400 and on are pictures of the C0 controls; those of C1 have none. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** In JSON such characters stand within strings only, and JSON has escapes for them: the value stays the same. */
const NOT_FOR_TERMINALS = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON text with the same value, of which a terminal does nothing but show it. Takes any piece of it, too. */
export function plainJson(json: string): string {
  return json.replace(NOT_FOR_TERMINALS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
