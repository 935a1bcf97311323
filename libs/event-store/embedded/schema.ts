import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { corruptionIn } from './damage.js';
import { beginsAsDatabase } from './file-length.js';
import { SchemaTooNew, StoreDamaged, StoreUnusable } from './opening-failure.js';

/** Marks the file as one of our logs (`PRAGMA application_id`): the letters DLog. */
const APPLICATION = 0x444c6f67;

/**
 * Step n upgrades a log from schema n to n + 1. A released step is never changed. The triggers protect the log also against
 * other programs that open the file.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE log (only INTEGER PRIMARY KEY CHECK (only = 1), identity TEXT NOT NULL) STRICT;

   CREATE TABLE recoveries (number INTEGER PRIMARY KEY, after_position INTEGER, reason TEXT NOT NULL) STRICT;

   CREATE TABLE streams (stream INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

   CREATE TABLE events (
     position INTEGER PRIMARY KEY,
     stream INTEGER NOT NULL REFERENCES streams,
     revision INTEGER NOT NULL,
     id BLOB NOT NULL CHECK (length(id) = 16),
     type TEXT NOT NULL,
     metadata BLOB NOT NULL,
     data BLOB NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);

   CREATE TRIGGER events_are_appended BEFORE INSERT ON events
   WHEN NEW.position IS NOT (SELECT coalesce(max(position), -1) + 1 FROM events)
     OR NEW.revision IS NOT (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
   BEGIN SELECT RAISE(ABORT, 'an event is appended at the end of the log and of its stream'); END;
   CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
   BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END;
   CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
   BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
   CREATE TRIGGER streams_are_not_updated BEFORE UPDATE ON streams
   BEGIN SELECT RAISE(ABORT, 'a stream is never renamed'); END;
   CREATE TRIGGER streams_are_not_deleted BEFORE DELETE ON streams
   BEGIN SELECT RAISE(ABORT, 'a stream is never deleted'); END;`,

  // Seals are in a separate table. It is a second record of the location of each event, and older logs get it without a
  // change of their events. `sealed` is 1 once every event has a seal; from then on every event must have one.
  `ALTER TABLE log ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;

   CREATE TABLE seals (
     position INTEGER PRIMARY KEY,
     stream INTEGER NOT NULL,
     revision INTEGER NOT NULL,
     salt BLOB CHECK (length(salt) = 16),
     commitment BLOB NOT NULL CHECK (length(commitment) = 32),
     checksum BLOB NOT NULL CHECK (length(checksum) = 32),
     bytes BLOB CHECK (length(bytes) = 32),
     CHECK (salt IS NOT NULL OR bytes IS NOT NULL)
   ) STRICT;

   CREATE TABLE heads (stream INTEGER PRIMARY KEY, revision INTEGER NOT NULL) STRICT;

   CREATE TRIGGER seals_are_appended BEFORE INSERT ON seals
   WHEN NEW.position IS NOT (SELECT coalesce(max(position), -1) + 1 FROM seals)
     OR NOT EXISTS (SELECT 1 FROM events e
       WHERE e.position = NEW.position AND e.stream = NEW.stream AND e.revision = NEW.revision)
   BEGIN SELECT RAISE(ABORT, 'a seal is appended, to the event of its position'); END;
   CREATE TRIGGER seals_only_lose_their_salt BEFORE UPDATE ON seals
   WHEN NEW.salt IS NOT NULL OR NEW.bytes IS NULL
     OR (NEW.position, NEW.stream, NEW.revision, NEW.commitment, NEW.checksum)
       IS NOT (OLD.position, OLD.stream, OLD.revision, OLD.commitment, OLD.checksum)
   BEGIN SELECT RAISE(ABORT, 'a seal only ever loses its salt'); END;
   CREATE TRIGGER seals_are_not_deleted BEFORE DELETE ON seals
   BEGIN SELECT RAISE(ABORT, 'a seal is never deleted'); END;
   CREATE TRIGGER heads_only_grow BEFORE UPDATE ON heads
   WHEN NEW.stream IS NOT OLD.stream OR NEW.revision < OLD.revision
   BEGIN SELECT RAISE(ABORT, 'a stream only grows'); END;
   CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON heads
   BEGIN SELECT RAISE(ABORT, 'a stream is never deleted'); END;

   DROP TRIGGER events_are_not_updated;
   CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
   WHEN (NEW.position, NEW.stream, NEW.revision, NEW.id, NEW.type, NEW.metadata)
       IS NOT (OLD.position, OLD.stream, OLD.revision, OLD.id, OLD.type, OLD.metadata)
     OR NOT EXISTS (SELECT 1 FROM seals c WHERE c.position = OLD.position AND c.salt IS NULL)
   BEGIN SELECT RAISE(ABORT, 'an event is never updated, but to erase its words'); END;`,
];

/** The schema that this release writes. */
const SCHEMA = STEPS.length;

/**
 * Creates the log if there is none, or upgrades an older one, in one transaction.
 *
 * @throws SchemaTooNew, StoreDamaged, and StoreUnusable where the file is no log
 */
export function prepareLog(file: string): void {
  const db = new Database(file, { timeout: 5_000 });
  try {
    opening(file, () => prepare(db, file));
  } finally {
    db.close();
  }
}

function prepare(db: Database.Database, file: string): void {
  const found = checkSchema(db, file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Events that a killed process left unsynced are visible already. They must be durable before they are acknowledged.
  db.pragma('wal_checkpoint(PASSIVE)');
  if (found === SCHEMA) return;
  db.transaction(() => {
    for (const step of STEPS.slice(found)) db.exec(step);
    if (found === 0)
      db.prepare('INSERT INTO log (only, identity, sealed) VALUES (1, ?, 1)').run(randomUUID());
    db.pragma(`application_id = ${APPLICATION}`);
    db.pragma(`user_version = ${SCHEMA}`);
  }).immediate();
}

/** The schema of an open log; 0 for an empty file. @throws what {@link prepareLog} throws */
function checkSchema(db: Database.Database, file: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  const tables = db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
  if (tables.length === 0) return 0;
  if (application !== APPLICATION) {
    if (['streams', 'events', 'events_by_stream'].every((name) => tables.includes(name)))
      throw new StoreDamaged(file, 'it has the tables of a log, but is not marked as one');
    throw new StoreUnusable(`${file} ${NOT_A_LOG}`);
  }
  if (version > SCHEMA) throw new SchemaTooNew(file, version, SCHEMA);
  if (version < 1) throw new StoreDamaged(file, `it has tables, but its schema is ${version}`);
  return version;
}

const NOT_A_LOG =
  'is not an event log of Dateline. Give the path of a log, or of a file that does not exist yet.';

/** Does `work` on a log that is being opened. @throws StoreDamaged where SQLite finds damage */
function opening<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const corruption = corruptionIn(error);
    if (corruption === null) throw error;
    if (beginsAsDatabase(file)) throw new StoreDamaged(file, corruption);
    throw new StoreUnusable(`${file} ${NOT_A_LOG}`);
  }
}

/** @throws StoreUnusable unless an open log has the schema of this release, and what {@link prepareLog} throws */
export function requireSchema(db: Database.Database, file: string): void {
  const found = opening(file, () => checkSchema(db, file));
  if (found === SCHEMA) return;
  throw new StoreUnusable(
    `${file} has schema ${found}, not ${SCHEMA}. Start the server once: it upgrades the log.`,
  );
}

/** @throws StoreUnusable unless the file exists */
export function requireLog(file: string): void {
  if (!existsSync(file))
    throw new StoreUnusable(`There is no log at ${file}. Check the path, or start the server once.`);
}
