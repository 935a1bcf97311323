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

/** A file of a backup, and what it must be: its size in bytes and its SHA-256 in hexadecimal. */
export interface StoredFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The ending of a file that is not whole yet. */
export const HALF = '.half';

export async function hashOf(path: string): Promise<Omit<StoredFile, 'file'>> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}

/** Writes bytes beside, for the owner alone, and puts them in place whole. */
export function writeWhole(path: string, bytes: string | Buffer): void {
  const handle = openSync(path + HALF, 'w', 0o600);
  try {
    writeFileSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  putInPlace(path);
}

/** Gives a file that was written beside its name, once it is on the disk. */
export function putInPlace(path: string): void {
  syncFile(path + HALF);
  renameSync(path + HALF, path);
  syncFolder(dirname(path));
}

/** Makes what a file holds durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes names durable. */
export function syncFolder(folder: string): void {
  // Windows opens no folder, and needs no such thing.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
