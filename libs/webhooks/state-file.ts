import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { FileUnusable, OpenFiles, StoreLock, StoreLocked } from '#event-store';

/** Marks the file as ours (`PRAGMA application_id`): the letters DWeb. */
const APPLICATION = 0x44576562;
const SCHEMA = 2;
/** Milliseconds between checks whether the files still exist. */
const CHECKED_FOR = 500;

/**
 * Times are milliseconds since the epoch. Positions are those of the public log; -1 is before the first. In the queue of an
 * endpoint, the first message of each story is marked: only these can be due.
 */
const TABLES = `
  CREATE TABLE webhooks (only INTEGER PRIMARY KEY CHECK (only = 1), log TEXT NOT NULL) STRICT;

  CREATE TABLE endpoints (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    description TEXT,
    stories TEXT,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'off')),
    reason TEXT,
    position INTEGER NOT NULL,
    event TEXT,
    held_until INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    success_at INTEGER,
    success_status INTEGER,
    failure_at INTEGER,
    failure TEXT,
    failure_status INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE secrets (
    endpoint TEXT NOT NULL REFERENCES endpoints ON DELETE CASCADE,
    number INTEGER NOT NULL,
    secret BLOB NOT NULL,
    valid_until INTEGER,
    -- Idempotency-Key and body hash of the request that made it.
    key TEXT,
    hash TEXT,
    PRIMARY KEY (endpoint, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX secrets_by_key ON secrets (key);

  CREATE TABLE queue (
    endpoint TEXT NOT NULL REFERENCES endpoints ON DELETE CASCADE,
    story TEXT NOT NULL,
    position INTEGER NOT NULL,
    first INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    PRIMARY KEY (endpoint, story, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX queue_by_due ON queue (endpoint, due_at, position) WHERE first = 1;
  CREATE INDEX queue_by_age ON queue (endpoint, queued_at);

  CREATE TABLE dead_letters (
    endpoint TEXT NOT NULL REFERENCES endpoints ON DELETE CASCADE,
    position INTEGER NOT NULL,
    story TEXT NOT NULL,
    event TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    died_at INTEGER NOT NULL,
    failure TEXT NOT NULL,
    status INTEGER,
    PRIMARY KEY (endpoint, position)
  ) STRICT, WITHOUT ROWID;`;

/** Migrates a file from schema 1 to schema 2. */
const KEYS = `
  ALTER TABLE secrets ADD COLUMN key TEXT;
  ALTER TABLE secrets ADD COLUMN hash TEXT;
  CREATE UNIQUE INDEX secrets_by_key ON secrets (key);`;

/** The file of the webhooks is not usable; the message says why and what to do. */
export class WebhooksRefused extends Error {
  override readonly name = 'WebhooksRefused';
}

/** The file with the state of all endpoints. One process has it open, and only its owner may read it. */
export class StateFile {
  /** Whether the file was made with another public log, so that its positions are meaningless. */
  readonly isOfOtherLog: boolean;
  readonly #files: OpenFiles;

  private constructor(
    readonly db: Database.Database,
    private readonly lock: StoreLock,
    file: string,
    log: string,
  ) {
    this.#files = OpenFiles.ofDatabase(file);
    const was = db.prepare<[], string>('SELECT log FROM webhooks').pluck().get()!;
    this.isOfOtherLog = was !== log;
  }

  /** Opens or creates the file. `log` is the identity of the public log. @throws WebhooksRefused, FileUnusable */
  static open(file: string, log: string): StateFile {
    // Created here and not by SQLite, so that others can never read it.
    FileUnusable.guard(file, () => {
      closeSync(openSync(file, 'a', 0o600));
      chmodSync(file, 0o600);
    });
    // Two processes would send every message twice.
    const lock = lockOf(file);
    const db = new Database(file, { timeout: 1_000 });
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('foreign_keys = ON');
      // Overwrites deleted secrets in the file.
      db.pragma('secure_delete = ON');
      db.transaction(() => prepare(db, file, log)).exclusive();
      return new StateFile(db, lock, file, log);
    } catch (error) {
      db.close();
      lock.release();
      throw refusalOf(error, file);
    }
  }

  /**
   * Runs a transaction. A power cut may undo it: then messages are sent or queued once more.
   *
   * @throws FileGone if the file was deleted or replaced
   */
  write<T>(change: () => T): T {
    return this.#do('NORMAL', change);
  }

  /** Like {@link write}, but durable: for what an answer confirms. */
  record<T>(change: () => T): T {
    return this.#do('FULL', change);
  }

  /** The file that was deleted or replaced, so that nothing is durable any more; null for none. */
  get gone(): string | null {
    return this.#files.gone(CHECKED_FOR);
  }

  #do<T>(synchronous: 'NORMAL' | 'FULL', change: () => T): T {
    this.#files.check();
    this.db.pragma(`synchronous = ${synchronous}`);
    const done = this.db.transaction(change).immediate();
    this.#files.check();
    return done;
  }

  /** Sets the identity of the log to which the positions belong. */
  setLog(log: string): void {
    this.db.prepare('UPDATE webhooks SET log = ?').run(log);
  }

  close(): void {
    this.db.close();
    this.lock.release();
  }
}

function prepare(db: Database.Database, file: string, log: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables === 0) {
    db.exec(TABLES);
    db.prepare('INSERT INTO webhooks VALUES (1, ?)').run(log);
    db.pragma(`application_id = ${APPLICATION}`);
    db.pragma(`user_version = ${SCHEMA}`);
  } else if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION)
    throw new WebhooksRefused(`${file} is not a file of Dateline’s webhooks. Move it away.`);
  else if (version > SCHEMA)
    throw new WebhooksRefused(
      `${file} has schema ${version}; this release knows up to ${SCHEMA}. Use the release that wrote it, or a later one.`,
    );
  else if (version < SCHEMA) {
    db.exec(KEYS);
    db.pragma(`user_version = ${SCHEMA}`);
  }
}

/** @throws WebhooksRefused */
function lockOf(file: string): StoreLock {
  try {
    return StoreLock.take(file);
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new WebhooksRefused(
      `${file} is open in another process, which sends the webhooks. Stop it, or use it.`,
    );
  }
}

function refusalOf(error: unknown, file: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB')
    return new WebhooksRefused(`${file} is not a file of Dateline’s webhooks. Move it away.`);
  return FileUnusable.of(file, error);
}
