import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../event.js';
import { EventDamaged } from '../failure.js';
import { requireSchema } from './schema.js';
import { COLUMNS, toEvent } from './stored-row.js';
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

  /** How many times bytes of events were erased. */
  get erasures(): number {
    const there = this.#db
      .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'erasures'`)
      .get();
    if (!there) return 0;
    return this.#db.prepare<[], number>('SELECT count(*) FROM erasures').pluck().get() ?? 0;
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
    const row = this.#page(position, position, 1)[0];
    return row ? { position, id: toEvent(row).id } : null;
  }

  /** The events from one position through another, both inclusive. */
  async *events(from: bigint, through: bigint): AsyncGenerator<StoredEvent, void> {
    for (let low = from; low <= through; low += BigInt(TOGETHER)) {
      const high = low + BigInt(TOGETHER) - 1n;
      yield* this.#page(low, high < through ? high : through, TOGETHER).map(toEvent);
      await nextTurn();
    }
  }

  close(): void {
    this.#db.close();
  }

  #page(from: bigint, through: bigint, limit: number): readonly StoredRow[] {
    return this.#db
      .prepare<[bigint, bigint, number], StoredRow>(
        `SELECT ${COLUMNS} FROM events e CROSS JOIN streams s ON s.stream = e.stream
         WHERE e.position BETWEEN ? AND ? ORDER BY e.position LIMIT ?`,
      )
      .all(from, through, limit);
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
      copyBeside(newest, db, through);
      let events = 0;
      const there = new Set<number>();
      for (const source of sources) {
        const streams = new StreamRows(source.#db, db, there);
        const read = source.#db
          .prepare<[bigint, bigint], unknown[]>(
            'SELECT * FROM events WHERE position BETWEEN ? AND ? ORDER BY position',
          )
          .raw();
        const stream = read.columns().findIndex(({ name }) => name === 'stream');
        const insert = db.prepare(insertOf('events', read.columns().length));
        const end = source.end?.position ?? -1n;
        const last = end < through ? end : through;
        for (let low = from; low <= last; low += BigInt(TOGETHER)) {
          const high = low + BigInt(TOGETHER) - 1n;
          const rows = read.all(low, high < last ? high : last);
          db.transaction(() => {
            for (const row of rows) {
              streams.bring(row[stream] as number);
              insert.run(...row);
            }
          })();
          events += rows.length;
          copied(events);
          await nextTurn();
        }
      }
      for (const sql of ddl(`'index', 'trigger'`)) db.exec(sql);
      for (const pragma of ['application_id', 'user_version'])
        db.pragma(`${pragma} = ${Number(newest.pragma(pragma, { simple: true }))}`);
    } finally {
      db.close();
    }
    sync(file);
  }

  /**
   * Reads every byte of the file, and every event: they are those from one position through another, without a gap.
   *
   * @throws EventDamaged
   */
  async check({ from, through }: { readonly from: bigint; readonly through: bigint }): Promise<void> {
    const damaged = (what: string): EventDamaged =>
      new EventDamaged(`${this.file} is damaged: ${what}. Take another copy.`);
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
        throw damaged(`it should hold positions ${from} to ${through}, and holds ${count} events`);
      if (from > 0n) return;
      const torn = this.#db
        .prepare<[], number>(
          'SELECT count(*) FROM (SELECT 1 FROM events GROUP BY stream HAVING max(revision) + 1 <> count(*))',
        )
        .pluck()
        .get();
      if (torn !== 0) throw damaged(`${torn} stream(s) lack events`);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'SQLITE_CORRUPT') throw damaged('SQLite cannot read it');
      throw error;
    }
  }
}

/** The streams of events, as they come. */
class StreamRows {
  readonly #read: Database.Statement<[number], unknown[]>;
  readonly #insert: Database.Statement<unknown[]>;

  constructor(
    from: Database.Database,
    to: Database.Database,
    private readonly there: Set<number>,
  ) {
    this.#read = from.prepare<[number], unknown[]>('SELECT * FROM streams WHERE stream = ?').raw();
    this.#insert = to.prepare(insertOf('streams', this.#read.columns().length));
  }

  bring(stream: number): void {
    if (this.there.has(stream)) return;
    this.there.add(stream);
    this.#insert.run(...this.#read.get(stream)!);
  }
}

/** Every table but those of the events; what speaks of a position that is left out is left out, too. */
function copyBeside(from: Database.Database, to: Database.Database, through: bigint): void {
  const tables = from
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('events', 'streams') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all();
  for (const table of tables) {
    const read = from.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw();
    const columns = read.columns().map(({ name }) => name);
    const place = columns.findIndex((name) => name === 'position' || name === 'after_position');
    const insert = to.prepare(insertOf(table, columns.length));
    for (const row of read.all())
      if (place < 0 || row[place] === null || BigInt(row[place] as number) <= through) insert.run(...row);
  }
}

const insertOf = (table: string, columns: number): string =>
  `INSERT INTO "${table}" VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`;

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
