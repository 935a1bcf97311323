import { FileGone, FileUnusable, type OpenFiles } from '#event-store';

/** Milliseconds between checks whether the files still exist. */
const CHECKED_FOR = 500;

/** Why a database file cannot be used at present, for the health of a process. */
export class FileFault {
  #failed: { readonly reason: string; readonly again: () => unknown } | null = null;

  constructor(
    private readonly path: string,
    private readonly files: OpenFiles,
  ) {}

  /** Does `work`, and notes its failure. `again` shows later whether it would still fail. @throws FileUnusable */
  guard<T>(work: () => T, again: () => unknown): T {
    try {
      return FileUnusable.guard(this.path, work);
    } catch (error) {
      if (error instanceof FileUnusable) this.#failed ??= { reason: error.message, again };
      throw error;
    }
  }

  /** The file that was deleted or replaced, so that nothing is durable any more; null for none. */
  get gone(): string | null {
    return this.files.gone(CHECKED_FOR);
  }

  /** Null while the file can be used. What failed before is tried again: nobody else may do so while health is bad. */
  get reason(): string | null {
    if (this.gone !== null) return new FileGone(this.gone).message;
    if (this.#failed === null) return null;
    try {
      this.#failed.again();
      this.#failed = null;
    } catch {
      // The reason stays the first one.
    }
    return this.#failed?.reason ?? null;
  }
}
