const BLANK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Embeddings, overrides and isolates: they could change the order in which a text is shown. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export const ISOLATE = '\u2068';
export const END_ISOLATE = '\u2069';

/**
 * Turns any text into one line that is safe on a terminal. Line breaks become spaces. Control characters, and so escape
 * sequences, become visible pictures. Characters that reorder the line are removed.
 */
export function plain(text: string): string {
  return text.toWellFormed().replace(BLANK, ' ').replace(REORDERING, '').replace(CONTROL, picture).trim();
}

/** Text for the middle of a line. Right-to-left text is isolated, so that it does not reorder the text around it. */
export function inLine(text: string): string {
  const words = plain(text);
  return RIGHT_TO_LEFT.test(words) ? ISOLATE + words + END_ISOLATE : words;
}

/** The visible picture of a C0 control (U+2400 and following); C1 controls have none. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** In JSON such characters occur only in strings. Escapes leave the value unchanged. */
const NOT_FOR_TERMINALS = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON text with the same value that is safe on a terminal. Also takes a piece of JSON text. */
export function plainJson(json: string): string {
  return json.replace(NOT_FOR_TERMINALS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
