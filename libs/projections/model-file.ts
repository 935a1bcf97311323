import Database from 'better-sqlite3';
import { prepare } from './prepare.js';
import { APPLICATION, OF_STORY, SCHEMA, TABLES } from './schema.js';
import { storyNumber } from './story-number.js';
import { Rows } from './rows.js';

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
  /** 1 while something of it is being removed, 2 where the log has it damaged. */
  readonly closed_off: 0 | 1 | 2;
  readonly anew: number;
}

/** Another writer moved the read model's checkpoint: only one may. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/**
 * One file of the read model, open to be written. Rows and checkpoint go in one transaction, and the checkpoint is
 * moved only from where this writer left it.
 */
export class ModelFile {
  readonly rows: Rows;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #position: number;

  private constructor(
    readonly file: string,
    db: Database.Database,
    beforeWrite: () => void,
  ) {
    this.#db = db;
    this.rows = new Rows(db, beforeWrite);
    this.#position = Number(this.state.position ?? -1n);
  }

  /** Opens a file to go on with, or makes one that is to be built. A test is told before each row that is written. */
  static open(
    file: string,
    made: { readonly log: string; readonly fold: string; readonly toBuild?: boolean },
    beforeWrite: () => void = () => {},
  ): ModelFile {
    const db = new Database(file, { timeout: 5_000 });
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
      return new ModelFile(file, db, beforeWrite);
    } catch (error) {
      db.close();
      throw error;
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
      all.immediate();
    } catch (error) {
      this.rows.forget();
      throw error;
    }
    this.#position = next;
  }

  story(id: string): StoryRow | undefined {
    return this.#prepare<[string], StoryRow>('SELECT * FROM stories WHERE id = ?').get(id);
  }

  /** Notes the story and its last revision. */
  note(story: Pick<StoryRow, 'id' | 'slug' | 'head' | 'first_at' | 'withheld'>): void {
    this.#prepare(
      `INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, 0, -1)
         ON CONFLICT (story) DO UPDATE SET head = excluded.head, slug = excluded.slug, withheld = excluded.withheld`,
    ).run(storyNumber(story.id), story.id, story.slug, story.head, story.first_at, story.withheld);
  }

  /** The story was told anew by the event at this revision: it may be read again. */
  toldAnew(id: string, revision: number): void {
    this.#prepare('UPDATE stories SET closed_off = 0, anew = ? WHERE id = ?').run(revision, id);
  }

  /** Notes which story a request's key opened. */
  opened(key: string, id: string): void {
    this.#prepare('INSERT OR IGNORE INTO openings VALUES (?, ?)').run(key, id);
  }

  /** From now on nobody reads the story, until it is told anew. */
  closeOff(id: string): void {
    this.#prepare('UPDATE stories SET closed_off = 1 WHERE id = ?').run(id);
  }

  /** The log has the story damaged: nothing of it is kept, and nobody reads it, in this file. */
  damaged(id: string): void {
    this.clear(id);
    this.#prepare(
      `INSERT INTO stories VALUES (?, ?, '', -1, 0, NULL, 2, -1) ON CONFLICT (story) DO UPDATE SET closed_off = 2`,
    ).run(storyNumber(id), id);
  }

  /** How many stories the log has damaged. */
  get damages(): number {
    return this.#prepare<[], { n: number }>('SELECT count(*) AS n FROM stories WHERE closed_off > 1').get()!
      .n;
  }

  /** Takes all rows of a story out, to be told anew. */
  clear(id: string): void {
    const story = storyNumber(id);
    this.rows.flush();
    this.#untally(story);
    for (const table of OF_STORY) this.#prepare(`DELETE FROM ${table} WHERE story = ?`).run(story);
  }

  #noteLast({ position, id }: LastEvent): void {
    this.#prepare('UPDATE model SET told_at = ?, told = ?').run(Number(position), id);
  }

  /** What a story's records added to the counts, and took from them, was never so. */
  #untally(story: number): void {
    const rows = this.#db.prepare<[number], RecordRowStored>(
      `SELECT party, spoke_at, claim, origin, since, stance, status, taken_back FROM records WHERE story = ?
       ORDER BY party, spoke_at, claim, origin, since, revision`,
    );
    let before: RecordRowStored | null = null;
    for (const row of rows.all(story)) {
      const goesOn =
        before !== null &&
        before.party === row.party &&
        before.spoke_at === row.spoke_at &&
        before.claim === row.claim &&
        before.origin === row.origin;
      if (goesOn && before!.stance !== null) this.rows.tally(recordOf(before!), row.since, 1);
      if (row.stance !== null) this.rows.tally(recordOf(row), row.since, -1);
      before = row;
    }
  }

  noteRemoval(id: string, position: bigint): void {
    this.#prepare('INSERT OR IGNORE INTO removals VALUES (?, ?, ?)').run(
      storyNumber(id),
      id,
      Number(position),
    );
  }

  get removals(): readonly { readonly id: string; readonly position: number }[] {
    return this.#prepare<[], { id: string; position: number }>('SELECT id, position FROM removals').all();
  }

  removed(id: string, position: number): void {
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
        for (const { id, events, withholds } of stories) add.run(storyNumber(id), id, events, withholds);
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

  /** Brings what is written into the one file and empties the journal; false while a reader is in the way. */
  truncate(): boolean {
    // What is recorded meanwhile is not to wait for a reader.
    this.#db.pragma('busy_timeout = 100');
    const [result] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    this.#db.pragma('busy_timeout = 5000');
    return result.busy === 0;
  }

  /** Writes the file anew without the places that are free. */
  vacuum(): void {
    this.#db.exec('VACUUM');
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

interface RecordRowStored {
  readonly party: string;
  readonly spoke_at: number;
  readonly claim: number;
  readonly origin: string;
  readonly since: number;
  readonly stance: string | null;
  readonly status: string | null;
  readonly taken_back: number | null;
}

const recordOf = ({ party, stance, status, taken_back }: RecordRowStored) => ({
  party,
  stance: stance!,
  status: status!,
  takenBack: taken_back === 1,
});

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
