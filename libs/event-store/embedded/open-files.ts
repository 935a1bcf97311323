import { existsSync, statSync } from 'node:fs';
import { StoreUnavailable } from '../failure.js';

/** A file that is open was deleted, or another was put in its place: what is written there is lost with the process. */
export class FileGone extends StoreUnavailable {
  readonly file: string;

  constructor(file: string) {
    super(
      `${file} was deleted or replaced while it was open. Put the same file back (moved, not copied), ` +
        'or stop, restore the whole, and start again. Nothing is recorded until then.',
    );
    this.file = file;
  }
}

interface OpenFile {
  readonly path: string;
  readonly device: bigint;
  readonly inode: bigint;
}

/** Files that a process has open, and whether they are still what stands under their names. */
export class OpenFiles {
  readonly #files: readonly OpenFile[];
  #checkedAt = performance.now();
  #gone: string | null = null;

  /** What stands under these names now. A name that has no file is not watched. */
  constructor(paths: readonly string[]) {
    this.#files = paths.filter((path) => existsSync(path)).map(openFile);
  }

  /** A SQLite file with its journal, once it was read, and what else has to be there. */
  static ofDatabase(file: string, beside: readonly string[] = []): OpenFiles {
    return new OpenFiles([file, `${file}-wal`, `${file}-shm`, ...beside]);
  }

  /** The first that is not there any more; null where all are. The answer may be that of a moment ago, in milliseconds. */
  gone(ago = 0): string | null {
    const now = performance.now();
    if (now - this.#checkedAt > ago || ago === 0) {
      this.#checkedAt = now;
      this.#gone = this.#files.find((file) => !isThere(file))?.path ?? null;
    }
    return this.#gone;
  }

  /** Whether one of these is still there, as it was opened. */
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
