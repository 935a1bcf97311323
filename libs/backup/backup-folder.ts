import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreLock, StoreLocked } from '#event-store';
import { filesOf, readManifest, writeManifest, type Manifest } from './manifest.js';
import { BackupRefused } from './refused.js';
import { hashOf, writeWhole, type StoredFile } from './stored-file.js';

/** Which backups to keep: `count` in all, or those of at most `age` milliseconds. The newest is always kept. */
export type Keep = { readonly count: number } | { readonly age: number };

/** A file of a backup, also an unfinished one and what SQLite writes beside it. */
const NAME = /^backup-(\d{6,})(?:-[a-z.]+)?(?:\.json|\.db|\.sqlite)?(?:\.half(?:-journal|-wal|-shm)?)?$/;
const MANIFEST = /^backup-(\d{6,})\.json$/;
const LOCK = 'backup';

/**
 * A folder of backups. `backup-000012.json` is the manifest of backup 12. It names its files: `backup-000012-desk.db`
 * and others, some of them written by earlier backups. No file changes once it has its final name. So an interrupted
 * backup leaves all earlier backups intact.
 */
export class BackupFolder {
  private constructor(readonly folder: string) {}

  /** @throws BackupRefused if the folder has no backup */
  static open(folder: string): BackupFolder {
    const found = new BackupFolder(folder);
    if (!existsSync(folder) || found.numbers.length === 0)
      throw new BackupRefused(`There is no backup in ${folder}. Give the folder of your backups.`);
    return found;
  }

  /**
   * Creates the folder, or uses an existing one, and runs `work` with the lock of the folder. Only its owner can read
   * it.
   *
   * @throws BackupRefused if the folder contains other files, or another backup is writing to it
   */
  static async write<T>(folder: string, work: (folder: BackupFolder) => Promise<T>): Promise<T> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const others = readdirSync(folder).filter((name) => !NAME.test(name) && !name.startsWith(`${LOCK}.lock`));
    if (others.length > 0)
      throw new BackupRefused(
        `${folder} contains files that are not backups (${others[0]}). Give an empty or a new folder.`,
      );
    chmodSync(folder, 0o700);
    const lock = lockOf(folder);
    try {
      return await work(new BackupFolder(folder));
    } finally {
      lock.release();
    }
  }

  /** The numbers of all backups, newest first. */
  get numbers(): readonly number[] {
    return readdirSync(this.folder)
      .flatMap((name) => Number(MANIFEST.exec(name)?.[1] ?? NaN))
      .filter((number) => !Number.isNaN(number))
      .sort((a, b) => b - a);
  }

  /** The manifest of one backup. @throws BackupRefused if it is missing or damaged */
  read(number: number): Manifest {
    const path = join(this.folder, `${nameOf(number)}.json`);
    if (!existsSync(path))
      throw new BackupRefused(
        `There is no backup ${number} in ${this.folder}; there are ${this.numbers.join(', ')}.`,
      );
    return readManifest(path, readFileSync(path, 'utf8'));
  }

  /** The newest readable manifest; null if there is none. */
  get newest(): Manifest | null {
    for (const number of this.numbers)
      try {
        return this.read(number);
      } catch (error) {
        if (!(error instanceof BackupRefused)) throw error;
      }
    return null;
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  /** Whether the file exists with the right size. Only {@link check} compares its content. */
  has({ file, bytes }: StoredFile): boolean {
    return statSync(this.path(file), { throwIfNoEntry: false })?.size === bytes;
  }

  /** Reads every byte of a backup. @throws BackupRefused if a file is missing or differs from what was written */
  async check(manifest: Manifest): Promise<void> {
    for (const stored of filesOf(manifest)) {
      const path = this.path(stored.file);
      const found = existsSync(path) ? await hashOf(path) : null;
      if (found?.sha256 !== stored.sha256)
        throw new BackupRefused(
          `${path} ${found ? 'is not what the backup wrote' : 'is missing'}: backup ${manifest.number} cannot be used. ` +
            'Take a full one with dateline backup --whole, or restore a backup without this file with --backup NUMBER.',
        );
    }
  }

  /** Writes the manifest. From then on the backup exists. */
  add(manifest: Manifest): void {
    writeWhole(join(this.folder, `${nameOf(manifest.number)}.json`), writeManifest(manifest));
  }

  /** Deletes the backups that `keep` does not include, then every unused file. Returns the number of backups left. */
  prune(keep: Keep | null, now: number): number {
    const [newest, ...older] = this.numbers;
    const kept = newest === undefined ? [] : [newest];
    for (const number of older)
      if (this.#isKept(number, keep, now, kept.length)) kept.push(number);
      else rmSync(join(this.folder, `${nameOf(number)}.json`));
    const needed = new Set(kept.map((number) => `${nameOf(number)}.json`));
    for (const number of kept) {
      const manifest = this.#readable(number);
      // Without the manifest we do not know which files the backup needs: delete none.
      if (!manifest) return kept.length;
      for (const { file } of filesOf(manifest)) needed.add(file);
    }
    for (const name of readdirSync(this.folder))
      if (NAME.test(name) && !needed.has(name)) rmSync(join(this.folder, name));
    return kept.length;
  }

  #isKept(number: number, keep: Keep | null, now: number, kept: number): boolean {
    if (keep === null) return true;
    if ('count' in keep) return kept < keep.count;
    const takenAt = this.#readable(number)?.takenAt;
    return takenAt !== undefined && now - Date.parse(takenAt) <= keep.age;
  }

  #readable(number: number): Manifest | null {
    try {
      return this.read(number);
    } catch (error) {
      if (error instanceof BackupRefused) return null;
      throw error;
    }
  }
}

/** The beginning of the names of a backup's files. */
export const nameOf = (number: number): string => `backup-${String(number).padStart(6, '0')}`;

function lockOf(folder: string): StoreLock {
  try {
    return StoreLock.take(join(folder, LOCK));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new BackupRefused(`Another backup is writing to ${folder}. Try again when it has ended.`);
  }
}
