/** What one has been told of an archive: what is read with it is at least as new, whatever a cache has. */
export interface Seen {
  /** The position of the last change; null before the first. */
  position: string | null;
}

/** Where a surface is, and how it is reached. */
export interface Connection {
  /** Its origin, such as `https://archive.example.org`. */
  readonly baseUrl: string;
  /** In the place of the platform's own, e.g. to time requests or to sign them. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** An archive that is followed and read: both are given one `seen`. */
export interface FollowedConnection extends Connection {
  readonly seen?: Seen;
}
