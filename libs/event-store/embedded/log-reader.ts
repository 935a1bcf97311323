import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../event.js';
import type { LogRange, StreamRange } from '../event-reader.js';
import { EventDamaged, StoreUnavailable, StreamNotFound } from '../failure.js';
import type { Batch } from '../polling-subscription.js';
import { corruptionIn, Damages } from './damage.js';
import { FileGone, OpenFiles } from './open-files.js';
import { requireSchema } from './schema.js';
import { faultOf, ROWS, toEvent } from './stored-row.js';
import type { StoredRow } from './stored-row.js';
import type { UnknownOutcome } from './unknown-outcome.js';

/** A page ends at this many events, or once it has this many bytes. */
const PAGE_EVENTS = 500;
const PAGE_BYTES = 4 * 1024 * 1024;
/** Milliseconds between two checks that the files are in place. */
const CHECK_EVERY = 100;

// SQLite compiles a statement again for each new value of some parameters: one that an ordered column must equal, and a
// limit. The plus sign prevents that.
const BY_STREAM = `${ROWS} WHERE e.stream = +? AND e.revision BETWEEN ? AND ? ORDER BY e.revision`;
const BY_POSITION = `${ROWS} WHERE e.position BETWEEN ? AND ? ORDER BY e.position LIMIT +?`;

/** Finds a stream whose name differs between the table and the index. */
export const LOST_NAMES = `SELECT s.name AS stream FROM streams s NOT INDEXED
  WHERE s.stream IS NOT (SELECT n.stream FROM streams n WHERE n.name = s.name)`;

/** The location of an event: its position, or its stream and revision. */
export interface LogPosition {
  readonly position?: number;
  readonly stream?: string;
  readonly revision?: number;
}

/** Intact rows, up to `damage` if there is any. */
interface Page {
  readonly rows: readonly StoredRow[];
  readonly damage: EventDamaged | null;
}

/**
 * Reads the log in pages, through a read-only connection. A page is one statement without an await inside, so a slow reader
 * locks nothing. The main thread waits for a page, but not for a write. Every event is compared with its seal, and none may
 * be missing: otherwise the read throws `EventDamaged`. It throws `StoreUnavailable` after it was closed or its files are
 * gone, and `OutcomeUnknown` for a stream with an unknown append.
 */
export class LogReader {
  readonly #damages = new Damages();
  #db: Database.Database;
  #sealed = false;
  readonly #statements = new Map<string, Database.Statement>();
  #unknown: UnknownOutcome | null = null;
  #files: OpenFiles;
  #nameDamage: EventDamaged | null;

  /** `beside`: other files that must be in place. */
  constructor(
    readonly file: string,
    private readonly beside: readonly string[] = [],
  ) {
    this.#db = connect(file);
    this.#files = OpenFiles.ofDatabase(file, beside);
    this.#nameDamage = this.#checkNames();
  }

  /** The files as they were opened. */
  get files(): OpenFiles {
    return this.#files;
  }

  /** Set where the index of names is damaged. Then a stream is searched in the whole table. */
  get nameDamage(): EventDamaged | null {
    return this.#nameDamage;
  }

  get identity(): string {
    return (
      this.#guarded(() => this.#statement<{ identity: string }>('SELECT identity FROM log').get())
        ?.identity ?? ''
    );
  }

  /** The damage found so far. */
  get damages(): readonly EventDamaged[] {
    return this.#damages.found;
  }

  /** The id of the event at a position, in hexadecimal; null without such a row. @throws EventDamaged */
  idAt(position: bigint): string | null {
    const sql = 'SELECT hex(id) AS id FROM events WHERE position = ?';
    return this.#guarded(() => this.#statement<{ id: string }>(sql).get(toNumber(position)))?.id ?? null;
  }

  head(): bigint | null {
    const last = this.#head();
    return last < 0 ? null : BigInt(last);
  }

  async *readStream(stream: string, range: StreamRange = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { direction = 'forward', limit = Infinity } = range;
    const forward = direction === 'forward';
    const { from = forward ? 'start' : 'end' } = range;
    if (this.#unknown?.has(stream)) throw this.#unknown.errorFor(stream);
    const found = this.#stream(stream);
    if (!found) throw new StreamNotFound(stream);
    const first = from === 'start' ? 0 : from === 'end' ? found.last + (forward ? 1 : 0) : toNumber(from);
    let [low, high] = forward ? [Math.max(first, 0), found.last] : [0, Math.min(first, found.last)];
    for (let left = limit; left > 0 && low <= high;) {
      const size = Math.min(left, PAGE_EVENTS, high - low + 1);
      const [start, step] = forward ? [low, 1] : [high, -1];
      const { rows, damage } = this.#page(
        `${BY_STREAM} ${forward ? 'ASC' : 'DESC'} LIMIT +?`,
        [found.id, low, high, size],
        (n) => ({ stream, revision: start + step * n }),
      );
      for (const row of rows) yield toEvent(row);
      if (damage) throw damage;
      left -= rows.length;
      if (forward) low += rows.length;
      else high -= rows.length;
      if (left > 0 && low <= high) await nextTurn();
    }
  }

  async *readAll({ from = 'start', limit = Infinity, onDamage }: LogRange = {}): AsyncGenerator<
    StoredEvent,
    void,
    undefined
  > {
    const high = this.#head();
    let low = from === 'start' ? 0 : Math.max(toNumber(from), 0);
    for (let left = limit; left > 0 && low <= high;) {
      const { rows, damage } = this.page(low, Math.min(left, high - low + 1));
      for (const row of rows) yield toEvent(row);
      left -= rows.length;
      low += rows.length;
      if (damage) {
        if (!onDamage) throw damage;
        onDamage(damage);
        low += 1;
      }
      if (left > 0 && low <= high) await nextTurn();
    }
  }

  /** The next batch after a position, for a subscription. @throws EventDamaged where the next event is damaged */
  nextBatch(after: bigint | null, prefix: string): Batch {
    const low = after === null ? 0 : toNumber(after) + 1;
    const count = this.#head() - low + 1;
    if (count <= 0) return { events: [], through: null };
    const { rows, damage } = this.page(low, count);
    if (damage && rows.length === 0) throw damage;
    return {
      events: rows.filter(({ name }) => name?.startsWith(prefix)).map(toEvent),
      through: BigInt(low + rows.length - 1),
    };
  }

  /** A page of at most `count` rows from a position on. The log has at least `count` rows there. */
  page(low: number, count: number): Page {
    const size = Math.min(count, PAGE_EVENTS);
    return this.#page(BY_POSITION, [low, low + size - 1, size], (n) => ({ position: low + n }));
  }

  /** How many events are sealed, and how many there are. */
  get sealed(): { readonly sealed: number; readonly of: number } {
    return {
      sealed: this.#sealedThrough() === Infinity ? this.#head() + 1 : this.#lastSeal() + 1,
      of: this.#head() + 1,
    };
  }

  /** The next events without a seal, in log order, with the numbers of their streams. */
  unsealedEvents(): readonly { readonly event: StoredEvent; readonly stream: number }[] {
    const low = this.#lastSeal() + 1;
    const count = this.#head() - low + 1;
    if (count <= 0) return [];
    const { rows, damage } = this.page(low, count);
    if (damage && rows.length === 0) throw damage;
    return rows.map(toEvent).map((event) => ({ event, stream: this.#stream(event.stream)?.id ?? -1 }));
  }

  /** Opens a new connection, so that no snapshot of the old one remains. @throws FileGone */
  reopen(): void {
    this.files.check();
    this.#db.close();
    this.#statements.clear();
    this.#sealed = false;
    this.#db = connect(this.file);
  }

  /**
   * Opens the file that has replaced the log, for example after a restore.
   *
   * @throws FileGone while there is no log, or the journal beside it is still that of the old file
   */
  reopenIfReplaced(): void {
    if (this.files.gone() !== this.file) return;
    // SQLite would find no connection of this process in that journal and truncate its index. That kills the writing process.
    if (this.files.has([`${this.file}-wal`, `${this.file}-shm`])) throw new FileGone(this.file);
    let db: Database.Database;
    try {
      db = connect(this.file);
    } catch {
      throw new FileGone(this.file);
    }
    this.#db.close();
    this.#statements.clear();
    this.#sealed = false;
    this.#db = db;
    this.#files = OpenFiles.ofDatabase(this.file, this.beside);
    this.#nameDamage = this.#checkNames();
  }

  /** Hides events whose durability is unknown; null shows all events again. */
  hideUnknown(unknown: UnknownOutcome | null): void {
    this.#unknown = unknown;
  }

  close(): void {
    this.#db.close();
  }

  #head(): number {
    const last = this.#number(`SELECT max((SELECT coalesce(max(position), -1) FROM events),
      (SELECT coalesce(max(position), -1) FROM seals)) AS number`);
    return Math.min(last, this.#unknown?.through ?? Infinity);
  }

  #lastSeal(): number {
    return this.#number('SELECT coalesce(max(position), -1) AS number FROM seals');
  }

  /** The position through which every event must have a seal. */
  #sealedThrough(): number {
    this.#sealed ||= this.#number('SELECT sealed AS number FROM log') === 1;
    return this.#sealed ? Infinity : this.#lastSeal();
  }

  /** Whether the writer would find the stream by its name. */
  hasStream(name: string): boolean {
    return (
      this.#guarded(() => this.#statement(`SELECT stream FROM streams WHERE name = ?`).get(name)) !==
      undefined
    );
  }

  #checkNames(): EventDamaged | null {
    try {
      const found = this.#guarded(() => this.#statement<LogPosition>(LOST_NAMES).get());
      return found ? this.damaged(found, 'its name is not found') : null;
    } catch (error) {
      if (error instanceof EventDamaged) return error;
      throw error;
    }
  }

  /** The number and the last revision of a stream. Two tables have the revision, so a missing last event is detected. */
  #stream(name: string): { id: number; last: number } | undefined {
    const sql = `SELECT s.stream AS id, max(
        coalesce((SELECT max(revision) FROM events e WHERE e.stream = s.stream), -1),
        coalesce((SELECT revision FROM heads h WHERE h.stream = s.stream), -1)) AS last
      FROM streams s`;
    const find = (rest: string): { id: number; last: number } | undefined =>
      this.#guarded(() => this.#statement<{ id: number; last: number }>(`${sql} ${rest}`).get(name));
    return (this.nameDamage ? find('NOT INDEXED WHERE s.name = ?') : undefined) ?? find('WHERE s.name = ?');
  }

  /** Reads a page. The last of `bounds` is the number of rows; `locationOf` gives the location of the nth row. */
  #page(sql: string, bounds: readonly number[], locationOf: (n: number) => LogPosition): Page {
    const through = this.#sealedThrough();
    const rows: StoredRow[] = [];
    let bytes = 0;
    const stop = (what: string): Page => ({ rows, damage: this.damaged(locationOf(rows.length), what) });
    try {
      for (const row of this.#statement<StoredRow>(sql).iterate(...bounds)) {
        const { position = row.position, revision = row.revision } = locationOf(rows.length);
        if (row.position !== position || row.revision !== revision)
          return stop('a different event is at its position');
        const fault = faultOf(row, row.position <= through);
        if (fault !== null) return stop(fault);
        rows.push(row);
        bytes += row.data.length + row.metadata.length;
        if (bytes >= PAGE_BYTES) return { rows, damage: null };
      }
    } catch (error) {
      const corruption = corruptionIn(error);
      if (corruption === null) throw error;
      return stop(corruption);
    }
    return rows.length < (bounds.at(-1) ?? 0) ? stop('it is missing') : { rows, damage: null };
  }

  /** Registers damage at a location. It completes the location from the tables that are intact. */
  damaged(location: LogPosition, what: string): EventDamaged {
    const { position, stream, revision } = { ...this.#locate(location), ...location };
    return this.#damages.note(
      new EventDamaged(
        this.file,
        // A value in a damaged table may have any type.
        {
          ...(Number.isSafeInteger(position) ? { position: BigInt(position!) } : {}),
          ...(typeof stream === 'string' ? { stream } : {}),
          ...(Number.isSafeInteger(revision) ? { revision: BigInt(revision!) } : {}),
        },
        what,
      ),
    );
  }

  #locate({ position, stream, revision }: LogPosition): LogPosition {
    const asks: [string, ...unknown[]][] =
      position === undefined
        ? [
            [
              `SELECT e.position FROM events e, streams s WHERE s.name = ? AND e.stream = s.stream AND e.revision = ?`,
              stream,
              revision,
            ],
          ]
        : ['seals', 'events'].map((table) => [
            `SELECT s.name AS stream, c.revision FROM ${table} c, streams s WHERE c.position = ? AND s.stream = c.stream`,
            position,
          ]);
    for (const [sql, ...bounds] of asks)
      try {
        const found = this.#guarded(() => this.#statement<LogPosition>(sql).get(...bounds));
        if (found) return found;
      } catch (error) {
        if (!(error instanceof EventDamaged)) throw error;
      }
    return {};
  }

  #number(sql: string): number {
    return this.#guarded(() => this.#statement<{ number: number }>(sql).get())?.number ?? -1;
  }

  /** @throws EventDamaged where SQLite finds the file damaged */
  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const corruption = corruptionIn(error);
      if (corruption === null) throw error;
      throw this.#damages.note(new EventDamaged(this.file, {}, corruption));
    }
  }

  #statement<R>(sql: string): Database.Statement<unknown[], R> {
    if (!this.#db.open) throw new StoreUnavailable(`${this.file} is closed. Open it again to read.`);
    this.files.check(CHECK_EVERY);
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement as Database.Statement<unknown[], R>;
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

/** No log has a position beyond the safe integers. */
function toNumber(bound: bigint): number {
  return Number(bound > BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(Number.MAX_SAFE_INTEGER) : bound);
}
