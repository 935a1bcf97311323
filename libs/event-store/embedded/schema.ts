import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { corruptionIn } from './damage.js';
import { beginsAsDatabase } from './file-length.js';
import { SchemaTooNew, StoreDamaged, StoreUnusable } from './opening-failure.js';

/** Marks the file as a log of ours (`PRAGMA application_id`): the letters DLog. */
const APPLICATION = 0x444c6f67;

/**
 * Each step brings a log from the schema of its index to the next; a released step is never edited.
 * The triggers keep the log what it is, also when another program opens the file.
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

  // What an event is proven by lies in a table of its own: a second record of where each event stands, and an older log
  // gets it without a change to its events. `sealed` is 1 once every event has its seal; from then on each must.
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
 * Makes the log if there is none, and upgrades an older one, in one transaction each.
 * Throws `SchemaTooNew`, `StoreDamaged`, or `StoreUnusable` when the file is something else than a log.
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
  // What a killed process left unsynced is visible already: make it durable before anyone is told that it is written.
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

/** The schema of an open log, 0 if the file is empty. Throws as {@link prepareLog} does. */
function checkSchema(db: Database.Database, file: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  const tables = db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
  if (tables.length === 0) return 0;
  if (application !== APPLICATION) {
    if (['streams', 'events', 'events_by_stream'].every((name) => tables.includes(name)))
      throw new StoreDamaged(file, 'it has the tables of a log, and does not say that it is one');
    throw new StoreUnusable(`${file} ${NOT_A_LOG}`);
  }
  if (version > SCHEMA) throw new SchemaTooNew(file, version, SCHEMA);
  if (version < 1) throw new StoreDamaged(file, `it has tables, and says that it has schema ${version}`);
  return version;
}

const NOT_A_LOG =
  'is not an event log of Dateline. Give the path of one, or of a file that does not exist yet.';

/** Does `work` on a log that is being opened. Throws `StoreDamaged` where SQLite finds it damaged. */
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

/** Throws as {@link prepareLog} does, and `StoreUnusable` unless an open log has this release's schema. */
export function requireSchema(db: Database.Database, file: string): void {
  const found = opening(file, () => checkSchema(db, file));
  if (found === SCHEMA) return;
  throw new StoreUnusable(
    `${file} has schema ${found}, not ${SCHEMA}. Start the server once, which upgrades it.`,
  );
}

/** Throws `StoreUnusable` unless there is a log at `file`. */
export function requireLog(file: string): void {
  if (!existsSync(file))
    throw new StoreUnusable(`There is no log at ${file}. Check the path, or start the server once.`);
}
