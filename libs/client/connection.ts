/**
 * The last change that {@link followChanges} gave. An archive client with the same object reads states that are at
 * least that new, whatever a cache has.
 */
export interface Seen {
  /** The position of the last change in the public log; null before the first. */
  position: string | null;
}

/** The address of an archive or a desk, and how requests are sent. */
export interface Connection {
  /** The origin, such as `https://archive.example.org`. */
  readonly baseUrl: string;
  /** Replaces the platform's `fetch`, e.g. to measure or sign requests. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A connection to an archive. Give the same `seen` to the client that reads and to {@link followChanges}. */
export interface FollowedConnection extends Connection {
  readonly seen?: Seen;
}
