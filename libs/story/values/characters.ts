/**
 * The flag of a region of a country (UTS 51, emoji tag sequence): the one place where tag characters stand for something
 * that is seen.
 */
const FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';

/** Each kind of character that no text holds, and why not. */
const REFUSED = {
  control: [
    '[\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f]|\\r(?!\\n)',
    'which is a control character: leave it out',
  ],
  override: [
    '[\\u202a-\\u202e]',
    'which turns the direction of what follows: leave it out, or use isolates (U+2066 to U+2069)',
  ],
  noncharacter: ['\\p{Noncharacter_Code_Point}', 'which is no character: leave it out'],
  tag: ['[\\u{E0000}-\\u{E007F}]', 'which nobody sees: leave it out'],
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
/** Most texts have none of these, and are looked at once. */
const SUSPECT =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/** Ends every isolate (UAX 9, rule X8: bidirectional class B). */
const PARAGRAPH = /[\n\r\u2029]/;
const POP = '\u2069';

/**
 * What is wrong with the characters of a text, in words, for whoever sent it; null where nothing is. Refused are control
 * characters but tab and line breaks, which stand in `lines` only; embeddings and overrides of direction; isolates that
 * do not end in their paragraph; noncharacters; tag characters outside of flags; halves of surrogate pairs. Joiners,
 * direction marks and isolates are part of writing in many scripts.
 */
export function wrongCharacter(text: string, { lines }: { readonly lines: boolean }): string | null {
  for (const { index, groups = {} } of text.matchAll(SEARCH)) {
    const kind = (Object.keys(REFUSED) as Kind[]).find((one) => groups[one] !== undefined);
    if (kind !== undefined) return found(text, index, REFUSED[kind][1]);
  }
  const broken = lines ? -1 : text.search(LINE_BREAK);
  if (broken >= 0) return found(text, broken, 'and is one line: leave it out');
  return ISOLATES.test(text) ? unbalanced(text) : null;
}

/** Whether there is nothing in a text that anybody could see: blanks, and what is made to be ignored. */
export const isInvisible = (text: string): boolean =>
  /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);

/**
 * What was recorded before such characters were refused, as it may be shown beside other words: without what turns the
 * direction of writing or is not seen, and with U+FFFD for controls, noncharacters and halves of pairs. What
 * {@link wrongCharacter} takes stays as it is.
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

/** How a person names the character at an index: `U+202E`. */
export const codePoint = (text: string, index: number): string =>
  `U+${text.codePointAt(index)!.toString(16).toUpperCase().padStart(4, '0')}`;

function unbalanced(text: string): string | null {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === POP) {
      if (open.pop() === undefined) return found(text, at, 'which ends an isolate that does not begin');
    } else if (ISOLATES.test(unit)) open.push(at);
    else if (PARAGRAPH.test(unit) && open.length > 0) break;
  }
  const [first] = open;
  return first === undefined
    ? null
    : found(text, first, 'which begins an isolate that does not end: end it with U+2069 in its paragraph');
}

function found(text: string, index: number, why: string): string {
  const before = [...text.slice(0, index)].length;
  return `holds ${codePoint(text, index)} as character ${before + 1}, ${why}`;
}
