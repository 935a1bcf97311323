import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Instant, Withheld } from '#story';
import { prepareStatement } from './prepare-statement.js';
import { stateOf, type ModelState, type StoryRow } from './model-file.js';

/** A row of `revisions`. */
export interface RevisionRow {
  readonly revision: number;
  readonly recorded_at: number;
  readonly newest_at: number;
  readonly position: number;
  readonly developments: number;
  readonly claims: number;
  readonly questions: number;
  readonly corrections: number;
  readonly claim_ordinals: number;
  readonly question_ordinals: number;
  readonly key_developments: number;
  readonly kinds: string;
}

/**
 * One file of the read model, open for reading. Reads in `together` see one state of the file. They must not await
 * anything, so that a reader never blocks a writer for long.
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
   * Reads from one state of the file. All reads of one turn of the event loop share a transaction. To begin and end a
   * transaction takes the lock of the file, which costs more than reading a row.
   */
  together<T>(read: () => T): T {
    if (!this.#db.inTransaction) {
      this.#prepare('BEGIN').run();
      this.#turn = setImmediate(() => this.refresh());
    }
    return read();
  }

  /** Reads after this see the newest state of the file. */
  refresh(): void {
    clearImmediate(this.#turn);
    if (this.#db.inTransaction) this.#prepare('COMMIT').run();
  }

  story(name: string): StoryRow | undefined {
    if (UUID.test(name)) return this.one<StoryRow>('SELECT * FROM stories WHERE id = ?', name);
    return this.one<StoryRow>('SELECT * FROM stories WHERE slug = ? LIMIT 1', name);
  }

  /**
   * A list over several stories stays the same while this value stays the same. It consists of the id of the last
   * event, and of the stories that nobody may read: those to be rewritten, and the damaged ones.
   */
  get listVersion(): string {
    const { last_id: lastId } = this.one<{ last_id: string }>('SELECT last_id FROM model')!;
    const closed = this.texts(
      "SELECT id || ' ' || revision FROM rewritings UNION ALL SELECT id FROM stories WHERE closed_off > 0 AND closed_off > 1",
    );
    return closed.length === 0
      ? lastId
      : `${lastId} ${createHash('sha256').update(closed.join()).digest('hex')}`;
  }

  /** Whether there is a damaged story whose slug is lost: any unknown slug may be its slug. */
  get hidesNames(): boolean {
    const sql = "SELECT 1 FROM stories WHERE closed_off > 0 AND closed_off > 1 AND slug = ''";
    return this.one(sql) !== undefined;
  }

  /** The newest time of record, in milliseconds since 1970. */
  get latest(): Instant {
    return this.one<{ latest: number }>('SELECT latest FROM model')!.latest;
  }

  /** The story that a request with this idempotency key opened. */
  openedWith(key: string): string | undefined {
    return this.one<{ id: string }>('SELECT id FROM openings WHERE key = ?', key)?.id;
  }

  /** The last revision of the story that was recorded by a moment, inclusive; null for now. */
  revisionAsOf({ story, head }: StoryRow, asOf: Instant | null): RevisionRow | undefined {
    if (asOf === null) return this.revision(story, head);
    return this.one<RevisionRow>(
      'SELECT * FROM revisions WHERE story = ? AND recorded_at <= ? ORDER BY recorded_at DESC, revision DESC LIMIT 1',
      story,
      asOf,
    );
  }

  revision(story: number, revision: number): RevisionRow | undefined {
    return this.one<RevisionRow>('SELECT * FROM revisions WHERE story = ? AND revision = ?', story, revision);
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the columns of the row
  one<T>(sql: string, ...values: readonly unknown[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the columns of the row
  all<T>(sql: string, ...values: readonly unknown[]): readonly T[] {
    return this.#prepare(sql).all(...values) as readonly T[];
  }

  /** The values of the only column. */
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
    const prepared = this.#statements.get(sql);
    if (prepared) return prepared;
    const statement = prepareStatement(this.#db, sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const withheldOf = (row: Pick<StoryRow, 'withheld'>): Withheld | null =>
  row.withheld === null ? null : (JSON.parse(row.withheld) as Withheld);
