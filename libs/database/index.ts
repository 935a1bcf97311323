/** A SQLite database of one process, beside the logs: for state that is no event. */
export { DatabaseFile, DatabaseRefused, type DatabaseKind, type FileState } from './database-file.js';
export type { Query } from './query.js';
