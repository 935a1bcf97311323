import type { WriteRequest, WriterOptions } from '../embedded/writer-messages.js';
import { WriterFailed, startWriterThread } from '../embedded/writer-thread.js';
import type { LogWriter, StartWriter } from '../embedded/writer-thread.js';

/** A writer for tests that fails on demand: before or after a group is committed, and then in its recoveries. */
export class FailingWriter {
  #next: 'before' | 'after' | null = null;
  #recoveries = 0;
  #started = 0;
  readonly groups: number[] = [];

  /** How many writers were started. */
  get started(): number {
    return this.#started;
  }

  failNext(when: 'before' | 'after', { recoveries = 0 } = {}): void {
    this.#next = when;
    this.#recoveries = recoveries;
  }

  heal(): void {
    this.#next = null;
    this.#recoveries = 0;
  }

  readonly start: StartWriter = async (options: WriterOptions): Promise<LogWriter> => {
    const writer = await startWriterThread(options);
    this.#started += 1;
    return {
      write: async (group: readonly WriteRequest[]) => {
        this.groups.push(group.length);
        const when = this.#next;
        this.#next = null;
        if (when === 'before') throw new WriterFailed('SQLITE_IOERR_WRITE', 'disk I/O error');
        const answer = await writer.write(group);
        if (when === 'after') throw new WriterFailed('SQLITE_IOERR_FSYNC', 'disk I/O error');
        return answer;
      },
      recover: async (group, reason) => {
        if (this.#recoveries > 0) {
          this.#recoveries -= 1;
          throw new WriterFailed('SQLITE_IOERR_READ', 'disk I/O error');
        }
        return writer.recover(group, reason);
      },
      seal: (seals) => writer.seal(seals),
      erase: (erasures) => writer.erase(erasures),
      close: () => writer.close(),
    };
  };
}
