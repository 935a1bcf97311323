import { Injectable } from '@nestjs/common';
import { reachOf, type Role } from '#roles';
import type { Principal } from '#staff';
import { DeskParts } from './desk-parts.js';

/** A person, or a service with a token. The name is null if nobody knows it any more. */
export interface PersonView {
  readonly id: string;
  readonly name: string | null;
}

/** Who has no account and no token. */
const OTHERS: Readonly<Record<string, string>> = { 'command-line': 'Command line' };

/** The staff as they are now. Events have only their ids. */
@Injectable()
export class People {
  readonly #staff;

  constructor({ staff }: DeskParts) {
    this.#staff = staff.staff;
  }

  view(id: string): PersonView {
    const { accounts, tokens } = this.#staff;
    return { id, name: accounts.find(id)?.name ?? tokens.find(id)?.name ?? OTHERS[id] ?? null };
  }

  /** Everybody who may read stories. */
  readers() {
    return this.#staff.accounts
      .list()
      .filter(({ roles, disabled }) => !disabled && reachOf('read', roles) !== null);
  }

  /** The roles that a principal has at this moment; null if the session or the token has ended. */
  rolesNow({ id, kind, session, roles }: Principal): readonly Role[] | null {
    const { accounts, sessions, tokens, time } = this.#staff;
    if (kind === 'command-line') return roles;
    if (kind === 'service') {
      const token = tokens.find(id);
      return token?.revokedAt === null && token.endsAt > time.now() ? token.roles : null;
    }
    const account = accounts.find(id);
    if (!account || account.disabled) return null;
    return sessions.of(id).some((one) => one.id === session) ? account.roles : null;
  }

  /** How far a principal has seen the notices, as the id of one; '' for none. */
  seen(id: string): string {
    return this.#staff.seen.of(id);
  }

  setSeen(id: string, upTo: string): void {
    this.#staff.seen.set(id, upTo);
  }

  /** After the log was restored from an older copy: nobody has seen what is yet to come. */
  limitSeen(last: string): void {
    this.#staff.seen.limit(last);
  }
}
