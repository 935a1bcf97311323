import { DatabaseFile, type DatabaseKind, type Query } from '#database';
import type { StoredEvent } from '#event-store';
import type { Uuid } from '#story';
import { noticeId, type Notice, type NoticeFor, type NoticeKind, type Recipient } from './notice.js';

/** Times are milliseconds since the epoch. The positions are those of the desk log. */
const TABLES = `
  CREATE TABLE notices (
    recipient TEXT NOT NULL,
    id TEXT NOT NULL,
    -- On a cluster an erasure gives an event another position. It stays one notice.
    event TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    by TEXT,
    about TEXT NOT NULL,
    PRIMARY KEY (recipient, id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX notices_by_event ON notices (recipient, event);
  CREATE INDEX notices_by_age ON notices (at);

  CREATE TABLE reviews (
    development TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    author TEXT NOT NULL,
    approver TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE checkpoint (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    log TEXT NOT NULL,
    position TEXT NOT NULL,
    -- The last event that was taken, and its position: is it still there?
    event TEXT NOT NULL,
    event_position TEXT NOT NULL
  ) STRICT;`;

const NOTICES: DatabaseKind = {
  name: 'a file of Dateline’s notices',
  use: 'writes the notices',
  // The letters DNot.
  application: 0x444e6f74,
  schemas: [TABLES],
};

/** Through where the log is taken, and the last event on the way. */
export interface Checkpoint {
  readonly position: bigint;
  readonly event: string;
  readonly eventPosition: bigint;
}

/** The review of a development: who asked for it, and who approved it. */
export interface ReviewRow {
  readonly story: Uuid;
  readonly author: string;
  readonly approver: string | null;
}

/** Which notices to read. */
export interface Reading {
  readonly recipients: readonly Recipient[];
  /** The principal, who gets no notice of what he or she did. */
  readonly me: string;
  /** The oldest that is still kept. */
  readonly since: number;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: number;
  readonly by: string | null;
  readonly about: string;
}

const COLUMNS = 'id, kind, at, by, about';
const MINE = 'recipient = ? AND by IS NOT ? AND at >= ?';

/** The notices, and what is needed to make the next ones. All of it follows from the desk log, except its place there. */
export class NoticeFile {
  readonly #after: Query<[string, string, number, string, number], Row>;
  readonly #before: Query<[string, string, number, string, string, number], Row>;

  private constructor(readonly file: DatabaseFile) {
    this.#after = file.prepare(`SELECT ${COLUMNS} FROM notices WHERE ${MINE} AND id > ? ORDER BY id LIMIT ?`);
    this.#before = file.prepare(
      `SELECT ${COLUMNS} FROM notices WHERE ${MINE} AND id < ? AND id > ? ORDER BY id DESC LIMIT ?`,
    );
  }

  /** @throws DatabaseRefused, FileUnusable */
  static open(file: string): NoticeFile {
    return new NoticeFile(DatabaseFile.open(file, NOTICES));
  }

  /** @throws FileGone if the file was deleted or replaced */
  write(change: () => void): void {
    this.file.write(change);
  }

  /** The oldest notices after an id. */
  after(id: string, { recipients, me, since, limit }: Reading): readonly Notice[] {
    return recipients
      .flatMap((recipient) => this.#after.all(recipient, me, since, id, limit))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(noticeOf);
  }

  /** The newest notices before an id, and after another one. */
  before(id: string, after: string, { recipients, me, since, limit }: Reading): readonly Notice[] {
    return recipients
      .flatMap((recipient) => this.#before.all(recipient, me, since, id, after, limit))
      .sort((a, b) => (a.id > b.id ? -1 : 1))
      .slice(0, limit)
      .map(noticeOf);
  }

  /** An event that was given before adds nothing. */
  add(
    { id: event, position }: StoredEvent,
    at: number,
    by: string | null,
    { kind, about, recipients }: NoticeFor,
  ): void {
    const insert = this.file.prepare('INSERT OR IGNORE INTO notices VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const recipient of new Set(recipients))
      if (recipient !== by)
        insert.run(recipient, noticeId(position), event, kind, at, by, JSON.stringify(about));
  }

  dropBefore(at: number): void {
    this.file.prepare('DELETE FROM notices WHERE at < ?').run(at);
  }

  review(development: Uuid): ReviewRow | null {
    return (
      this.file
        .prepare<[string], ReviewRow>('SELECT story, author, approver FROM reviews WHERE development = ?')
        .get(development) ?? null
    );
  }

  setReview(development: Uuid, { story, author, approver }: ReviewRow): void {
    this.file
      .prepare('INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)')
      .run(development, story, author, approver);
  }

  /** Null for another log than this. */
  checkpoint(log: string): Checkpoint | null {
    const row = this.file
      .prepare<[string], { position: string; event: string; event_position: string }>(
        'SELECT position, event, event_position FROM checkpoint WHERE log = ?',
      )
      .get(log);
    if (!row) return null;
    return { position: BigInt(row.position), event: row.event, eventPosition: BigInt(row.event_position) };
  }

  reach(log: string, { position, event, eventPosition }: Checkpoint): void {
    this.file
      .prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?)')
      .run(log, String(position), event, String(eventPosition));
  }

  clear(): void {
    for (const table of ['notices', 'reviews', 'checkpoint']) this.file.prepare(`DELETE FROM ${table}`).run();
  }

  close(): void {
    this.file.close();
  }
}

const noticeOf = ({ about, ...row }: Row): Notice => ({
  ...row,
  about: JSON.parse(about) as Notice['about'],
});
