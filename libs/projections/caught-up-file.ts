import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from './audience.js';

/** The least milliseconds between two writes. */
const WRITE_EVERY = 5_000;

/**
 * Remembers over a restart when a read model had last caught up with its log. The file is beside the read model, not in
 * it. So a copy of the read model does not claim to be fresh: it is trusted once it has caught up.
 */
export class CaughtUpFile {
  readonly #file: string;
  #written = -Infinity;

  constructor(folder: string, audience: Audience) {
    this.#file = join(folder, `${audience}.level`);
  }

  /** In milliseconds since 1970; null if unknown. */
  read(): number | null {
    try {
      const at = Date.parse(readFileSync(this.#file, 'utf8').trim());
      return Number.isNaN(at) ? null : at;
    } catch {
      return null;
    }
  }

  /** Forgets the moment: the read model is no longer of this log. */
  forget(): void {
    this.#written = -Infinity;
    rmSync(this.#file, { force: true });
  }

  /** Writes the moment, but not too often. A failure does no harm. */
  write(at: number): void {
    if (Math.abs(at - this.#written) < WRITE_EVERY) return;
    this.#written = at;
    try {
      writeFileSync(`${this.#file}.new`, new Date(at).toISOString());
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // The next write may succeed.
    }
  }
}
