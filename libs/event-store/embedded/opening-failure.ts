import { EventStoreError } from '../failure.js';

/** Another process writes to this log. `pid` is null where it is unknown. */
export class StoreLocked extends EventStoreError {
  readonly code = 'store-locked';
  readonly file: string;
  readonly pid: number | null;

  constructor(file: string, pid: number | null) {
    super(
      `${file} is open for writing ${pid === null ? 'in another process' : `in process ${pid}`}. ` +
        'Stop that process, or use it: only one process may write. Others may read.',
    );
    this.file = file;
    this.pid = pid;
  }
}

/** The log is missing, or ends before its last written event. Positions are inclusive; null: none. */
export class StoreIncomplete extends EventStoreError {
  readonly code = 'store-incomplete';
  readonly file: string;
  readonly last: bigint | null;
  readonly written: bigint | null;

  constructor(file: string, last: bigint | null, written: bigint | null) {
    const missing = (written ?? -1n) - (last ?? -1n);
    super(
      `${file} ${last === null ? 'has no event' : `ends at position ${last}`}, but its checkpoint says that ` +
        `${written === null ? 'it was created' : `position ${written} was written`}: ${missing === 1n ? 'an event is' : `${missing} events are`} missing. ` +
        `Restore the log whole, together with its -wal file. To accept the loss, delete ${file}.checkpoint.`,
    );
    this.file = file;
    this.last = last;
    this.written = written;
  }
}

/** The file is a log that is truncated or damaged in a part that every read needs. Nothing can be read reliably. */
export class StoreDamaged extends EventStoreError {
  readonly code = 'store-damaged';
  readonly file: string;

  /** `what` is wrong, as a clause. */
  constructor(file: string, what: string) {
    super(
      `${file} is damaged or cut short: ${what}. ` +
        'Restore the log from a backup, together with its -wal file if there is one.',
    );
    this.file = file;
  }
}

/** The log and its checkpoint do not belong together. */
export class StoreSwapped extends EventStoreError {
  readonly code = 'store-swapped';
  readonly file: string;

  constructor(file: string, found: string, known: string) {
    super(
      `${file} is the log ${found}, but its checkpoint belongs to the log ${known}. ` +
        `Put the right log back. If this is the right one, delete ${file}.checkpoint.`,
    );
    this.file = file;
  }
}

/** A later release of Dateline upgraded the log. */
export class SchemaTooNew extends EventStoreError {
  readonly code = 'schema-too-new';
  readonly file: string;
  readonly found: number;
  readonly known: number;

  constructor(file: string, found: number, known: number) {
    super(
      `${file} has schema ${found}; this release supports schemas up to ${known}. ` +
        'Open it with the release that wrote it, or a later one. If no such release was ever used, the file is damaged: ' +
        'restore it from a backup. It was not changed.',
    );
    this.file = file;
    this.found = found;
    this.known = known;
  }
}

/** The file cannot be used as a log: it is something else, or its volume does not allow durable writes. */
export class StoreUnusable extends EventStoreError {
  readonly code = 'store-unusable';
}
