import { createHash } from 'node:crypto';
import { BackupRefused } from './refused.js';
import type { StoredFile } from './stored-file.js';

/** Some events of a log in a file, from a position on, without a gap. */
export interface Part extends StoredFile {
  readonly from: bigint;
  readonly events: number;
}

/** One log as a backup has it: its parts follow each other from position 0 on. */
export interface LogCopy {
  readonly identity: string;
  readonly schema: number;
  /** Whether each event had its checksum. */
  readonly sealed: boolean;
  /** What was erased of the log, as a hash. */
  readonly erasures: string;
  /** The last event; null for an empty log. */
  readonly position: bigint | null;
  readonly last: string | null;
  readonly parts: readonly Part[];
}

/** A file beside the logs, and its name among the data. */
export interface FileCopy extends StoredFile {
  readonly name: string;
}

/** What one backup is made of. Files that an earlier backup wrote may be in it, and are never changed. */
export interface Manifest {
  readonly number: number;
  /** ISO 8601, UTC, with milliseconds. */
  readonly takenAt: string;
  /** The release of Dateline that took it. */
  readonly version: string;
  readonly desk: LogCopy;
  readonly public: LogCopy;
  readonly files: readonly FileCopy[];
}

const FORMAT = 1;

/** As it is stored: positions as texts, and a SHA-256 of all the rest. */
export function writeManifest(manifest: Manifest): string {
  const body = JSON.stringify({ format: FORMAT, ...manifest }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return `${JSON.stringify({ sha256: sha256(body), ...(JSON.parse(body) as object) }, null, 2)}\n`;
}

/** @throws BackupRefused unless it is what was written */
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
      `${name} has format ${String(body.format)}; this release knows ${FORMAT}. Use the release that wrote it, or a later one.`,
    );
  // By its hash it is what this program wrote, with positions as texts.
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

/** Every file that a backup needs. */
export function filesOf(manifest: Manifest): readonly StoredFile[] {
  return [...manifest.desk.parts, ...manifest.public.parts, ...manifest.files];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
