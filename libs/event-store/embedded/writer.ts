// The worker thread that writes. It imports packages and node: modules only (types aside) and uses no syntax that
// needs more than erasing, so that a thread loads it as it is: from the sources, under Jest, and built.
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
  // What is deleted is overwritten: words that were erased are not to stay in a place that is free.
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

  /** Throws if one of the settings that durability rests on is not in force. */
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
    // Without the plus SQLite compiles it anew for each stream, in case another plan were better for that one.
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

  /** Writes a group in one transaction, each append judged by itself. Throws when SQLite fails: then all is open. */
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
   * After a failed commit, on a new connection: makes what the log now shows durable, and a commit of its own, so that
   * what it does not show can never appear. Then tells of each append whether it is written or absent.
   */
  recover(group: readonly WriteRequest[], reason: string): GroupAnswer {
    if (!this.#truncate())
      throw new Error('The write-ahead log could not be emptied: a reader stayed in the way.');
    this.#db
      .prepare('INSERT INTO recoveries (after_position, reason) SELECT max(position), ? FROM events')
      .run(reason);
    const answers = group.map((request): WriteAnswer => this.#findAppended(request) ?? { kind: 'absent' });
    return { kind: 'answers', answers };
  }

  /** Seals the next events that have none, in one transaction, and notes when none is left. */
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
   * Replaces the data of events. A page that SQLite has rearranged may still have, where no row is, what was in it before;
   * so the file is written anew, and the write-ahead log emptied. May be asked again until it is done.
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
    // The new file lies in the write-ahead log before it takes the place of the old one.
    if (bavail * bsize - 2 * statSync(file).size < reserve)
      return { kind: 'disk-full', free: bavail * bsize, reserve };
    this.#db.exec('VACUUM');
    return this.#truncate() ? { kind: 'done' } : { kind: 'busy' };
  }

  close(): void {
    this.#db.close();
  }

  /** The answer to an append that has nothing to write: a conflict, a repetition, or no events. */
  #answerWithoutWriting(request: WriteRequest): WriteAnswer | null {
    const stream = this.#findStream.get(request.stream)?.stream;
    const actual = stream === undefined ? -1 : (this.#last.get(stream)?.last ?? -1);
    if (actual !== request.expected) return this.#findAppended(request) ?? { kind: 'conflict', actual };
    return request.events.length === 0 ? { kind: 'written', isNew: false, last: null } : null;
  }

  /** Where the events of an append stand, if they all stand where it would have put them. */
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

  /** What the seal of the event at a position follows; null while older events have none, for they come first. */
  #chainTo(position: number): Chain | null {
    const { identity, sealed } = this.#log.get() ?? { identity: '', sealed: 0 };
    if (sealed !== 1) return null;
    const last = this.#lastSeal.get();
    if ((last?.position ?? -1) !== position - 1)
      throw new Damaged(`the seal of position ${position - 1} is not there`);
    return this.#chainFrom(last?.checksum ?? genesisOf(identity), position - 1);
  }

  /** In a damaged file, a checksum may be of any kind. */
  #chainFrom(checksum: unknown, position: number): Chain {
    if (checksum instanceof Uint8Array) return new Chain(checksum);
    throw new Damaged(`the checksum of position ${position} is not whole`);
  }

  #addSeal(position: number, stream: number, revision: number, seal: Seal, chain: Chain): void {
    const { salt, commitment, bytes } = seal;
    this.#seal.run(position, stream, revision, salt, commitment, chain.next(position, commitment), bytes);
  }

  /** Brings all into the one file and empties the write-ahead log; false while a reader is in the way. */
  #truncate(): boolean {
    const [checkpoint] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return checkpoint?.busy === 0;
  }
}

/** The log is not as it was written. Has a code of SQLite's own, as has what SQLite finds. */
class Damaged extends Error {
  readonly code = 'SQLITE_CORRUPT';
}

/** Checksums, each over the one before it, as `checksumOf` in seal.ts has it. */
class Chain {
  #last: Uint8Array;

  constructor(last: Uint8Array) {
    this.#last = last;
  }

  next(position: number, commitment: Uint8Array): Uint8Array {
    const place = Buffer.alloc(8);
    place.writeBigUInt64BE(BigInt(position));
    this.#last = hash('sha256', Buffer.concat([this.#last, place, commitment]), 'buffer');
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
