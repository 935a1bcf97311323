import { iso } from '#http';
import type { Account } from '../accounts/accounts.js';
import type { Passkey } from '../accounts/passkeys.js';
import type { Session } from '../accounts/sessions.js';
import type { Token } from '../accounts/tokens.js';
import type { SignedIn } from './sign-in.js';

export const accountView = ({ id, username, name, roles, disabled }: Account) => ({
  id,
  username,
  name,
  roles,
  disabled,
});

export const sessionView = ({ id, createdAt, usedAt, endsAt, agent }: Session, current: string | null) => ({
  id,
  createdAt: iso(createdAt),
  usedAt: iso(usedAt),
  endsAt: iso(endsAt),
  agent,
  current: id === current,
});

export const tokenView = ({ id, name, roles, madeBy, createdAt, endsAt, usedAt, revokedAt }: Token) => ({
  id,
  name,
  roles,
  madeBy,
  createdAt: iso(createdAt),
  endsAt: iso(endsAt),
  usedAt: usedAt === null ? null : iso(usedAt),
  revokedAt: revokedAt === null ? null : iso(revokedAt),
});

export const passkeyView = ({ id, name, backedUp, createdAt, usedAt }: Passkey) => ({
  id,
  name,
  backedUp,
  createdAt: iso(createdAt),
  usedAt: usedAt === null ? null : iso(usedAt),
});

export const signedInView = ({ account, session, recoveryCode }: SignedIn) => ({
  staff: accountView(account),
  session: sessionView(session, session.id),
  recoveryCode,
});
