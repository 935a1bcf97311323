import type { Expected, StoredEvent } from './event.js';

/** The errors of this library. `code` is for programs; `message` says for a person what is wrong and what to do. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** Refused: the stream is not at the expected revision. */
export class WrongExpectedRevision extends EventStoreError {
  readonly code = 'wrong-expected-revision';
  readonly stream: string;
  readonly expected: Expected;
  readonly actual: Expected;

  constructor(stream: string, expected: Expected, actual: Expected) {
    super(describeConflict(stream, expected, actual));
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

function describeConflict(stream: string, expected: Expected, actual: Expected): string {
  if (actual === 'no_stream') {
    return `Stream ${stream} does not exist, but revision ${expected} was expected. Expect no_stream, or check the name.`;
  }
  if (expected === 'no_stream') {
    return `Stream ${stream} exists already, at revision ${actual}. Read it and retry.`;
  }
  if (actual < expected) {
    return `Stream ${stream} is at revision ${actual}, not yet ${expected}. Read again and retry.`;
  }
  return `Stream ${stream} is at revision ${actual}, not ${expected}: someone wrote first. Read again and retry.`;
}

/** The stream was never written. */
export class StreamNotFound extends EventStoreError {
  readonly code = 'stream-not-found';
  readonly stream: string;

  constructor(stream: string) {
    super(`Stream ${stream} does not exist. Check the name, or append its first event and expect no_stream.`);
    this.stream = stream;
  }
}

/** Refused: the append breaks a rule that does not depend on the log. */
export class InvalidAppend extends EventStoreError {
  readonly code = 'invalid-append';
}

/** Refused: the append has more bytes than the limit. Data, metadata and 16 bytes for each id count. */
export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
  readonly size: number;
  readonly limit: number;

  constructor(stream: string, size: number, limit: number) {
    super(
      `The append to ${stream} has ${size} bytes; the limit is ${limit}. Split it, or store large material elsewhere.`,
    );
    this.size = size;
    this.limit = limit;
  }
}

/** Nobody knows whether the events are written. */
export class OutcomeUnknown extends EventStoreError {
  readonly code = 'outcome-unknown';
  readonly stream: string;

  constructor(stream: string, reason: string) {
    super(
      `It is not known whether the append to ${stream} was written (${reason}). ` +
        'Send the same event ids at the same expected revision again, without reading first.',
    );
    this.stream = stream;
  }
}

/** Refused: the store accepts no writes at present, or is closed. Nothing was written. */
export class StoreUnavailable extends EventStoreError {
  readonly code = 'store-unavailable';
}

/** Refused: the volume has less free space than the reserve. Nothing was written. In bytes; `free` is null if unknown. */
export class DiskFull extends EventStoreError {
  readonly code = 'disk-full';
  readonly free: number | null;
  readonly reserve: number;

  constructor(file: string, free: number | null, reserve: number) {
    super(
      `The volume of ${file} has ${free === null ? 'no space' : `${free} bytes`} left; ` +
        `the store keeps ${reserve} in reserve and wrote nothing. Free some space and retry.`,
    );
    this.free = free;
    this.reserve = reserve;
  }
}

/** Refused: an import gave a recording time before that of the stream's last event. */
export class TimeRunsBackwards extends EventStoreError {
  readonly code = 'time-runs-backwards';
  readonly stream: string;
  readonly at: string;
  readonly last: string;

  constructor(stream: string, at: string, last: string) {
    super(
      `The last event of stream ${stream} was recorded at ${last}; ${at} is before that. Import in the order of recording.`,
    );
    this.stream = stream;
    this.at = at;
    this.last = last;
  }
}

/** Refused: in each attempt another writer was first. Nothing was written. */
export class Contention extends EventStoreError {
  readonly code = 'contention';
  readonly stream: string;
  readonly attempts: number;

  constructor(stream: string, attempts: number) {
    super(
      `Stream ${stream} changed during each of ${attempts} attempts to write to it. Retry when fewer programs write to it.`,
    );
    this.stream = stream;
    this.attempts = attempts;
  }
}

/** Refused: these credentials do not have the right. Nothing was written. */
export class AccessDenied extends EventStoreError {
  readonly code = 'access-denied';
}

/** The log does not exist yet. A desk creates it, or `dateline cluster prepare` does. */
export class NotPrepared extends EventStoreError {
  readonly code = 'not-prepared';
}

/** The log belongs to another newsroom. Nothing is read from it, and nothing is written. */
export class WrongNewsroom extends EventStoreError {
  readonly code = 'wrong-newsroom';
}

/** The server lacks a feature that Dateline needs. */
export class ServerUnsuited extends EventStoreError {
  readonly code = 'server-unsuited';
}

/** The log was restored from an older copy: it ends before the last event that was read, or has another event there. */
export class LogRewound extends EventStoreError {
  readonly code = 'log-rewound';
}

/**
 * An event of the log is not what was written, or cannot be read. `position`, `stream` and `revision` are null where the
 * damage hides them. The events before and after it are intact.
 */
export class EventDamaged extends EventStoreError {
  readonly code = 'event-damaged';
  readonly file: string;
  readonly position: bigint | null;
  readonly stream: string | null;
  readonly revision: bigint | null;
  /** What is wrong, as a clause: `it does not match its checksum`. */
  readonly what: string;

  constructor(
    file: string,
    { position, stream, revision }: Partial<Pick<StoredEvent, 'position' | 'stream' | 'revision'>>,
    what: string,
  ) {
    const where = position === undefined ? 'an unknown position' : `position ${position}`;
    const of =
      stream === undefined
        ? ''
        : ` (stream ${stream}${revision === undefined ? '' : `, revision ${revision}`})`;
    super(
      `${file} is damaged at ${where}${of}: ${what}. Everything else can be read. ` +
        'Run dateline verify, and restore the log from a backup.',
    );
    this.file = file;
    this.position = position ?? null;
    this.stream = stream ?? null;
    this.revision = revision ?? null;
    this.what = what;
  }
}

/** Refused: this store cannot erase these data. Nothing was changed. */
export class NotErasable extends EventStoreError {
  readonly code = 'not-erasable';
}
