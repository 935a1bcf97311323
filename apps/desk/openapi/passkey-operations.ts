import {
  count,
  flag,
  list,
  nullable,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type Schemas,
} from '#http';
import { json } from './write.js';

const AUDITED = ['store-unavailable', 'outcome-unknown'] as const;

/** Operations for passkeys (WebAuthn Level 3). */
export const passkeyOperations: ApiDescription['operations'] = {
  'POST /desk/v1/sign-in/passkey/options': {
    id: 'startPasskeySignIn',
    answers: { 200: { content: json('PasskeyRequest') } },
    problems: ['passkeys-unavailable', 'too-many-requests', ...AUDITED],
  },
  'POST /desk/v1/sign-in/passkey': {
    id: 'signInByPasskey',
    answers: { 200: { content: json('SignedIn'), headers: ['Set-Cookie'] } },
    problems: ['sign-in-failed', 'too-many-requests', ...AUDITED],
  },
  'GET /desk/v1/session/passkeys': {
    id: 'listPasskeys',
    answers: { 200: { content: json('Passkeys') } },
  },
  'POST /desk/v1/session/passkeys/options': {
    id: 'startPasskey',
    answers: { 200: { content: json('PasskeyCreation') } },
    problems: ['passkeys-unavailable', 'too-many-requests', ...AUDITED],
  },
  'POST /desk/v1/session/passkeys': {
    id: 'addPasskey',
    answers: { 201: { content: json('Passkey'), headers: ['Location'] } },
    problems: ['passkey-refused', ...AUDITED],
  },
  'DELETE /desk/v1/session/passkeys/{id}': {
    id: 'removePasskey',
    answers: { 204: {} },
    problems: AUDITED,
  },
};

const time = (description: string) => text(description, { format: 'date-time' });
const base64url = (description: string) => text(description, { pattern: '^[\\w-]+$' });
const challenge = base64url('Random, for one use.');
const timeout = count('Milliseconds for which the challenge is open.');
const isPublicKey = oneOf(['public-key']);

export const passkeySchemas: Schemas = {
  Passkey: object(
    {
      id: text('A stable id.', { format: 'uuid' }),
      name: text('The name that its owner gave it.'),
      backedUp: flag('Whether the authenticator has copied it to other devices of the person.'),
      createdAt: time('When it was added.'),
      usedAt: nullable({ type: 'string', format: 'date-time' }, 'The last sign-in with it.'),
    },
    { description: 'A passkey of a person.' },
  ),
  Passkeys: object({ items: list(ref('Passkey'), 'The passkeys, the newest first.') }),
  PasskeyRequest: object(
    {
      challenge,
      rpId: text('The name to which passkeys belong.'),
      timeout,
      userVerification: oneOf(['required']),
    },
    { description: 'WebAuthn: PublicKeyCredentialRequestOptionsJSON.' },
  ),
  PasskeyCreation: object(
    {
      rp: object({
        id: text('The name to which the passkey will belong.'),
        name: text('What the browser shows.'),
      }),
      user: object({
        id: base64url('The user handle.'),
        name: text('What the person types to sign in.'),
        displayName: text('The name that others see.'),
      }),
      challenge,
      pubKeyCredParams: list(
        object({ type: isPublicKey, alg: { type: 'integer', description: 'An algorithm of COSE.' } }),
        'The algorithms, the best first.',
      ),
      timeout,
      excludeCredentials: list(
        object({
          type: isPublicKey,
          id: base64url('The id of a credential.'),
          transports: list(text('How browsers reach it.')),
        }),
        'The passkeys that the account has already.',
      ),
      authenticatorSelection: object({
        residentKey: oneOf(['required']),
        requireResidentKey: flag('Always true.'),
        userVerification: oneOf(['required']),
      }),
      attestation: oneOf(['none']),
    },
    { description: 'WebAuthn: PublicKeyCredentialCreationOptionsJSON.' },
  ),
};
