import type { Expected, StoredEvent } from './event.js';

/** Every error of this library is one of these: `code` is for programs, `message` says what was found and what to do. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** Refused: the stream is not where the writer believed it to be. */
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
    return `Stream ${stream} does not exist, yet revision ${expected} was expected. Expect no_stream, or check the name.`;
  }
  if (expected === 'no_stream') {
    return `Stream ${stream} exists already and is at revision ${actual}. Read it and retry.`;
  }
  if (actual < expected) {
    return `Stream ${stream} is at revision ${actual}, not yet ${expected}. Read again and retry.`;
  }
  return `Stream ${stream} is at revision ${actual}, not ${expected}: someone wrote first. Read again and retry.`;
}

/** The stream has never been written. */
export class StreamNotFound extends EventStoreError {
  readonly code = 'stream-not-found';
  readonly stream: string;

  constructor(stream: string) {
    super(`Stream ${stream} does not exist. Check the name, or append its first event expecting no_stream.`);
    this.stream = stream;
  }
}

/** Refused: the append breaks a rule that holds whatever the log contains. */
export class InvalidAppend extends EventStoreError {
  readonly code = 'invalid-append';
}

/** Refused: one append carries more bytes (data, metadata and 16 for each id) than the limit. */
export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
  readonly size: number;
  readonly limit: number;

  constructor(stream: string, size: number, limit: number) {
    super(
      `The append to ${stream} has ${size} bytes; the limit is ${limit}. Split it, or keep large material elsewhere.`,
    );
    this.size = size;
    this.limit = limit;
  }
}

/** The events may be written or not. */
export class OutcomeUnknown extends EventStoreError {
  readonly code = 'outcome-unknown';
  readonly stream: string;

  constructor(stream: string, reason: string) {
    super(
      `Whether the append to ${stream} was written is not known (${reason}). ` +
        'Send the same event ids at the same expected revision again, without reading first.',
    );
    this.stream = stream;
  }
}

/** Refused: the store takes no writes at present, or is closed. Nothing was written. */
export class StoreUnavailable extends EventStoreError {
  readonly code = 'store-unavailable';
}

/** Refused: the volume has less room than the reserve. Nothing was written. Figures in bytes; `free` null if not known. */
export class DiskFull extends EventStoreError {
  readonly code = 'disk-full';
  readonly free: number | null;
  readonly reserve: number;

  constructor(file: string, free: number | null, reserve: number) {
    super(
      `The volume of ${file} has ${free === null ? 'no room' : `${free} bytes`} left; ` +
        `the store keeps ${reserve} in reserve and wrote nothing. Free some space and retry.`,
    );
    this.free = free;
    this.reserve = reserve;
  }
}

/** Refused: an import gave a time of recording that is before the stream's last. */
export class TimeRunsBackwards extends EventStoreError {
  readonly code = 'time-runs-backwards';
  readonly stream: string;
  readonly at: string;
  readonly last: string;

  constructor(stream: string, at: string, last: string) {
    super(
      `Stream ${stream} was last recorded at ${last}; ${at} is before that. Import in the order of recording.`,
    );
    this.stream = stream;
    this.at = at;
    this.last = last;
  }
}

/** Refused: others wrote first each time. Nothing was written. */
export class Contention extends EventStoreError {
  readonly code = 'contention';
  readonly stream: string;
  readonly attempts: number;

  constructor(stream: string, attempts: number) {
    super(
      `Stream ${stream} changed under each of ${attempts} attempts to write to it. Retry when fewer write at once.`,
    );
    this.stream = stream;
    this.attempts = attempts;
  }
}

/** Refused: these credentials may not do that. Nothing was written. */
export class AccessDenied extends EventStoreError {
  readonly code = 'access-denied';
}

/** The log is not there yet: a desk, or the one who prepares the cluster, makes it. */
export class NotPrepared extends EventStoreError {
  readonly code = 'not-prepared';
}

/** What is there belongs to another newsroom: nothing is read from it, and nothing written. */
export class WrongNewsroom extends EventStoreError {
  readonly code = 'wrong-newsroom';
}

/** The server lacks what Dateline needs. */
export class ServerUnsuited extends EventStoreError {
  readonly code = 'server-unsuited';
}

/** The log ends before what was read of it, or has another event there: it was restored from an older copy. */
export class LogRewound extends EventStoreError {
  readonly code = 'log-rewound';
}

/**
 * What a log has at a place is not what was written there, or cannot be read. `position`, `stream` and `revision` are null
 * where the damage leaves them open; what is before and after it is as it was.
 */
export class EventDamaged extends EventStoreError {
  readonly code = 'event-damaged';
  readonly file: string;
  readonly position: bigint | null;
  readonly stream: string | null;
  readonly revision: bigint | null;
  /** What is wrong, in words that go on a sentence. */
  readonly what: string;

  constructor(
    file: string,
    { position, stream, revision }: Partial<Pick<StoredEvent, 'position' | 'stream' | 'revision'>>,
    what: string,
  ) {
    const place = position === undefined ? 'an unknown position' : `position ${position}`;
    const of =
      stream === undefined
        ? ''
        : ` (stream ${stream}${revision === undefined ? '' : `, revision ${revision}`})`;
    super(
      `${file} is damaged at ${place}${of}: ${what}. Everything else can be read. ` +
        'Run dateline verify, and restore the log from a backup.',
    );
    this.file = file;
    this.position = position ?? null;
    this.stream = stream ?? null;
    this.revision = revision ?? null;
    this.what = what;
  }
}

/** Refused: this store cannot erase. Nothing was changed. */
export class NotErasable extends EventStoreError {
  readonly code = 'not-erasable';
}
