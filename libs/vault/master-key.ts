import type { Key } from './key.js';

/** What the vault stores about its master key, in plain form. It is of no use without the key. */
export type KeyRecord =
  { readonly kind: 'file' | 'command' } | { readonly kind: 'passphrase'; readonly scrypt: ScryptParameters };

/** Parameters of scrypt (RFC 7914). `salt` is base64. */
export interface ScryptParameters {
  readonly salt: string;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** Where the master key comes from. The three kinds are {@link keyFile}, {@link passphrase} and {@link keyCommand}. */
export interface MasterKeySource {
  readonly kind: KeyRecord['kind'];
  /** The key for a new vault or a rotation. @throws MasterKeyUnusable, FileUnusable */
  create(): Promise<{ readonly key: Key; readonly record: KeyRecord }>;
  /** The key of an existing vault. @throws MasterKeyUnusable, FileUnusable */
  open(record: KeyRecord): Promise<Key>;
}

/** Reads what the vault stores. Null where it is damaged. */
export function keyRecordOf(text: string): KeyRecord | null {
  try {
    const { kind, scrypt } = JSON.parse(text) as { kind: KeyRecord['kind']; scrypt?: ScryptParameters };
    if (kind === 'file' || kind === 'command') return { kind };
    const numbers = [scrypt?.cost, scrypt?.blockSize, scrypt?.parallelization];
    const isWhole = typeof scrypt?.salt === 'string' && numbers.every((each) => Number.isSafeInteger(each));
    return kind === 'passphrase' && scrypt && isWhole ? { kind, scrypt } : null;
  } catch {
    return null;
  }
}

/** The kinds, for messages. */
export const KINDS: Readonly<Record<KeyRecord['kind'], string>> = {
  file: 'a key file',
  passphrase: 'a passphrase',
  command: 'a key from a command',
};
