import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { Problem } from '#http';
import type { Role } from '#roles';
import { UsernameTaken, type Account } from '../accounts/accounts.js';
import { weaknessOf } from '../accounts/passwords.js';
import type { Session } from '../accounts/sessions.js';
import { Staff } from '../accounts/staff.js';
import { Throttle } from '../accounts/throttle.js';
import { AuditLog, type AuditType } from '../audit/audit-log.js';
import { PasskeyCeremonies, type SignInAnswer } from './passkey-ceremonies.js';

/** Where an attempt to sign in comes from. */
export interface From {
  readonly address: string;
  /** The browser, as it describes itself. */
  readonly agent: string;
  /** The cookie of the session that this one replaces. */
  readonly session: string | null;
  /** The cookie of a browser that was signed in before. */
  readonly device: string | null;
}

export interface SignedIn {
  readonly account: Account;
  readonly secret: string;
  readonly session: Session;
  readonly device: string;
  /** A new recovery code; null if the old one stays. */
  readonly recoveryCode: string | null;
}

/** The first person gets these roles: a newsroom of one can work, and protected sources stay closed. */
const FIRST_ROLES: readonly Role[] = ['editor', 'publisher', 'auditor', 'administrator'];

const MINUTE = 60_000;

/** For auditors (WebAuthn section 6.1.1). */
const COPIED = 'by passkey: its counter did not rise, so another device may have a copy';

/** The ways to sign in. Each attempt counts by name and by address; each outcome is in the audit log. */
@Injectable()
export class SignIn {
  /** By name, for browsers that were never signed in to the account: others cannot lock its owner out. */
  readonly #names: Throttle;
  readonly #devices: Throttle;
  readonly #addresses: Throttle;
  /** Challenges for passkeys: many of them would end those of others. */
  readonly #challenges: Throttle;
  /** One audit event for each address that is throttled, not one for each attempt. */
  readonly #reported: Throttle;

  constructor(
    private readonly staff: Staff,
    private readonly audit: AuditLog,
    private readonly ceremonies: PasskeyCeremonies,
    clock: Clock,
  ) {
    this.#names = new Throttle(clock, { most: 5, forgetEvery: MINUTE / 5 });
    this.#devices = new Throttle(clock, { most: 5, forgetEvery: MINUTE / 5 });
    this.#addresses = new Throttle(clock, { most: 60, forgetEvery: MINUTE / 60 });
    this.#challenges = new Throttle(clock, { most: 60, forgetEvery: MINUTE / 60 });
    this.#reported = new Throttle(clock, { most: 1, forgetEvery: MINUTE });
  }

  /** @throws Problem `unauthorized`, `too-many-requests` */
  async byPassword(username: string, password: string, from: From): Promise<SignedIn> {
    const { account, forget } = await this.#attempt(username, from);
    if (!(await this.staff.passwords.matches(account?.id ?? null, password)) || !account || account.disabled)
      throw await this.#refuse(account, from);
    forget();
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by password' });
  }

  /** Also sets a new password and a new recovery code. @throws Problem `unauthorized`, `too-many-requests`, `validation` */
  async byRecoveryCode(
    {
      username,
      recoveryCode: code,
      password,
    }: { readonly username: string; readonly recoveryCode: string; readonly password: string },
    from: From,
  ): Promise<SignedIn> {
    await checkPassword(password, [username]);
    const { account, forget } = await this.#attempt(username, from);
    const prepared = await this.staff.passwords.prepare(password);
    if (!this.staff.isRecoveryCode(account?.id ?? null, code) || !account || account.disabled)
      throw await this.#refuse(account, from);
    forget();
    await this.audit.record({
      type: 'PasswordChanged',
      who: account.id,
      address: from.address,
      detail: 'by recovery code',
    });
    const recoveryCode = this.staff.file.record(() => {
      prepared.store(account.id);
      this.staff.sessions.endAll(account.id);
      return this.staff.renewRecoveryCode(account.id);
    });
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by recovery code', recoveryCode });
  }

  /** The first account. @throws Problem `unauthorized`, `validation` */
  async bySetup(
    {
      link,
      username,
      name,
      password,
    }: { readonly link: string; readonly username: string; readonly name: string; readonly password: string },
    from: From,
  ): Promise<SignedIn> {
    if (this.staff.links.find(link) !== null) throw linkGone();
    await checkPassword(password, [username, name]);
    const prepared = await this.staff.passwords.prepare(password);
    await this.audit.record({
      type: 'AccountSetUp',
      who: null,
      address: from.address,
      detail: 'the first account',
    });
    const { account, recoveryCode } = this.staff.file.record(() => {
      if (!this.staff.links.take(link) || !this.staff.accounts.isEmpty) throw linkGone();
      const added = this.staff.accounts.add({ username, name, roles: FIRST_ROLES }, this.staff.time.now());
      prepared.store(added.id);
      return { account: added, recoveryCode: this.staff.renewRecoveryCode(added.id) };
    });
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by the setup link', recoveryCode });
  }

  /** An invitation or a reset. @throws Problem `unauthorized`, `validation` */
  async byInvitation(link: string, password: string, from: From): Promise<SignedIn> {
    const id = this.staff.links.find(link);
    const account = typeof id === 'string' ? this.staff.accounts.find(id) : null;
    if (!account || account.disabled) throw linkGone();
    await checkPassword(password, [account.username, account.name]);
    const prepared = await this.staff.passwords.prepare(password);
    await this.audit.record({ type: 'AccountSetUp', who: account.id, address: from.address });
    const recoveryCode = this.staff.file.record(() => {
      if (!this.staff.links.take(link)) throw linkGone();
      prepared.store(account.id);
      this.staff.sessions.endAll(account.id);
      return this.staff.renewRecoveryCode(account.id);
    });
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by a link', recoveryCode });
  }

  /** Counts a request for a challenge. @throws Problem `too-many-requests` */
  async countChallenge(from: From): Promise<void> {
    await this.#countAddress(this.#challenges, from);
  }

  /** Nobody can guess a passkey, so attempts count by address only. @throws Problem `sign-in-failed`, `too-many-requests` */
  async byPasskey(answer: SignInAnswer, from: From): Promise<SignedIn> {
    await this.#countAddress(this.#addresses, from);
    const passkey = this.staff.passkeys.withCredential(answer.id);
    const use = await this.ceremonies.verify(answer, passkey);
    const account = passkey && this.staff.accounts.find(passkey.account);
    if (!passkey || !use || !account || account.disabled) throw await this.#refusePasskey(account, from);
    if (!this.staff.passkeys.use(passkey.id, use)) {
      const isThere = this.staff.passkeys.withCredential(answer.id) !== null;
      throw await this.#refusePasskey(account, from, isThere ? COPIED : undefined);
    }
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by passkey' });
  }

  /** Sets a new password and ends the other sessions. @throws Problem `unauthorized`, `too-many-requests`, `validation` */
  async changePassword(
    account: Account,
    { current, password }: { readonly current: string; readonly password: string },
    from: From,
  ): Promise<SignedIn> {
    await checkPassword(password, [account.username, account.name]);
    const { forget } = await this.#attempt(account.username, from);
    if (!(await this.staff.passwords.matches(account.id, current))) throw await this.#refuse(account, from);
    forget();
    const prepared = await this.staff.passwords.prepare(password);
    await this.audit.record({ type: 'PasswordChanged', who: account.id, address: from.address });
    this.staff.file.record(() => {
      prepared.store(account.id);
      this.staff.sessions.endAll(account.id);
    });
    return this.#begin(account, from, { type: 'SignedIn', detail: 'after the change of the password' });
  }

  /** Counts an attempt at an identity provider, which has no name yet. @throws Problem `too-many-requests` */
  async attemptAtProvider(from: From): Promise<void> {
    await this.#countAddress(this.#addresses, from);
  }

  /** A session for a person whom the identity provider has identified. */
  beginByProvider(account: Account, from: From): Promise<SignedIn> {
    return this.#begin(account, from, { type: 'SignedIn', detail: 'by the identity provider' });
  }

  /** Counts an attempt. @throws Problem `too-many-requests` */
  async #attempt(username: string, from: From): Promise<{ account: Account | null; forget: () => void }> {
    const account = this.staff.accounts.named(username);
    const knows = account !== null && from.device !== null && this.staff.isDeviceOf(account, from.device);
    const [throttle, key] = knows
      ? [this.#devices, account.id]
      : [this.#names, account?.id ?? `? ${username}`];
    const wait = Math.max(throttle.waitOf(key), this.#addresses.waitOf(from.address));
    if (wait > 0) throw await this.#throttled(wait, from, account?.id);
    throttle.count(key);
    this.#addresses.count(from.address);
    return { account, forget: () => throttle.forget(key) };
  }

  /** @throws Problem `too-many-requests` */
  async #countAddress(throttle: Throttle, from: From): Promise<void> {
    const wait = throttle.waitOf(from.address);
    if (wait > 0) throw await this.#throttled(wait, from);
    throttle.count(from.address);
  }

  async #throttled(wait: number, { address }: From, about?: string): Promise<Problem> {
    if (this.#reported.waitOf(address) === 0) {
      this.#reported.count(address);
      await this.audit.record({ type: 'SignInsThrottled', who: null, about, address });
    }
    return new Problem(
      'too-many-requests',
      'Too many attempts. Wait for the seconds in Retry-After, then try again.',
      { headers: { 'retry-after': String(Math.ceil(wait / 1_000)) } },
    );
  }

  /** The same answer for an unknown name, a wrong password and a disabled account. What was typed is not recorded. */
  async #refuse(account: Account | null, { address }: From): Promise<Problem> {
    await this.audit.record({ type: 'SignInRefused', who: null, about: account?.id, address });
    return new Problem('sign-in-failed', 'The name and the secret do not belong together. Try again.');
  }

  /** The same answer for each reason. */
  async #refusePasskey(account: Account | null, { address }: From, detail = 'by passkey'): Promise<Problem> {
    await this.audit.record({ type: 'SignInRefused', who: null, about: account?.id, address, detail });
    return new Problem('sign-in-failed', 'This passkey does not sign you in. Try again, or use another way.');
  }

  async #begin(
    account: Account,
    from: From,
    {
      type,
      detail,
      recoveryCode = null,
    }: { readonly type: AuditType; readonly detail: string; readonly recoveryCode?: string | null },
  ): Promise<SignedIn> {
    await this.audit.record({ type, who: account.id, address: from.address, detail });
    const { secret, session } = this.staff.sessions.begin(account.id, from.agent, from.session);
    return { account, secret, session, device: this.staff.deviceOf(account), recoveryCode };
  }
}

/** The same answer for a link that is unknown, used or too old. */
const linkGone = (): Problem =>
  new Problem(
    'link-used-up',
    'This link is unknown, was used, or is older than 24 hours. Ask for a new one.',
  );

/** @throws Problem `validation` */
async function checkPassword(password: string, names: readonly string[]): Promise<void> {
  const weakness = await weaknessOf(password, names);
  if (weakness === null) return;
  throw new Problem('validation', 'The password is too weak. See errors.', {
    errors: [{ pointer: '/password', detail: weakness }],
  });
}

/** A name for signing in that another account has. */
export const usernameTaken = (error: unknown): unknown =>
  error instanceof UsernameTaken
    ? new Problem('account-exists', 'Another account has this user name. Choose another.')
    : error;
