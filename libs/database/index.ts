/** A SQLite database of one process, beside the logs: for state that is no event. */
export { DatabaseFile, DatabaseRefused, type DatabaseKind } from './database-file.js';
