import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EventStoreError } from './failure.js';

/** A file or folder cannot be used: a right is missing, the volume is full or read-only, or something else has its name. */
export class FileUnusable extends EventStoreError {
  readonly code = 'file-unusable';

  private constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file} ${reason}`);
  }

  /**
   * Explains an error of the operating system or of SQLite about `file`: one line that says what to do. It names the path
   * that causes the error, which may be a folder above the file. Any other error is returned unchanged.
   */
  static of(file: string, error: unknown): unknown {
    const code = codeOf(error);
    if (error instanceof EventStoreError || code === null) return error;
    const path = resolve(file);
    const way = /^E(?:NOSPC|DQUOT)|^SQLITE_(?:FULL|CORRUPT|NOTADB|BUSY|LOCKED)/.test(code)
      ? null
      : firstObstacle(path);
    return way ? new FileUnusable(way.path, reasonOf(way.code)) : new FileUnusable(file, reasonOf(code));
  }

  /** Whether an error is of a file, and of no store that reports it itself. */
  static isCause(error: unknown): boolean {
    return error instanceof FileUnusable || (!(error instanceof EventStoreError) && codeOf(error) !== null);
  }

  /** Does `work` on `file`. @throws FileUnusable, and any other error of `work` */
  static guard<T>(file: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw FileUnusable.of(file, error);
    }
  }
}

/**
 * Makes a folder and its parents, with access for this user only (0700). Folders that exist stay as they are. It makes them
 * one by one: `mkdir` of Node with `recursive` loops forever where a folder can be neither found nor made.
 *
 * @throws FileUnusable
 */
export function makeFolder(folder: string): void {
  for (const each of [...foldersOf(resolve(folder)), resolve(folder)])
    FileUnusable.guard(each, () => {
      try {
        if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
      } catch (error) {
        if ((error as { code?: string }).code !== 'EEXIST') throw error;
      }
    });
}

const FILE_ERRORS =
  /^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ENOSPC|EDQUOT|EFBIG|EIO|ENAMETOOLONG|ELOOP|EMFILE|ENFILE)$|^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH|CORRUPT|NOTADB|BUSY|LOCKED)/;

function codeOf(error: unknown): string | null {
  if (error instanceof TypeError && error.message.includes('directory does not exist')) return 'ENOENT';
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && FILE_ERRORS.test(code) ? code : null;
}

/** Below this free space, in bytes, an unspecific error of SQLite means that the volume is full. */
const LITTLE = 1024 * 1024;
const ELSEWHERE = 'or set DATELINE_DATA to another folder';

function reasonOf(code: string): string {
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return 'cannot be written: the volume has no space left. Free some, and start again.';
  if (/^(?:EACCES|EPERM|SQLITE_(?:PERM|AUTH|READONLY))/.test(code))
    return `cannot be read and written by this user${process.getuid ? ` (uid ${process.getuid()})` : ''}. Give the user that right, ${ELSEWHERE}.`;
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return `is damaged, or belongs to another program (${code}). Restore it from a backup; a .lock file may be deleted.`;
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code))
    return `is locked by another program (${code}). End that program, or wait until it is done.`;
  switch (code) {
    case 'EROFS':
      return `is on a read-only volume. Mount it for writing, ${ELSEWHERE}.`;
    case 'ENOENT':
      return `does not exist. Create it, ${ELSEWHERE}.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `is a file where a folder is needed. Move it away, ${ELSEWHERE}.`;
    case 'EISDIR':
      return `is a folder where a file is needed. Move it away, ${ELSEWHERE}.`;
    default:
      return `cannot be opened or written (${code}). Check the volume, ${ELSEWHERE}.`;
  }
}

/** The first unusable path among the folders above a file and the file itself, with its error code. Null if all are usable. */
function firstObstacle(file: string): { readonly path: string; readonly code: string } | null {
  for (const folder of foldersOf(file)) {
    const code = errorCodeOf(() => {
      if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    });
    if (code !== null) return { path: folder, code };
  }
  const folder = errorCodeOf(() => accessSync(dirname(file), constants.W_OK | constants.X_OK));
  if (folder !== null) return { path: dirname(file), code: folder };
  const itself = errorCodeOf(() => {
    if (statSync(file).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    accessSync(file, constants.R_OK | constants.W_OK);
  });
  if (itself !== null && itself !== 'ENOENT') return { path: file, code: itself };
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize < LITTLE ? { path: file, code: 'ENOSPC' } : null;
}

/** The folders above a file, from the root down. */
function foldersOf(file: string): readonly string[] {
  const above = dirname(file);
  return above === file ? [] : [...foldersOf(above), above];
}

function errorCodeOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'EIO';
  }
}
