import { copyFileSync, chmodSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LogRows, verifyLog, writeCheckpoint } from '#event-store';
import { BackupFolder } from './backup-folder.js';
import { LOGS, type LogName } from '#story-log';
import type { LogCopy, Manifest } from './manifest.js';
import { cutAt, takenAt, type Cut, type Until } from './moment.js';
import { filesIn, moveAside, moveIn, whileStopped } from './newsroom-files.js';
import { BackupRefused } from './refused.js';
import { syncFile } from './stored-file.js';

export interface RestoreOptions {
  /** The folder of the backups. */
  readonly folder: string;
  /** The data folder. */
  readonly data: string;
  /** The number of the backup; null for the newest. */
  readonly number: number | null;
  /** Null to restore all of it. */
  readonly until: Until | null;
  /** Whether to move a newsroom in the data folder aside. If false and there is one, the restore is refused. */
  readonly replace: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called with the number of events written so far to a log. It may throw to stop the restore. */
  readonly progress?: (log: LogName, events: number) => void;
}

/** What was restored. */
export interface Restored {
  readonly number: number;
  /** When the last event of the desk log was recorded or imported, ISO 8601; null if it does not say. */
  readonly lastAt: string | null;
  /** The last position of each log; -1 for an empty log. */
  readonly cut: Cut;
  /** How many events at the end of each log were not restored. */
  readonly leftOut: Readonly<Record<LogName, number>>;
  /** The folder that the previous newsroom was moved to; null if there was none. */
  readonly aside: string | null;
}

const BESIDE = 'restoring';

/**
 * Restores a backup into a data folder. First it checks every byte of the backup, writes the logs into a temporary
 * folder and reads them again. Only then it moves files. A newsroom that is started meanwhile is refused. A restore
 * that was killed can be repeated.
 *
 * @throws BackupRefused if the backup is unusable, or the data folder is in use
 * @throws EventStoreError if a log in the backup is damaged
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { data, replace } = options;
  const backups = BackupFolder.open(options.folder);
  const manifest = backups.read(options.number ?? backups.numbers[0]!);
  mkdirSync(data, { recursive: true });
  return whileStopped(data, async (release) => {
    const before = filesIn(data);
    if (before.length > 0 && !replace)
      throw new BackupRefused(
        `${data} contains a newsroom (${before[0]}). Give another DATELINE_DATA, or --replace, which moves that newsroom aside.`,
      );
    await backups.check(manifest);
    const beside = join(data, BESIDE);
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { mode: 0o700 });
    const made = await make(options, backups, manifest, beside);
    release();
    const aside = before.length > 0 ? moveAside(data, new Date(options.now()).toISOString()) : null;
    moveIn(beside, data);
    rmdirSync(beside);
    return { ...made, number: manifest.number, aside };
  });
}

type Made = Pick<Restored, 'lastAt' | 'cut' | 'leftOut'>;

/** Writes the files of the newsroom into a temporary folder. */
async function make(
  { until, progress }: RestoreOptions,
  backups: BackupFolder,
  manifest: Manifest,
  beside: string,
): Promise<Made> {
  const opened: LogRows[] = [];
  const partsOf = ({ parts }: LogCopy): readonly LogRows[] =>
    parts.map(({ file }) => {
      const part = new LogRows(backups.path(file));
      opened.push(part);
      return part;
    });
  try {
    const parts = { desk: partsOf(manifest.desk), public: partsOf(manifest.public) };
    const all = { desk: manifest.desk.position ?? -1n, public: manifest.public.position ?? -1n };
    const cut = until === null ? all : await cutAt(until, parts.desk, parts.public);
    let lastAt: string | null = null;
    for (const log of LOGS) {
      const file = join(beside, `${log}.db`);
      const range = { from: 0n, through: cut[log] };
      await LogRows.write(file, parts[log], range, (events) => progress?.(log, events));
      const written = new LogRows(file);
      try {
        await written.check(range);
        if (log === 'desk')
          for await (const event of written.events(cut.desk, cut.desk)) lastAt = iso(takenAt(event));
        await writeCheckpoint(file, written.identity, cut[log] < 0n ? null : cut[log]);
      } finally {
        written.close();
      }
      const { damages } = await verifyLog(file);
      if (damages[0]) throw damages[0];
    }
    for (const { name, file } of manifest.files) {
      // Its checkpoint may be later than the moment.
      if (name === 'publisher.json' && until !== null) continue;
      copyFileSync(backups.path(file), join(beside, name));
      chmodSync(join(beside, name), 0o600);
      syncFile(join(beside, name));
    }
    const leftOut = { desk: Number(all.desk - cut.desk), public: Number(all.public - cut.public) };
    return { lastAt, cut, leftOut };
  } finally {
    for (const part of opened) part.close();
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
