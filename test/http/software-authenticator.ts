import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Json } from './caller.js';

/** What a browser and an authenticator put into an answer. A test changes it to send a wrong one. */
export interface Circumstances {
  /** The origin of the page. */
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly crossOrigin?: boolean;
  readonly userHandle?: string;
  /** What the counter shows after this use. */
  readonly counter?: number;
  /** The attestation, such as `packed` with a certificate. */
  readonly fmt?: string;
  readonly attStmt?: CborMap;
}

type Cbor = number | string | Buffer | readonly Cbor[] | CborMap;
type CborMap = ReadonlyMap<number | string, Cbor>;

/** An authenticator with ES256 keys, as WebAuthn Level 3 and CTAP 2.1 describe it. */
export class SoftwareAuthenticator {
  readonly #key: KeyObject;
  readonly #public: Json;
  #userHandle = '';
  counter = 0;

  /** `credential` is the credential id. `counts` is false for passkeys that several devices have: their counter stays 0. */
  constructor(
    private readonly origin: string,
    readonly credential = randomBytes(16),
    private readonly counts = true,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.#public = publicKey.export({ format: 'jwk' });
  }

  /** The fields of a new passkey. */
  make(options: Json, { fmt = 'none', attStmt = new Map(), ...given }: Circumstances = {}): Json {
    this.#userHandle = options.user.id;
    const coordinate = (of: 'x' | 'y'): Buffer => Buffer.from(String(this.#public[of]), 'base64url');
    const key: CborMap = new Map<number, Cbor>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, coordinate('x')],
      [-3, coordinate('y')],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credential.length);
    const authData = Buffer.concat([
      this.#authenticatorData(options.rp.id, 0x40, given),
      Buffer.alloc(16),
      length,
      this.credential,
      encodeCbor(key),
    ]);
    const attestation = new Map<string, Cbor>([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', authData],
    ]);
    return {
      id: this.credential.toString('base64url'),
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, given).toString('base64url'),
      attestationObject: encodeCbor(attestation).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** The fields of a sign-in. */
  use(options: Json, given: Circumstances = {}): Json {
    const clientData = this.#clientData('webauthn.get', options.challenge, given);
    const data = this.#authenticatorData(options.rpId, 0, given);
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    return {
      id: this.credential.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
      userHandle: given.userHandle ?? this.#userHandle,
    };
  }

  #clientData(type: string, asked: string, given: Circumstances): Buffer {
    const { origin = this.origin, challenge = asked, crossOrigin = false } = given;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  #authenticatorData(asked: string, more: number, given: Circumstances): Buffer {
    const { rpId = asked, userVerified = true, counter } = given;
    if (this.counts) this.counter = counter ?? this.counter + 1;
    const rest = Buffer.alloc(5);
    // User present, user verified; the key can be copied to other devices, and was.
    rest[0] = 0x01 | (userVerified ? 0x04 : 0) | (this.counts ? 0 : 0x18) | more;
    rest.writeUInt32BE(this.counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), rest]);
  }
}

/** CBOR (RFC 8949), as far as authenticators need it. */
function encodeCbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flat().map((one: Cbor) => encodeCbor(one))]);
  const items = value as readonly Cbor[];
  return Buffer.concat([head(4, items.length), ...items.map(encodeCbor)]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
