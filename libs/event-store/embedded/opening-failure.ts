import { EventStoreError } from '../failure.js';

/** Another process writes to this log. `pid` is null if it could not be read. */
export class StoreLocked extends EventStoreError {
  readonly code = 'store-locked';
  readonly file: string;
  readonly pid: number | null;

  constructor(file: string, pid: number | null) {
    super(
      `${file} is open for writing ${pid === null ? 'elsewhere' : `in process ${pid}`}. ` +
        'Stop that process, or work through it: only one may write. Reading beside it is possible.',
    );
    this.file = file;
    this.pid = pid;
  }
}

/** The log ends before what was written to it, or is absent. Positions are inclusive; null: nothing. */
export class StoreIncomplete extends EventStoreError {
  readonly code = 'store-incomplete';
  readonly file: string;
  readonly last: bigint | null;
  readonly written: bigint | null;

  constructor(file: string, last: bigint | null, written: bigint | null) {
    const missing = (written ?? -1n) - (last ?? -1n);
    super(
      `${file} ${last === null ? 'holds no event' : `ends at position ${last}`}, yet its checkpoint says that ` +
        `${written === null ? 'it was made' : `position ${written} was written`}: ${missing === 1n ? 'an event is' : `${missing} events are`} missing. ` +
        `Restore the log whole, together with its -wal file. To accept the loss, delete ${file}.checkpoint.`,
    );
    this.file = file;
    this.last = last;
    this.written = written;
  }
}

/** The file is a log that is cut short or damaged where all of it hangs together: nothing can be read from it for sure. */
export class StoreDamaged extends EventStoreError {
  readonly code = 'store-damaged';
  readonly file: string;

  /** `what` is wrong, in words that go on a sentence. */
  constructor(file: string, what: string) {
    super(
      `${file} is damaged or cut short: ${what}. ` +
        'Restore the log from a backup, together with its -wal file if there is one.',
    );
    this.file = file;
  }
}

/** The log is not the one that its checkpoint speaks of. */
export class StoreSwapped extends EventStoreError {
  readonly code = 'store-swapped';
  readonly file: string;

  constructor(file: string, found: string, known: string) {
    super(
      `${file} is the log ${found}, yet its checkpoint belongs to the log ${known}. ` +
        `Put the right log back, or, if this one is meant, delete ${file}.checkpoint.`,
    );
    this.file = file;
  }
}

/** A later release of Dateline has upgraded the log. */
export class SchemaTooNew extends EventStoreError {
  readonly code = 'schema-too-new';
  readonly file: string;
  readonly found: number;
  readonly known: number;

  constructor(file: string, found: number, known: number) {
    super(
      `${file} has schema ${found}; this release knows up to ${known}. ` +
        'Open it with the release that wrote it, or a later one; if none was ever here, the file is damaged: restore it ' +
        'from a backup. It was left as it is.',
    );
    this.file = file;
    this.found = found;
    this.known = known;
  }
}

/** The file cannot serve as a log: it is something else, or the promised durability is not to be had on it. */
export class StoreUnusable extends EventStoreError {
  readonly code = 'store-unusable';
}
