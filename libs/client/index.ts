/**
 * A typed client of the archive and the desk, generated from their OpenAPI documents. It needs no other part of
 * Dateline.
 */
export { createArchiveClient, type ArchiveClient, type ArchiveSchemas } from './archive-client.js';
export { createDeskClient, type DeskClient, type DeskConnection, type DeskSchemas } from './desk-client.js';
export { type Connection, type FollowedConnection, type Seen } from './connection.js';
export { followChanges, StreamRefused, type ArchiveUpdate, type FollowOptions } from './follow-changes.js';
