import Database from 'better-sqlite3';
import { FileUnusable } from '#event-store';
import { prepare } from './prepare.js';
import { APPLICATION, OF_STORY, SCHEMA, TABLES } from './schema.js';
import { storyNumbers } from './story-number.js';
import { Rows } from './rows.js';
import { Turns } from './turns.js';

/** Where a read model stands. */
export interface ModelState {
  /** Identity of the log that it is made of. */
  readonly log: string;
  /** Fingerprint of the code that made it. */
  readonly fold: string;
  /** Of the last event that is in it; null before the first. */
  readonly position: bigint | null;
  /** The last event of a story that is in it: the log that it is made of has this one there. */
  readonly last: LastEvent | null;
  readonly complete: boolean;
  readonly builtTo: bigint | null;
}

/** An event, and where it stands in its log. */
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
  /** 1 while it waits to be rewritten, 2 where the log has it damaged. */
  readonly closed_off: 0 | 1 | 2;
  readonly anew: number;
}

/** A story that is to be written anew, because an event changed its past. */
export interface Rewriting {
  readonly id: string;
  /** Of the last event that did. */
  readonly revision: number;
  /** The last revision that is in the file, or was passed over since. */
  readonly passed: number;
}

/** A story of which something is to leave the files. */
export interface Removal {
  readonly id: string;
  /** Of the last event by which something is to. */
  readonly position: number;
  /** Whether the file was made by a copy that left it out. */
  readonly copied: 0 | 1;
}

/** Another writer moved the read model's checkpoint: only one may. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** Milliseconds that a writer waits for another. */
const WAIT = 5_000;
/** Milliseconds for which work in slices keeps the file to itself, unless the other writer wants it. */
const SLICE = 100;

/**
 * One file of the read model, open to be written. Rows and checkpoint go in one transaction, and the checkpoint is
 * moved only from where this writer left it.
 */
export class ModelFile {
  readonly rows: Rows;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #position: number;
  /** Of work in slices: since when, and what is called between two of them. */
  #slice: { began: number; readonly between: () => void } | null = null;

  private constructor(
    readonly file: string,
    db: Database.Database,
    private readonly turns: Turns,
    beforeWrite: () => void,
  ) {
    this.#db = db;
    this.rows = new Rows(db, () => {
      this.#breathe();
      beforeWrite();
    });
    this.#position = Number(this.state.position ?? -1n);
  }

  /** Opens a file to go on with, or makes one that is to be built. A test is told before each row that is written. */
  static open(
    file: string,
    made: {
      readonly log: string;
      readonly fold: string;
      readonly toBuild?: boolean;
      readonly turns?: Turns;
    },
    beforeWrite: () => void = () => {},
  ): ModelFile {
    const db = FileUnusable.guard(file, () => new Database(file, { timeout: WAIT }));
    try {
      // Rows of about a thousand bytes leave less of a bigger page unused.
      db.pragma('page_size = 8192');
      db.pragma('journal_mode = WAL');
      // What a power cut takes of the last moments is taken from the log again.
      db.pragma('synchronous = NORMAL');
      db.pragma('secure_delete = ON');
      // While it is built all of it is touched all the time: less often to the file, and more of it in memory.
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
      return new ModelFile(file, db, made.turns ?? new Turns(), beforeWrite);
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

  /** Does all of it or nothing, and notes how far the log is taken, and the last event of it. @throws FenceLost */
  write(through: bigint | null, change: () => void, last: LastEvent | null = null): void {
    const held = this.#position;
    const next = through === null ? held : Number(through);
    const all = this.#db.transaction(() => {
      change();
      this.rows.flush();
      if (last) this.#noteLast(last);
      const moved = this.#prepare('UPDATE model SET position = ? WHERE position = ?').run(next, held).changes;
      if (moved !== 1)
        throw new FenceLost(
          `The read model ${this.file} is no longer where this process left it: another process writes to it. Stop one of them.`,
        );
    });
    try {
      this.turns.first(() => all.immediate());
    } catch (error) {
      this.rows.forget();
      throw error;
    }
    this.#position = next;
  }

  /**
   * Does work that need not be whole, for nobody reads yet what it writes: in many transactions, so that whoever else
   * writes to the file never waits for long. What `between` throws ends it.
   */
  inSlices(work: () => void, between: () => void = () => {}): void {
    this.#begin(between);
    try {
      work();
      this.#slice = null;
      this.rows.flush();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      this.rows.forget();
      throw error;
    } finally {
      this.#slice = null;
    }
  }

  #begin(between: () => void): void {
    this.turns.giveWay();
    this.#db.exec('BEGIN IMMEDIATE');
    this.#slice = { began: performance.now(), between };
  }

  /** Ends a slice, if it is time, and begins the next. */
  #breathe(): void {
    const slice = this.#slice;
    if (slice === null || (!this.turns.wanted && performance.now() - slice.began < SLICE)) return;
    this.#slice = null;
    this.rows.flush();
    this.#db.exec('COMMIT');
    slice.between();
    this.#begin(slice.between);
  }

  story(id: string): StoryRow | undefined {
    return this.#prepare<[string], StoryRow>('SELECT * FROM stories WHERE id = ?').get(id);
  }

  /** Notes the story, under which number its rows are, and its last revision. */
  note({ story, id, slug, head, first_at, withheld }: NotedStory): void {
    this.#prepare(
      `INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, 0, -1)
         ON CONFLICT (id) DO UPDATE SET head = excluded.head, slug = excluded.slug, withheld = excluded.withheld`,
    ).run(story, id, slug, head, first_at, withheld);
  }

  /** Notes which story a request's key opened. */
  opened(key: string, id: string): void {
    this.#prepare('INSERT OR IGNORE INTO openings VALUES (?, ?)').run(key, id);
  }

  rewriting(id: string): Rewriting | undefined {
    return this.#prepare<[string], Rewriting>('SELECT * FROM rewritings WHERE id = ?').get(id);
  }

  /** The log has the story damaged: nothing of it is kept, and nobody reads it, in this file. */
  damaged(id: string): void {
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

  /** How many stories the log has damaged. */
  get damages(): number {
    // Both conditions, for the index has the first.
    const sql = 'SELECT count(*) AS n FROM stories WHERE closed_off > 0 AND closed_off > 1';
    return this.#prepare<[], { n: number }>(sql).get()!.n;
  }

  /** Whether a story is to be rewritten, or something is to leave the files. */
  get unfinished(): boolean {
    const sql = 'SELECT EXISTS (SELECT 1 FROM rewritings) OR EXISTS (SELECT 1 FROM removals) AS unfinished';
    return this.#prepare<[], { unfinished: 0 | 1 }>(sql).get()!.unfinished === 1;
  }

  /** The stories that can be rewritten: all that was passed over of them is known. */
  get rewritable(): readonly Rewriting[] {
    return this.#prepare<[], Rewriting>('SELECT * FROM rewritings WHERE passed >= revision').all();
  }

  /** From now on nobody reads the story, until it is rewritten: an event changed its past, at a revision and position. */
  closeOff(id: string, revision: number, position: bigint): void {
    const head = this.story(id)?.head ?? -1;
    this.#prepare(
      `INSERT INTO rewritings VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET revision = max(revision, excluded.revision), since = min(since, excluded.since)`,
    ).run(id, revision, head, Number(position));
    this.#prepare('UPDATE stories SET closed_off = 1 WHERE id = ?').run(id);
    this.noteRemoval(id, position);
  }

  /** An event of a story that is closed off: the rewriting brings it. */
  passOver(id: string, revision: number, position: bigint): void {
    this.#prepare('UPDATE rewritings SET passed = max(passed, ?), since = min(since, ?) WHERE id = ?').run(
      revision,
      Number(position),
      id,
    );
  }

  /** A number under which a story can be rewritten; null where there is none until the file is copied. */
  freeNumber(id: string): number | null {
    const taken = (number: number): boolean =>
      this.#prepare(
        'SELECT 1 FROM stories WHERE story = :n UNION ALL SELECT 1 FROM leftovers WHERE story = :n',
      ).get({
        n: number,
      }) !== undefined;
    return storyNumbers(id).find((number) => !taken(number)) ?? null;
  }

  /** The rows under a number are read by nobody, and leave with the next copy. */
  leave(story: number): void {
    this.#prepare('INSERT OR IGNORE INTO leftovers VALUES (?)').run(story);
  }

  get leftovers(): readonly number[] {
    return this.#prepare<[], { story: number }>('SELECT story FROM leftovers')
      .all()
      .map((row) => row.story);
  }

  /**
   * A story was rewritten, under a number of its own, up to its last revision and for the event at `anew`: from now on
   * it is read so. False where meanwhile there is more of it, or it was found damaged.
   */
  adopt(story: NotedStory, anew: number): boolean {
    const rewriting = this.rewriting(story.id);
    if (rewriting && (rewriting.revision > anew || rewriting.passed > story.head)) return false;
    const before = this.story(story.id);
    if (before?.closed_off === 2) return false;
    if (before && before.story !== story.story) {
      this.leave(before.story);
      this.#prepare('DELETE FROM stories WHERE id = ?').run(story.id);
    }
    this.#prepare('DELETE FROM leftovers WHERE story = ?').run(story.story);
    this.#prepare('DELETE FROM rewritings WHERE id = ?').run(story.id);
    this.note(story);
    this.#prepare('UPDATE stories SET closed_off = 0, anew = ? WHERE id = ?').run(anew, story.id);
    return true;
  }

  #noteLast({ position, id }: LastEvent): void {
    this.#prepare('UPDATE model SET told_at = ?, told = ?').run(Number(position), id);
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

  /** Which stories are to be built, with how many events each; kept until the file is complete. */
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

  /** All that was planned is there. */
  complete(): void {
    this.#db
      .transaction(() => {
        this.#prepare('DELETE FROM building').run();
        this.#prepare('UPDATE model SET complete = 1').run();
      })
      .immediate();
  }

  /** What every row of every story says, in a fixed order and without the numbers that rows were given. */
  everything(): unknown {
    const rowsOf = (table: string): Record<string, unknown>[] =>
      this.#db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    const said = new Map(
      rowsOf('assertions').map((a) => [a['id'], `${String(a['assertion'])} ${String(a['revision'])}`]),
    );
    return [...OF_STORY, 'tallies'].map((table) => {
      const rows = rowsOf(table).map((row) => {
        const newest = JSON.parse((row['newest'] as string | null | undefined) ?? '[]') as number[];
        return JSON.stringify([{ ...row, id: null, newest: null }, newest.map((n) => said.get(n))]);
      });
      return [table, rows.sort()];
    });
  }

  close(): void {
    this.#db.close();
  }

  #prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): Database.Statement<P, R> {
    const known = this.#statements.get(sql) ?? prepare(this.#db, sql);
    this.#statements.set(sql, known);
    return known as Database.Statement<P, R>;
  }
}

export interface Building {
  readonly id: string;
  readonly events: number;
  /** 1 where something of it was ever killed, taken down or reinstated. */
  readonly withholds: 0 | 1;
}

/** A story as its rows have it. */
export type NotedStory = Pick<StoryRow, 'story' | 'id' | 'slug' | 'head' | 'first_at' | 'withheld'>;

/** Null where the file is no read model of this schema. */
export function stateOf(db: Database.Database): ModelState {
  const row = db
    .prepare<[], StateRow>(
      'SELECT log, fold, position, told_at AS toldAt, told, complete, built_to AS builtTo FROM model',
    )
    .get()!;
  const position = (n: number): bigint | null => (n < 0 ? null : BigInt(n));
  const toldAt = position(row.toldAt);
  return {
    log: row.log,
    fold: row.fold,
    position: position(row.position),
    last: toldAt === null ? null : { position: toldAt, id: row.told },
    complete: row.complete === 1,
    builtTo: position(row.builtTo),
  };
}

interface StateRow {
  readonly log: string;
  readonly fold: string;
  readonly position: number;
  readonly toldAt: number;
  readonly told: string;
  readonly complete: number;
  readonly builtTo: number;
}
