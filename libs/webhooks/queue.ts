import type Database from 'better-sqlite3';

/** A message that waits: the change at a position, for one endpoint. */
export interface PendingMessage {
  readonly story: string;
  readonly position: number;
  /** How often it failed. */
  readonly failures: number;
}

/**
 * What was taken for an endpoint and is not settled. Of each story only the first is ever due, so that no later one
 * overtakes it.
 */
export class Queue {
  readonly #first: Database.Statement<[string, string], number>;
  readonly #add: Database.Statement<[string, string, number, number, number, number]>;
  readonly #mark: Database.Statement<[number, string, string, number]>;
  readonly #due: Database.Statement<[string, number, number], PendingMessage>;
  readonly #nextDue: Database.Statement<[string, number], number | null>;
  readonly #remove: Database.Statement<[string, string, number]>;
  readonly #least: Database.Statement<[string, string], number | null>;
  readonly #count: Database.Statement<[string], number>;

  constructor(private readonly db: Database.Database) {
    this.#first = db
      .prepare<[string, string], number>(
        'SELECT position FROM queue WHERE endpoint = ? AND story = ? AND first = 1',
      )
      .pluck();
    this.#add = db.prepare(
      'INSERT OR IGNORE INTO queue (endpoint, story, position, first, failures, due_at, queued_at) VALUES (?, ?, ?, ?, 0, ?, ?)',
    );
    this.#mark = db.prepare('UPDATE queue SET first = ? WHERE endpoint = ? AND story = ? AND position = ?');
    this.#due = db.prepare(
      `SELECT story, position, failures FROM queue INDEXED BY queue_by_due
       WHERE endpoint = ? AND first = 1 AND due_at <= ? ORDER BY due_at, position LIMIT ?`,
    );
    this.#nextDue = db
      .prepare<[string, number], number | null>(
        `SELECT min(due_at) FROM queue INDEXED BY queue_by_due WHERE endpoint = ? AND first = 1 AND due_at > ?`,
      )
      .pluck();
    this.#remove = db.prepare('DELETE FROM queue WHERE endpoint = ? AND story = ? AND position = ?');
    this.#least = db
      .prepare<[string, string], number | null>(
        'SELECT min(position) FROM queue WHERE endpoint = ? AND story = ?',
      )
      .pluck();
    this.#count = db.prepare<[string], number>('SELECT count(*) FROM queue WHERE endpoint = ?').pluck();
  }

  /** How many messages of a story wait for an endpoint. */
  countOf(endpoint: string, story: string): number {
    const count = 'SELECT count(*) FROM queue WHERE endpoint = ? AND story = ?';
    return this.db.prepare<[string, string], number>(count).pluck().get(endpoint, story)!;
  }

  /** Due at once, or as soon as all earlier ones of its story are settled. */
  add(endpoint: string, { story, position }: Omit<PendingMessage, 'failures'>, now: number): void {
    const first = this.#first.get(endpoint, story);
    const isFirst = first === undefined || position < first;
    if (first !== undefined && isFirst) this.#mark.run(0, endpoint, story, first);
    this.#add.run(endpoint, story, position, Number(isFirst), now, now);
  }

  /** At most `limit` messages of different stories that may be sent now, those that have been due for longest first. */
  due(endpoint: string, now: number, limit: number): readonly PendingMessage[] {
    return this.#due.all(endpoint, now, limit);
  }

  /** When the next becomes due after now; null where none does. */
  nextDue(endpoint: string, now: number): number | null {
    return this.#nextDue.get(endpoint, now) ?? null;
  }

  /** It needs not be sent any more, and the next of its story may be. */
  remove(endpoint: string, { story, position }: PendingMessage): void {
    this.#remove.run(endpoint, story, position);
    const next = this.#least.get(endpoint, story);
    if (next !== null && next !== undefined) this.#mark.run(1, endpoint, story, next);
  }

  retryAt(endpoint: string, { story, position, failures }: PendingMessage, due: number): void {
    this.db
      .prepare('UPDATE queue SET failures = ?, due_at = ? WHERE endpoint = ? AND story = ? AND position = ?')
      .run(failures, due, endpoint, story, position);
  }

  /** What waits for another attempt is due now. */
  makeDue(endpoint: string, now: number): void {
    this.db.prepare('UPDATE queue SET due_at = ? WHERE endpoint = ? AND due_at > ?').run(now, endpoint, now);
  }

  /** Nothing waits beyond this: the clock may have been set back while nothing ran. */
  limitWaits(moment: number): void {
    this.db.prepare('UPDATE queue SET due_at = ? WHERE due_at > ?').run(moment, moment);
  }

  count(endpoint: string): number {
    return this.#count.get(endpoint) ?? 0;
  }

  clear(endpoint: string): void {
    this.db.prepare('DELETE FROM queue WHERE endpoint = ?').run(endpoint);
  }

  clearAll(): void {
    this.db.prepare('DELETE FROM queue').run();
  }

  get total(): number {
    return this.db.prepare<[], number>('SELECT count(*) FROM queue').pluck().get() ?? 0;
  }

  /** When the oldest message was taken that waits for an endpoint which is active; null for none. */
  get oldest(): number | null {
    const oldest = this.db
      .prepare<[], number | null>(
        `SELECT min((SELECT min(queued_at) FROM queue WHERE endpoint = endpoints.id))
         FROM endpoints WHERE state = 'active'`,
      )
      .pluck()
      .get();
    return oldest ?? null;
  }
}
