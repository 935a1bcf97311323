import { resolve, sep } from 'node:path';

/** Which backups are kept: a number of them, or those up to an age in milliseconds. The newest is always kept. */
export type Keep = { readonly count: number } | { readonly age: number };

/** The scheduled backups of a desk. */
export interface BackupPlan {
  readonly folder: string;
  /** Milliseconds between two backups. */
  readonly every: number;
  readonly keep: Keep;
}

/** The variables for backups; empty if absent. */
export interface GivenBackup {
  readonly DATELINE_BACKUP: string;
  readonly DATELINE_BACKUP_EVERY: string;
  readonly DATELINE_BACKUP_KEEP: string;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export const BACKUP_EVERY = /^[1-9]\d{0,4}[mhd]$/;
export const BACKUP_KEEP = /^[1-9]\d{0,4}[mhd]?$/;

/** Reads a number such as `7`, or an age such as `12h` or `30d`. */
export function readKeep(text: string): Keep {
  return /\d$/.test(text) ? { count: Number(text) } : { age: inMilliseconds(text) };
}

/** Null without backups. Faults are added to `wrong`, one line each, without values. */
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
      'DATELINE_BACKUP is for logs in files; the server of a cluster makes its backups (docs/operations.md)',
    );
  if (`${resolve(folder)}${sep}`.startsWith(`${resolve(data)}${sep}`))
    wrong.push('DATELINE_BACKUP must not be inside DATELINE_DATA: both would be lost together');
  return { folder, every: inMilliseconds(every || '1h'), keep: readKeep(keep || '30d') };
}

function inMilliseconds(text: string): number {
  return Number.parseInt(text, 10) * (UNITS[text.at(-1) as keyof typeof UNITS] ?? 0);
}
