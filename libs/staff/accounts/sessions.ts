import { randomUUID } from 'node:crypto';
import type { DatabaseFile } from '#database';
import { rolesIn, type Account } from './accounts.js';
import type { ForwardTime } from './forward-time.js';
import { hashOf, newSecret } from './secret.js';

/** How long sessions last, in milliseconds. */
export interface SessionLimits {
  /** After sign-in. */
  readonly total: number;
  /** After the last request. */
  readonly idle: number;
}

export interface Session {
  readonly id: string;
  readonly createdAt: number;
  readonly usedAt: number;
  readonly endsAt: number;
  /** The browser, as it describes itself. */
  readonly agent: string;
}

/** The use of a session is stored at most once in this time, so that a request rarely writes. */
const USE_STORED_EVERY = 60_000;

interface Row {
  readonly id: string;
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly roles: string;
  readonly used_at: number;
  readonly ends_at: number;
}

/** The sessions of browsers. The secret is only in the cookie. */
export class Sessions {
  readonly #find;

  constructor(
    private readonly file: DatabaseFile,
    private readonly time: ForwardTime,
    private readonly limits: SessionLimits,
  ) {
    this.#find = file.prepare<[Buffer], Row>(
      `SELECT s.id, s.account, a.shown_username AS username, a.name, a.roles, s.used_at, s.ends_at
       FROM sessions s JOIN accounts a ON a.id = s.account
       WHERE s.hash = ? AND a.disabled_at IS NULL`,
    );
  }

  /** A new session, with its secret. `before` is the secret of the session that it replaces. */
  begin(account: string, agent: string, before: string | null): { secret: string; session: Session } {
    const now = this.time.now();
    const secret = newSecret();
    const session = {
      id: randomUUID(),
      createdAt: now,
      usedAt: now,
      endsAt: now + this.limits.total,
      agent: agent.slice(0, 200),
    };
    this.file.record(() => {
      if (before !== null) this.file.prepare('DELETE FROM sessions WHERE hash = ?').run(hashOf(before));
      this.file
        .prepare('DELETE FROM sessions WHERE ends_at <= ? OR used_at <= ?')
        .run(now, now - this.limits.idle);
      this.file
        .prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(session.id, hashOf(secret), account, now, now, session.endsAt, session.agent);
    });
    return { secret, session };
  }

  /** Who has this session; null if it is unknown or has ended. A session that has ended is deleted. */
  use(secret: string): { readonly session: string; readonly account: Account } | null {
    const row = this.#find.get(hashOf(secret));
    if (!row) return null;
    const now = this.time.now();
    if (row.ends_at <= now || row.used_at + this.limits.idle <= now) {
      this.#delete('id = ?', row.id);
      return null;
    }
    if (now - row.used_at >= USE_STORED_EVERY)
      this.file.write(() =>
        this.file.prepare('UPDATE sessions SET used_at = ? WHERE id = ?').run(now, row.id),
      );
    const { account: id, username, name } = row;
    return { session: row.id, account: { id, username, name, roles: rolesIn(row.roles), disabled: false } };
  }

  of(account: string): readonly Session[] {
    const now = this.time.now();
    return this.file
      .prepare<[string, number, number], Session>(
        `SELECT id, created_at AS createdAt, used_at AS usedAt, ends_at AS endsAt, agent FROM sessions
         WHERE account = ? AND ends_at > ? AND used_at > ? ORDER BY used_at DESC, id`,
      )
      .all(account, now, now - this.limits.idle);
  }

  /** Ends one session of an account. False if there is none. */
  end(account: string, id: string): boolean {
    return this.#delete('account = ? AND id = ?', account, id) > 0;
  }

  /** Ends all sessions of an account; returns their number. */
  endAll(account: string): number {
    return this.#delete('account = ?', account);
  }

  #delete(where: string, ...values: readonly string[]): number {
    return this.file.record(
      () => this.file.prepare(`DELETE FROM sessions WHERE ${where}`).run(...values).changes,
    );
  }
}
