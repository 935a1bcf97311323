import { harmless } from '#story';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Character data of XML 1.0. A carriage return is escaped: a parser would read a line feed (section 2.11). `harmless`
 * replaces characters that XML forbids even when escaped (section 2.2).
 */
const characterData = (text: string): string => harmless(text).replace(/[&<>\r]/g, (c) => ESCAPED[c]!);

/** White space is escaped too: a parser would turn it into spaces (section 3.3.3). */
const attributeValue = (text: string): string => harmless(text).replace(/[&<>"'\t\n\r]/g, (c) => ESCAPED[c]!);

/** Undefined attributes are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element whose content is XML already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${attributeValue(value)}"`,
  );
  const inside = content.join('');
  const start = `<${name}${written.join('')}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** An element whose content is plain text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, [characterData(text)]);
