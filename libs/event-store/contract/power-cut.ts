import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EmbeddedEventStore } from '../embedded/embedded-event-store.js';
import { Writer } from '../embedded/writer.js';
import type { LogWriter, StartWriter } from '../embedded/writer-thread.js';
import { collect } from './events.js';

/*
 * A model of a power cut. A cut keeps everything that was synced. Of the writes since the last fsync it keeps any part: each
 * sector of 512 bytes has its old or its new content.
 *
 * A test cannot observe the fsyncs of SQLite. The model takes them from its source (wal.c) and from the setting
 * `synchronous` of the writing connection. A commit has up to three stages:
 *   1. The journal restarts: its header of 32 bytes is written, and synced with NORMAL or FULL.
 *   2. The frames are written, and synced with FULL or before a checkpoint.
 *   3. A checkpoint copies pages from the journal to the log, which is then synced with NORMAL or FULL.
 * The model assumes that a disk obeys an fsync, as every database does.
 */

const SECTOR = 512;
const HEADER = 32;
const FULL = 2;

interface Files {
  readonly log: Buffer;
  readonly journal: Buffer;
}

/** A stage of a commit: the content that is certainly on the disk, and the content that was written. */
interface Stage {
  readonly synced: Files;
  readonly written: Files;
  /** The number of events that were acknowledged before the commit, and that exist after it. */
  readonly acknowledged: number;
  readonly committed: number;
}

/** An acknowledged event. */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
}

/** Records the writes of a log. Afterwards it can cut the power at any of these moments. */
export class RecordedDisk {
  readonly acknowledged: Acknowledged[] = [];
  /** How many commits made a checkpoint, and how many restarted the journal. */
  checkpoints = 0;
  beginnings = 0;
  readonly #stages: Stage[] = [];
  #synced: Files | null = null;

  /** A writer in this thread. Each of its commits is recorded. */
  readonly start: StartWriter = async (options): Promise<LogWriter> => {
    const writer = withConnection(() => new Writer(options));
    // Makes the journal restart often.
    writer.connection.prepare('PRAGMA wal_autocheckpoint = 12').get();
    return {
      write: async (group) => {
        const before = filesOf(options.file);
        const acknowledged = this.acknowledged.length;
        const answer = writer.made.write(group);
        this.#record(before, options.file, acknowledged, writer.connection);
        return answer;
      },
      recover: async (group, reason) => writer.made.recover(group, reason),
      seal: async (seals) => writer.made.seal(seals),
      erase: async (erasures) => writer.made.erase(erasures),
      close: async () => writer.made.close(),
    };
  };

  #record(before: Files, file: string, acknowledged: number, connection: Database.Database): void {
    const ask = (sql: string): number => Number(connection.prepare(sql).pluck().get());
    const committed = ask('SELECT count(*) FROM events');
    const after = filesOf(file);
    let synced = this.#synced ?? before;
    const stage = (written: Files): void => {
      this.#stages.push({ synced, written, acknowledged, committed });
    };
    const header = after.journal.subarray(0, HEADER);
    if (!header.equals(before.journal.subarray(0, HEADER))) {
      this.beginnings += 1;
      const journal = Buffer.concat([header, before.journal.subarray(HEADER)]);
      stage({ log: before.log, journal });
      synced = { log: synced.log, journal };
    }
    stage({ log: before.log, journal: after.journal });
    const checkpoint = !before.log.equals(after.log);
    // Not by `pragma()`, whose result a planted fault may change.
    if (ask('SELECT synchronous FROM pragma_synchronous') >= FULL || checkpoint)
      synced = { log: synced.log, journal: after.journal };
    if (checkpoint) {
      this.checkpoints += 1;
      stage(after);
      synced = after;
    }
    this.#synced = synced;
  }

  /** Cuts the power at a random moment. Returns what is wrong with the log then; null where nothing is. */
  async cut(chance: () => number): Promise<string | null> {
    const stage = this.#stages[Math.floor(chance() * this.#stages.length)]!;
    const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
    const file = join(folder, 'desk.db');
    try {
      const keep = keeping(chance);
      writeFileSync(file, torn(stage.synced.log, stage.written.log, keep));
      writeFileSync(`${file}-wal`, torn(stage.synced.journal, stage.written.journal, keep));
      return await this.#wrongIn(file, stage);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  async #wrongIn(file: string, { acknowledged, committed }: Stage): Promise<string | null> {
    let store: EmbeddedEventStore | null = null;
    try {
      const start: StartWriter = async (options) => {
        const writer = new Writer(options);
        return {
          write: async (group) => writer.write(group),
          recover: async (group, reason) => writer.recover(group, reason),
          seal: async (seals) => writer.seal(seals),
          erase: async (erasures) => writer.erase(erasures),
          close: async () => writer.close(),
        };
      };
      store = await EmbeddedEventStore.open({ file, reserve: 0 }, start);
      const found = await collect(store.readAll());
      const locations = found.map(
        ({ stream, revision, position, id }) => `${stream} ${revision} ${position} ${id}`,
      );
      const lost = this.acknowledged
        .slice(0, acknowledged)
        .find(
          ({ stream, revision, position, id }) =>
            locations[Number(position)] !== `${stream} ${revision} ${position} ${id}`,
        );
      if (lost) return `${lost.stream} ${lost.revision} was acknowledged, and is lost`;
      // The running commit must be there completely or not at all.
      if (found.length !== acknowledged && found.length !== committed)
        return `${found.length} events, neither ${acknowledged} nor ${committed}`;
      await store.append('after', 'no_stream', []);
      await store.close();
      store = null;
      const db = new Database(file, { readonly: true });
      const sound = db.prepare('PRAGMA integrity_check').pluck().get();
      db.close();
      return sound === 'ok' ? null : String(sound);
    } catch (error) {
      return String(error);
    } finally {
      await store?.close();
    }
  }
}

/** Plants a fault: `synchronous` is NORMAL, but each connection reports FULL. Returns a function that removes it. */
export function plantNormal(): () => void {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (this: Database.Database, sql, options) {
    if (sql === `synchronous = ${FULL}`) return pragma.call(this, 'synchronous = 1', options);
    return sql === 'synchronous' ? FULL : pragma.call(this, sql, options);
  };
  return () => {
    Database.prototype.pragma = pragma;
  };
}

/** Plants a fault: the writer answers a group before its commit, and commits it when the next group comes. */
export function answeringFirst(start: StartWriter): StartWriter {
  return async (options) => {
    const writer = await start(options);
    let next: number | null = null;
    let open: Parameters<LogWriter['write']>[0] | null = null;
    const flush = async (): Promise<void> => {
      if (open) await writer.write(open);
      open = null;
    };
    return {
      write: async (group) => {
        await flush();
        if (next === null) {
          const answer = await writer.write(group);
          next = group.reduce((count, { events }) => count + events.length, 0);
          return answer;
        }
        open = group;
        const answers = group.map(({ expected, events }) => {
          next! += events.length;
          return {
            kind: 'written' as const,
            isNew: true,
            last: { revision: expected + events.length, position: next! - 1 },
          };
        });
        return { kind: 'answers', answers };
      },
      recover: (group, reason) => writer.recover(group, reason),
      seal: (seals) => writer.seal(seals),
      erase: (erasures) => writer.erase(erasures),
      close: async () => {
        await flush();
        await writer.close();
      },
    };
  };
}

/** The result of `make`, and the connection that it opened. */
function withConnection<T>(make: () => T): { readonly made: T; readonly connection: Database.Database } {
  const { pragma } = Database.prototype;
  const opened: Database.Database[] = [];
  Database.prototype.pragma = function (this: Database.Database, sql, options) {
    opened.push(this);
    return pragma.call(this, sql, options);
  };
  try {
    const made = make();
    const [connection] = opened;
    if (!connection) throw new Error('It opened no connection.');
    return { made, connection };
  } finally {
    Database.prototype.pragma = pragma;
  }
}

function filesOf(file: string): Files {
  return { log: readFileSync(file), journal: readFileSync(`${file}-wal`) };
}

/** Which written sectors a cut keeps: none, all, a prefix, or random ones. */
function keeping(chance: () => number): (sector: number, of: number) => boolean {
  const kind = Math.floor(chance() * 4);
  const share = chance();
  if (kind === 0) return () => false;
  if (kind === 1) return () => true;
  return kind === 2 ? (sector, of) => sector < share * of : () => chance() < share;
}

/** New sectors that are not kept are zeros, as when the length of a file is on the disk before its content. */
function torn(synced: Buffer, written: Buffer, keep: (sector: number, of: number) => boolean): Buffer {
  const sectors = Math.ceil(written.length / SECTOR);
  const left = Buffer.alloc(Math.max(synced.length, written.length));
  synced.copy(left);
  let end = synced.length;
  for (let sector = 0; sector < sectors; sector += 1) {
    const [from, to] = [sector * SECTOR, Math.min((sector + 1) * SECTOR, written.length)];
    if (!keep(sector, sectors)) continue;
    written.copy(left, from, from, to);
    end = Math.max(end, to);
  }
  return left.subarray(0, end);
}
