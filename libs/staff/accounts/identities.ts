import type { DatabaseFile } from '#database';
import type { Account, Accounts, NewAccount } from './accounts.js';

/** Who somebody is at an identity provider. A subject is unique and stable at its issuer only. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The accounts of those who sign in at an identity provider. They have no password. */
export class Identities {
  constructor(
    private readonly file: DatabaseFile,
    private readonly accounts: Accounts,
  ) {}

  /** Null for somebody who never signed in. */
  find({ issuer, subject }: Identity): Account | null {
    const id = this.file
      .prepare<[string, string], string>('SELECT account FROM identities WHERE issuer = ? AND subject = ?')
      .pluck()
      .get(issuer, subject);
    return id === undefined ? null : this.accounts.find(id);
  }

  /** Whether an account belongs to somebody at a provider. */
  has(account: string): boolean {
    return (
      this.file.prepare<[string]>('SELECT 1 FROM identities WHERE account = ?').get(account) !== undefined
    );
  }

  /**
   * Adds an account. It never takes over one that exists, because some providers let people choose their names. If the user
   * name is taken, it gets a number. Call it inside a transaction.
   */
  add({ issuer, subject }: Identity, { username, name, roles }: NewAccount, now: number): Account {
    let free = username;
    for (let n = 2; this.accounts.named(free); n++) free = `${username}-${n}`;
    const account = this.accounts.add({ username: free, name, roles }, now);
    this.file.prepare('INSERT INTO identities VALUES (?, ?, ?)').run(account.id, issuer, subject);
    return account;
  }
}
