import type { DatabaseFile, Query } from '#database';

/** A pending message: the change at a position, for one endpoint. */
export interface PendingMessage {
  readonly story: string;
  readonly position: number;
  /** How many attempts failed. */
  readonly failures: number;
}

/**
 * The pending messages of all endpoints. Only the first message of each story is ever due, so that messages of a story stay
 * in order.
 */
export class Queue {
  readonly #first: Query<[string, string], number>;
  readonly #add: Query<[string, string, number, number, number, number], unknown>;
  readonly #mark: Query<[number, string, string, number], unknown>;
  readonly #due: Query<[string, number, number], PendingMessage>;
  readonly #nextDue: Query<[string, number], number | null>;
  readonly #remove: Query<[string, string, number], unknown>;
  readonly #least: Query<[string, string], number | null>;
  readonly #count: Query<[string], number>;

  constructor(private readonly db: DatabaseFile) {
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

  /** How many messages of a story are pending for an endpoint. */
  countOf(endpoint: string, story: string): number {
    const count = 'SELECT count(*) FROM queue WHERE endpoint = ? AND story = ?';
    return this.db.prepare<[string, string], number>(count).pluck().get(endpoint, story)!;
  }

  /** The message is due at once, or after all earlier messages of its story. */
  add(endpoint: string, { story, position }: Omit<PendingMessage, 'failures'>, now: number): void {
    const first = this.#first.get(endpoint, story);
    const isFirst = first === undefined || position < first;
    if (first !== undefined && isFirst) this.#mark.run(0, endpoint, story, first);
    this.#add.run(endpoint, story, position, Number(isFirst), now, now);
  }

  /** At most `limit` due messages of different stories, longest due first. */
  due(endpoint: string, now: number, limit: number): readonly PendingMessage[] {
    return this.#due.all(endpoint, now, limit);
  }

  /** When the next message becomes due after `now`; null for none. */
  nextDue(endpoint: string, now: number): number | null {
    return this.#nextDue.get(endpoint, now) ?? null;
  }

  /** Removes a message; the next of its story may be sent. */
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

  /** Makes all messages of an endpoint due now that wait for another attempt. */
  makeDue(endpoint: string, now: number): void {
    this.db.prepare('UPDATE queue SET due_at = ? WHERE endpoint = ? AND due_at > ?').run(now, endpoint, now);
  }

  /** Ends all waits at this moment at the latest: the clock may have been set back while the desk was down. */
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

  /** When the oldest pending message of an active endpoint was queued; null for none. */
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
