import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EventStoreError } from './failure.js';

/** A file or folder cannot be used as it is: rights, a volume without room or read-only, something else in its place. */
export class FileUnusable extends EventStoreError {
  readonly code = 'file-unusable';

  private constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file} ${reason}`);
  }

  /**
   * What an error of the operating system or of SQLite means for `file`, in one line that says what to do; any other
   * error as it is. The file that is named is the one in the way, which may be a folder above.
   */
  static of(file: string, error: unknown): unknown {
    const code = codeOf(error);
    if (error instanceof EventStoreError || code === null) return error;
    const path = resolve(file);
    const way = /^E(?:NOSPC|DQUOT)|^SQLITE_(?:FULL|CORRUPT|NOTADB)/.test(code) ? null : firstObstacle(path);
    return way ? new FileUnusable(way.path, reasonOf(way.code)) : new FileUnusable(file, reasonOf(code));
  }

  /** Does `work`, whose errors are those of `file`. @throws FileUnusable, and what `work` throws besides */
  static guard<T>(file: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw FileUnusable.of(file, error);
    }
  }
}

/**
 * Makes a folder and those above it, for this user alone; what is there stays as it is. One after another, since Node's
 * own recursion does not end where a folder can neither be found nor made.
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
  /^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ENOSPC|EDQUOT|EFBIG|EIO|ENAMETOOLONG|ELOOP|EMFILE|ENFILE)$|^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH|CORRUPT|NOTADB)/;

function codeOf(error: unknown): string | null {
  if (error instanceof TypeError && error.message.includes('directory does not exist')) return 'ENOENT';
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && FILE_ERRORS.test(code) ? code : null;
}

/** Bytes of room below which SQLite's other errors are for want of it. */
const LITTLE = 1024 * 1024;
const ELSEWHERE = 'or set DATELINE_DATA to another folder';

function reasonOf(code: string): string {
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return 'cannot be written: the volume has no room left. Make some, and start again.';
  if (/^(?:EACCES|EPERM|SQLITE_(?:PERM|AUTH|READONLY))/.test(code))
    return `may not be read and written by this user${process.getuid ? ` (uid ${process.getuid()})` : ''}. Give it the right, ${ELSEWHERE}.`;
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return `is damaged, or is a file of another program (${code}). Restore it whole from a backup; a .lock may be deleted.`;
  switch (code) {
    case 'EROFS':
      return `is on a volume that is read-only. Mount it so that it can be written, ${ELSEWHERE}.`;
    case 'ENOENT':
      return `is not there. Make it, ${ELSEWHERE}.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `is a file where a folder has to be. Move it away, ${ELSEWHERE}.`;
    case 'EISDIR':
      return `is a folder where a file has to be. Move it away, ${ELSEWHERE}.`;
    default:
      return `cannot be opened or written (${code}). See to the volume, ${ELSEWHERE}.`;
  }
}

/** Of a file and the folders above it the first that cannot be used, and why; null where nothing is found. */
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

/** From the root down. */
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
