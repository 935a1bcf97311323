import { randomUUID } from 'node:crypto';
import type { DatabaseFile } from '#database';
import type { Role } from '#roles';

/** A person of the newsroom. The id never changes, and events hold only the id. */
export interface Account {
  readonly id: string;
  /** What the person types to sign in. */
  readonly username: string;
  /** The name that others see. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface Row {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: string;
  readonly disabled_at: number | null;
}

const COLUMNS = 'id, shown_username AS username, name, roles, disabled_at';

/** Another account has this name for signing in. */
export class UsernameTaken extends Error {
  override readonly name = 'UsernameTaken';
}

/** The change would leave the newsroom without an administrator. */
export class LastAdministrator extends Error {
  override readonly name = 'LastAdministrator';
}

/** The staff of a newsroom. */
export class Accounts {
  constructor(private readonly file: DatabaseFile) {}

  get isEmpty(): boolean {
    return this.file.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined;
  }

  /** All accounts, by name. */
  list(): readonly Account[] {
    return this.file
      .prepare<[], Row>(`SELECT ${COLUMNS} FROM accounts ORDER BY name, id`)
      .all()
      .map(accountOf);
  }

  find(id: string): Account | null {
    return this.#one('id = ?', id);
  }

  named(username: string): Account | null {
    return this.#one('username = ?', folded(username));
  }

  /** Call it inside a transaction. @throws UsernameTaken */
  add({ username, name, roles }: NewAccount, now: number): Account {
    if (this.named(username)) throw new UsernameTaken();
    const account = { id: randomUUID(), username, name, roles, disabled: false };
    this.file
      .prepare('INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, NULL)')
      .run(account.id, folded(username), username, name, JSON.stringify(roles), now);
    return account;
  }

  /** Call it inside a transaction. @throws LastAdministrator */
  change(id: string, change: Pick<Account, 'name' | 'roles'>): void {
    this.#keepingAdministrator(() => this.follow(id, change));
  }

  /** Like {@link change}, but what an identity provider says also counts for the last administrator. */
  follow(id: string, { name, roles }: Pick<Account, 'name' | 'roles'>): void {
    this.file
      .prepare('UPDATE accounts SET name = ?, roles = ? WHERE id = ?')
      .run(name, JSON.stringify(roles), id);
  }

  /** `at` is null to enable it again. Call it inside a transaction. @throws LastAdministrator */
  disable(id: string, at: number | null): void {
    this.#keepingAdministrator(() =>
      this.file.prepare('UPDATE accounts SET disabled_at = ? WHERE id = ?').run(at, id),
    );
  }

  /** If there is none already, as an identity provider may decide, a change does not need one either. */
  #keepingAdministrator(change: () => void): void {
    const had = this.#hasAdministrator();
    change();
    if (had && !this.#hasAdministrator()) throw new LastAdministrator();
  }

  #hasAdministrator(): boolean {
    return this.list().some(({ roles, disabled }) => !disabled && roles.includes('administrator'));
  }

  #one(where: string, value: string): Account | null {
    const row = this.file.prepare<[string], Row>(`SELECT ${COLUMNS} FROM accounts WHERE ${where}`).get(value);
    return row ? accountOf(row) : null;
  }
}

export const rolesIn = (json: string): readonly Role[] => JSON.parse(json) as Role[];

/** Two names that look the same are the same. */
const folded = (username: string): string => username.normalize('NFKC').toLowerCase();

const accountOf = ({ roles, disabled_at, ...row }: Row): Account => ({
  ...row,
  roles: rolesIn(roles),
  disabled: disabled_at !== null,
});
