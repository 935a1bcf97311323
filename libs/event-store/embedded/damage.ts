import { EventDamaged } from '../failure.js';

/**
 * Errors by which SQLite says that the file is not as it wrote it, or that the disk does not give it back. `SQLITE_ERROR`:
 * that a table of ours is not there.
 */
const CORRUPT = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|TOOBIG|IOERR|ERROR)/;
/** Those that a write meets. One that the disk refuses (`IOERR`) says nothing of what is there. */
const CORRUPT_AT_WRITE = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|CONSTRAINT|ERROR)/;

/** Whether a write failed because of what the file holds. */
export const foundDamage = (code: string): boolean => CORRUPT_AT_WRITE.test(code);

/** What SQLite says of a damaged file; null for every other error. */
export function corruptionIn(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  return CORRUPT.test(String(error.code)) ? `${String(error.message)} (${String(error.code)})` : null;
}

/** What was found damaged in one log, each place once, and no more of it than a person reads. */
export class Damages {
  readonly #found = new Map<string, EventDamaged>();

  get found(): readonly EventDamaged[] {
    return [...this.#found.values()];
  }

  /** Notes it, and answers it. */
  note(damage: EventDamaged): EventDamaged {
    if (this.#found.size < AT_MOST) this.#found.set(damage.message, damage);
    return damage;
  }
}

const AT_MOST = 100;
