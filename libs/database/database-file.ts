import { chmodSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { FileUnusable, OpenFiles, StoreLock, StoreLocked } from '#event-store';
import { FileFault } from './file-fault.js';
import { Query } from './query.js';

/** One kind of database: what it holds, and how its tables came about. */
export interface DatabaseKind {
  /** For messages, such as `a file of Dateline’s webhooks`. */
  readonly name: string;
  /** What the process does that has it open, such as `sends the webhooks`. */
  readonly use: string;
  /** Marks the file as of this kind (`PRAGMA application_id`): four letters as a number. */
  readonly application: number;
  /** SQL for each schema, from an empty file on. The last one is the present schema. Never change one that was released. */
  readonly schemas: readonly string[];
  /** Whether a new file stays empty until {@link DatabaseFile.create}. */
  readonly madeLater?: boolean;
}

/** Whether a file can be used. */
export interface FileState {
  /** The file that was deleted or replaced, so that nothing is durable any more; null for none. */
  readonly gone: string | null;
  /** Why it cannot be used at present; null while it can. Asking may try a write that changes nothing. */
  readonly fault: string | null;
}

/** The database is not usable; the message says why and what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/**
 * A database that one process has open. Only its owner may read it, and deleted content is overwritten in it. Each call throws
 * FileUnusable where the file cannot be used.
 */
export class DatabaseFile implements FileState {
  readonly #files: OpenFiles;
  readonly #fault: FileFault;

  private constructor(
    readonly path: string,
    private readonly kind: DatabaseKind,
    private readonly db: Database.Database,
    private readonly lock: StoreLock,
  ) {
    this.#files = OpenFiles.ofDatabase(path);
    this.#fault = new FileFault(path, this.#files);
  }

  /** Opens or creates the file. A file of another kind is not changed. @throws DatabaseRefused, FileUnusable */
  static open(path: string, kind: DatabaseKind): DatabaseFile {
    // Created here and not by SQLite, so that others can never read it. SQLite gives its journals the same rights.
    FileUnusable.guard(path, () => {
      for (const file of [path, `${path}.lock`]) {
        closeSync(openSync(file, 'a', 0o600));
        chmodSync(file, 0o600);
      }
    });
    const lock = lockOf(path, kind);
    let db: Database.Database | undefined;
    try {
      const opened = new Database(path, { timeout: 1_000 });
      db = opened;
      check(opened, path, kind);
      opened.pragma('journal_mode = WAL');
      opened.pragma('foreign_keys = ON');
      opened.pragma('secure_delete = ON');
      // Otherwise SQLite writes parts of the database to files in the folder for temporary files.
      opened.pragma('temp_store = MEMORY');
      const waits = kind.madeLater && isEmpty(opened);
      if (!waits && versionOf(opened) < kind.schemas.length)
        opened.transaction(() => upgrade(opened, kind)).exclusive();
      return new DatabaseFile(path, kind, opened, lock);
    } catch (error) {
      db?.close();
      lock.release();
      throw refusalOf(error, path, kind);
    }
  }

  /** Whether it has no tables yet, because they are made later. */
  get isEmpty(): boolean {
    return isEmpty(this.db);
  }

  /** Makes the tables and their first rows, all or none. Durable. */
  create(rows: () => void): void {
    this.record(() => {
      upgrade(this.db, this.kind);
      rows();
    });
  }

  prepare<P extends unknown[], R = unknown>(sql: string): Query<P, R> {
    const statement = this.#guard(() => this.db.prepare<P, R>(sql));
    return new Query(statement, (work) => this.#guard(work, statement.readonly ? work : undefined));
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
   * Takes deleted content out of the journal too. False while another process reads the file, such as a backup: the journal
   * keeps it until SQLite writes over it.
   */
  emptyJournal(): boolean {
    const [row] = this.#guard(() => this.db.pragma('wal_checkpoint(TRUNCATE)')) as {
      readonly busy: number;
    }[];
    return row?.busy === 0;
  }

  /**
   * Writes the whole database again. `secure_delete` alone may leave a copy: when SQLite moves a row to another page, the old
   * page may keep it. False as in {@link emptyJournal}.
   */
  rewrite(): boolean {
    this.#guard(() => {
      this.db.pragma('synchronous = FULL');
      this.db.exec('VACUUM');
    });
    return this.emptyJournal();
  }

  /** Writes a whole copy without any old bytes into a new file (0600). @throws FileGone */
  copyTo(copy: string): void {
    FileUnusable.guard(copy, () => {
      closeSync(openSync(copy, 'wx', 0o600));
      try {
        this.#files.check();
        this.db.prepare('VACUUM INTO ?').run(copy);
        const handle = openSync(copy, 'r+');
        fsyncSync(handle);
        closeSync(handle);
      } catch (error) {
        rmSync(copy, { force: true });
        throw error;
      }
    });
  }

  get gone(): string | null {
    return this.#fault.gone;
  }

  get fault(): string | null {
    return this.#fault.reason;
  }

  close(): void {
    this.db.close();
    this.lock.release();
  }

  #do<T>(synchronous: 'NORMAL' | 'FULL', change: () => T): T {
    if (this.db.inTransaction) return change();
    return this.#guard(() => {
      this.#files.check();
      this.db.pragma(`synchronous = ${synchronous}`);
      const done = this.db.transaction(change).immediate();
      this.#files.check();
      return done;
    });
  }

  #guard<T>(work: () => T, again: () => unknown = () => this.#writeNothing()): T {
    return this.#fault.guard(work, again);
  }

  #writeNothing(): void {
    const version = String(this.db.pragma('user_version', { simple: true }));
    this.db.transaction(() => this.db.pragma(`user_version = ${version}`)).immediate();
  }
}

const isEmpty = (db: Database.Database): boolean =>
  db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

/** @throws DatabaseRefused for a file of another kind, or of a later release */
function check(db: Database.Database, path: string, kind: DatabaseKind): void {
  if (!isEmpty(db) && Number(db.pragma('application_id', { simple: true })) !== kind.application)
    throw ofOtherKind(path, kind);
  const [version, known] = [versionOf(db), kind.schemas.length];
  if (version > known)
    throw new DatabaseRefused(
      `${path} has schema ${version}; this release knows up to ${known}. Use the release that wrote it, or a later one.`,
    );
}

/** Inside a transaction. */
function upgrade(db: Database.Database, { application, schemas }: DatabaseKind): void {
  for (const sql of schemas.slice(versionOf(db))) db.exec(sql);
  db.pragma(`application_id = ${application}`);
  db.pragma(`user_version = ${schemas.length}`);
}

const ofOtherKind = (path: string, { name }: DatabaseKind): DatabaseRefused =>
  new DatabaseRefused(`${path} is not ${name}. Move it away, or restore the right one from a backup.`);

/** @throws DatabaseRefused */
function lockOf(path: string, { use }: DatabaseKind): StoreLock {
  try {
    return StoreLock.take(path);
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new DatabaseRefused(`${path} is open in another process, which ${use}. Stop it, or use it.`);
  }
}

function refusalOf(error: unknown, path: string, kind: DatabaseKind): unknown {
  const isOther = (error as { code?: unknown } | null)?.code === 'SQLITE_NOTADB';
  return isOther ? ofOtherKind(path, kind) : FileUnusable.of(path, error);
}
