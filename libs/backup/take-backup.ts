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
  /** The data folder of a newsroom that keeps its logs in files; it may run. */
  readonly data: string;
  readonly folder: string;
  /** The release of Dateline. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Null: all of them. */
  readonly keep: Keep | null;
  /** Copies all, whatever earlier backups have. */
  readonly whole: boolean;
  /** How many events of a log are written; may throw to stop it. */
  readonly progress?: (log: LogName, events: number) => void;
}

/** A backup that was taken. */
export interface Taken {
  readonly manifest: Manifest;
  /** How many events were written. */
  readonly written: Readonly<Record<LogName, number>>;
  /** How many backups are in the folder now. */
  readonly kept: number;
}

/** Files beside the logs that are worth keeping, as they are. */
const SETTLED_FILES = ['publisher.json', 'cluster.json'] as const;
const WEBHOOKS = 'webhooks.sqlite';

/** What changes older events of a log while it is copied begins the copy again, so many times. */
const ATTEMPTS = 5;

/**
 * Takes a backup while the newsroom goes on: of each log what the backup before does not have, and the files beside them.
 * What was written is read again before the backup is there. Where it fails or is killed, the earlier ones stay as they were.
 *
 * The order makes it one moment: the publisher's file, the webhooks, the end of the public log, then that of the desk's.
 * So everything public in it follows from something of the desk in it, and the two files name no event that is not in it.
 *
 * @throws BackupRefused, EventStoreError
 */
export function takeBackup(options: BackupOptions): Promise<Taken> {
  const { data, folder } = options;
  if (!existsSync(join(data, 'desk.db')))
    throw new BackupRefused(`There is no newsroom in ${data}. Set DATELINE_DATA to the folder of its data.`);
  return BackupFolder.write(folder, async (backups) => {
    const before = backups.newest;
    const number = (backups.numbers[0] ?? 0) + 1;
    const name = nameOf(number);
    // What an interrupted backup left.
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

/** A log that is whole, as far as can be seen. */
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

/** Copies what is new up to `end`, in a part that takes the place of those before it that are not bigger. */
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
    const goesOn = !whole && before !== null && isPrefix(log, before, position, backups);
    if (goesOn && before.position === position) return { copy: { ...made, parts: before.parts }, written: 0 };
    const parts = goesOn ? [...before.parts] : [];
    let from = goesOn ? (before.position ?? -1n) + 1n : 0n;
    const through = position ?? -1n;
    while (parts.length > 0 && BigInt(parts.at(-1)!.events) <= through - from + 1n) from = parts.pop()!.from;
    const part = await writePart(log, backups.path(file), { from, through }, copied);
    if (log.erasures === erasures && log.sealed === sealed) {
      putInPlace(backups.path(file));
      return { copy: { ...made, parts: [...parts, { file, ...part }] }, written: part.events };
    }
  }
  throw new BackupRefused(
    `Words were erased from ${log.file} each time it was copied. Take the backup again.`,
  );
}

/** Whether what a backup has of a log is still the log's beginning, byte by byte, and is there. */
function isPrefix(log: LogRows, before: LogCopy, end: bigint | null, backups: BackupFolder): boolean {
  const { identity, schema, sealed, erasures, position, last, parts } = before;
  if (identity !== log.identity || schema !== log.schema || erasures !== log.erasures) return false;
  // An older log gets its checksums bit by bit.
  if (!sealed) return false;
  if (!parts.every((part) => backups.has(part))) return false;
  return position === null || (position <= (end ?? -1n) && log.at(position)?.id === last);
}

/** Writes a part beside, and reads it again. */
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
    // Where the log itself is damaged, it is the log that is to be named.
    for await (const _ of log.events(range.from, range.through));
    throw error;
  } finally {
    written.close();
  }
  const events = Number(range.through - range.from + 1n);
  return { from: range.from, events, ...(await hashOf(half)) };
}

type Copied = Pick<FileCopy, 'name' | 'file'>;

/** Copies what is beside the logs. */
function copyFiles(backups: BackupFolder, data: string, name: string): readonly Copied[] {
  const copied: Copied[] = [];
  for (const settled of SETTLED_FILES) {
    if (!existsSync(join(data, settled))) continue;
    const file = `${name}-${settled}`;
    writeWhole(backups.path(file), readFileSync(join(data, settled)));
    copied.push({ name: settled, file });
  }
  if (existsSync(join(data, WEBHOOKS))) {
    const file = `${name}-${WEBHOOKS}`;
    copyDatabase(join(data, WEBHOOKS), backups.path(file));
    copied.push({ name: WEBHOOKS, file });
  }
  return copied;
}

/** As of one moment, without what was deleted from it. */
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
