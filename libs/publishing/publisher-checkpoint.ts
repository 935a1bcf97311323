import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WrittenEvent } from './public-log.js';

/** Where the publisher is in the desk's log, and which streams have an embargo that has not ended. */
export interface PublisherCheckpoint {
  /** The identity of the desk's log and of the public one: of other logs it says nothing. */
  readonly desk: string;
  readonly public: string;
  readonly position: bigint;
  /** The last event that it took of the desk's log, and the last that it knows in the public one; null before the first. */
  readonly taken: WrittenEvent | null;
  readonly published: WrittenEvent | null;
  readonly embargoed: readonly string[];
  /** A time that had surely come when it was written, in milliseconds since the epoch; null where none was known. */
  readonly seen: number | null;
}

/** A small file that only saves work: without it, or with an old one, the same events are found to be published. */
export class PublisherCheckpointFile {
  constructor(private readonly file: string) {}

  /** Null where there is none that can be read and belongs to these logs. */
  read(desk: string, publicLog: string): PublisherCheckpoint | null {
    try {
      const found = JSON.parse(readFileSync(this.file, 'utf8')) as Record<keyof PublisherCheckpoint, unknown>;
      const { position, embargoed, seen = null } = found;
      if (found.desk !== desk || found.public !== publicLog) return null;
      if (!isPosition(position) || !isNames(embargoed)) return null;
      const [taken, published] = [found.taken, found.published].map(readWritten);
      if (taken === undefined || published === undefined) return null;
      if (seen !== null && typeof seen !== 'number') return null;
      return {
        desk,
        public: publicLog,
        position: BigInt(position),
        taken,
        published,
        embargoed,
        seen,
      };
    } catch {
      return null;
    }
  }

  write(checkpoint: PublisherCheckpoint): void {
    const text = JSON.stringify(checkpoint, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    writeFileSync(`${this.file}.new`, text);
    renameSync(`${this.file}.new`, this.file);
  }
}

/** Undefined where it cannot be read. */
function readWritten(value: unknown): WrittenEvent | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || !('position' in value) || !('id' in value)) return undefined;
  const { position, id } = value;
  return isPosition(position) && typeof id === 'string' ? { position: BigInt(position), id } : undefined;
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isPosition = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value);
