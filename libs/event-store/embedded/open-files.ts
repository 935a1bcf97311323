import { existsSync, statSync } from 'node:fs';
import { StoreUnavailable } from '../failure.js';

/** An open file was deleted or replaced. Everything written to it is lost when the process ends. */
export class FileGone extends StoreUnavailable {
  readonly file: string;

  constructor(file: string) {
    super(
      `${file} was deleted or replaced while it was open. Put the same file back (moved, not copied), ` +
        'or stop, restore all files, and start again. Nothing is recorded until then.',
    );
    this.file = file;
  }
}

interface OpenFile {
  readonly path: string;
  readonly device: bigint;
  readonly inode: bigint;
}

/** The open files of a process. It checks that each path still leads to the same file (device and inode). */
export class OpenFiles {
  readonly #files: readonly OpenFile[];
  #checkedAt = performance.now();
  #gone: string | null = null;

  /** Remembers the current files. A path without a file is not watched. */
  constructor(paths: readonly string[]) {
    this.#files = paths.filter((path) => existsSync(path)).map(openFile);
  }

  /** A SQLite file with its journal files, and other files that must be in place. Call it after the first read. */
  static ofDatabase(file: string, beside: readonly string[] = []): OpenFiles {
    return new OpenFiles([file, `${file}-wal`, `${file}-shm`, ...beside]);
  }

  /** The first path that is gone; null where none is. The result may be up to `ago` milliseconds old. */
  gone(ago = 0): string | null {
    const now = performance.now();
    if (now - this.#checkedAt > ago || ago === 0) {
      this.#checkedAt = now;
      this.#gone = this.#files.find((file) => !isThere(file))?.path ?? null;
    }
    return this.#gone;
  }

  /** Whether one of these paths still leads to the file that was opened. */
  has(paths: readonly string[]): boolean {
    return this.#files.some((file) => paths.includes(file.path) && isThere(file));
  }

  /** @throws FileGone */
  check(ago = 0): void {
    const gone = this.gone(ago);
    if (gone !== null) throw new FileGone(gone);
  }
}

function openFile(path: string): OpenFile {
  const { dev, ino } = statSync(path, { bigint: true });
  return { path, device: dev, inode: ino };
}

function isThere({ path, device, inode }: OpenFile): boolean {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return dev === device && ino === inode;
  } catch {
    return false;
  }
}
