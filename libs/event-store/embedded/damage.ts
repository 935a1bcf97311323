import { EventDamaged } from '../failure.js';

/** Errors by which SQLite says that the file is not as it wrote it, or that the disk does not give it back. */
const CORRUPT = /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|TOOBIG|IOERR)/;

/** What SQLite says of a damaged file; null for every other error. */
export function corruptionIn(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return CORRUPT.test(error.code) ? `${error.message} (${error.code})` : null;
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
