import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BackupFolder } from './backup-folder.js';
import type { BackupReply, PlannedBackup } from './backup-thread.js';
import { BackupRefused } from './refused.js';
import type { BackupWork } from './schedule.js';

const THREAD = join(import.meta.dirname, `backup-thread${extname(import.meta.filename)}`);

/**
 * Backups of one newsroom into one folder, each taken in a new thread.
 *
 * `gone` names a file of the newsroom that was deleted or replaced while it is open; null if there is none. Then no
 * backup is taken: SQLite would not see that this process still uses the old file, and would truncate its index under
 * the writer.
 */
export function plannedBackups(options: PlannedBackup, gone: () => string | null): BackupWork {
  let worker: Worker | null = null;
  return {
    last: () => {
      const { folder } = options;
      if (!existsSync(folder)) return null;
      try {
        const { newest } = BackupFolder.open(folder);
        return newest && Date.parse(newest.takenAt);
      } catch (error) {
        if (error instanceof BackupRefused) return null;
        throw error;
      }
    },
    take: async () => {
      const reason = gone();
      if (reason !== null) throw new BackupRefused(reason);
      const thread = new Worker(THREAD, { workerData: { datelineBackup: options }, name: 'dateline-backup' });
      worker = thread;
      const reply = await new Promise<BackupReply>((resolve, reject) => {
        thread.once('message', resolve).once('error', reject);
        thread.once('exit', () => reject(new Error('The thread of the backup ended.')));
      });
      if ('failure' in reply) throw new BackupRefused(reply.failure.message);
      return Date.parse(reply.taken.manifest.takenAt);
    },
    stop: async () => {
      await worker?.terminate();
    },
  };
}
