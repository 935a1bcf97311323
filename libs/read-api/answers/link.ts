/** A link of an answer (RFC 8288), with the attributes of Memento (RFC 7089 section 2.2). */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  /** Dates are in RFC 1123 form, as everywhere in HTTP. */
  readonly datetime?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Links in the form of the `Link` header and of `application/link-format`, separated by `between`. */
export function linkText(links: readonly Link[], between = ', '): string {
  return links
    .map(({ href, ...attributes }) =>
      [`<${href}>`, ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)].join('; '),
    )
    .join(between);
}
