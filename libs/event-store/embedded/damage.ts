import { EventDamaged } from '../failure.js';

/** Errors of SQLite for a file that is damaged or cannot be read. `SQLITE_ERROR` means that one of our tables is missing. */
const CORRUPT = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|TOOBIG|IOERR|ERROR)/;
/** The same for a write. A failed write of the disk (`IOERR`) does not mean that the file is damaged. */
const CORRUPT_AT_WRITE = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|CONSTRAINT|ERROR)/;

/** Whether a write failed because the file is damaged. */
export const foundDamage = (code: string): boolean => CORRUPT_AT_WRITE.test(code);

/** The message of SQLite about a damaged file; null for any other error. */
export function corruptionIn(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  return CORRUPT.test(String(error.code)) ? `${String(error.message)} (${String(error.code)})` : null;
}

/** The damage found in one log: each location once, and at most 100. */
export class Damages {
  readonly #found = new Map<string, EventDamaged>();

  get found(): readonly EventDamaged[] {
    return [...this.#found.values()];
  }

  /** Adds the damage, and returns it. */
  note(damage: EventDamaged): EventDamaged {
    if (this.#found.size < AT_MOST) this.#found.set(damage.message, damage);
    return damage;
  }
}

const AT_MOST = 100;
