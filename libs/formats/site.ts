/** Where and by whom stories are published: what absolute addresses begin with, and what a publisher is called. */
export interface Site {
  /** The archive's public origin, without a slash at its end: `https://archive.example.org`. */
  readonly origin: string;
  /** What the newsroom calls itself. */
  readonly name: string;
}
