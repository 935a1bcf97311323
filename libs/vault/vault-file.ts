import { existsSync } from 'node:fs';
import { DatabaseFile, DatabaseRefused, type DatabaseKind, type FileState, type Query } from '#database';
import { InvalidField, NotPurged, VaultUnusable } from './failure.js';

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

const VAULT: DatabaseKind = {
  name: 'a vault of Dateline',
  use: 'keeps the vault',
  // The letters DVau.
  application: 0x44566175,
  schemas: [TABLES],
  // With its first row, for which a master key must be made before.
  madeLater: true,
};

/**
 * The files of a vault, by the path of its database. Copy none of them yourself. A copy of the database without its `-wal`
 * is not whole. The pair may keep what an erasure removes. {@link Vault.backup} makes a copy that is whole.
 */
export const filesOfVault = (file: string): readonly string[] => [
  file,
  ...['-wal', '-shm', '-journal', '.lock'].map((end) => `${file}${end}`),
];

/** The database of the vault. Each call throws FileUnusable where a page is damaged, or the file cannot be used. */
export class VaultFile {
  private constructor(private readonly file: DatabaseFile) {}

  /** Opens the file, or makes an empty one. @throws VaultUnusable, FileUnusable */
  static open(path: string): VaultFile {
    try {
      return new VaultFile(DatabaseFile.open(path, VAULT));
    } catch (error) {
      throw error instanceof DatabaseRefused ? new VaultUnusable(error.message) : error;
    }
  }

  get path(): string {
    return this.file.path;
  }

  get state(): FileState {
    return this.file;
  }

  /** Whether the file has no vault yet. */
  get isEmpty(): boolean {
    return this.file.isEmpty;
  }

  /** Makes the tables, all or none. */
  create(id: string, master: string, listKey: Buffer): void {
    this.file.create(() =>
      this.file.prepare('INSERT INTO vault VALUES (1, ?, ?, ?)').run(id, master, listKey),
    );
  }

  prepare<P extends unknown[], R = unknown>(sql: string): Query<P, R> {
    return this.file.prepare(sql);
  }

  /** Runs a transaction: it is durable, or it left nothing. @throws FileGone, FileUnusable */
  write<T>(change: () => T): T {
    return this.file.record(change);
  }

  /**
   * Removes from all files what was replaced or erased: the whole database is written again, and the WAL is truncated.
   *
   * @throws NotPurged if another process reads the file, or the volume is full. Then it must be repeated.
   */
  purge(): void {
    let done: boolean;
    try {
      done = this.file.rewrite();
    } catch (error) {
      throw new NotPurged(this.path, error instanceof Error ? error.message : 'an unknown error');
    }
    if (!done) throw new NotPurged(this.path, 'another process reads the file');
  }

  /** Writes a whole copy without any old bytes into a new file (0600). @throws FileUnusable, InvalidField */
  copyTo(copy: string): void {
    if (existsSync(copy)) throw new InvalidField('copy', 'must name a file that does not exist yet');
    this.file.copyTo(copy);
  }

  close(): void {
    this.file.close();
  }
}

export const damagedVault = (path: string): VaultUnusable =>
  new VaultUnusable(`${path} is damaged: its first row is missing or illegible. Restore it from a backup.`);
