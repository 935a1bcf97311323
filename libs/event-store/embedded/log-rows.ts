import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../event.js';
import { EventDamaged } from '../failure.js';
import { corruptionIn } from './damage.js';
import { requireSchema } from './schema.js';
import { faultOf, ROWS, toEvent } from './stored-row.js';
import type { StoredRow } from './stored-row.js';

/** An event by its place: of two logs with the same one, one is a beginning of the other. */
export interface LogEnd {
  readonly position: bigint;
  readonly id: string;
}

/** Rows that are read, and written, in one go. */
const TOGETHER = 1_000;

/** The file of a log, or of a part of one, row by row: for copies that keep every byte, and what is beside the events. */
export class LogRows {
  readonly #db: Database.Database;

  /** Throws `SchemaTooNew`, `StoreUnusable`. */
  constructor(readonly file: string) {
    this.#db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    try {
      requireSchema(this.#db, file);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  get identity(): string {
    return this.#db.prepare<[], string>('SELECT identity FROM log').pluck().get() ?? '';
  }

  get schema(): number {
    return Number(this.#db.pragma('user_version', { simple: true }));
  }

  /** Whether each event has its checksum. */
  get sealed(): boolean {
    return this.#db.prepare<[], number>('SELECT sealed FROM log').pluck().get() === 1;
  }

  /** What was erased of it, as a hash: another one where more was. */
  get erasures(): string {
    const hash = createHash('sha256');
    const sql = 'SELECT position, bytes FROM seals WHERE salt IS NULL ORDER BY position';
    for (const { position, bytes } of this.#db
      .prepare<[], { position: number; bytes: Buffer }>(sql)
      .iterate())
      hash.update(`${position} `).update(bytes);
    return hash.digest('hex');
  }

  /** The last event; null where there is none. */
  get end(): LogEnd | null {
    const last = this.#db.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get();
    return typeof last === 'number' ? this.at(BigInt(last)) : null;
  }

  /** The position of the first event; 0 where there is none. */
  get start(): bigint {
    return BigInt(this.#db.prepare<[], number | null>('SELECT min(position) FROM events').pluck().get() ?? 0);
  }

  at(position: bigint): LogEnd | null {
    const row = this.#page(position, position)[0];
    return row ? { position, id: toEvent(row).id } : null;
  }

  /** The events from one position through another, both inclusive. Throws `EventDamaged`. */
  async *events(from: bigint, through: bigint): AsyncGenerator<StoredEvent, void> {
    const { sealed } = this;
    for (let low = from; low <= through; low += BigInt(TOGETHER)) {
      const high = low + BigInt(TOGETHER) - 1n;
      for (const row of this.#page(low, high < through ? high : through)) {
        const fault = faultOf(row, sealed);
        if (fault !== null) throw new EventDamaged(this.file, { position: BigInt(row.position) }, fault);
        yield toEvent(row);
      }
      await nextTurn();
    }
  }

  close(): void {
    this.#db.close();
  }

  #page(from: bigint, through: bigint): readonly StoredRow[] {
    return this.#db
      .prepare<[bigint, bigint], StoredRow>(`${ROWS} WHERE e.position BETWEEN ? AND ? ORDER BY e.position`)
      .all(from, through);
  }

  /**
   * Writes a new file, for its owner alone, that holds the events from one position through another of `sources`, which
   * follow each other, and all else that the last of them holds. It is on the disk when this ends.
   *
   * `copied` is called with how many events are written, and may throw to stop it.
   */
  static async write(
    file: string,
    sources: readonly LogRows[],
    { from, through }: { readonly from: bigint; readonly through: bigint },
    copied: (events: number) => void = () => {},
  ): Promise<void> {
    closeSync(openSync(file, 'wx', 0o600));
    const db = new Database(file);
    try {
      // What is cut off by a crash is thrown away whole.
      db.pragma('journal_mode = OFF');
      db.pragma('synchronous = OFF');
      db.pragma('foreign_keys = OFF');
      const newest = sources.at(-1)!.#db;
      const ddl = (types: string): readonly string[] =>
        newest
          .prepare<[], string>(
            `SELECT sql FROM sqlite_schema WHERE type IN (${types}) AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
          )
          .pluck()
          .all();
      for (const sql of ddl(`'table'`)) db.exec(sql);
      for (const table of ['log', 'recoveries']) copyAll(newest, db, table);
      const there = new Set<number>();
      let events = 0;
      for (const source of sources) {
        const end = source.end?.position ?? -1n;
        const last = end < through ? end : through;
        const rows = new Copies(source.#db, db, there);
        for (let low = from; low <= last; low += BigInt(TOGETHER)) {
          const high = low + BigInt(TOGETHER) - 1n;
          events += db.transaction(() => rows.copy(low, high < last ? high : last))();
          copied(events);
          await nextTurn();
        }
      }
      db.exec('INSERT INTO heads SELECT stream, max(revision) FROM seals GROUP BY stream');
      for (const sql of ddl(`'index', 'trigger'`)) db.exec(sql);
      for (const pragma of ['application_id', 'user_version'])
        db.pragma(`${pragma} = ${Number(newest.pragma(pragma, { simple: true }))}`);
    } finally {
      db.close();
    }
    sync(file);
  }

  /**
   * Reads every byte of the file, and compares every event with its checksum: they are those from one position through
   * another, without a gap.
   *
   * @throws EventDamaged
   */
  async check({ from, through }: { readonly from: bigint; readonly through: bigint }): Promise<void> {
    const damaged = (what: string): EventDamaged => new EventDamaged(this.file, {}, what);
    try {
      const found = this.#db.pragma('integrity_check(1)', { simple: true });
      if (found !== 'ok') throw damaged(String(found));
      const count = this.#db.prepare<[], number>('SELECT count(*) FROM events').pluck().get();
      let expected = from;
      for await (const { position } of this.events(from, through)) {
        if (position !== expected) throw damaged(`position ${expected} is not there`);
        expected += 1n;
      }
      if (expected !== through + 1n || BigInt(count ?? -1) !== expected - from)
        throw damaged(`it should have positions ${from} to ${through}, and has ${count} events`);
    } catch (error) {
      const corruption = corruptionIn(error);
      throw corruption === null ? error : damaged(corruption);
    }
  }
}

/** Copies events of one file into another, with their seals and streams. */
class Copies {
  readonly #read: (
    from: bigint,
    through: bigint,
  ) => { readonly events: readonly unknown[][]; readonly seals: readonly unknown[][] };
  readonly #events: RowsBetween;
  readonly #seals: RowsBetween;
  readonly #stream: Database.Statement<[number], unknown[]>;
  readonly #addStream: Database.Statement;
  readonly #streamAt: number;

  constructor(
    from: Database.Database,
    to: Database.Database,
    /** The streams that are there. */
    private readonly there: Set<number>,
  ) {
    // As of one moment: an event may be erased between the two.
    this.#read = from.transaction((low: bigint, high: bigint) => ({
      events: this.#events.read.all(low, high),
      seals: this.#seals.read.all(low, high),
    }));
    this.#events = rowsBetween(from, to, 'events');
    this.#seals = rowsBetween(from, to, 'seals');
    this.#stream = from.prepare<[number], unknown[]>('SELECT * FROM streams WHERE stream = ?').raw();
    this.#addStream = insertInto(to, 'streams', this.#stream.columns().length);
    this.#streamAt = this.#events.read.columns().findIndex(({ name }) => name === 'stream');
  }

  /** How many events were copied. */
  copy(from: bigint, through: bigint): number {
    const { events, seals } = this.#read(from, through);
    for (const row of events) {
      this.#bring(row[this.#streamAt] as number);
      this.#events.insert.run(...row);
    }
    for (const row of seals) this.#seals.insert.run(...row);
    return events.length;
  }

  #bring(stream: number): void {
    if (this.there.has(stream)) return;
    this.there.add(stream);
    const row = this.#stream.get(stream);
    if (row) this.#addStream.run(...row);
  }
}

/** How rows of a table that have a position are read from one file, and written to another. */
interface RowsBetween {
  readonly read: Database.Statement<[bigint, bigint], unknown[]>;
  readonly insert: Database.Statement;
}

function rowsBetween(from: Database.Database, to: Database.Database, table: string): RowsBetween {
  const sql = `SELECT * FROM ${table} WHERE position BETWEEN ? AND ? ORDER BY position`;
  const read = from.prepare<[bigint, bigint], unknown[]>(sql).raw();
  return { read, insert: insertInto(to, table, read.columns().length) };
}

function copyAll(from: Database.Database, to: Database.Database, table: string): void {
  const read = from.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw();
  const insert = insertInto(to, table, read.columns().length);
  for (const row of read.all()) insert.run(...row);
}

const insertInto = (db: Database.Database, table: string, columns: number): Database.Statement =>
  db.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
