import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { MasterKeyUnusable } from './failure.js';
import { Key, KEY_BYTES } from './key.js';
import type { KeyRecord, MasterKeySource, ScryptParameters } from './master-key.js';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** OWASP Password Storage, scrypt: N = 2^17, r = 8, p = 1. One derivation takes 128 MiB. */
const PARAMETERS = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };
const SALT = 16;
/** More of it in stored parameters would only take time. */
const MOST_PARALLEL = 16;
/** The most memory that stored parameters may demand, in bytes. */
const MOST_MEMORY = 1024 ** 3;
/** In characters. Shorter passphrases are guessed, whatever the derivation costs. */
const SHORTEST = 12;

/**
 * A master key derived from a passphrase by scrypt (RFC 7914), of at least 12 characters. The text is normalized (NFKC), so
 * that any keyboard gives the same key. A passphrase is a string: JavaScript cannot zero it.
 */
export const passphrase = (text: string): MasterKeySource => new Passphrase(text);

class Passphrase implements MasterKeySource {
  readonly kind = 'passphrase';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text.normalize('NFKC');
  }

  async create(): Promise<{ key: Key; record: KeyRecord }> {
    if ([...this.#text].length < SHORTEST)
      throw new MasterKeyUnusable(
        `The passphrase is too short: take at least ${SHORTEST} characters, such as five random words.`,
      );
    const scrypt = { ...PARAMETERS, salt: randomBytes(SALT).toString('base64') };
    return { key: await this.#derived(scrypt), record: { kind: 'passphrase', scrypt } };
  }

  async open(record: KeyRecord): Promise<Key> {
    if (record.kind !== 'passphrase') throw new TypeError('This vault has no passphrase.');
    return this.#derived(record.scrypt);
  }

  async #derived({ salt, cost, blockSize, parallelization }: ScryptParameters): Promise<Key> {
    try {
      if (parallelization > MOST_PARALLEL) throw new RangeError('It would take too long.');
      const parameters = { N: cost, r: blockSize, p: parallelization, maxmem: MOST_MEMORY };
      return Key.of(await derive(this.#text, Buffer.from(salt, 'base64'), KEY_BYTES, parameters))!;
    } catch {
      throw new MasterKeyUnusable(
        'The stored parameters of the passphrase are damaged, or demand too much memory or time. Restore the vault.',
      );
    }
  }
}
