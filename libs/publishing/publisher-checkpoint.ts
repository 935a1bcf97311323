import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Where the publisher is in the desk's log, and which streams have an embargo that has not ended. */
export interface PublisherCheckpoint {
  /** The identity of the desk's log and of the public one: of other logs it says nothing. */
  readonly desk: string;
  readonly public: string;
  readonly position: bigint;
  readonly embargoed: readonly string[];
}

/** A small file that only saves work: without it, or with an old one, the same events are found to be published. */
export class PublisherCheckpointFile {
  constructor(private readonly file: string) {}

  /** Null where there is none that can be read and belongs to these logs. */
  read(desk: string, publicLog: string): PublisherCheckpoint | null {
    try {
      const found = JSON.parse(readFileSync(this.file, 'utf8')) as PublisherCheckpoint & { position: string };
      if (found.desk !== desk || found.public !== publicLog) return null;
      return { ...found, position: BigInt(found.position) };
    } catch {
      return null;
    }
  }

  write(checkpoint: PublisherCheckpoint): void {
    const text = JSON.stringify({ ...checkpoint, position: checkpoint.position.toString() });
    writeFileSync(`${this.file}.new`, text);
    renameSync(`${this.file}.new`, this.file);
  }
}
