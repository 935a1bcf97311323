/** A link of an answer (RFC 8288), with the attributes that Memento gives it (RFC 7089 section 2.2). */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  /** In RFC 1123 form, as every date of HTTP. */
  readonly datetime?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Links as the `Link` header and `application/link-format` write them; `between` parts them. */
export function linkText(links: readonly Link[], between = ', '): string {
  return links
    .map(({ href, ...attributes }) =>
      [`<${href}>`, ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)].join('; '),
    )
    .join(between);
}
