import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EmbeddedEventStore } from '../embedded/embedded-event-store.js';
import { Writer } from '../embedded/writer.js';
import type { LogWriter, StartWriter } from '../embedded/writer-thread.js';
import { collect } from './events.js';

/*
 * What a power cut leaves of a log, as a model. Of what was written to a file since its last fsync, a cut keeps any part:
 * of each sector of 512 bytes the old or the new content. What was synced is there.
 *
 * No test sees SQLite's own fsyncs, so they follow from its source (wal.c) and from the setting `synchronous`, which the
 * connection that writes is asked for. A commit has up to three stages, one after another:
 *   1. the journal begins anew: its header of 32 bytes is written, and synced from NORMAL on;
 *   2. the frames are written, and synced where `synchronous` is FULL or a checkpoint follows;
 *   3. a checkpoint: pages go from the journal to the log, which is synced then, from NORMAL on.
 * That a disk obeys an fsync is assumed, here as by every database.
 */

const SECTOR = 512;
const HEADER = 32;
const FULL = 2;

interface Files {
  readonly log: Buffer;
  readonly journal: Buffer;
}

/** A stage under way: what is surely on the disk, and what was written. */
interface Stage {
  readonly synced: Files;
  readonly written: Files;
  /** How many events were acknowledged when the commit began, and how many there are when it is done. */
  readonly acknowledged: number;
  readonly committed: number;
}

/** An event as it was acknowledged. */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
}

/** Records how a log is written, and cuts the power at any moment of it afterwards. */
export class RecordedDisk {
  readonly acknowledged: Acknowledged[] = [];
  /** How many commits brought pages to the log, and how many began the journal anew. */
  checkpoints = 0;
  beginnings = 0;
  readonly #stages: Stage[] = [];
  #synced: Files | null = null;

  /** A writer in this thread, each of whose commits is recorded. */
  readonly start: StartWriter = async (options): Promise<LogWriter> => {
    const writer = withConnection(() => new Writer(options));
    // The journal begins anew often.
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
    // Not by `pragma()`, which a planted fault may have made a liar.
    if (ask('SELECT synchronous FROM pragma_synchronous') >= FULL || checkpoint)
      synced = { log: synced.log, journal: after.journal };
    if (checkpoint) {
      this.checkpoints += 1;
      stage(after);
      synced = after;
    }
    this.#synced = synced;
  }

  /** What is wrong with the log after a cut at a moment that chance chooses; null where nothing is. */
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
      const places = found.map(
        ({ stream, revision, position, id }) => `${stream} ${revision} ${position} ${id}`,
      );
      const lost = this.acknowledged
        .slice(0, acknowledged)
        .find(
          ({ stream, revision, position, id }) =>
            places[Number(position)] !== `${stream} ${revision} ${position} ${id}`,
        );
      if (lost) return `${lost.stream} ${lost.revision} was acknowledged, and is lost`;
      // What was under way is there whole, or not at all.
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

/** Has every connection believe that it syncs each commit, while it syncs none: `synchronous` is NORMAL. Answers how to end it. */
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

/** A writer that answers a group before it commits it: it does that when the next one comes. */
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

/** What `make` makes, with the connection that it opened. */
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

/** Which sectors a cut keeps as they were written: none, all, those up to one, or each by chance. */
function keeping(chance: () => number): (sector: number, of: number) => boolean {
  const kind = Math.floor(chance() * 4);
  const share = chance();
  if (kind === 0) return () => false;
  if (kind === 1) return () => true;
  return kind === 2 ? (sector, of) => sector < share * of : () => chance() < share;
}

/** Sectors beyond the old end that are not kept are zeros, as where a file's length came to the disk before its content. */
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
