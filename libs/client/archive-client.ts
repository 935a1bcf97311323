import createClient, { type Client } from 'openapi-fetch';
import type { FollowedConnection } from './connection.js';
import type { components, paths } from './types/archive.js';

/** The archive's operations by method and path, each with the types of what it takes and answers. */
export type ArchiveClient = Client<paths>;

/** What the archive's answers hold, by name: `ArchiveSchemas['Story']`. */
export type ArchiveSchemas = components['schemas'];

/**
 * A client of an archive. A request answers with `data`, or with `error`: the problem (RFC 9457), whose `code` is one of
 * those that the operation can give. It rejects only where no answer comes. With `seen` no cache gives it what was before
 * the last change that was told.
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
