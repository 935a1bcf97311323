/** The flag of a region of a country (UTS 51, emoji tag sequence). Only here are tag characters visible. */
const FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';

/** The kinds of characters that no text may contain, each with the reason. */
const REFUSED = {
  control: [
    '[\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f]|\\r(?!\\n)',
    'which is a control character: leave it out',
  ],
  override: [
    '[\\u202a-\\u202e]',
    'which turns the direction of what follows: leave it out, or use isolates (U+2066 to U+2069)',
  ],
  noncharacter: ['\\p{Noncharacter_Code_Point}', 'which is not a character: leave it out'],
  tag: ['[\\u{E0000}-\\u{E007F}]', 'which is invisible: leave it out'],
  half: ['\\p{Surrogate}', 'which is half of a surrogate pair: send the whole character'],
} as const;
type Kind = keyof typeof REFUSED;

const SEARCH = new RegExp(
  [FLAG, ...Object.entries(REFUSED).map(([kind, [form]]) => `(?<${kind}>${form})`)].join('|'),
  'gu',
);
const LINE_BREAK = /[\t\n\r\u2028\u2029]/;
const ISOLATES = /[\u2066-\u2069]/;
const ALL_ISOLATES = /[\u2066-\u2069]/g;
/** Most texts contain none of these and need no second look. */
const SUSPECT =
  // oxlint-disable-next-line no-control-regex -- the search is for control characters
  /[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/** Ends every isolate (UAX 9, rule X8: bidirectional class B). */
const PARAGRAPH = /[\n\r\u2029]/;
const POP = '\u2069';

/**
 * Says what is wrong with the characters of a text, in words for its sender; null if they are fine.
 *
 * Refused are:
 * - control characters, except tabs and line breaks, which only texts of several `lines` may have;
 * - embeddings and overrides of the writing direction;
 * - isolates that do not end in their paragraph;
 * - noncharacters, tag characters outside flags, and halves of surrogate pairs.
 *
 * Joiners, direction marks and isolates are allowed: many scripts need them.
 */
export function wrongCharacter(text: string, { lines }: { readonly lines: boolean }): string | null {
  for (const { index, groups = {} } of text.matchAll(SEARCH)) {
    const kind = (Object.keys(REFUSED) as Kind[]).find((one) => groups[one] !== undefined);
    if (kind !== undefined) return found(text, index, REFUSED[kind][1]);
  }
  const broken = lines ? -1 : text.search(LINE_BREAK);
  if (broken >= 0) return found(text, broken, 'and must be one line: leave it out');
  return ISOLATES.test(text) ? unbalanced(text) : null;
}

/** Whether nothing in a text is visible: it has only blanks and ignorable characters. */
export const isInvisible = (text: string): boolean =>
  /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);

/**
 * Makes an old text safe to show beside other words: it may date from before such characters were refused. Overrides of
 * the writing direction and invisible characters go; U+FFFD replaces controls, noncharacters and halves of pairs. A
 * text that {@link wrongCharacter} accepts does not change.
 */
export function harmless(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const shown = text.replace(SEARCH, (match, ...rest) => {
    const groups = rest.at(-1) as Readonly<Record<Kind, string | undefined>>;
    if (match === '\r') return '\n';
    if (groups.override !== undefined || groups.tag !== undefined) return '';
    return (groups.control ?? groups.noncharacter ?? groups.half) ? '\ufffd' : match;
  });
  return ISOLATES.test(shown) && unbalanced(shown) !== null ? shown.replace(ALL_ISOLATES, '') : shown;
}

/** The usual notation of the character at an index: `U+202E`. */
export const codePoint = (text: string, index: number): string =>
  `U+${text.codePointAt(index)!.toString(16).toUpperCase().padStart(4, '0')}`;

function unbalanced(text: string): string | null {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === POP) {
      if (open.pop() === undefined) return found(text, at, 'which ends an isolate that was not begun');
    } else if (ISOLATES.test(unit)) open.push(at);
    else if (PARAGRAPH.test(unit) && open.length > 0) break;
  }
  const [first] = open;
  return first === undefined
    ? null
    : found(text, first, 'which begins an isolate that is not ended: end it with U+2069 in its paragraph');
}

function found(text: string, index: number, why: string): string {
  const before = [...text.slice(0, index)].length;
  return `contains ${codePoint(text, index)} as character ${before + 1}, ${why}`;
}
