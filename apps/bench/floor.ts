import Database from 'better-sqlite3';
import type { PeerEvent } from './peer.js';

/** A handwritten table of events. Each event is durable before the next one. */
export class Floor {
  readonly #db: Database.Database;
  readonly #insert: Database.Statement<[string, number, string, string, string]>;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;

  constructor(file: string) {
    const db = (this.#db = new Database(file));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(`CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision)) STRICT`);
    this.#insert = db.prepare(
      'INSERT INTO events (stream, revision, type, data, metadata) VALUES (?, ?, ?, ?, ?)',
    );
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
  }

  /** Inserts events in one transaction. */
  append(
    events: readonly { readonly stream: string; readonly revision: number; readonly event: PeerEvent }[],
  ): void {
    this.#begin.run();
    for (const { stream, revision, event } of events)
      this.#insert.run(
        stream,
        revision,
        event.type,
        JSON.stringify(event.data),
        JSON.stringify(event.metadata),
      );
    this.#commit.run();
  }

  close(): void {
    this.#db.close();
  }
}
