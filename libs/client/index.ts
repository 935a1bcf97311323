/** A typed client of archive and desk, made of their documents of OpenAPI. It needs nothing else of Dateline. */
export { createArchiveClient, type ArchiveClient, type ArchiveSchemas } from './archive-client.js';
export { createDeskClient, type DeskClient, type DeskSchemas } from './desk-client.js';
export { type Connection, type FollowedConnection, type Seen } from './connection.js';
export { followChanges, FollowingRefused, type Followed, type Following } from './follow-changes.js';
