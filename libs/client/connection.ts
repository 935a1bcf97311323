/** Where a surface is, and how it is reached. */
export interface Connection {
  /** Its origin, such as `https://archive.example.org`. */
  readonly baseUrl: string;
  /** In the place of the platform's own, e.g. to time requests or to sign them. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
