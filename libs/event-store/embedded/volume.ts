import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DiskFull } from '../failure.js';

/** Why nothing could be written to a log now: no rights, a volume that is read-only, no room. Null where it could be. */
export function obstacleTo(file: string, reserve: number): string | null {
  const folder = dirname(file);
  try {
    for (const path of [folder, file, `${file}-wal`].filter(existsSync)) accessSync(path, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    return free < reserve ? new DiskFull(file, free, reserve).message : null;
  } catch (error) {
    const { code, path = folder } = error as { code?: string; path?: string };
    const why = code === 'EROFS' ? 'is on a volume that is read-only' : `may not be written (${code})`;
    return `${path} ${why}. Nothing is recorded until it may be.`;
  }
}
