import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../event.js';
import type { LogRange, StreamRange } from '../event-reader.js';
import { StoreUnavailable, StreamNotFound } from '../failure.js';
import type { Stretch } from '../following.js';
import { requireSchema } from './schema.js';
import { COLUMNS, toEvent } from './stored-row.js';
import type { StoredRow } from './stored-row.js';

/** A page ends at this many events, or once it has this many bytes. */
const PAGE_EVENTS = 500;
const PAGE_BYTES = 4 * 1024 * 1024;
/** How many positions one look of a subscription passes over at most. */
const STRETCH = 2_000;

// SQLite compiles a statement anew for each value of a parameter that a column is to equal in a query with an order,
// and of a limit: a plus hides it.
const BY_STREAM = `SELECT ${COLUMNS} FROM events e CROSS JOIN streams s ON s.stream = e.stream
  WHERE e.stream = +? AND e.revision BETWEEN ? AND ? ORDER BY e.revision`;
const BY_POSITION = `SELECT ${COLUMNS} FROM events e CROSS JOIN streams s ON s.stream = e.stream
  WHERE e.position BETWEEN ? AND ?`;
const PREFIXED = `AND substr(s.name, 1, length(?)) = ?`;

/**
 * Reads the log through a connection that cannot write, in pages: each page is one statement, begun and ended without
 * an await between, so a reader that dawdles or goes away holds nothing. The main thread waits for a page, not for a
 * write. Throws `StoreUnavailable` once it is closed.
 */
export class LogReader {
  readonly #file: string;
  #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(file: string) {
    this.#file = file;
    this.#db = connect(file);
  }

  get identity(): string {
    const row = this.#statement<[], { identity: string }>('SELECT identity FROM log').get();
    return row?.identity ?? '';
  }

  /** The id of the event at a position; null where there is none. */
  idAt(position: bigint): string | null {
    const sql = 'SELECT hex(id) AS id FROM events WHERE position = ?';
    return this.#statement<[number], { id: string }>(sql).get(toNumber(position))?.id ?? null;
  }

  head(): bigint | null {
    const last = this.#head();
    return last < 0 ? null : BigInt(last);
  }

  async *readStream(stream: string, range: StreamRange = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { direction = 'forward', limit = Infinity } = range;
    const forward = direction === 'forward';
    const { from = forward ? 'start' : 'end' } = range;
    const found = this.#stream(stream);
    if (!found) throw new StreamNotFound(stream);
    const first = from === 'start' ? 0 : from === 'end' ? found.last + (forward ? 1 : 0) : toNumber(from);
    let [low, high] = forward ? [Math.max(first, 0), found.last] : [0, Math.min(first, found.last)];
    for (let left = limit; left > 0 && low <= high;) {
      const size = Math.min(left, PAGE_EVENTS);
      const { events } = this.#page(`${BY_STREAM} ${forward ? 'ASC' : 'DESC'} LIMIT +?`, [
        found.id,
        low,
        high,
        size,
      ]);
      yield* events;
      if (events.length === 0) return;
      left -= events.length;
      if (forward) low += events.length;
      else high -= events.length;
      if (left > 0 && low <= high) await nextTurn();
    }
  }

  async *readAll({ from = 'start', limit = Infinity }: LogRange = {}): AsyncGenerator<
    StoredEvent,
    void,
    undefined
  > {
    const high = this.#head();
    let low = from === 'start' ? 0 : Math.max(toNumber(from), 0);
    for (let left = limit; left > 0 && low <= high;) {
      const size = Math.min(left, PAGE_EVENTS);
      const { events } = this.#page(`${BY_POSITION} ORDER BY e.position LIMIT +?`, [low, high, size]);
      yield* events;
      if (events.length === 0) return;
      left -= events.length;
      low += events.length;
      if (left > 0 && low <= high) await nextTurn();
    }
  }

  /** A bounded stretch after a position, as a subscription looks at it. */
  look(after: bigint | null, prefix: string): Stretch {
    const low = after === null ? 0 : toNumber(after) + 1;
    const high = Math.min(this.#head(), low + STRETCH - 1);
    if (low > high) return { events: [], through: null };
    const sql = `${BY_POSITION} ${PREFIXED} ORDER BY e.position LIMIT +?`;
    const { events, full } = this.#page(sql, [low, high, prefix, prefix, PAGE_EVENTS]);
    const last = events.at(-1);
    return { events, through: full && last ? last.position : BigInt(high) };
  }

  /** Lets the connection go and makes a new one, so that nothing of the old one's view remains. */
  reopen(): void {
    this.#db.close();
    this.#statements.clear();
    this.#db = connect(this.#file);
  }

  close(): void {
    this.#db.close();
  }

  #head(): number {
    return (
      this.#statement<[], { last: number | null }>('SELECT max(position) AS last FROM events').get()?.last ??
      -1
    );
  }

  #stream(name: string): { id: number; last: number } | undefined {
    const sql = `SELECT s.stream AS id, (SELECT max(revision) FROM events e WHERE e.stream = s.stream) AS last
      FROM streams s WHERE s.name = ?`;
    return this.#statement<[string], { id: number; last: number }>(sql).get(name);
  }

  /** `full` tells that the page may have ended before its bounds did. */
  #page(sql: string, bounds: (number | string)[]): { events: StoredEvent[]; full: boolean } {
    const events: StoredEvent[] = [];
    let bytes = 0;
    for (const row of this.#statement<(number | string)[], StoredRow>(sql).iterate(...bounds)) {
      events.push(toEvent(row));
      bytes += row.data.length + row.metadata.length;
      if (bytes >= PAGE_BYTES || events.length >= PAGE_EVENTS) return { events, full: true };
    }
    return { events, full: false };
  }

  #statement<P extends unknown[], R>(sql: string): Database.Statement<P, R> {
    if (!this.#db.open) throw new StoreUnavailable(`${this.#file} is closed. Open it again to read.`);
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement as Database.Statement<P, R>;
  }
}

function connect(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    requireSchema(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Bounds beyond what a number holds exactly are beyond any log. */
function toNumber(bound: bigint): number {
  return Number(bound > BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(Number.MAX_SAFE_INTEGER) : bound);
}
