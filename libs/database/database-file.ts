import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { FileUnusable, OpenFiles, StoreLock, StoreLocked } from '#event-store';

/** Milliseconds between checks whether the files still exist. */
const CHECKED_FOR = 500;

/** One kind of database: what it holds, and how its tables came about. */
export interface DatabaseKind {
  /** For messages, such as `Dateline’s webhooks`. */
  readonly name: string;
  /** What the process does that has it open, such as `sends the webhooks`. */
  readonly use: string;
  /** Marks the file as of this kind (`PRAGMA application_id`): four letters as a number. */
  readonly application: number;
  /** SQL for each schema, from an empty file on. The last one is the present schema. Never change one that was released. */
  readonly schemas: readonly string[];
}

/** The database is not usable; the message says why and what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/** A database that one process has open. Only its owner may read it, and deleted content is overwritten in it. */
export class DatabaseFile {
  readonly #files: OpenFiles;

  private constructor(
    readonly db: Database.Database,
    private readonly lock: StoreLock,
    file: string,
  ) {
    this.#files = OpenFiles.ofDatabase(file);
  }

  /** Opens or creates the file. @throws DatabaseRefused, FileUnusable */
  static open(file: string, kind: DatabaseKind): DatabaseFile {
    // Created here and not by SQLite, so that others can never read it.
    FileUnusable.guard(file, () => {
      closeSync(openSync(file, 'a', 0o600));
      chmodSync(file, 0o600);
    });
    const lock = lockOf(file, kind);
    const db = new Database(file, { timeout: 1_000 });
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('foreign_keys = ON');
      db.pragma('secure_delete = ON');
      db.transaction(() => prepare(db, file, kind)).exclusive();
      return new DatabaseFile(db, lock, file);
    } catch (error) {
      db.close();
      lock.release();
      throw refusalOf(error, file, kind);
    }
  }

  /**
   * Runs a transaction. A power cut may undo it. Inside another transaction it is a part of that one.
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

  /**
   * Takes deleted content out of the journal too. While another process reads the file, such as a backup, the journal keeps it
   * until SQLite writes over it.
   */
  emptyJournal(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** The file that was deleted or replaced, so that nothing is durable any more; null for none. */
  get gone(): string | null {
    return this.#files.gone(CHECKED_FOR);
  }

  close(): void {
    this.db.close();
    this.lock.release();
  }

  #do<T>(synchronous: 'NORMAL' | 'FULL', change: () => T): T {
    if (this.db.inTransaction) return change();
    this.#files.check();
    this.db.pragma(`synchronous = ${synchronous}`);
    const done = this.db.transaction(change).immediate();
    this.#files.check();
    return done;
  }
}

function prepare(db: Database.Database, file: string, { name, application, schemas }: DatabaseKind): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0 && Number(db.pragma('application_id', { simple: true })) !== application)
    throw new DatabaseRefused(`${file} is not a file of ${name}. Move it away.`);
  if (version > schemas.length)
    throw new DatabaseRefused(
      `${file} has schema ${version}; this release knows up to ${schemas.length}. Use the release that wrote it, or a later one.`,
    );
  for (const sql of schemas.slice(version)) db.exec(sql);
  db.pragma(`application_id = ${application}`);
  db.pragma(`user_version = ${schemas.length}`);
}

/** @throws DatabaseRefused */
function lockOf(file: string, { use }: DatabaseKind): StoreLock {
  try {
    return StoreLock.take(file);
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new DatabaseRefused(`${file} is open in another process, which ${use}. Stop it, or use it.`);
  }
}

function refusalOf(error: unknown, file: string, { name }: DatabaseKind): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return new DatabaseRefused(`${file} is not a file of ${name}. Move it away.`);
  return FileUnusable.of(file, error);
}
