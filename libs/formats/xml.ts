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
 * Character data of XML 1.0: a carriage return is escaped, or a parser would read a line feed (section 2.11). What no
 * document may hold, not even escaped (section 2.2), is among what does harm.
 */
const characterData = (text: string): string => harmless(text).replace(/[&<>\r]/g, (c) => ESCAPED[c]!);

/** White space is escaped too: a parser would read spaces (section 3.3.3). */
const attributeValue = (text: string): string => harmless(text).replace(/[&<>"'\t\n\r]/g, (c) => ESCAPED[c]!);

/** Attributes that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with elements in it, each XML already. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${attributeValue(value)}"`,
  );
  const inside = content.join('');
  const start = `<${name}${written.join('')}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** An element with any text in it. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, [characterData(text)]);
