import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SinceBoot } from '#event-store';
import type { WrittenEvent } from './public-log.js';
import type { Seen } from './trusted-clock.js';

/** Where the publisher is in the desk's log, and what of it is still to be done. */
export interface PublisherCheckpoint {
  /** The identity of the desk's log and of the public one: of other logs it says nothing. */
  readonly desk: string;
  readonly public: string;
  /** Null before the first event that it looked at. */
  readonly position: bigint | null;
  /** The last event that it took of the desk's log, and the last that it knows in the public one; null before the first. */
  readonly taken: WrittenEvent | null;
  readonly published: WrittenEvent | null;
  readonly embargoed: readonly string[];
  /** Streams whose removed words may still be in the public log. */
  readonly forgetting: readonly string[];
  /** What was known of the time when it was written; null where nothing was. */
  readonly seen: Seen | null;
}

/** A small file that only saves work: without it, or with an old one, the same events are found to be published. */
export class PublisherCheckpointFile {
  constructor(private readonly file: string) {}

  /** Null where there is none that can be read and belongs to these logs. */
  read(desk: string, publicLog: string): PublisherCheckpoint | null {
    try {
      const found = JSON.parse(readFileSync(this.file, 'utf8')) as Record<
        keyof PublisherCheckpoint | 'boot',
        unknown
      >;
      const { position, embargoed, forgetting = [], seen = null, boot = null } = found;
      if (found.desk !== desk || found.public !== publicLog) return null;
      if (position !== null && !isPosition(position)) return null;
      if (!isNames(embargoed) || !isNames(forgetting)) return null;
      const [taken, published] = [found.taken, found.published].map(readWritten);
      if (taken === undefined || published === undefined) return null;
      if (seen !== null && typeof seen !== 'number') return null;
      return {
        desk,
        public: publicLog,
        position: position === null ? null : BigInt(position),
        taken,
        published,
        embargoed,
        forgetting,
        seen: seen === null ? null : { at: seen, boot: isBoot(boot) ? boot : null },
      };
    } catch {
      return null;
    }
  }

  write(checkpoint: PublisherCheckpoint): void {
    const { seen } = checkpoint;
    const text = JSON.stringify(
      { ...checkpoint, seen: seen?.at ?? null, boot: seen?.boot ?? null },
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
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

const isBoot = (value: unknown): value is SinceBoot =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as SinceBoot).boot === 'string' &&
  typeof (value as SinceBoot).milliseconds === 'number';
