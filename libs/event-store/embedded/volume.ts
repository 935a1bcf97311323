import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DiskFull } from '../failure.js';

/** Why the log cannot be written: missing rights, a read-only volume, no free space. Null where it can. */
export function obstacleTo(file: string, reserve: number): string | null {
  const folder = dirname(file);
  try {
    for (const path of [folder, file, `${file}-wal`].filter(existsSync)) accessSync(path, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    return free < reserve ? new DiskFull(file, free, reserve).message : null;
  } catch (error) {
    const { code, path = folder } = error as { code?: string; path?: string };
    const why = code === 'EROFS' ? 'is on a read-only volume' : `cannot be written (${code})`;
    return `${path} ${why}. Nothing is recorded until it can be written.`;
  }
}
