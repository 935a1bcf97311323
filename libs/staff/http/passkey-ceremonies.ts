import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { Problem } from '#http';
import type { Account } from '../accounts/accounts.js';
import { CHALLENGE_LASTS, Challenges } from '../accounts/challenges.js';
import type { Credential, Passkey } from '../accounts/passkeys.js';
import { Staff } from '../accounts/staff.js';
import { DeskAddress } from './desk-address.js';

/** What an authenticator answers to a new passkey, in base64url. The names are those of WebAuthn. */
export interface NewAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports?: readonly string[];
}

/** What an authenticator answers to a sign-in, in base64url. The names are those of WebAuthn. */
export interface SignInAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle: string;
}

/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): every authenticator has one of them. */
const ALGORITHMS = [-8, -7, -257];
const TYPE = 'public-key' as const;

/** The two ceremonies of WebAuthn Level 3: registration (section 7.1) and authentication (section 7.2). */
@Injectable()
export class PasskeyCeremonies {
  readonly #challenges: Challenges;

  constructor(
    private readonly staff: Staff,
    private readonly address: DeskAddress,
    clock: Clock,
  ) {
    this.#challenges = new Challenges(clock);
  }

  /** For `PublicKeyCredential.parseRequestOptionsFromJSON`. @throws Problem `passkeys-unavailable` */
  signInOptions(page: string | undefined) {
    return {
      challenge: this.#challenges.make(null),
      rpId: this.#nameFor(page),
      timeout: CHALLENGE_LASTS,
      userVerification: 'required',
    };
  }

  /** For `PublicKeyCredential.parseCreationOptionsFromJSON`. @throws Problem `passkeys-unavailable` */
  newOptions({ id, username, name }: Account, page: string | undefined) {
    return {
      rp: { id: this.#nameFor(page), name: 'Dateline desk' },
      user: { id: handleOf(id), name: username, displayName: name },
      challenge: this.#challenges.make(id),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: TYPE, alg })),
      timeout: CHALLENGE_LASTS,
      excludeCredentials: this.staff.passkeys
        .of(id)
        .map(({ credential, transports }) => ({ type: TYPE, id: credential, transports })),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
    };
  }

  /** What the authenticator made for the account; null if the answer is wrong, late or sent before. */
  async verifyNew(account: string, answer: NewAnswer): Promise<Credential | null> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
    const { id, clientDataJSON, attestationObject, transports = [] } = answer;
    const challenge = this.#challengeIn(clientDataJSON, account);
    if (challenge === null) return null;
    return orNull(async () => {
      // We ask for no attestation. To check certificates, the package would load addresses that are in them.
      const attestation = decodeAttestationObject(Buffer.from(attestationObject, 'base64url'));
      if (attestation.get('attStmt').get('x5c') !== undefined) return null;
      const { registrationInfo: made } = await verifyRegistrationResponse({
        response: {
          ...{ id, rawId: id, type: TYPE, clientExtensionResults: {} },
          response: { clientDataJSON, attestationObject },
        },
        expectedChallenge: challenge,
        ...this.#expected(),
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (made?.credential.id !== id) return null;
      const { publicKey, counter } = made.credential;
      return { credential: id, publicKey, counter, transports, backedUp: made.credentialBackedUp };
    });
  }

  /** What to store of a sign-in with this passkey; null if the answer is wrong, late or sent before. Does not judge the counter. */
  async verify(
    answer: SignInAnswer,
    passkey: Passkey | null,
  ): Promise<Pick<Credential, 'counter' | 'backedUp'> | null> {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { id, userHandle, ...response } = answer;
    const challenge = this.#challengeIn(response.clientDataJSON, null);
    if (challenge === null || passkey === null || userHandle !== handleOf(passkey.account)) return null;
    return orNull(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { id, rawId: id, type: TYPE, clientExtensionResults: {}, response },
        expectedChallenge: challenge,
        ...this.#expected(),
        // The package judges the counter before the signature, so a forged answer would look like a copied key.
        credential: { id, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
      });
      const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo;
      return verified ? { counter, backedUp } : null;
    });
  }

  #expected() {
    const { origin, hostname } = new URL(this.address.origin);
    return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  }

  /** The challenge that was signed, which ends; null if it is not open, or if a page of another site asked for it. */
  #challengeIn(clientDataJSON: string, account: string | null): string | null {
    const { challenge, crossOrigin } = clientDataIn(clientDataJSON);
    const isOpen = typeof challenge === 'string' && this.#challenges.take(challenge, account);
    return isOpen && crossOrigin !== true ? challenge : null;
  }

  /** The name to which passkeys belong. `page` is the origin of the page that asks. @throws Problem `passkeys-unavailable` */
  #nameFor(page: string | undefined): string {
    const { origin, hostname } = new URL(this.address.origin);
    if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
      throw new Problem(
        'passkeys-unavailable',
        'Passkeys need a name, and the address of the desk is an IP address. Give it a name, and set DESK_URL.',
      );
    if (page !== undefined && page !== origin)
      throw new Problem(
        'passkeys-unavailable',
        `Passkeys belong to the name of the desk. Open the desk at ${origin}.`,
      );
    return hostname;
  }
}

/** The user handle (WebAuthn section 4): it says nothing about the person. */
const handleOf = (account: string): string => Buffer.from(account).toString('base64url');

interface ClientData {
  readonly challenge?: unknown;
  readonly crossOrigin?: unknown;
}

function clientDataIn(encoded: string): ClientData {
  try {
    return (JSON.parse(Buffer.from(encoded, 'base64url').toString()) as ClientData | null) ?? {};
  } catch {
    return {};
  }
}

/** The package throws for each fault of an answer. */
async function orNull<T>(verify: () => Promise<T | null>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}
