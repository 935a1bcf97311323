/** Backups of a newsroom whose logs are files: taken while it runs, restored in full or as of a moment. */
export { BackupFolder, type Keep } from './backup-folder.js';
export type { Until } from './moment.js';
export { plannedBackups } from './planned-backups.js';
export { BackupRefused } from './refused.js';
export { restoreBackup, type Restored } from './restore-backup.js';
export { BackupSchedule, type BackupHealth } from './schedule.js';
export { takeBackup, type Taken } from './take-backup.js';
