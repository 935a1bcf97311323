import { chmodSync, closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { FileUnusable, OpenFiles, StoreLock, StoreLocked } from '#event-store';
import { InvalidField, NotPurged, VaultUnusable } from './failure.js';

/** Marks the file as ours (`PRAGMA application_id`): the letters DVau. */
const APPLICATION = 0x44566175;
const SCHEMA = 1;

/**
 * Everything sealed is a BLOB. `record` has the people and times of a source, and `link` names the source of a reference:
 * both are sealed with the list key. So the file alone does not show who guards a source, or which stories share one.
 * No table has a ROWID, because it would show the order of sealing.
 */
const TABLES = `
  CREATE TABLE vault (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    -- JSON: kind of master key, parameters of scrypt.
    master TEXT NOT NULL,
    -- Wrapped by the master key. It is the check value too: another master key does not open it.
    list_key BLOB NOT NULL
  ) STRICT;

  CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    -- Wrapped by the master key; null after an erasure, as are the three fields.
    data_key BLOB,
    identity BLOB,
    contact BLOB,
    notes BLOB,
    record BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE source_references (
    reference TEXT NOT NULL,
    story TEXT NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (story, reference)
  ) STRICT, WITHOUT ROWID;

  -- One row for each text that was searched, also where nothing was found: the file does not show which.
  CREATE TABLE findings (
    id TEXT PRIMARY KEY,
    finding BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/**
 * The files of a vault, by the path of its database. Copy none of them yourself. A copy of the database without its `-wal`
 * is not whole. The pair may keep what an erasure removes. {@link Vault.backup} makes a copy that is whole.
 */
export const filesOfVault = (file: string): readonly string[] => [
  file,
  ...['-wal', '-shm', '-journal', '.lock'].map((end) => `${file}${end}`),
];

/** The database of the vault. One process has it open, and only its owner may read it (0600). */
export class VaultFile {
  readonly #lock: StoreLock;
  readonly #files: OpenFiles;

  private constructor(
    readonly path: string,
    readonly db: Database.Database,
    lock: StoreLock,
  ) {
    this.#lock = lock;
    this.#files = OpenFiles.ofDatabase(path);
  }

  /** Opens the file, or makes an empty one. @throws VaultUnusable, FileUnusable */
  static open(path: string): VaultFile {
    // Made here and not by SQLite, so that others can never read it. SQLite gives its journals the same rights.
    FileUnusable.guard(path, () => {
      for (const file of [path, `${path}.lock`]) {
        closeSync(openSync(file, 'a', 0o600));
        chmodSync(file, 0o600);
      }
    });
    const lock = lockOf(path);
    let db: Database.Database | undefined;
    try {
      db = new Database(path, { timeout: 1_000 });
      checkKind(db, path);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      // Otherwise SQLite writes parts of the vault to files in the folder for temporary files.
      db.pragma('temp_store = MEMORY');
      return new VaultFile(path, db, lock);
    } catch (error) {
      db?.close();
      lock.release();
      throw refusalOf(error, path);
    }
  }

  /** Whether the file has no vault yet. */
  get isEmpty(): boolean {
    return isEmpty(this.db);
  }

  /** Makes the tables, all or none. */
  create(id: string, master: string, listKey: Buffer): void {
    this.write(() => {
      this.db.exec(TABLES);
      this.db.prepare('INSERT INTO vault VALUES (1, ?, ?, ?)').run(id, master, listKey);
      this.db.pragma(`application_id = ${APPLICATION}`);
      this.db.pragma(`user_version = ${SCHEMA}`);
    });
  }

  /** @throws FileUnusable where a page of the file is damaged */
  read<T>(work: (db: Database.Database) => T): T {
    return FileUnusable.guard(this.path, () => work(this.db));
  }

  /** Runs a transaction: it is durable, or it left nothing. @throws FileGone, FileUnusable */
  write<T>(change: () => T): T {
    return FileUnusable.guard(this.path, () => {
      this.#files.check();
      const done = this.db.transaction(change).immediate();
      this.#files.check();
      return done;
    });
  }

  /**
   * Removes from all files what was replaced or erased. `secure_delete` is not enough: when SQLite moves a row to another
   * page, the old page may keep a copy of it. So the whole database is written again, and the WAL is truncated.
   *
   * @throws NotPurged if another process reads the file, or the volume is full. Then it must be repeated.
   */
  purge(): void {
    let busy = true;
    try {
      this.db.exec('VACUUM');
      const [row] = this.db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      busy = row?.busy !== 0;
    } catch (error) {
      throw new NotPurged(this.path, `SQLite answered ${codeOf(error)}`);
    }
    if (busy) throw new NotPurged(this.path, 'another process reads the file');
  }

  /** Writes a whole copy without any old bytes into a new file (0600). @throws FileUnusable, InvalidField */
  copyTo(copy: string): void {
    if (existsSync(copy)) throw new InvalidField('copy', 'must name a file that does not exist yet');
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

  close(): void {
    this.db.close();
    this.#lock.release();
  }
}

const isEmpty = (db: Database.Database): boolean =>
  db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

function checkKind(db: Database.Database, path: string): void {
  if (isEmpty(db)) return;
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION) throw notAVault(path);
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version !== SCHEMA)
    throw new VaultUnusable(
      `${path} has schema ${version}; this release knows ${SCHEMA}. Use the release that wrote it, or a later one.`,
    );
}

export const damagedVault = (path: string): VaultUnusable =>
  new VaultUnusable(`${path} is damaged: its first row is missing or illegible. Restore it from a backup.`);

const notAVault = (path: string): VaultUnusable =>
  new VaultUnusable(`${path} is not a vault of Dateline. Move it away, or restore the vault from a backup.`);

/** @throws VaultUnusable */
function lockOf(path: string): StoreLock {
  try {
    return StoreLock.take(path);
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new VaultUnusable(`${path} is open in another process. Stop that process, or use it.`);
  }
}

function refusalOf(error: unknown, path: string): unknown {
  return codeOf(error) === 'SQLITE_NOTADB' ? notAVault(path) : FileUnusable.of(path, error);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'an unknown error';
