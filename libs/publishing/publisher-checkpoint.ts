import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Where the publisher is in the desk's log, and what of it is still to be done. */
export interface PublisherCheckpoint {
  /** The identity of the desk's log and of the public one: of other logs it says nothing. */
  readonly desk: string;
  readonly public: string;
  readonly position: bigint;
  /** The last event that it took: the desk's log has this one there. Null where that was not noted. */
  readonly last: { readonly position: bigint; readonly id: string } | null;
  /** The last position that it wrote in the public log; null before the first. */
  readonly published: bigint | null;
  readonly embargoed: readonly string[];
  /** Streams whose removed words may still be in the public log. */
  readonly forgetting: readonly string[];
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
      const { position, last = null, published = null, embargoed, forgetting = [], seen = null } = found;
      if (found.desk !== desk || found.public !== publicLog) return null;
      if (!isPosition(position) || !isNames(embargoed) || !isNames(forgetting)) return null;
      if (published !== null && !isPosition(published)) return null;
      if (last !== null && !isLast(last)) return null;
      if (seen !== null && typeof seen !== 'number') return null;
      return {
        desk,
        public: publicLog,
        position: BigInt(position),
        last: last === null ? null : { position: BigInt(last.position), id: last.id },
        published: published === null ? null : BigInt(published),
        embargoed,
        forgetting,
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

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isPosition = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value);

const isLast = (value: unknown): value is { readonly position: string; readonly id: string } => {
  const { position, id } = value as Partial<Record<'position' | 'id', unknown>>;
  return isPosition(position) && typeof id === 'string';
};
