import { Injectable } from '@nestjs/common';
import { Staff } from '../accounts/staff.js';
import { COMMAND_LINE } from './authentication.js';
import type { Principal } from './principal.js';

/** The names of principals that were seen a while ago. */
@Injectable()
export class PresentNames {
  constructor(private readonly staff: Staff) {}

  /** The present name; null if the session has ended, the account is disabled, or the token no longer counts. */
  nameOf({ id, kind, session }: Pick<Principal, 'id' | 'kind' | 'session'>): string | null {
    const { accounts, sessions, tokens, time } = this.staff;
    if (kind === 'command-line') return COMMAND_LINE.name;
    if (kind === 'service') {
      const token = tokens.find(id);
      return token && token.revokedAt === null && token.endsAt > time.now() ? token.name : null;
    }
    const account = accounts.find(id);
    const isSignedIn = sessions.of(id).some((one) => one.id === session);
    return account && !account.disabled && isSignedIn ? account.name : null;
  }
}
