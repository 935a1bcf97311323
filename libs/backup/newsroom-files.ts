import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { StoreLock, StoreLocked } from '#event-store';
import { BackupRefused } from './refused.js';
import { syncFolder } from './stored-file.js';

/** The files of a newsroom in its data folder. Their order matters: a start between two moves is refused. */
const LOG_FILES = ['desk.db', 'desk.db-wal', 'desk.db-shm', 'public.db', 'public.db-wal', 'public.db-shm'];
const OTHERS = [
  ...['webhooks.sqlite', 'webhooks.sqlite-wal', 'webhooks.sqlite-shm'],
  ...['notices.sqlite', 'notices.sqlite-wal', 'notices.sqlite-shm'],
  ...['staff.sqlite', 'staff.sqlite-wal', 'staff.sqlite-shm'],
  ...['vault.sqlite', 'vault.sqlite-wal', 'vault.sqlite-shm'],
  ...['drafts.sqlite', 'drafts.sqlite-wal', 'drafts.sqlite-shm'],
  ...['audit.db', 'audit.db-wal', 'audit.db-shm', 'audit.db.checkpoint'],
  ...['publisher.json', 'cluster.json', 'running.json', 'read-models'],
];
const CHECKPOINTS = ['desk.db.checkpoint', 'public.db.checkpoint'];
const ALL = [...LOG_FILES, ...OTHERS, ...CHECKPOINTS];

/** The locks that the programs of a newsroom take while they run. */
const LOCKED = [
  ...['desk.db', 'public.db', 'webhooks.sqlite', 'staff.sqlite', 'vault.sqlite', 'drafts.sqlite'],
  ...['notices.sqlite', 'audit.db'],
  ...['read-models/desk', 'read-models/public'],
];

/** The names of the newsroom's files that exist in the folder. */
export const filesIn = (data: string): readonly string[] =>
  ALL.filter((name) => existsSync(join(data, name)));

/**
 * Runs `work` with all locks of the newsroom, so that no program of it runs or can start. `release` gives them up
 * early.
 *
 * @throws BackupRefused if a desk or an archive runs on the folder
 */
export async function whileStopped<T>(data: string, work: (release: () => void) => Promise<T>): Promise<T> {
  const locks: StoreLock[] = [];
  const release = (): void => locks.splice(0).forEach((lock) => lock.release());
  try {
    for (const name of LOCKED)
      if (!name.includes('/') || existsSync(join(data, 'read-models')))
        locks.push(StoreLock.take(join(data, name)));
    return await work(release);
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    const by = error.pid === null ? '' : ` (process ${error.pid})`;
    throw new BackupRefused(`A desk or an archive runs on ${data}${by}. Stop it before you restore.`);
  } finally {
    release();
  }
}

/** Moves all files of the newsroom into a new folder in its data folder. Returns the path of the new folder. */
export function moveAside(data: string, at: string): string {
  const aside = join(data, `before-restore-${at.replaceAll(/[:.]/g, '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  move(data, aside, ALL);
  return aside;
}

/** Moves a restored newsroom into place. The logs come last: a start is refused until they are there. */
export function moveIn(from: string, data: string): void {
  move(from, data, [...CHECKPOINTS, ...OTHERS, ...LOG_FILES]);
}

function move(from: string, to: string, names: readonly string[]): void {
  const there = new Set(readdirSync(from));
  for (const name of names)
    if (there.has(name)) {
      renameSync(join(from, name), join(to, name));
      syncFolder(to);
    }
  syncFolder(from);
}
