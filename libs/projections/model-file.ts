import Database from 'better-sqlite3';
import { FileUnusable } from '#event-store';
import { prepareStatement } from './prepare-statement.js';
import { APPLICATION, OF_STORY, SCHEMA, TABLES } from './schema.js';
import { storyNumbers } from './story-number.js';
import { RowWriter } from './row-writer.js';
import { WriterPriority } from './writer-priority.js';

/** What a file of the read model is made of, and how far. */
export interface ModelState {
  /** Identity of the log. */
  readonly log: string;
  /** Fingerprint of the code that wrote the rows. */
  readonly fold: string;
  /** Of the last event in the file; null before the first. */
  readonly position: bigint | null;
  /** The last event of a story in the file. The same log must have it at this position. */
  readonly last: LastEvent | null;
  readonly complete: boolean;
  readonly builtTo: bigint | null;
}

/** An event and its position in the log. */
export interface LastEvent {
  readonly position: bigint;
  readonly id: string;
}

export interface StoryRow {
  readonly story: number;
  readonly id: string;
  readonly slug: string;
  readonly head: number;
  readonly first_at: number;
  readonly withheld: string | null;
  /** 1: closed off until it is rewritten. 2: the log has it damaged. */
  readonly closed_off: 0 | 1 | 2;
  readonly last_rewrite: number;
}

/** A story that must be rewritten, because an event changed its past. */
export interface Rewriting {
  readonly id: string;
  /** Of the last event that changed its past. */
  readonly revision: number;
  /** The last revision that is in the file or was skipped. */
  readonly through: number;
}

/** A story with a text that must leave the files. */
export interface Removal {
  readonly id: string;
  /** Of the last event that demands it. */
  readonly position: number;
  /** 1 if the file is a copy that already leaves the text out. */
  readonly copied: 0 | 1;
}

/** Another writer moved the checkpoint of the read model. Only one writer may do so. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** Milliseconds that a writer waits for the lock of the file. */
const WAIT = 5_000;
/** Milliseconds of one slice; the slice ends earlier if the other writer wants the file. */
const SLICE = 100;

/**
 * One file of the read model, open for writing. A transaction holds the rows and the checkpoint. It fails if another
 * writer moved the checkpoint.
 */
export class ModelFile {
  readonly rows: RowWriter;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #position: number;
  /** The current slice: its start, and the callback between two slices. */
  #slice: { began: number; readonly between: () => void } | null = null;

  private constructor(
    readonly file: string,
    db: Database.Database,
    private readonly priority: WriterPriority,
    beforeWrite: () => void,
  ) {
    this.#db = db;
    this.rows = new RowWriter(db, () => {
      this.#endSliceIfDue();
      beforeWrite();
    });
    this.#position = Number(this.state.position ?? -1n);
  }

  /** Opens a file, or creates an empty one. Tests get a callback before each row. */
  static open(
    file: string,
    made: {
      readonly log: string;
      readonly fold: string;
      readonly toBuild?: boolean;
      readonly priority?: WriterPriority;
    },
    beforeWrite: () => void = () => {},
  ): ModelFile {
    const db = FileUnusable.guard(file, () => new Database(file, { timeout: WAIT }));
    try {
      // Rows have about a thousand bytes: a bigger page wastes less space.
      db.pragma('page_size = 8192');
      db.pragma('journal_mode = WAL');
      // After a power cut, the last rows are made from the log again.
      db.pragma('synchronous = NORMAL');
      db.pragma('secure_delete = ON');
      // A build touches the whole file all the time: more memory, fewer writes.
      db.pragma(`cache_size = ${made.toBuild ? -98_304 : -16_384}`);
      db.pragma(`wal_autocheckpoint = ${made.toBuild ? 16_384 : 1_000}`);
      db.pragma('journal_size_limit = 67108864');
      if (Number(db.pragma('user_version', { simple: true })) === 0)
        db.transaction(() => {
          db.exec(TABLES);
          db.prepare(`INSERT INTO model VALUES (1, ?, ?, -1, -1, '', 0, -1, 0)`).run(made.log, made.fold);
          db.pragma(`application_id = ${APPLICATION}`);
          db.pragma(`user_version = ${SCHEMA}`);
        }).immediate();
      return new ModelFile(file, db, made.priority ?? new WriterPriority(), beforeWrite);
    } catch (error) {
      db.close();
      throw FileUnusable.of(file, error);
    }
  }

  get state(): ModelState {
    return stateOf(this.#db);
  }

  get position(): bigint | null {
    return this.#position < 0 ? null : BigInt(this.#position);
  }

  /** Writes rows, the checkpoint and the last event in one transaction. @throws FenceLost */
  write(through: bigint | null, change: () => void, last: LastEvent | null = null): void {
    const former = this.#position;
    const next = through === null ? former : Number(through);
    const all = this.#db.transaction(() => {
      change();
      this.rows.flush();
      if (last) this.#noteLast(last);
      const moved = this.#prepare('UPDATE model SET position = ? WHERE position = ?').run(
        next,
        former,
      ).changes;
      if (moved !== 1)
        throw new FenceLost(`Another process writes to the read model ${this.file}. Stop one of the two.`);
    });
    try {
      this.priority.runFirst(() => all.immediate());
    } catch (error) {
      this.rows.discard();
      throw error;
    }
    this.#position = next;
  }

  /**
   * Does work in many short transactions, so that the other writer of the file never waits for long. Use it only for rows
   * that nobody reads yet. An error from `between` ends the work.
   */
  inSlices(work: () => void, between: () => void = () => {}): void {
    this.#beginSlice(between);
    try {
      work();
      this.#slice = null;
      this.rows.flush();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      this.rows.discard();
      throw error;
    } finally {
      this.#slice = null;
    }
  }

  #beginSlice(between: () => void): void {
    this.priority.yieldToFollower();
    this.#db.exec('BEGIN IMMEDIATE');
    this.#slice = { began: performance.now(), between };
  }

  /** Ends the slice if it is due, and begins the next. */
  #endSliceIfDue(): void {
    const slice = this.#slice;
    if (slice === null || (!this.priority.isContended && performance.now() - slice.began < SLICE)) return;
    this.#slice = null;
    this.rows.flush();
    this.#db.exec('COMMIT');
    slice.between();
    this.#beginSlice(slice.between);
  }

  story(id: string): StoryRow | undefined {
    return this.#prepare<[string], StoryRow>('SELECT * FROM stories WHERE id = ?').get(id);
  }

  /** Writes the row of a story: the number of its rows, and its newest revision. */
  noteStory({ story, id, slug, head, first_at, withheld }: WrittenStory): void {
    this.#prepare(
      `INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, 0, -1)
         ON CONFLICT (id) DO UPDATE SET head = excluded.head, slug = excluded.slug, withheld = excluded.withheld`,
    ).run(story, id, slug, head, first_at, withheld);
  }

  /** Writes which story a request with an idempotency key opened. */
  noteOpening(key: string, id: string): void {
    this.#prepare('INSERT OR IGNORE INTO openings VALUES (?, ?)').run(key, id);
  }

  rewriting(id: string): Rewriting | undefined {
    return this.#prepare<[string], Rewriting>('SELECT * FROM rewritings WHERE id = ?').get(id);
  }

  /** Deletes all rows of a story that the log has damaged. Nobody reads it from now on. */
  markDamaged(id: string): void {
    const row = this.story(id);
    if (row) {
      this.rows.flush();
      this.rows.dropRecords(row.story);
      for (const table of OF_STORY) this.#prepare(`DELETE FROM ${table} WHERE story = ?`).run(row.story);
    }
    this.#prepare('DELETE FROM rewritings WHERE id = ?').run(id);
    const number = row?.story ?? this.freeNumber(id) ?? storyNumbers(id)[0];
    this.#prepare(
      `INSERT INTO stories VALUES (?, ?, '', -1, 0, NULL, 2, -1) ON CONFLICT (id) DO UPDATE SET closed_off = 2`,
    ).run(number, id);
  }

  /** How many stories are damaged in the log. */
  get damages(): number {
    // Both conditions: the first one selects the index.
    const sql = 'SELECT count(*) AS n FROM stories WHERE closed_off > 0 AND closed_off > 1';
    return this.#prepare<[], { n: number }>(sql).get()!.n;
  }

  /** Whether a story must be rewritten, or a text must leave the files. */
  get unfinished(): boolean {
    const sql = 'SELECT EXISTS (SELECT 1 FROM rewritings) OR EXISTS (SELECT 1 FROM removals) AS unfinished';
    return this.#prepare<[], { unfinished: 0 | 1 }>(sql).get()!.unfinished === 1;
  }

  /** The stories that can be rewritten: the projector has reached the event that demands it. */
  get rewritable(): readonly Rewriting[] {
    return this.#prepare<[], Rewriting>('SELECT * FROM rewritings WHERE through >= revision').all();
  }

  /** Closes a story off: an event at this revision and position changed its past. Nobody reads it until it is rewritten. */
  closeOff(id: string, revision: number, position: bigint): void {
    const head = this.story(id)?.head ?? -1;
    this.#prepare(
      `INSERT INTO rewritings VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET revision = max(revision, excluded.revision), since = min(since, excluded.since)`,
    ).run(id, revision, head, Number(position));
    this.#prepare('UPDATE stories SET closed_off = 1 WHERE id = ?').run(id);
    this.noteRemoval(id, position);
  }

  /** Skips an event of a story that is closed off. The rewrite will take it. */
  skip(id: string, revision: number, position: bigint): void {
    this.#prepare('UPDATE rewritings SET through = max(through, ?), since = min(since, ?) WHERE id = ?').run(
      revision,
      Number(position),
      id,
    );
  }

  /** A free number for the rewrite of a story; null if there is none until the file is copied. */
  freeNumber(id: string): number | null {
    const taken = (number: number): boolean =>
      this.#prepare(
        'SELECT 1 FROM stories WHERE story = :n UNION ALL SELECT 1 FROM leftovers WHERE story = :n',
      ).get({
        n: number,
      }) !== undefined;
    return storyNumbers(id).find((number) => !taken(number)) ?? null;
  }

  /** Marks the rows under a number: nobody reads them, and the next copy leaves them out. */
  abandon(story: number): void {
    this.#prepare('INSERT OR IGNORE INTO leftovers VALUES (?)').run(story);
  }

  get leftovers(): readonly number[] {
    return this.#prepare<[], { story: number }>('SELECT story FROM leftovers')
      .all()
      .map((row) => row.story);
  }

  /**
   * Puts a rewritten story in the place of the old one. `rewrittenFor` is the revision of the event that demanded the
   * rewrite. False if the story has grown since, or is damaged.
   */
  adopt(story: WrittenStory, rewrittenFor: number): boolean {
    const rewriting = this.rewriting(story.id);
    if (rewriting && (rewriting.revision > rewrittenFor || rewriting.through > story.head)) return false;
    const before = this.story(story.id);
    if (before?.closed_off === 2) return false;
    if (before && before.story !== story.story) {
      this.abandon(before.story);
      this.#prepare('DELETE FROM stories WHERE id = ?').run(story.id);
    }
    this.#prepare('DELETE FROM leftovers WHERE story = ?').run(story.story);
    this.#prepare('DELETE FROM rewritings WHERE id = ?').run(story.id);
    this.noteStory(story);
    this.#prepare('UPDATE stories SET closed_off = 0, last_rewrite = ? WHERE id = ?').run(
      rewrittenFor,
      story.id,
    );
    return true;
  }

  #noteLast({ position, id }: LastEvent): void {
    this.#prepare('UPDATE model SET last_position = ?, last_id = ?').run(Number(position), id);
  }

  noteRemoval(id: string, position: bigint, copied: 0 | 1 = 0): void {
    this.#prepare(
      `INSERT INTO removals VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET position = max(position, excluded.position), copied = min(copied, excluded.copied)`,
    ).run(id, Number(position), copied);
  }

  get removals(): readonly Removal[] {
    return this.#prepare<[], Removal>('SELECT * FROM removals').all();
  }

  removed({ id, position }: Removal): void {
    this.#prepare('DELETE FROM removals WHERE id = ? AND position = ?').run(id, position);
  }

  /** The plan of a build, kept until the file is complete: each story and its number of events. */
  get building(): readonly Building[] {
    return this.#db.prepare<[], Building>('SELECT id, events, withholds FROM building ORDER BY story').all();
  }

  plan(stories: Iterable<Building>, through: bigint | null, last: LastEvent | null): void {
    this.#db
      .transaction(() => {
        const add = this.#prepare('INSERT INTO building VALUES (?, ?, ?, ?)');
        for (const { id, events, withholds } of stories) add.run(storyNumbers(id)[0], id, events, withholds);
        this.#prepare('UPDATE model SET built_to = ?').run(Number(through ?? -1n));
        if (last) this.#noteLast(last);
      })
      .immediate();
  }

  /** Ends the build. */
  complete(): void {
    this.#db
      .transaction(() => {
        this.#prepare('DELETE FROM building').run();
        this.#prepare('UPDATE model SET complete = 1').run();
      })
      .immediate();
  }

  /** The content of all rows, in a fixed order and without row ids. */
  everything(): unknown {
    const rowsOf = (table: string): Record<string, unknown>[] =>
      this.#db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    const assertions = new Map(
      rowsOf('assertions').map((a) => [a['id'], `${String(a['assertion'])} ${String(a['revision'])}`]),
    );
    return [...OF_STORY, 'record_counts'].map((table) => {
      const rows = rowsOf(table).map((row) => {
        const newest = JSON.parse((row['newest'] as string | null | undefined) ?? '[]') as number[];
        return JSON.stringify([{ ...row, id: null, newest: null }, newest.map((n) => assertions.get(n))]);
      });
      return [table, rows.sort()];
    });
  }

  close(): void {
    this.#db.close();
  }

  #prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): Database.Statement<P, R> {
    const statement = this.#statements.get(sql) ?? prepareStatement(this.#db, sql);
    this.#statements.set(sql, statement);
    return statement as Database.Statement<P, R>;
  }
}

export interface Building {
  readonly id: string;
  readonly events: number;
  /** 1 if anything in it was ever killed, taken down or reinstated. */
  readonly withholds: 0 | 1;
}

/** A story as its row has it. */
export type WrittenStory = Pick<StoryRow, 'story' | 'id' | 'slug' | 'head' | 'first_at' | 'withheld'>;

/** @throws SqliteError if the file is not a read model of this schema. */
export function stateOf(db: Database.Database): ModelState {
  const row = db
    .prepare<[], StateRow>(
      'SELECT log, fold, position, last_position AS lastPosition, last_id AS lastId, complete, built_to AS builtTo FROM model',
    )
    .get()!;
  const position = (n: number): bigint | null => (n < 0 ? null : BigInt(n));
  const lastPosition = position(row.lastPosition);
  return {
    log: row.log,
    fold: row.fold,
    position: position(row.position),
    last: lastPosition === null ? null : { position: lastPosition, id: row.lastId },
    complete: row.complete === 1,
    builtTo: position(row.builtTo),
  };
}

interface StateRow {
  readonly log: string;
  readonly fold: string;
  readonly position: number;
  readonly lastPosition: number;
  readonly lastId: string;
  readonly complete: number;
  readonly builtTo: number;
}
