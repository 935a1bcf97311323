import createClient, { type Client } from 'openapi-fetch';
import type { FollowedConnection } from './connection.js';
import type { components, paths } from './types/archive.js';

/** The archive's operations by method and path, each with the types of its request and responses. */
export type ArchiveClient = Client<paths>;

/** The schemas of the archive's responses, by name: `ArchiveSchemas['Story']`. */
export type ArchiveSchemas = components['schemas'];

/**
 * Creates a client of an archive. A request resolves to `data`, or to `error`: a problem (RFC 9457) with one of the
 * operation's `code`s. It rejects only if no response arrives. With `seen`, no cache returns a state that is older than
 * the last change that {@link followChanges} gave.
 */
export function createArchiveClient({ seen, ...connection }: FollowedConnection): ArchiveClient {
  const client = createClient<paths>(connection);
  if (seen)
    client.use({
      onRequest({ request: { headers } }) {
        if (seen.position !== null && !headers.has(POSITION)) headers.set(POSITION, seen.position);
      },
    });
  return client;
}

const POSITION = 'Dateline-Position';
