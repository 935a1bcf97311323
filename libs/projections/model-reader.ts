import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Instant, Withheld } from '#story';
import { prepare } from './prepare.js';
import { stateOf, type ModelState, type StoryRow } from './model-file.js';

/** A story at one of its revisions, found. */
export interface RevisionRow {
  readonly revision: number;
  readonly recorded_at: number;
  readonly newest_at: number;
  readonly position: number;
  readonly developments: number;
  readonly claims: number;
  readonly questions: number;
  readonly corrections: number;
  readonly claim_places: number;
  readonly question_places: number;
  readonly key_developments: number;
  readonly kinds: string;
}

/**
 * One file of the read model, open to read. What is read together sees one state of the file, and ends without an
 * await, so that no reader is ever in the way of a writer for long.
 */
export class ModelReader {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #turn: NodeJS.Immediate | undefined;

  constructor(readonly file: string) {
    this.#db = new Database(file, { readonly: true, timeout: 1_000 });
    this.#db.pragma('cache_size = -24576');
  }

  get state(): ModelState {
    return stateOf(this.#db);
  }

  /**
   * Reads all of it as of one moment of the file, which is the same for all that is read in one turn of the event loop:
   * to begin and to end takes the file's lock, which costs more than a row.
   */
  together<T>(read: () => T): T {
    if (!this.#db.inTransaction) {
      this.#prepare('BEGIN').run();
      this.#turn = setImmediate(() => this.refresh());
    }
    return read();
  }

  /** What is read from now on is of a moment from now on. */
  refresh(): void {
    clearImmediate(this.#turn);
    if (this.#db.inTransaction) this.#prepare('COMMIT').run();
  }

  story(name: string): StoryRow | undefined {
    if (UUID.test(name)) return this.one<StoryRow>('SELECT * FROM stories WHERE id = ?', name);
    return this.one<StoryRow>('SELECT * FROM stories WHERE slug = ? LIMIT 1', name);
  }

  /**
   * What is read of many stories is the same as long as this is: the id of the last event that is in it, and which
   * stories nobody may read: those that wait to be rewritten, and for which event, and those that the log has damaged.
   */
  get lastTold(): string {
    const { told } = this.one<{ told: string }>('SELECT told FROM model')!;
    const closed = this.texts(
      "SELECT id || ' ' || revision FROM rewritings UNION ALL SELECT id FROM stories WHERE closed_off > 0 AND closed_off > 1",
    );
    return closed.length === 0 ? told : `${told} ${createHash('sha256').update(closed.join()).digest('hex')}`;
  }

  /** Whether a story may be there whose name the log has damaged. */
  get hidesNames(): boolean {
    const sql = "SELECT 1 FROM stories WHERE closed_off > 0 AND closed_off > 1 AND slug = ''";
    return this.one(sql) !== undefined;
  }

  /** The latest time of record in it, in milliseconds since 1970. */
  get latest(): Instant {
    return this.one<{ latest: number }>('SELECT latest FROM model')!.latest;
  }

  /** The story that a request with this key opened. */
  openedWith(key: string): string | undefined {
    return this.one<{ id: string }>('SELECT id FROM openings WHERE key = ?', key)?.id;
  }

  /** The story's last revision by a moment, inclusive. */
  revisionAsOf({ story, head }: StoryRow, known: Instant | null): RevisionRow | undefined {
    if (known === null) return this.revision(story, head);
    return this.one<RevisionRow>(
      'SELECT * FROM revisions WHERE story = ? AND recorded_at <= ? ORDER BY recorded_at DESC, revision DESC LIMIT 1',
      story,
      known,
    );
  }

  revision(story: number, revision: number): RevisionRow | undefined {
    return this.one<RevisionRow>('SELECT * FROM revisions WHERE story = ? AND revision = ?', story, revision);
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a row's columns are known where it is asked for
  one<T>(sql: string, ...values: readonly unknown[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a row's columns are known where it is asked for
  all<T>(sql: string, ...values: readonly unknown[]): readonly T[] {
    return this.#prepare(sql).all(...values) as readonly T[];
  }

  /** The only column of every row. */
  texts(sql: string, ...values: readonly unknown[]): readonly string[] {
    return this.#prepare(sql)
      .pluck()
      .all(...values) as readonly string[];
  }

  close(): void {
    this.refresh();
    this.#db.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = prepare(this.#db, sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const withheldOf = (row: Pick<StoryRow, 'withheld'>): Withheld | null =>
  row.withheld === null ? null : (JSON.parse(row.withheld) as Withheld);
