import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileUnusable } from '#event-store';
import { MasterKeyUnusable } from './failure.js';
import { Key, KEY_BYTES } from './key.js';
import type { KeyRecord, MasterKeySource } from './master-key.js';

/**
 * A master key in a file of 32 random bytes, which only this user may read (0600). A new vault creates the file if it does
 * not exist. Keep it on another volume than the vault and its backups.
 */
export const keyFile = (file: string): MasterKeySource => new KeyFile(file);

class KeyFile implements MasterKeySource {
  readonly kind = 'file';
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async create(): Promise<{ key: Key; record: KeyRecord }> {
    const key = this.#read() ?? this.#make();
    return { key, record: { kind: 'file' } };
  }

  async open(): Promise<Key> {
    const key = this.#read();
    if (key) return key;
    throw new MasterKeyUnusable(
      `The key file ${this.#file} is missing, but the vault exists. Bring the file back from where you keep a copy: ` +
        'without it, nobody can read the vault.',
    );
  }

  /** Null where the file does not exist. */
  #read(): Key | null {
    const file = this.#file;
    return FileUnusable.guard(file, () => {
      const bytes = readOwnFile(file, KEY_BYTES);
      if (bytes === null) return null;
      const key = bytes.length === KEY_BYTES ? Key.of(bytes) : null;
      if (key) return key;
      throw new MasterKeyUnusable(
        `The key file ${file} must have exactly ${KEY_BYTES} bytes. Bring back the file that belongs to the vault.`,
      );
    });
  }

  /** The key is on the disk before anything is sealed with it. */
  #make(): Key {
    const file = this.#file;
    return FileUnusable.guard(file, () => {
      const bytes = randomBytes(KEY_BYTES);
      const handle = openSync(file, 'wx', 0o600);
      try {
        writeSync(handle, bytes);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      syncFolder(dirname(file));
      return Key.of(bytes)!;
    });
  }
}

/**
 * The bytes of a secret file that only this user may read. Null where it does not exist, and no bytes where it has more
 * than `most`.
 *
 * @throws MasterKeyUnusable where others may read it
 */
export function readOwnFile(file: string, most: number): Buffer | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
  try {
    // The rights of the open file, which nobody can exchange between check and use.
    const { mode, size } = fstatSync(handle);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new MasterKeyUnusable(
        `The key file ${file} may be read by others. Make a new key if they did; otherwise run chmod 600 on it.`,
      );
    const bytes = Buffer.alloc(size > most ? 0 : size);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
