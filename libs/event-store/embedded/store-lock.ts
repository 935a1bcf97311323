import Database from 'better-sqlite3';
import { FileUnusable } from '../file-unusable.js';
import { StoreLocked } from './opening-failure.js';

/**
 * Excludes a second writing process, by an open write transaction on `<file>.lock`. The operating system ends it when the
 * process ends, so a lock never remains. The file has the process id of the owner.
 */
export class StoreLock {
  readonly #db: Database.Database;

  private constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Locks the log `file`. @throws StoreLocked where it is locked, also by this process; FileUnusable */
  static take(file: string): StoreLock {
    const path = `${file}.lock`;
    const db = FileUnusable.guard(path, () => new Database(path, { timeout: 0 }));
    try {
      db.exec('BEGIN IMMEDIATE');
      db.exec(
        'CREATE TABLE IF NOT EXISTS holder (only INTEGER PRIMARY KEY CHECK (only = 1), pid INTEGER NOT NULL)',
      );
      db.prepare('INSERT OR REPLACE INTO holder (only, pid) VALUES (1, ?)').run(process.pid);
      db.pragma('busy_timeout = 1000');
      db.exec('COMMIT');
      db.pragma('busy_timeout = 0');
      db.exec('BEGIN IMMEDIATE');
      return new StoreLock(db);
    } catch (error) {
      const busy = isBusy(error);
      const pid = busy ? ownerOf(db) : null;
      db.close();
      throw busy ? new StoreLocked(file, pid) : FileUnusable.of(path, error);
    }
  }

  release(): void {
    this.#db.close();
  }
}

function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    String(error.code).startsWith('SQLITE_BUSY')
  );
}

function ownerOf(db: Database.Database): number | null {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    return db.prepare<[], { pid: number }>('SELECT pid FROM holder').get()?.pid ?? null;
  } catch {
    return null;
  }
}
