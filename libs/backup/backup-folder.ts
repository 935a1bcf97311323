import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreLock, StoreLocked } from '#event-store';
import { filesOf, readManifest, writeManifest, type Manifest } from './manifest.js';
import { BackupRefused } from './refused.js';
import { hashOf, writeWhole, type StoredFile } from './stored-file.js';

/** Which backups to keep besides the newest: so many in all, or those that are not older than some milliseconds. */
export type Keep = { readonly count: number } | { readonly age: number };

/** With what SQLite keeps beside a file that is half written. */
const NAME = /^backup-(\d{6,})(?:-[a-z.]+)?(?:\.json|\.db|\.sqlite)?(?:\.half(?:-journal|-wal|-shm)?)?$/;
const MANIFEST = /^backup-(\d{6,})\.json$/;
const LOCK = 'backup';

/**
 * A folder of backups. `backup-000012.json` says what backup 12 is made of: `backup-000012-desk.db` and others, also such
 * that an earlier backup wrote. No file is changed once it has its name, so whatever is interrupted leaves all backups
 * before it whole.
 */
export class BackupFolder {
  private constructor(readonly folder: string) {}

  /** @throws BackupRefused where there is no backup */
  static open(folder: string): BackupFolder {
    const found = new BackupFolder(folder);
    if (!existsSync(folder) || found.numbers.length === 0)
      throw new BackupRefused(
        `There is no backup in ${folder}. Give the folder that backups were taken into.`,
      );
    return found;
  }

  /**
   * Makes the folder, or takes one that holds nothing else, for its owner alone; only one may write to it at once.
   *
   * @throws BackupRefused
   */
  static async write<T>(folder: string, work: (folder: BackupFolder) => Promise<T>): Promise<T> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const others = readdirSync(folder).filter((name) => !NAME.test(name) && !name.startsWith(`${LOCK}.lock`));
    if (others.length > 0)
      throw new BackupRefused(
        `${folder} holds other things than backups (${others[0]}). Give a folder that is empty or not there yet.`,
      );
    chmodSync(folder, 0o700);
    const lock = lockOf(folder);
    try {
      return await work(new BackupFolder(folder));
    } finally {
      lock.release();
    }
  }

  /** The newest first. */
  get numbers(): readonly number[] {
    return readdirSync(this.folder)
      .flatMap((name) => Number(MANIFEST.exec(name)?.[1] ?? NaN))
      .filter((number) => !Number.isNaN(number))
      .sort((a, b) => b - a);
  }

  /** @throws BackupRefused */
  read(number: number): Manifest {
    const path = join(this.folder, `${nameOf(number)}.json`);
    if (!existsSync(path))
      throw new BackupRefused(
        `There is no backup ${number} in ${this.folder}; there are ${this.numbers.join(', ')}.`,
      );
    return readManifest(path, readFileSync(path, 'utf8'));
  }

  /** The newest that can be read; null where there is none. */
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

  /** Whether a file is there with its size; what is in it, only {@link check} knows. */
  has({ file, bytes }: StoredFile): boolean {
    return statSync(this.path(file), { throwIfNoEntry: false })?.size === bytes;
  }

  /** Reads every byte of a backup. @throws BackupRefused where a file is missing or another than was written */
  async check(manifest: Manifest): Promise<void> {
    for (const stored of filesOf(manifest)) {
      const path = this.path(stored.file);
      const found = existsSync(path) ? await hashOf(path) : null;
      if (found?.sha256 !== stored.sha256)
        throw new BackupRefused(
          `${path} ${found ? 'is not what the backup wrote' : 'is missing'}: backup ${manifest.number} cannot be used. ` +
            'Take a whole one with dateline backup --whole, or restore one that has not this file with --backup NUMBER.',
        );
    }
  }

  /** From now on there is this backup. */
  add(manifest: Manifest): void {
    writeWhole(join(this.folder, `${nameOf(manifest.number)}.json`), writeManifest(manifest));
  }

  /** Deletes the backups that are not to be kept, then every file that none needs. Gives back how many are left. */
  prune(keep: Keep | null, now: number): number {
    const [newest, ...older] = this.numbers;
    const kept = newest === undefined ? [] : [newest];
    for (const number of older)
      if (this.#isKept(number, keep, now, kept.length)) kept.push(number);
      else rmSync(join(this.folder, `${nameOf(number)}.json`));
    const needed = new Set(kept.map((number) => `${nameOf(number)}.json`));
    for (const number of kept) {
      const manifest = this.#readable(number);
      // What a manifest that cannot be read needs is not known.
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

/** What the names of a backup's files begin with. */
export const nameOf = (number: number): string => `backup-${String(number).padStart(6, '0')}`;

function lockOf(folder: string): StoreLock {
  try {
    return StoreLock.take(join(folder, LOCK));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new BackupRefused(`Another backup into ${folder} is under way. Try again when it has ended.`);
  }
}
