import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from './audience.js';

/** Milliseconds between two writings. */
const WRITE_EVERY = 5_000;

/**
 * Remembers over a restart when a read model was level with its log. It stands beside the read model and not in it: a
 * copy that is taken elsewhere does not say how old it is, and is trusted once it has caught up.
 */
export class CaughtUpFile {
  readonly #file: string;
  #written = -Infinity;

  constructor(folder: string, audience: Audience) {
    this.#file = join(folder, `${audience}.level`);
  }

  /** In milliseconds since the epoch; null where it is not known. */
  read(): number | null {
    try {
      const at = Date.parse(readFileSync(this.#file, 'utf8').trim());
      return Number.isNaN(at) ? null : at;
    } catch {
      return null;
    }
  }

  /** What was level is no more. */
  forget(): void {
    this.#written = -Infinity;
    rmSync(this.#file, { force: true });
  }

  /** Writes it now and then; where that fails, nothing but the memory is lost. */
  write(at: number): void {
    if (Math.abs(at - this.#written) < WRITE_EVERY) return;
    this.#written = at;
    try {
      writeFileSync(`${this.#file}.new`, new Date(at).toISOString());
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // The next one may succeed.
    }
  }
}
