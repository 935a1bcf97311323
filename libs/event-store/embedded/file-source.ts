import { EventDamaged, LogRewound } from '../failure.js';
import type { BatchSource, Batch } from '../polling-subscription.js';
import type { LogReader } from './log-reader.js';

/**
 * The source of a subscription to a log in a file. It stops for good where the log was restored from an older copy. Such a
 * log ends before the last event that was read, has a different event there, or has a different identity.
 */
export class FileSource implements BatchSource {
  readonly #identity: string;
  /** The last event that was read. */
  #last: { readonly position: bigint; readonly id: string } | null = null;
  #rewound: LogRewound | null = null;

  constructor(private readonly reader: LogReader) {
    this.#identity = reader.identity;
  }

  nextBatch(after: bigint | null, prefix: string): Batch {
    if (this.#rewound) throw this.#rewound;
    if (this.reader.identity !== this.#identity) throw this.#stop('The log was replaced by a different one');
    if (after !== null) this.#checkSameLog(after);
    const batch = this.reader.nextBatch(after, prefix);
    if (batch.through !== null) this.#remember(batch.through, this.#idAt(batch.through));
    return batch;
  }

  #checkSameLog(position: bigint): void {
    if ((this.reader.head() ?? -1n) < position)
      throw this.#stop(`The log ends before position ${position}, through which it was read`);
    const id = this.#idAt(position);
    if (id !== null && this.#last?.position === position && this.#last.id !== id)
      throw this.#stop(`The event at position ${position} has changed`);
    this.#remember(position, id);
  }

  #remember(position: bigint, id: string | null): void {
    if (id !== null) this.#last = { position, id };
  }

  /** The id of the event at a position; null where there is none or it is damaged. */
  #idAt(position: bigint): string | null {
    try {
      return this.reader.idAt(position);
    } catch (error) {
      if (error instanceof EventDamaged) return null;
      throw error;
    }
  }

  #stop(found: string): LogRewound {
    this.#rewound = new LogRewound(
      `${found}: an older copy was restored. The data derived from the log must be rebuilt.`,
    );
    return this.#rewound;
  }
}
