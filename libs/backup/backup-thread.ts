import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { takeBackup, type BackupOptions, type Taken } from './take-backup.js';

/** The options of a backup without its functions, which cannot be sent to a thread. */
export type PlannedBackup = Omit<BackupOptions, 'now' | 'progress'>;

export type BackupReply =
  { readonly taken: Taken } | { readonly failure: { readonly name: string; readonly message: string } };

// Takes one backup at low priority while the newsroom runs, and ends.
const { datelineBackup: options } = workerData as { readonly datelineBackup: PlannedBackup };
// Linux has a priority per thread. Elsewhere this would slow down the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const reply = (message: BackupReply): void => parentPort!.postMessage(message);
try {
  // A clock cannot be sent to a thread, so the backup has the time of the machine's clock.
  reply({ taken: await takeBackup({ ...options, now: Date.now }) });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  reply({ failure: { name, message } });
}
