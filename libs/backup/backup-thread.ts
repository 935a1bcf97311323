import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { takeBackup, type BackupOptions, type Taken } from './take-backup.js';

/** What the thread is asked: all but what cannot be given to a thread. */
export type PlannedBackup = Omit<BackupOptions, 'now' | 'progress'>;

export type BackupReply =
  { readonly taken: Taken } | { readonly failure: { readonly name: string; readonly message: string } };

// Takes one backup beside a newsroom, in the time that nobody else wants, and ends.
const { datelineBackup: options } = workerData as { readonly datelineBackup: PlannedBackup };
// Linux counts priority by threads; elsewhere this would hold up the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const reply = (message: BackupReply): void => parentPort!.postMessage(message);
try {
  // A backup is dated by the machine's clock, which no test sets here.
  reply({ taken: await takeBackup({ ...options, now: Date.now }) });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  reply({ failure: { name, message } });
}
