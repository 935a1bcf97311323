import createClient, { type Client } from 'openapi-fetch';
import type { Connection } from './connection.js';
import type { components, paths } from './types/desk.js';

/** The desk's operations by method and path, each with the types of what it takes and answers. */
export type DeskClient = Client<paths>;

/** What the desk takes and answers, by name: `DeskSchemas['DevelopmentInput']`, `DeskSchemas['Filed']`. */
export type DeskSchemas = components['schemas'];

/** A client of a desk; it answers as an archive's does. Give each write an `Idempotency-Key`: then it may be sent again. */
export function createDeskClient(connection: Connection): DeskClient {
  return createClient<paths>(connection);
}
