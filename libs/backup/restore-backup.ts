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
  readonly folder: string;
  /** The data folder. */
  readonly data: string;
  /** Which backup; null for the newest. */
  readonly number: number | null;
  /** Null for all that the backup has. */
  readonly until: Until | null;
  /** Moves a newsroom that is there aside. */
  readonly replace: boolean;
  readonly now: () => number;
  /** How many events of a log are written; may throw to stop it. */
  readonly progress?: (log: LogName, events: number) => void;
}

/** What was restored. */
export interface Restored {
  readonly number: number;
  /** When the last event of the desk's log was taken, ISO 8601; null where it does not say. */
  readonly lastAt: string | null;
  /** The last position of each log; -1 for none. */
  readonly cut: Cut;
  /** How many events of each log the backup has, and were left out. */
  readonly leftOut: Readonly<Record<LogName, number>>;
  /** Where the newsroom is that was there before; null where there was none. */
  readonly aside: string | null;
}

const BESIDE = 'restoring';

/**
 * Puts a backup in place as the newsroom of a data folder. Every byte of it is read first, and the logs are made beside
 * and read again before anything is moved. A start while it is moved is refused; the same restore goes on from there.
 *
 * @throws BackupRefused, EventStoreError
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
        `${data} holds a newsroom (${before[0]}). Give another DATELINE_DATA, or --replace, which moves that one aside.`,
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

/** Makes the files of a newsroom in a folder. */
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
      // It speaks of what comes after the moment.
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
