import { Injectable } from '@nestjs/common';
import { Problem, type ProblemCode } from '#http';
import type { Role } from '#roles';
import type { Account } from '../accounts/accounts.js';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import {
  IdentityProvider,
  IdentityUnproven,
  ProviderUnavailable,
  type Person,
} from '../oidc/identity-provider.js';
import { PendingSignIns } from '../oidc/pending-sign-ins.js';
import { DeskAddress } from './desk-address.js';
import { SignIn, type From, type SignedIn } from './sign-in.js';

const PATH = '/desk/v1/sign-in/oidc';

/** What a refusal says: what was found, and what to do. The page has the same sentences. */
const REFUSALS = {
  'sign-in-lapsed':
    'This sign-in is unknown, was used, is older than ten minutes, or began in another browser. Begin again.',
  'provider-denied': 'The identity provider did not let you in. Begin again, or ask those who run it.',
  'identity-unproven': 'The answer of the identity provider does not prove who you are. Begin again.',
  'provider-unavailable': 'The identity provider does not answer. Try again, or sign in with a password.',
  'role-missing': 'The identity provider gives you no role in the newsroom. Ask those who run it for one.',
  'account-disabled': 'Your account is disabled. An administrator of the newsroom can enable it.',
} as const satisfies Partial<Record<ProblemCode, string>>;

/** Sign-in at an identity provider. Each refusal is in the audit log, and changes nothing else. */
@Injectable()
export class SignInByProvider {
  readonly #pending: PendingSignIns;

  constructor(
    private readonly staff: Staff,
    private readonly audit: AuditLog,
    private readonly signIn: SignIn,
    private readonly provider: IdentityProvider,
    private readonly desk: DeskAddress,
  ) {
    this.#pending = new PendingSignIns(staff.time);
  }

  /** The name of the provider, and where a sign-in begins; null for a desk without a provider. */
  get way(): { readonly name: string; readonly address: string } | null {
    const { settings } = this.provider;
    // Absolute: the cookie must belong to the host to which the provider redirects, not to 127.0.0.1 if that is localhost.
    return settings && { name: settings.name, address: `${this.desk.origin}${PATH}` };
  }

  /**
   * Gives the id of a new sign-in, for the cookie of the browser, and the address at the provider.
   *
   * @throws Problem `not-found`, `too-many-requests`, `provider-unavailable`
   */
  async begin(from: From): Promise<{ readonly id: string; readonly address: string }> {
    this.#checkIsSet();
    await this.signIn.attemptAtProvider(from);
    try {
      const { address, proof } = await this.provider.begin(this.#callback);
      return { id: this.#pending.add({ proof, session: from.session }), address };
    } catch (error) {
      throw await this.#refusalOf(error, from);
    }
  }

  /**
   * `id` is that of the cookie; `query` is what the provider added to the address.
   *
   * @throws Problem `not-found`, `too-many-requests`, or one of the refusals of this file
   */
  async finish(id: string | null, query: URLSearchParams, from: From): Promise<SignedIn> {
    this.#checkIsSet();
    const pending = id === null ? null : this.#pending.take(id);
    if (!pending) {
      // The others were counted when they began.
      await this.signIn.attemptAtProvider(from);
      throw await this.#refuse('sign-in-lapsed', from);
    }
    if (query.get('state') !== pending.proof.state) throw await this.#refuse('sign-in-lapsed', from);
    const person = await this.#identify(query, pending.proof, from);
    const account = await this.#admit(person, from);
    return this.signIn.beginByProvider(account, { ...from, session: pending.session });
  }

  get #callback(): string {
    return `${this.desk.origin}${PATH}/callback`;
  }

  #checkIsSet(): void {
    if (this.provider.settings) return;
    throw new Problem('not-found', 'This desk has no identity provider. Sign in with a password.');
  }

  async #identify(
    query: URLSearchParams,
    proof: Parameters<IdentityProvider['finish']>[1],
    from: From,
  ): Promise<Person> {
    const answer = new URL(this.#callback);
    answer.search = query.toString();
    try {
      return await this.provider.finish(answer, proof);
    } catch (error) {
      throw await this.#refusalOf(error, from);
    }
  }

  /** Finds or adds the account of a person. The provider decides on name and roles, also of the last administrator. */
  async #admit(person: Person, from: From): Promise<Account> {
    const known = this.staff.identities.find(person);
    if (known?.disabled) throw await this.#refuse('account-disabled', from, known);
    if (person.roles.length === 0) throw await this.#refuse('role-missing', from, known);
    if (!known) await this.#audited('AccountAdded', null, person, from);
    else if (!areSame(known.roles, person.roles)) await this.#audited('AccountChanged', known, person, from);
    return this.staff.file.record(() => {
      const { id } =
        this.staff.identities.find(person) ??
        this.staff.identities.add(person, person, this.staff.time.now());
      this.staff.accounts.follow(id, person);
      return this.staff.accounts.find(id)!;
    });
  }

  #audited(
    type: 'AccountAdded' | 'AccountChanged',
    account: Account | null,
    { roles }: Person,
    { address }: From,
  ): Promise<void> {
    const id = account?.id;
    const detail = `by the identity provider; roles: ${roles.join(', ')}`;
    return this.audit.record({ type, who: id ?? null, about: id, address, detail });
  }

  async #refusalOf(error: unknown, from: From): Promise<unknown> {
    if (error instanceof IdentityUnproven)
      return this.#refuse(error.why === 'denied' ? 'provider-denied' : 'identity-unproven', from);
    return error instanceof ProviderUnavailable ? this.#refuse('provider-unavailable', from) : error;
  }

  async #refuse(
    code: keyof typeof REFUSALS,
    { address }: From,
    account: Account | null = null,
  ): Promise<Problem> {
    const detail = `by the identity provider: ${code}`;
    await this.audit.record({ type: 'SignInRefused', who: null, about: account?.id, address, detail });
    return new Problem(code, REFUSALS[code]);
  }
}

const areSame = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
