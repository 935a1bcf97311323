import { randomUUID } from 'node:crypto';
import type { DatabaseFile } from '#database';
import type { Role } from '#roles';
import { rolesIn } from './accounts.js';
import type { ForwardTime } from './forward-time.js';
import { hashOf, newSecret } from './secret.js';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The id of who made it. */
  readonly madeBy: string;
  readonly createdAt: number;
  readonly endsAt: number;
  /** To the minute; null before the first use. */
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

/** So that scanners of public code find a token that was published by mistake. */
const PREFIX = 'dateline_';
const FORM = /^dateline_[\w-]{43}$/;
const USE_STORED_EVERY = 60_000;

type Row = Omit<Token, 'roles'> & { readonly roles: string };
const COLUMNS = `id, name, roles, made_by AS madeBy, created_at AS createdAt, ends_at AS endsAt, used_at AS usedAt,
  revoked_at AS revokedAt`;

/** The tokens of services. Only the answer to their making has the secret. */
export class Tokens {
  readonly #find;

  constructor(
    private readonly file: DatabaseFile,
    private readonly time: ForwardTime,
  ) {
    this.#find = file.prepare<[Buffer], Row>(`SELECT ${COLUMNS} FROM tokens WHERE hash = ?`);
  }

  make(
    name: string,
    roles: readonly Role[],
    { madeBy, days }: { readonly madeBy: string; readonly days: number },
  ): { secret: string; token: Token } {
    const createdAt = this.time.now();
    const secret = `${PREFIX}${newSecret()}`;
    const endsAt = createdAt + days * 86_400_000;
    const token = { id: randomUUID(), name, roles, madeBy, createdAt, endsAt, usedAt: null, revokedAt: null };
    this.file.record(() =>
      this.file
        .prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)')
        .run(token.id, hashOf(secret), name, JSON.stringify(roles), madeBy, createdAt, endsAt),
    );
    return { secret, token };
  }

  /** The token with this secret; null if it is unknown, has ended or was revoked. */
  use(secret: string): Token | null {
    if (!FORM.test(secret)) return null;
    const row = this.#find.get(hashOf(secret));
    if (!row) return null;
    const now = this.time.now();
    if (row.endsAt <= now || row.revokedAt !== null) return null;
    if (row.usedAt === null || now - row.usedAt >= USE_STORED_EVERY)
      this.file.write(() => this.file.prepare('UPDATE tokens SET used_at = ? WHERE id = ?').run(now, row.id));
    return tokenOf(row);
  }

  /** All tokens, the newest first. */
  list(): readonly Token[] {
    return this.file
      .prepare<[], Row>(`SELECT ${COLUMNS} FROM tokens ORDER BY created_at DESC, id`)
      .all()
      .map(tokenOf);
  }

  find(id: string): Token | null {
    const row = this.file.prepare<[string], Row>(`SELECT ${COLUMNS} FROM tokens WHERE id = ?`).get(id);
    return row ? tokenOf(row) : null;
  }

  revoke(id: string): void {
    this.file.record(() =>
      this.file
        .prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
        .run(this.time.now(), id),
    );
  }
}

const tokenOf = (row: Row): Token => ({ ...row, roles: rolesIn(row.roles) });
