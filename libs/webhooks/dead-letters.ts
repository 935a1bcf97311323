import type { DatabaseFile } from '#database';
import type { Failure } from './outcome.js';

/** A message that was given up. */
export interface DeadLetter {
  readonly position: number;
  readonly story: string;
  /** The id of the event. */
  readonly event: string;
  readonly attempts: number;
  readonly diedAt: number;
  /** The failure of the last attempt. */
  readonly failure: Failure;
  readonly status: number | null;
}

/** The messages that were given up, by endpoint, until somebody replays or deletes them. */
export class DeadLetters {
  constructor(private readonly db: DatabaseFile) {}

  add(endpoint: string, letter: DeadLetter): void {
    const { position, story, event, attempts, diedAt, failure, status } = letter;
    this.db
      .prepare('INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(endpoint, position, story, event, attempts, diedAt, failure, status);
  }

  /** In order of position, after `after`. */
  page(endpoint: string, after: number, limit: number): readonly DeadLetter[] {
    return this.db
      .prepare<[string, number, number], DeadLetter>(
        `SELECT position, story, event, attempts, died_at AS diedAt, failure, status FROM dead_letters
         WHERE endpoint = ? AND position > ? ORDER BY position LIMIT ?`,
      )
      .all(endpoint, after, limit);
  }

  at(endpoint: string, position: number): DeadLetter | null {
    const [found] = this.page(endpoint, position - 1, 1);
    return found?.position === position ? found : null;
  }

  remove(endpoint: string, position: number): boolean {
    const remove = this.db.prepare('DELETE FROM dead_letters WHERE endpoint = ? AND position = ?');
    return remove.run(endpoint, position).changes === 1;
  }

  clear(endpoint: string): number {
    return this.db.prepare('DELETE FROM dead_letters WHERE endpoint = ?').run(endpoint).changes;
  }

  /** For dead letters of another log: their events are unknown here. */
  clearAll(): void {
    this.db.prepare('DELETE FROM dead_letters').run();
  }

  count(endpoint: string): number {
    return (
      this.db
        .prepare<[string], number>('SELECT count(*) FROM dead_letters WHERE endpoint = ?')
        .pluck()
        .get(endpoint) ?? 0
    );
  }

  get total(): number {
    return this.db.prepare<[], number>('SELECT count(*) FROM dead_letters').pluck().get() ?? 0;
  }
}
