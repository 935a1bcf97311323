import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file of a backup: its name, its size in bytes and its SHA-256 in hexadecimal. */
export interface StoredFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The suffix of an unfinished file. */
export const HALF = '.half';

export async function hashOf(path: string): Promise<Omit<StoredFile, 'file'>> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}

/** Writes a file atomically, readable by its owner only: first under a temporary name, then renamed. */
export function writeWhole(path: string, bytes: string | Buffer): void {
  const handle = openSync(path + HALF, 'w', 0o600);
  try {
    writeFileSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  putInPlace(path);
}

/** Syncs the unfinished file at `path + HALF` to the disk, then renames it to `path`. */
export function putInPlace(path: string): void {
  syncFile(path + HALF);
  renameSync(path + HALF, path);
  syncFolder(dirname(path));
}

/** Makes the content of a file durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder, and does not need this.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
