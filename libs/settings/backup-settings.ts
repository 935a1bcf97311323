import { resolve, sep } from 'node:path';

/** Which backups are kept besides the newest: so many in all, or those not older than some milliseconds. */
export type Keep = { readonly count: number } | { readonly age: number };

/** Backups that a desk takes by itself. */
export interface BackupPlan {
  readonly folder: string;
  /** Milliseconds between two. */
  readonly every: number;
  readonly keep: Keep;
}

/** What the settings say of backups, as they are given; empty: not given. */
export interface GivenBackup {
  readonly DATELINE_BACKUP: string;
  readonly DATELINE_BACKUP_EVERY: string;
  readonly DATELINE_BACKUP_KEEP: string;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export const BACKUP_EVERY = /^[1-9]\d{0,4}[mhd]$/;
export const BACKUP_KEEP = /^[1-9]\d{0,4}[mhd]?$/;

/** Of a number such as `7`, or an age such as `12h` or `30d`. */
export function readKeep(text: string): Keep {
  return /\d$/.test(text) ? { count: Number(text) } : { age: inMilliseconds(text) };
}

/** Null where none is asked for; what is wrong goes to `wrong`, a line each, without any value. */
export function readBackup(
  given: GivenBackup,
  { data, onCluster }: { readonly data: string; readonly onCluster: boolean },
  wrong: string[],
): BackupPlan | null {
  const { DATELINE_BACKUP: folder, DATELINE_BACKUP_EVERY: every, DATELINE_BACKUP_KEEP: keep } = given;
  if (folder === '') {
    for (const name of ['DATELINE_BACKUP_EVERY', 'DATELINE_BACKUP_KEEP'] as const)
      if (given[name] !== '') wrong.push(`${name} needs DATELINE_BACKUP, the folder of the backups`);
    return null;
  }
  if (onCluster)
    wrong.push(
      'DATELINE_BACKUP is for logs in files; a cluster is backed up by its server (docs/operations.md)',
    );
  if (`${resolve(folder)}${sep}`.startsWith(`${resolve(data)}${sep}`))
    wrong.push('DATELINE_BACKUP must not be in DATELINE_DATA: it would be lost with it');
  return { folder, every: inMilliseconds(every || '1h'), keep: readKeep(keep || '30d') };
}

function inMilliseconds(text: string): number {
  return Number.parseInt(text, 10) * (UNITS[text.at(-1) as keyof typeof UNITS] ?? 0);
}
