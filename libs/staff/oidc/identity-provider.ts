import { Logger } from '@nestjs/common';
import type { ClientAuth, Configuration } from 'openid-client';
import { ROLES, type Role } from '#roles';
import type { OidcSettings } from '#settings';

/** Seconds that each request to the provider may take. */
const TIMEOUT = 5;
/** OpenID Connect Core 1.0, section 2: a subject has at most 255 characters. */
const LONGEST_SUBJECT = 255;

/** What belongs to one sign-in at the provider, and must never leave the desk, except the state and the nonce. */
export interface Proof {
  readonly state: string;
  readonly nonce: string;
  /** The code verifier (RFC 7636). */
  readonly verifier: string;
}

/** A person as the provider describes him or her. */
export interface Person {
  readonly issuer: string;
  readonly subject: string;
  /** 1 to 90 characters without spaces. */
  readonly username: string;
  readonly name: string;
  /** The roles of the claim, in the order of the table; may be empty. */
  readonly roles: readonly Role[];
}

/** The provider does not answer, or not as OpenID Connect Discovery 1.0 wants it. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The provider does not say who the person is. `denied`: it refused, or the person stopped. `wrong`: its answer is not valid. */
export class IdentityUnproven extends Error {
  override readonly name = 'IdentityUnproven';

  constructor(readonly why: 'denied' | 'wrong') {
    super(why);
  }
}

/**
 * The identity provider of the newsroom: the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636).
 * `openid-client` is loaded at first use. Each call reads the discovery document and the keys of the provider: people sign in
 * rarely, and keys may be rotated at any time. So nothing here is out of date, and an outage ends by itself.
 */
export class IdentityProvider {
  readonly #log = new Logger('IdentityProvider');

  /** Null for a desk without a provider. */
  constructor(readonly settings: OidcSettings | null) {}

  /** The address at the provider to which the browser goes. @throws ProviderUnavailable */
  async begin(callback: string): Promise<{ readonly address: string; readonly proof: Proof }> {
    const client = await import('openid-client');
    const configuration = await this.#discover();
    const proof = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid profile',
      state: proof.state,
      nonce: proof.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, proof };
  }

  /**
   * Exchanges the code for an ID token, and checks its issuer, audience, times, nonce and signature. `answer` is the address
   * with which the browser came back.
   *
   * @throws ProviderUnavailable, IdentityUnproven
   */
  async finish(answer: URL, { state, nonce, verifier }: Proof): Promise<Person> {
    const client = await import('openid-client');
    const configuration = await this.#discover();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      return this.#personIn(tokens.claims() ?? {});
    } catch (error) {
      this.#log.warn(`The answer of the identity provider is refused: ${reasonOf(error)}`);
      if (error instanceof client.AuthorizationResponseError) throw new IdentityUnproven('denied');
      throw isOutage(error) ? new ProviderUnavailable() : new IdentityUnproven('wrong');
    }
  }

  async #discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.settings!;
    const url = new URL(issuer);
    const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
    // OpenID Connect Discovery 1.0, section 3: a provider that does not say how a client authenticates takes Basic.
    const authenticate: ClientAuth = (server, ...rest) =>
      (server.token_endpoint_auth_methods_supported ?? [BASIC]).includes(BASIC)
        ? basic(server, ...rest)
        : post(server, ...rest);
    try {
      return await client.discovery(url, clientId, undefined, authenticate, {
        timeout: TIMEOUT,
        execute: [
          // Without it, the signature of an ID token that came over TLS is not checked.
          client.enableNonRepudiationChecks,
          // Settings allow http only on this machine.
          ...(url.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      });
    } catch (error) {
      this.#log.warn(`The identity provider cannot be used: ${reasonOf(error)}`);
      throw new ProviderUnavailable();
    }
  }

  #personIn(claims: Readonly<Record<string, unknown>>): Person {
    const { iss, sub, preferred_username, name, email } = claims;
    if (typeof iss !== 'string' || typeof sub !== 'string' || sub === '' || sub.length > LONGEST_SUBJECT)
      throw new IdentityUnproven('wrong');
    const username = wordOf(preferred_username) || wordOf(email) || wordOf(sub) || 'somebody';
    return {
      issuer: iss,
      subject: sub,
      username,
      name: lineOf(name) || lineOf(preferred_username) || username,
      roles: this.#rolesIn(claims),
    };
  }

  #rolesIn(claims: Readonly<Record<string, unknown>>): readonly Role[] {
    const { rolesClaim, roles } = this.settings!;
    const values = Object.hasOwn(claims, rolesClaim) ? [claims[rolesClaim]].flat() : [];
    const given = new Set(
      values.flatMap((value) => (typeof value === 'string' ? (roles.get(value) ?? []) : [])),
    );
    return ROLES.filter((role) => given.has(role));
  }
}

const BASIC = 'client_secret_basic';

/** A name on one line, as for other accounts: at most 100 characters. */
const lineOf = (value: unknown): string =>
  typeof value === 'string' ? cut(value.replaceAll(/[\s\p{C}]+/gu, ' ').trim(), 100) : '';

/** A user name: room is left for a number. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? cut(value.replaceAll(/[\s\p{C}]+/gu, ''), 90) : '';

/** Never half of a surrogate pair. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** A network that fails, a timeout, or a fault of the server. */
function isOutage(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: string; readonly cause?: unknown };
  if (error instanceof TypeError) return code === undefined;
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return cause instanceof Response && cause.status >= 500;
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
}

/**
 * For the log: sentences of the library, and codes of the system and of OAuth. Never a token, a secret or what a person
 * typed.
 */
function reasonOf(error: unknown): string {
  const words = new Set<string>();
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    const { code, message, error: said, cause } = at as Readonly<Record<string, unknown>>;
    const isFixed = at instanceof TypeError || String(code).startsWith('OAUTH_');
    for (const word of [isFixed ? message : code, said])
      if (typeof word === 'string' && /^[\w "().,/:-]{1,200}$/.test(word)) words.add(word);
    at = cause;
  }
  return [...words].join('; ');
}
