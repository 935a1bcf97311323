import { createHash } from 'node:crypto';
import { BackupRefused } from './refused.js';
import type { StoredFile } from './stored-file.js';

/** A file with `events` consecutive events of a log; `from` is the position of the first. */
export interface Part extends StoredFile {
  readonly from: bigint;
  readonly events: number;
}

/** One log in a backup. Its parts are consecutive and begin at position 0. */
export interface LogCopy {
  readonly identity: string;
  readonly schema: number;
  /** Whether every event had a checksum when the backup was taken. */
  readonly sealed: boolean;
  /** A hash of the erasures in the log. It changes with each erasure. */
  readonly erasures: string;
  /** The position of the last event; null if the log is empty. */
  readonly position: bigint | null;
  /** The id of the last event; null if the log is empty. */
  readonly last: string | null;
  readonly parts: readonly Part[];
}

/** A file other than the logs. `name` is its name in the data folder. */
export interface FileCopy extends StoredFile {
  readonly name: string;
}

/** The files of one backup. Some may have been written by earlier backups; no file is ever changed. */
export interface Manifest {
  readonly number: number;
  /** ISO 8601, UTC, with milliseconds. */
  readonly takenAt: string;
  /** The release of Dateline that took the backup. */
  readonly version: string;
  readonly desk: LogCopy;
  readonly public: LogCopy;
  readonly files: readonly FileCopy[];
}

const FORMAT = 1;

/** The stored form: JSON with positions as strings, and the SHA-256 of everything else in it. */
export function writeManifest(manifest: Manifest): string {
  const body = JSON.stringify({ format: FORMAT, ...manifest }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return `${JSON.stringify({ sha256: sha256(body), ...(JSON.parse(body) as object) }, null, 2)}\n`;
}

/** Reads the stored form. @throws BackupRefused if it is damaged, or of an unknown format */
export function readManifest(name: string, text: string): Manifest {
  const damaged = new BackupRefused(`${name} is damaged. Restore another backup with --backup NUMBER.`);
  let found: { sha256?: unknown; format?: unknown };
  try {
    found = JSON.parse(text) as typeof found;
  } catch {
    throw damaged;
  }
  const { sha256: written, ...body } = found ?? {};
  if (written !== sha256(JSON.stringify(body))) throw damaged;
  if (body.format !== FORMAT)
    throw new BackupRefused(
      `${name} has format ${String(body.format)}; this release reads format ${FORMAT}. Use the release that wrote it, or a later one.`,
    );
  // The hash proves that this program wrote it, so its shape is right.
  const {
    desk,
    public: world,
    ...rest
  } = body as unknown as Omit<Manifest, 'desk' | 'public'> & {
    readonly desk: WrittenCopy;
    readonly public: WrittenCopy;
  };
  return { ...rest, desk: copyOf(desk), public: copyOf(world) };
}

type WrittenPart = Omit<Part, 'from'> & { readonly from: string };
type WrittenCopy = Omit<LogCopy, 'position' | 'parts'> & {
  readonly position: string | null;
  readonly parts: readonly WrittenPart[];
};

const copyOf = (copy: WrittenCopy): LogCopy => ({
  ...copy,
  position: copy.position === null ? null : BigInt(copy.position),
  parts: copy.parts.map((part) => ({ ...part, from: BigInt(part.from) })),
});

/** All files of a backup. */
export function filesOf(manifest: Manifest): readonly StoredFile[] {
  return [...manifest.desk.parts, ...manifest.public.parts, ...manifest.files];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
