import { EventDamaged, LogRewound } from '../failure.js';
import type { BatchSource, Batch } from '../polling-subscription.js';
import type { LogReader } from './log-reader.js';

/**
 * Feeds a subscription from a log in a file, and notices that the log is no longer the one that was read: that it ends
 * before what was read of it, has another event at its end, or is another log. That stops it for good.
 */
export class FileSource implements BatchSource {
  readonly #identity: string;
  /** The last event that was looked at. */
  #last: { readonly position: bigint; readonly id: string } | null = null;
  #rewound: LogRewound | null = null;

  constructor(private readonly reader: LogReader) {
    this.#identity = reader.identity;
  }

  nextBatch(after: bigint | null, prefix: string): Batch {
    if (this.#rewound) throw this.#rewound;
    if (this.reader.identity !== this.#identity) throw this.#stop('The log was replaced by another one');
    if (after !== null) this.#checkSameLog(after);
    const stretch = this.reader.nextBatch(after, prefix);
    if (stretch.through !== null) this.#remember(stretch.through, this.#idAt(stretch.through));
    return stretch;
  }

  #checkSameLog(position: bigint): void {
    if ((this.reader.head() ?? -1n) < position)
      throw this.#stop(`The log ends before position ${position}, up to which it was read`);
    const id = this.#idAt(position);
    if (id !== null && this.#last?.position === position && this.#last.id !== id)
      throw this.#stop(`The log has another event at position ${position} than it had`);
    this.#remember(position, id);
  }

  #remember(position: bigint, id: string | null): void {
    if (id !== null) this.#last = { position, id };
  }

  /** What is damaged tells nothing. */
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
      `${found}: an older copy was restored. What was made of it has to be made again.`,
    );
    return this.#rewound;
  }
}
