/** Characters that no XML 1.0 document may hold, not even escaped (section 2.2), unpaired surrogates included. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

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

/** Any text as XML 1.0 may hold it: what is forbidden there becomes U+FFFD, the replacement character. */
export const legible = (text: string): string => text.replace(FORBIDDEN, '\uFFFD');

/** Character data: a carriage return is escaped, or a parser would read a line feed (section 2.11). */
const characterData = (text: string): string => legible(text).replace(/[&<>\r]/g, (c) => ESCAPED[c]!);

/** White space is escaped too: a parser would read spaces (section 3.3.3). */
const attributeValue = (text: string): string => legible(text).replace(/[&<>"'\t\n\r]/g, (c) => ESCAPED[c]!);

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
