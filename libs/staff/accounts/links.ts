import type { DatabaseFile } from '#database';
import type { ForwardTime } from './forward-time.js';
import { hashOf, newSecret } from './secret.js';

const LASTS = 24 * 60 * 60_000;

/** One-time links: the first setup, invitations and resets. Each ends with its use, with the next one, and after 24 hours. */
export class Links {
  constructor(
    private readonly file: DatabaseFile,
    private readonly time: ForwardTime,
  ) {}

  /** A new link of an account; null for the first setup. Earlier ones of the same account end. */
  make(account: string | null): { readonly secret: string; readonly endsAt: number } {
    const secret = newSecret();
    const endsAt = this.time.now() + LASTS;
    this.file.record(() => {
      this.file.prepare('DELETE FROM links WHERE account IS ? OR ends_at <= ?').run(account, this.time.now());
      this.file.prepare('INSERT INTO links VALUES (?, ?, ?)').run(hashOf(secret), account, endsAt);
    });
    return { secret, endsAt };
  }

  /** The account of a link, or null for the first setup; undefined if the link is unknown, used or has ended. */
  find(secret: string): string | null | undefined {
    const row = this.file
      .prepare<[Buffer, number], { account: string | null }>(
        'SELECT account FROM links WHERE hash = ? AND ends_at > ?',
      )
      .get(hashOf(secret), this.time.now());
    return row?.account;
  }

  /** Call it inside the transaction of its use. False if another request was first. */
  take(secret: string): boolean {
    return this.file.prepare('DELETE FROM links WHERE hash = ?').run(hashOf(secret)).changes > 0;
  }

  /** Ends the links of an account. Call it inside a transaction. */
  end(account: string): void {
    this.file.prepare('DELETE FROM links WHERE account = ?').run(account);
  }
}
