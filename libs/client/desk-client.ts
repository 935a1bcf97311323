import createClient, { type Client } from 'openapi-fetch';
import type { Connection } from './connection.js';
import type { components, paths } from './types/desk.js';

/** The desk's operations by method and path, each with the types of its request and responses. */
export type DeskClient = Client<paths>;

/**
 * The schemas of the desk's requests and responses, by name: `DeskSchemas['DevelopmentInput']`, `DeskSchemas['Filed']`.
 */
export type DeskSchemas = components['schemas'];

/** A connection to a desk. */
export interface DeskConnection extends Connection {
  /** The token of the service: an administrator makes it. */
  readonly token: string;
}

/**
 * Creates a client of a desk. Its requests resolve and reject as those of an archive client. Give each write an
 * `Idempotency-Key`: then it can safely be sent again.
 */
export function createDeskClient({ token, ...connection }: DeskConnection): DeskClient {
  return createClient<paths>({ ...connection, headers: { authorization: `Bearer ${token}` } });
}
