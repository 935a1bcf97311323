import { harmless } from '#story';
import { partsOfPhrase, type Phrase } from '#wordings';

/** A piece of HTML that is safe to send: whatever came into it as text was escaped. Only this file makes one of a string. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What a template takes: text, which is escaped; HTML, which is not; nothing; or a list of these. */
export type Part = Html | string | number | null | false | readonly Part[];

/**
 * HTML of a template in which every value is escaped, unless it is HTML itself. An attribute's value stands in double
 * quotes, and no value stands in a tag outside of them, in a script or in a style: then no text can open a tag or an
 * attribute (HTML, section 13.1.2.3; a property test holds it to that).
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = unindented(fixed);
  let markup = first;
  for (const [i, part] of parts.entries()) markup += markupOf(part) + rest[i]!;
  return new Html(markup);
}

const KNOWN = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template without the indentation of its source, which nobody reads; to a browser one white space is as many. */
function unindented(fixed: TemplateStringsArray): readonly string[] {
  const known = KNOWN.get(fixed);
  if (known) return known;
  const made = fixed.map((text) => text.replace(/[ \t]*\n\s*/g, '\n'));
  KNOWN.set(fixed, made);
  return made;
}

/** Pieces one after another, with something between them. */
export function joined(parts: readonly Part[], between: Part): Html {
  return new Html(parts.map(markupOf).join(markupOf(between)));
}

/** A phrase of the vocabulary with markup in its gap. */
export function inPhrase(phrase: Phrase, what: Part): Html {
  const [before = '', after] = partsOfPhrase(phrase);
  return after === undefined ? html`${before}` : html`${before}${what}${after}`;
}

/** JSON as a data block of a page: it cannot end the element that it stands in, and means the same. */
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
