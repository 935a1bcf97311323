import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SinceBoot } from '#event-store';
import type { WrittenEvent } from './public-log.js';
import type { LastKnownTime } from './trusted-clock.js';

/** The position of the publisher in the desk's log, and its unfinished work. */
export interface PublisherCheckpoint {
  /** The identities of the desk's log and the public log: the checkpoint is valid only for these. */
  readonly desk: string;
  readonly public: string;
  /** The last processed position in the desk's log; null before the first event. */
  readonly position: bigint | null;
  /** The last event that it read from the desk's log, and the last one in the public log; null before the first. */
  readonly taken: WrittenEvent | null;
  readonly published: WrittenEvent | null;
  /** Streams with pending releases, and damaged ones. */
  readonly embargoed: readonly string[];
  /** Streams with developments on hold. */
  readonly held: readonly string[];
  /** Streams whose removed words may still be in the public log. */
  readonly forgetting: readonly string[];
  /** The last known time when the checkpoint was written; null where there was none. */
  readonly seen: LastKnownTime | null;
}

/**
 * A small file that only saves work. Without it, or with an old one, the publisher finds that the events are
 * published.
 */
export class PublisherCheckpointFile {
  constructor(private readonly file: string) {}

  /** Reads the checkpoint; null where there is none for these logs, or it is invalid. */
  read(desk: string, publicLog: string): PublisherCheckpoint | null {
    try {
      const found = JSON.parse(readFileSync(this.file, 'utf8')) as Record<
        keyof PublisherCheckpoint | 'boot',
        unknown
      >;
      const { seen = null, boot = null } = found;
      // A checkpoint of an older release does not say what is on hold: only its time counts.
      const {
        position,
        embargoed,
        held,
        forgetting = [],
        ...last
      } = found.held === undefined ? FIRST : found;
      if (found.desk !== desk || found.public !== publicLog) return null;
      if (position !== null && !isPosition(position)) return null;
      if (!isNames(embargoed) || !isNames(held) || !isNames(forgetting)) return null;
      const [taken, published] = [last.taken, last.published].map(readWritten);
      if (taken === undefined || published === undefined) return null;
      if (seen !== null && typeof seen !== 'number') return null;
      return {
        desk,
        public: publicLog,
        position: position === null ? null : BigInt(position),
        taken,
        published,
        embargoed,
        held,
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

/** Reads the log from its first event. */
const FIRST: Partial<Record<keyof PublisherCheckpoint, unknown>> = {
  position: null,
  taken: null,
  published: null,
  embargoed: [],
  held: [],
};

/** Undefined for an invalid value. */
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
