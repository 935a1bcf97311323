/** The publisher, and the origin of its absolute addresses. */
export interface Site {
  /** The archive's public origin, without a slash at its end: `https://archive.example.org`. */
  readonly origin: string;
  /** The newsroom's own name. */
  readonly name: string;
}
