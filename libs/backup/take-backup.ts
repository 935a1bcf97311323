import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EmbeddedEventStore, LogRows, type LogEnd } from '#event-store';
import { BackupFolder, nameOf, type Keep } from './backup-folder.js';
import type { LogName } from '#story-log';
import type { FileCopy, LogCopy, Manifest, Part } from './manifest.js';
import { BackupRefused } from './refused.js';
import { HALF, hashOf, putInPlace, writeWhole } from './stored-file.js';

export interface BackupOptions {
  /** The data folder of a newsroom whose logs are files. The newsroom may run. */
  readonly data: string;
  /** The folder of the backups. */
  readonly folder: string;
  /** The release of Dateline, for the manifest. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Which backups to keep afterwards; null for all. */
  readonly keep: Keep | null;
  /** Whether to copy everything, even what earlier backups have. */
  readonly whole: boolean;
  /** Called with the number of events written so far from a log. It may throw to stop the backup. */
  readonly progress?: (log: LogName, events: number) => void;
}

/** The result of {@link takeBackup}. */
export interface Taken {
  readonly manifest: Manifest;
  /** How many events of each log were written. The others are in files of earlier backups. */
  readonly written: Readonly<Record<LogName, number>>;
  /** How many backups are now in the folder. */
  readonly kept: number;
}

/** Small files that are copied as they are. They are only ever replaced as a whole. */
const SETTLED_FILES = ['publisher.json', 'cluster.json'] as const;
/** Databases that are copied whole. */
const DATABASES = ['webhooks.sqlite', 'staff.sqlite', 'vault.sqlite', 'drafts.sqlite', 'audit.db'] as const;

/** How often a log is copied again because an erasure changed older events meanwhile. */
const ATTEMPTS = 5;

/**
 * Takes a backup while the newsroom runs: the events of each log that the previous backup lacks, and the other files.
 * What was written is read again before the manifest is written. A failed or killed backup leaves the earlier ones as
 * they were.
 *
 * The order of reading makes the backup consistent. The publisher's checkpoint and the webhooks come first, then the end
 * of the public log, then the end of the desk log. So each public event in the backup comes from a desk event in it. The
 * checkpoint and the webhooks refer only to events in the backup.
 *
 * @throws BackupRefused if there is no newsroom, or the folder cannot be used
 * @throws EventStoreError if a log is damaged
 */
export function takeBackup(options: BackupOptions): Promise<Taken> {
  const { data, folder } = options;
  if (!existsSync(join(data, 'desk.db')))
    throw new BackupRefused(`There is no newsroom in ${data}. Set DATELINE_DATA to the folder of its data.`);
  return BackupFolder.write(folder, async (backups) => {
    const before = backups.newest;
    const number = (backups.numbers[0] ?? 0) + 1;
    const name = nameOf(number);
    // Deletes what an interrupted backup left.
    backups.prune(null, options.now());
    const files = copyFiles(backups, data, name);
    const takenAt = new Date(options.now()).toISOString();
    const logs: LogRows[] = [];
    try {
      const ends: LogEnd[] = [];
      for (const log of ['public', 'desk'] as const) {
        const rows = await openLog(join(data, `${log}.db`));
        logs.push(rows);
        const { end } = rows;
        if (end) ends[logs.length - 1] = end;
      }
      const copy = (log: LogName, i: 0 | 1): Promise<{ copy: LogCopy; written: number }> => {
        const part = { backups, file: `${name}-${log}.db`, whole: options.whole };
        return copyLog(logs[i]!, ends[i] ?? null, before?.[log] ?? null, part, (n) =>
          options.progress?.(log, n),
        );
      };
      const world = await copy('public', 0);
      const desk = await copy('desk', 1);
      const { version } = options;
      const copied = await Promise.all(files.map((file) => describe(backups, file)));
      const manifest = { number, takenAt, version, desk: desk.copy, public: world.copy, files: copied };
      backups.add(manifest);
      const kept = backups.prune(options.keep, options.now());
      return { manifest, written: { desk: desk.written, public: world.written }, kept };
    } finally {
      for (const log of logs) log.close();
    }
  });
}

/** Opens a log after the event store has checked that it is usable. */
async function openLog(file: string): Promise<LogRows> {
  const reader = await EmbeddedEventStore.read({ file });
  await reader.close();
  return new LogRows(file);
}

interface NewPart {
  readonly backups: BackupFolder;
  readonly file: string;
  readonly whole: boolean;
}

/**
 * Copies the new events up to `end` into one part. It replaces the parts before it that have no more events than it.
 */
async function copyLog(
  log: LogRows,
  end: LogEnd | null,
  before: LogCopy | null,
  { backups, file, whole }: NewPart,
  copied: (events: number) => void,
): Promise<{ copy: LogCopy; written: number }> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { identity, schema, sealed, erasures } = log;
    const position = end?.position ?? null;
    const made = { identity, schema, sealed, erasures, position, last: end?.id ?? null };
    const continues = !whole && before !== null && isPrefix(log, before, position, backups);
    if (continues && before.position === position)
      return { copy: { ...made, parts: before.parts }, written: 0 };
    const parts = continues ? [...before.parts] : [];
    let from = continues ? (before.position ?? -1n) + 1n : 0n;
    const through = position ?? -1n;
    while (parts.length > 0 && BigInt(parts.at(-1)!.events) <= through - from + 1n) from = parts.pop()!.from;
    const part = await writePart(log, backups.path(file), { from, through }, copied);
    if (log.erasures === erasures && log.sealed === sealed) {
      putInPlace(backups.path(file));
      return { copy: { ...made, parts: [...parts, { file, ...part }] }, written: part.events };
    }
  }
  throw new BackupRefused(
    `Texts were erased from ${log.file} each time it was copied. Take the backup again.`,
  );
}

/** Whether the parts of the previous backup exist, and are still byte for byte the beginning of the log. */
function isPrefix(log: LogRows, before: LogCopy, end: bigint | null, backups: BackupFolder): boolean {
  const { identity, schema, sealed, erasures, position, last, parts } = before;
  if (identity !== log.identity || schema !== log.schema || erasures !== log.erasures) return false;
  // A log of an older release gets its checksums gradually, which changes its rows.
  if (!sealed) return false;
  if (!parts.every((part) => backups.has(part))) return false;
  return position === null || (position <= (end ?? -1n) && log.at(position)?.id === last);
}

/** Writes an unfinished part, and reads it again. */
async function writePart(
  log: LogRows,
  path: string,
  range: { readonly from: bigint; readonly through: bigint },
  copied: (events: number) => void,
): Promise<Omit<Part, 'file'>> {
  const half = path + HALF;
  for (const left of ['', '-journal', '-wal', '-shm']) rmSync(half + left, { force: true });
  await LogRows.write(half, [log], range, copied);
  const written = new LogRows(half);
  try {
    await written.check(range);
  } catch (error) {
    // If the log itself is damaged, this throws the error that names the log.
    for await (const _ of log.events(range.from, range.through));
    throw error;
  } finally {
    written.close();
  }
  const events = Number(range.through - range.from + 1n);
  return { from: range.from, events, ...(await hashOf(half)) };
}

type Copied = Pick<FileCopy, 'name' | 'file'>;

/** Copies the files other than the logs. */
function copyFiles(backups: BackupFolder, data: string, name: string): readonly Copied[] {
  const copied: Copied[] = [];
  for (const settled of SETTLED_FILES) {
    if (!existsSync(join(data, settled))) continue;
    const file = `${name}-${settled}`;
    writeWhole(backups.path(file), readFileSync(join(data, settled)));
    copied.push({ name: settled, file });
  }
  for (const database of DATABASES) {
    if (!existsSync(join(data, database))) continue;
    const file = `${name}-${database}`;
    copyDatabase(join(data, database), backups.path(file));
    copied.push({ name: database, file });
  }
  return copied;
}

/** Copies a SQLite database as of one moment, without its deleted rows. */
function copyDatabase(from: string, to: string): void {
  closeSync(openSync(to + HALF, 'w', 0o600));
  const db = new Database(from, { readonly: true, timeout: 5_000 });
  try {
    db.prepare('VACUUM INTO ?').run(to + HALF);
  } finally {
    db.close();
  }
  const copy = new Database(to + HALF, { readonly: true });
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new BackupRefused(`The copy of ${from} is damaged: ${String(found)}.`);
  } finally {
    copy.close();
  }
  putInPlace(to);
}

async function describe(backups: BackupFolder, { name, file }: Copied): Promise<FileCopy> {
  return { name, file, ...(await hashOf(backups.path(file))) };
}
