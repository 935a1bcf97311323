import createClient, { type Client } from 'openapi-fetch';
import type { Connection } from './connection.js';
import type { components, paths } from './types/archive.js';

/** The archive's operations by method and path, each with the types of what it takes and answers. */
export type ArchiveClient = Client<paths>;

/** What the archive's answers hold, by name: `ArchiveSchemas['Story']`. */
export type ArchiveSchemas = components['schemas'];

/**
 * A client of an archive. A request answers with `data`, or with `error`: the problem (RFC 9457), whose `code` is one of
 * those that the operation can give. It rejects only where no answer comes.
 */
export function createArchiveClient(connection: Connection): ArchiveClient {
  return createClient<paths>(connection);
}
