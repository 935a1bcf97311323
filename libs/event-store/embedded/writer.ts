// The worker thread that writes. A thread loads this file as it is: from the sources, under Jest, and built. So, apart from
// types, it imports only packages and node: modules, and its TypeScript needs only type stripping.
import { hash } from 'node:crypto';
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Seal } from './seal.js';
import type {
  Erasure,
  GroupAnswer,
  LaterSeal,
  WorkAnswer,
  WriteAnswer,
  WriteRequest,
  WriterMessage,
  WriterOptions,
  WriterReply,
} from './writer-messages.js';

const SETTINGS: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  trusted_schema: 0,
  // Overwrites deleted content, so that erased words do not remain in free pages.
  secure_delete: 1,
};

/** The one connection that writes to a log. */
export class Writer {
  readonly #db: Database.Database;
  readonly #options: WriterOptions;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #head: Database.Statement<[], { last: number | null }>;
  readonly #findStream: Database.Statement<[string], { stream: number }>;
  readonly #addStream: Database.Statement<[string]>;
  readonly #last: Database.Statement<[number], { last: number | null }>;
  readonly #slot: Database.Statement<[number, number], { id: Buffer; position: number }>;
  readonly #insert: Database.Statement<[number, number, number, Buffer, string, Uint8Array, Uint8Array]>;
  readonly #log: Database.Statement<[], { identity: string; sealed: number }>;
  readonly #lastSeal: Database.Statement<[], { position: number; checksum: Uint8Array }>;
  readonly #seal: Database.Statement<
    [number, number, number, Uint8Array | null, Uint8Array, Uint8Array, Uint8Array | null]
  >;
  readonly #grow: Database.Statement<[number, number]>;

  /** Throws where a setting that durability needs has no effect. */
  constructor(options: WriterOptions) {
    const db = new Database(options.file, { fileMustExist: true, timeout: 5_000 });
    this.#db = db;
    this.#options = options;
    for (const [setting, value] of Object.entries(SETTINGS)) {
      db.pragma(`${setting} = ${value}`);
      const found = db.pragma(setting, { simple: true });
      if (found === value) continue;
      db.close();
      throw new Error(
        `${options.file}: ${setting} is ${String(found)}, not ${value}. Put the log on a local disk.`,
      );
    }
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#head = db.prepare('SELECT max(position) AS last FROM events');
    this.#findStream = db.prepare('SELECT stream FROM streams WHERE name = ?');
    this.#addStream = db.prepare('INSERT INTO streams (name) VALUES (?)');
    // Without the plus sign SQLite would compile it again for each stream, to look for a better plan.
    this.#last = db.prepare('SELECT max(revision) AS last FROM events WHERE stream = +?');
    this.#slot = db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision = ?');
    this.#insert = db.prepare(
      'INSERT INTO events (position, stream, revision, id, type, metadata, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#log = db.prepare('SELECT identity, sealed FROM log');
    this.#lastSeal = db.prepare('SELECT position, checksum FROM seals ORDER BY position DESC LIMIT 1');
    this.#seal = db.prepare(
      'INSERT INTO seals (position, stream, revision, salt, commitment, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#grow = db.prepare(
      'INSERT INTO heads (stream, revision) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision',
    );
  }

  /** Writes a group in one transaction; each append gets its own answer. If SQLite fails, it throws: the outcome is unknown. */
  write(group: readonly WriteRequest[]): GroupAnswer {
    const { bavail, bsize } = statfsSync(dirname(this.#options.file));
    const { reserve } = this.#options;
    if (bavail * bsize - bytesOf(group) < reserve)
      return { kind: 'disk-full', free: bavail * bsize, reserve };
    try {
      this.#begin.run();
    } catch (error) {
      if (codeOf(error) === 'SQLITE_BUSY') return { kind: 'busy' };
      throw error;
    }
    let next = (this.#head.get()?.last ?? -1) + 1;
    const chain = this.#chainTo(next);
    const answers: WriteAnswer[] = [];
    for (const request of group) {
      const answer = this.#answerWithoutWriting(request) ?? this.#append(request, next, chain);
      if (answer.kind === 'written' && answer.last && answer.last.position >= next)
        next = answer.last.position + 1;
      answers.push(answer);
    }
    this.#commit.run();
    return { kind: 'answers', answers };
  }

  /**
   * Recovers on a new connection after a failed commit. It makes all visible events durable. Then it commits a row, so that
   * events that are not visible now can never appear later. It returns which appends are written and which are absent.
   */
  recover(group: readonly WriteRequest[], reason: string): GroupAnswer {
    if (!this.#truncate()) throw new Error('The write-ahead log could not be emptied: a reader blocked it.');
    this.#db
      .prepare('INSERT INTO recoveries (after_position, reason) SELECT max(position), ? FROM events')
      .run(reason);
    const answers = group.map((request): WriteAnswer => this.#findAppended(request) ?? { kind: 'absent' });
    return { kind: 'answers', answers };
  }

  /** Seals the next events without a seal, in one transaction, and marks the log once all are sealed. */
  seal(seals: readonly LaterSeal[]): WorkAnswer {
    this.#begin.run();
    const last = this.#lastSeal.get();
    const chain = this.#chainFrom(
      last?.checksum ?? genesisOf(this.#log.get()?.identity ?? ''),
      last?.position ?? -1,
    );
    for (const { position, stream, revision, seal } of seals) {
      this.#addSeal(position, stream, revision, seal, chain);
      this.#grow.run(stream, revision);
    }
    if ((seals.at(-1)?.position ?? last?.position ?? -1) === (this.#head.get()?.last ?? -1))
      this.#db.exec('UPDATE log SET sealed = 1');
    this.#commit.run();
    return { kind: 'done' };
  }

  /**
   * Replaces the data of events. Unused parts of a page may still have old content, so it also rewrites the whole file
   * (`VACUUM`) and empties the write-ahead log. It is idempotent.
   */
  erase(erasures: readonly Erasure[]): WorkAnswer {
    this.#begin.run();
    const open = this.#db.prepare('UPDATE seals SET salt = NULL, bytes = ? WHERE position = ?');
    const replace = this.#db.prepare('UPDATE events SET data = ? WHERE position = ?');
    for (const { position, data, bytes } of erasures) {
      open.run(bytes, position);
      replace.run(data, position);
    }
    this.#commit.run();
    const { bavail, bsize } = statfsSync(dirname(this.#options.file));
    const { reserve, file } = this.#options;
    // The new file is first in the write-ahead log, so it needs space twice.
    if (bavail * bsize - 2 * statSync(file).size < reserve)
      return { kind: 'disk-full', free: bavail * bsize, reserve };
    this.#db.exec('VACUUM');
    return this.#truncate() ? { kind: 'done' } : { kind: 'busy' };
  }

  close(): void {
    this.#db.close();
  }

  /** The answer to an append that writes nothing: a conflict, a repetition, or an append without events. */
  #answerWithoutWriting(request: WriteRequest): WriteAnswer | null {
    const stream = this.#findStream.get(request.stream)?.stream;
    const actual = stream === undefined ? -1 : (this.#last.get(stream)?.last ?? -1);
    if (actual !== request.expected) return this.#findAppended(request) ?? { kind: 'conflict', actual };
    return request.events.length === 0 ? { kind: 'written', isNew: false, last: null } : null;
  }

  /** The answer to an append whose events are already stored, at the revisions that it would use; else null. */
  #findAppended({ stream: name, expected, events }: WriteRequest): WriteAnswer | null {
    const stream = this.#findStream.get(name)?.stream;
    if (stream === undefined || events.length === 0) return null;
    let last: { revision: number; position: number } | null = null;
    for (const [index, event] of events.entries()) {
      const revision = expected + 1 + index;
      const slot = this.#slot.get(stream, revision);
      if (!slot || !slot.id.equals(toBlob(event.id))) return null;
      last = { revision, position: slot.position };
    }
    return { kind: 'written', isNew: false, last };
  }

  #append({ stream: name, expected, events }: WriteRequest, next: number, chain: Chain | null): WriteAnswer {
    const stream = this.#findStream.get(name)?.stream ?? Number(this.#addStream.run(name).lastInsertRowid);
    for (const [index, { id, type, metadata, data, seal }] of events.entries()) {
      this.#insert.run(next + index, stream, expected + 1 + index, toBlob(id), type, metadata, data);
      if (chain) this.#addSeal(next + index, stream, expected + 1 + index, seal, chain);
    }
    const last = { revision: expected + events.length, position: next + events.length - 1 };
    if (chain) this.#grow.run(stream, last.revision);
    return { kind: 'written', isNew: true, last };
  }

  /** The chain before a position; null while older events have no seal, because they must be sealed first. */
  #chainTo(position: number): Chain | null {
    const { identity, sealed } = this.#log.get() ?? { identity: '', sealed: 0 };
    if (sealed !== 1) return null;
    const last = this.#lastSeal.get();
    if ((last?.position ?? -1) !== position - 1)
      throw new Damaged(`the seal of position ${position - 1} is missing`);
    return this.#chainFrom(last?.checksum ?? genesisOf(identity), position - 1);
  }

  /** In a damaged file, a checksum may have any type. */
  #chainFrom(checksum: unknown, position: number): Chain {
    if (checksum instanceof Uint8Array) return new Chain(checksum);
    throw new Damaged(`the checksum of position ${position} is incomplete`);
  }

  #addSeal(position: number, stream: number, revision: number, seal: Seal, chain: Chain): void {
    const { salt, commitment, bytes } = seal;
    this.#seal.run(position, stream, revision, salt, commitment, chain.next(position, commitment), bytes);
  }

  /** Moves all content into the main file and empties the write-ahead log; false while a reader blocks that. */
  #truncate(): boolean {
    const [checkpoint] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return checkpoint?.busy === 0;
  }
}

/** The log is damaged. It has the same code as damage that SQLite finds. */
class Damaged extends Error {
  readonly code = 'SQLITE_CORRUPT';
}

/** The chain of checksums, as `checksumOf` in seal.ts computes it. */
class Chain {
  #last: Uint8Array;

  constructor(last: Uint8Array) {
    this.#last = last;
  }

  next(position: number, commitment: Uint8Array): Uint8Array {
    const at = Buffer.alloc(8);
    at.writeBigUInt64BE(BigInt(position));
    this.#last = hash('sha256', Buffer.concat([this.#last, at, commitment]), 'buffer');
    return this.#last;
  }
}

/** As in seal.ts, which this file cannot import. */
function genesisOf(identity: string): Uint8Array {
  return hash('sha256', `Dateline log ${identity}`, 'buffer');
}

function toBlob(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function bytesOf(group: readonly WriteRequest[]): number {
  return group.reduce(
    (sum, { events }) => sum + events.reduce((all, e) => all + e.data.length + e.metadata.length, 0),
    0,
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN';
}

function serve(port: NonNullable<typeof parentPort>, options: WriterOptions): void {
  const reply = (message: WriterReply): void => port.postMessage(message);
  const guard = (writer: Writer | null, work: () => void): void => {
    try {
      work();
    } catch (error) {
      reply({
        kind: 'failed',
        code: codeOf(error),
        message: error instanceof Error ? error.message : String(error),
      });
      port.close();
      writer?.close();
    }
  };
  guard(null, () => {
    const writer = new Writer(options);
    port.on('message', (message: WriterMessage) => {
      guard(writer, () => {
        switch (message.kind) {
          case 'write':
            return reply({ kind: 'answered', answer: writer.write(message.group) });
          case 'recover':
            return reply({ kind: 'answered', answer: writer.recover(message.group, message.reason) });
          case 'seal':
            return reply({ kind: 'worked', answer: writer.seal(message.seals) });
          case 'erase':
            return reply({ kind: 'worked', answer: writer.erase(message.erasures) });
          case 'close':
            writer.close();
            reply({ kind: 'closed' });
            return port.close();
        }
      });
    });
    reply({ kind: 'ready' });
  });
}

const started = workerData as { readonly datelineLog?: WriterOptions } | null;
if (parentPort && started?.datelineLog) serve(parentPort, started.datelineLog);
