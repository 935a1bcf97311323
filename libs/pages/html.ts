import { harmless } from '#story';
import { partsOfPhrase, type Phrase } from '#wordings';

/** HTML that is safe to send, because all text in it is escaped. Only this file makes it from strings. */
export class Html {
  constructor(readonly markup: string) {}
}

/** A value in a template: text, which is escaped; HTML, which is not; nothing; or a list of these. */
export type Part = Html | string | number | null | false | readonly Part[];

/**
 * A template tag that escapes every value, except HTML. Templates put attribute values in double quotes. They have no value
 * elsewhere in a tag, in a script or in a style. So no text can open a tag or an attribute (HTML, section 13.1.2.3; a
 * property test checks this).
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = unindented(fixed);
  let markup = first;
  for (const [i, part] of parts.entries()) markup += markupOf(part) + rest[i]!;
  return new Html(markup);
}

const UNINDENTED = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Removes the indentation of the source. A browser treats any white space as one space. */
function unindented(fixed: TemplateStringsArray): readonly string[] {
  const cached = UNINDENTED.get(fixed);
  if (cached) return cached;
  const made = fixed.map((text) => text.replace(/[ \t]*\n\s*/g, '\n'));
  UNINDENTED.set(fixed, made);
  return made;
}

/** Joins parts, with a separator. */
export function joined(parts: readonly Part[], between: Part): Html {
  return new Html(parts.map(markupOf).join(markupOf(between)));
}

/** A phrase of the vocabulary, with markup in its gap. */
export function inPhrase(phrase: Phrase, what: Part): Html {
  const [before = '', after] = partsOfPhrase(phrase);
  return after === undefined ? html`${before}` : html`${before}${what}${after}`;
}

/** JSON as a data block of a page: no text in it can close the script element. The JSON has the same meaning. */
export function jsonBlock(type: string, json: string): Html {
  const inert = json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return new Html(`<script type="${escaped(type)}">${inert}</script>`);
}

function markupOf(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(markupOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => harmless(text).replace(/[&<>"']/g, (c) => ESCAPES[c]!);
