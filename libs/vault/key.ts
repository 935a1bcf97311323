import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a ciphertext belongs. It opens at this place only. */
export interface Place {
  /** Id of the vault. */
  readonly vault: string;
  /** The row: id of a source or finding, or reference and story. */
  readonly row: string;
  readonly field: 'list-key' | 'data-key' | 'identity' | 'contact' | 'notes' | 'record' | 'link' | 'finding';
  /** The version of the row; each change of a source raises it. */
  readonly version: number;
}

/** The bytes were damaged, belong to another place, or were sealed with another key. AES-GCM does not say which. */
export class DoesNotOpen extends Error {}

const ALGORITHM = 'aes-256-gcm';
export const KEY_BYTES = 32;
const NONCE = 12;
const TAG = 16;

/**
 * A key of 32 bytes for AES-256-GCM (NIST SP 800-38D): the master key, or a key that it wraps. A sealed value is
 * nonce (12 bytes, random each time), ciphertext, tag (16 bytes). The place is its associated data.
 *
 * `destroy` zeroes the bytes. JavaScript cannot promise more. OpenSSL makes copies for each encryption, and the operating
 * system may have swapped the page. Strings that were read out remain until their memory is used again.
 */
export class Key {
  #bytes: Buffer | null;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static random(): Key {
    return new Key(randomBytes(KEY_BYTES));
  }

  /** Copies the bytes, and zeroes those that it was given. Null where they are not 32. */
  static of(bytes: Buffer): Key | null {
    const key = bytes.length === KEY_BYTES ? new Key(Buffer.from(Uint8Array.from(bytes).buffer)) : null;
    bytes.fill(0);
    return key;
  }

  seal(place: Place, plain: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, this.#usable, nonce, { authTagLength: TAG });
    cipher.setAAD(boundTo(place));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws DoesNotOpen */
  open(place: Place, sealed: Buffer): Buffer {
    if (sealed.length < NONCE + TAG) throw new DoesNotOpen();
    const decipher = createDecipheriv(ALGORITHM, this.#usable, sealed.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(boundTo(place));
    decipher.setAuthTag(sealed.subarray(-TAG));
    const plain = decipher.update(sealed.subarray(NONCE, -TAG));
    try {
      decipher.final();
      return plain;
    } catch {
      plain.fill(0);
      throw new DoesNotOpen();
    }
  }

  /** Seals another key with this one. */
  wrap(place: Place, key: Key): Buffer {
    return this.seal(place, key.#usable);
  }

  /** @throws DoesNotOpen */
  unwrap(place: Place, wrapped: Buffer): Key {
    const key = Key.of(this.open(place, wrapped));
    if (key === null) throw new DoesNotOpen();
    return key;
  }

  /** Does `work` with the key, then destroys it. */
  once<T>(work: (key: Key) => T): T {
    try {
      return work(this);
    } finally {
      this.destroy();
    }
  }

  destroy(): void {
    this.#bytes?.fill(0);
    this.#bytes = null;
  }

  get #usable(): Buffer {
    // Zeroes are a valid key: whatever they seal is open to all.
    if (this.#bytes === null) throw new Error('The key was destroyed.');
    return this.#bytes;
  }
}

const boundTo = ({ vault, row, field, version }: Place): Buffer =>
  Buffer.from(JSON.stringify(['dateline-vault', vault, row, field, version]));
