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

/** An event by position and id. Of two logs that share one, one is a prefix of the other. */
export interface LogEnd {
  readonly position: bigint;
  readonly id: string;
}

/** Rows of one read or write. */
const TOGETHER = 1_000;

/** The file of a log or of a part of one, row by row. It is for copies that keep every byte, and the other tables. */
export class LogRows {
  readonly #db: Database.Database;

  /** @throws SchemaTooNew, StoreUnusable */
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

  /** Whether every event has its checksum. */
  get sealed(): boolean {
    return this.#db.prepare<[], number>('SELECT sealed FROM log').pluck().get() === 1;
  }

  /** A SHA-256 over all erasures, in hexadecimal. It changes with each erasure. */
  get erasures(): string {
    const hash = createHash('sha256');
    const sql = 'SELECT position, bytes FROM seals WHERE salt IS NULL ORDER BY position';
    for (const { position, bytes } of this.#db
      .prepare<[], { position: number; bytes: Buffer }>(sql)
      .iterate())
      hash.update(`${position} `).update(bytes);
    return hash.digest('hex');
  }

  /** The last event; null for an empty log. */
  get end(): LogEnd | null {
    const last = this.#db.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get();
    return typeof last === 'number' ? this.at(BigInt(last)) : null;
  }

  /** The position of the first event; 0 for an empty log. */
  get start(): bigint {
    return BigInt(this.#db.prepare<[], number | null>('SELECT min(position) FROM events').pluck().get() ?? 0);
  }

  at(position: bigint): LogEnd | null {
    const row = this.#page(position, position)[0];
    return row ? { position, id: toEvent(row).id } : null;
  }

  /** The events from one position through another, both inclusive. @throws EventDamaged */
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
   * Writes a new file, readable by its owner only (0600), with a range of events from `sources`. The sources follow each
   * other; the other tables come from the last one. The file is durable when this resolves.
   *
   * `copied` gets the number of events written so far, and may throw to stop the work.
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
      // After a crash the incomplete file is deleted, so it needs no journal.
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
   * Reads every byte of the file and verifies every event. The file must have exactly the events of the range.
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
        if (position !== expected) throw damaged(`position ${expected} is missing`);
        expected += 1n;
      }
      if (expected !== through + 1n || BigInt(count ?? -1) !== expected - from)
        throw damaged(`it should have the positions ${from} to ${through}, but has ${count} events`);
    } catch (error) {
      const corruption = corruptionIn(error);
      throw corruption === null ? error : damaged(corruption);
    }
  }
}

/** Copies events from one file into another, with their seals and streams. */
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
    /** The streams that are already copied. */
    private readonly there: Set<number>,
  ) {
    // In one transaction: an event might be erased between the two reads.
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

  /** Copies a range of positions, and returns the number of events. */
  copy(from: bigint, through: bigint): number {
    const { events, seals } = this.#read(from, through);
    for (const row of events) {
      this.#copyStream(row[this.#streamAt] as number);
      this.#events.insert.run(...row);
    }
    for (const row of seals) this.#seals.insert.run(...row);
    return events.length;
  }

  #copyStream(stream: number): void {
    if (this.there.has(stream)) return;
    this.there.add(stream);
    const row = this.#stream.get(stream);
    if (row) this.#addStream.run(...row);
  }
}

/** Reads rows of a table by position from one file, and inserts them into another. */
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
