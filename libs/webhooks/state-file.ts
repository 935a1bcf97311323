import { DatabaseFile, type DatabaseKind } from '#database';

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
    PRIMARY KEY (endpoint, number)
  ) STRICT, WITHOUT ROWID;

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

/** Idempotency-Key and body hash of the request that made a secret. */
const KEYS = `
  ALTER TABLE secrets ADD COLUMN key TEXT;
  ALTER TABLE secrets ADD COLUMN hash TEXT;
  CREATE UNIQUE INDEX secrets_by_key ON secrets (key);`;

const WEBHOOKS: DatabaseKind = {
  name: 'a file of Dateline’s webhooks',
  use: 'sends the webhooks',
  // The letters DWeb.
  application: 0x44576562,
  schemas: [TABLES, KEYS],
};

/** The file with the state of all endpoints. One process has it open: two would send every message twice. */
export class StateFile {
  /** Whether the file was made with another public log, so that its positions are meaningless. */
  readonly isOfOtherLog: boolean;

  private constructor(
    readonly db: DatabaseFile,
    log: string,
  ) {
    db.record(() => this.db.prepare('INSERT OR IGNORE INTO webhooks VALUES (1, ?)').run(log));
    const was = this.db.prepare<[], string>('SELECT log FROM webhooks').pluck().get()!;
    this.isOfOtherLog = was !== log;
  }

  /** Opens or creates the file. `log` is the identity of the public log. @throws DatabaseRefused, FileUnusable */
  static open(file: string, log: string): StateFile {
    return new StateFile(DatabaseFile.open(file, WEBHOOKS), log);
  }

  /**
   * Runs a transaction. A power cut may undo it: then messages are sent or queued once more.
   *
   * @throws FileGone if the file was deleted or replaced
   */
  write<T>(change: () => T): T {
    return this.db.write(change);
  }

  /** Like {@link write}, but durable: for what an answer confirms. */
  record<T>(change: () => T): T {
    return this.db.record(change);
  }

  /** Sets the identity of the log to which the positions belong. */
  setLog(log: string): void {
    this.db.prepare('UPDATE webhooks SET log = ?').run(log);
  }

  close(): void {
    this.db.close();
  }
}
