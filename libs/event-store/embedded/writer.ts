// The worker thread that writes. It imports packages and node: modules only (types aside) and uses no syntax that
// needs more than erasing, so that a thread loads it as it is: from the sources, under Jest, and built.
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type {
  GroupAnswer,
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
    const answers: WriteAnswer[] = [];
    for (const request of group) {
      const answer = this.#judge(request) ?? this.#append(request, next);
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
    const [checkpoint] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (checkpoint?.busy !== 0)
      throw new Error('The write-ahead log could not be emptied: a reader stayed in the way.');
    this.#db
      .prepare('INSERT INTO recoveries (after_position, reason) SELECT max(position), ? FROM events')
      .run(reason);
    const answers = group.map((request): WriteAnswer => this.#find(request) ?? { kind: 'absent' });
    return { kind: 'answers', answers };
  }

  close(): void {
    this.#db.close();
  }

  /** The answer to an append that has nothing to write: a conflict, a repetition, or no events. */
  #judge(request: WriteRequest): WriteAnswer | null {
    const stream = this.#findStream.get(request.stream)?.stream;
    const actual = stream === undefined ? -1 : (this.#last.get(stream)?.last ?? -1);
    if (actual !== request.expected) return this.#find(request) ?? { kind: 'conflict', actual };
    return request.events.length === 0 ? { kind: 'written', last: null } : null;
  }

  /** Where the events of an append stand, if they all stand where it would have put them. */
  #find({ stream: name, expected, events }: WriteRequest): WriteAnswer | null {
    const stream = this.#findStream.get(name)?.stream;
    if (stream === undefined || events.length === 0) return null;
    let last: { revision: number; position: number } | null = null;
    for (const [index, event] of events.entries()) {
      const revision = expected + 1 + index;
      const slot = this.#slot.get(stream, revision);
      if (!slot || !slot.id.equals(toBlob(event.id))) return null;
      last = { revision, position: slot.position };
    }
    return { kind: 'written', last };
  }

  #append({ stream: name, expected, events }: WriteRequest, next: number): WriteAnswer {
    const stream = this.#findStream.get(name)?.stream ?? Number(this.#addStream.run(name).lastInsertRowid);
    for (const [index, { id, type, metadata, data }] of events.entries()) {
      this.#insert.run(next + index, stream, expected + 1 + index, toBlob(id), type, metadata, data);
    }
    return {
      kind: 'written',
      last: { revision: expected + events.length, position: next + events.length - 1 },
    };
  }
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
        if (message.kind === 'write') return reply({ kind: 'done', answer: writer.write(message.group) });
        if (message.kind === 'recover')
          return reply({ kind: 'done', answer: writer.recover(message.group, message.reason) });
        writer.close();
        reply({ kind: 'closed' });
        port.close();
      });
    });
    reply({ kind: 'ready' });
  });
}

const started = workerData as { readonly datelineLog?: WriterOptions } | null;
if (parentPort && started?.datelineLog) serve(parentPort, started.datelineLog);
