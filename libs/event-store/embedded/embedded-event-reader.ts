import { EventReader } from '../event-reader.js';
import type { StoredEvent } from '../event.js';
import type { LogRange, StoreHealth, StreamRange } from '../event-reader.js';
import { FileUnusable } from '../file-unusable.js';
import { SubscriptionGroup } from '../subscription-group.js';
import type { Subscription, SubscriptionHandler, SubscriptionStart } from '../subscription.js';
import { checkCompleteness, checkPresence } from './checkpoint-file.js';
import { FileSource } from './file-source.js';
import { LogReader } from './log-reader.js';
import { FileGone } from './open-files.js';
import { requireLog } from './schema.js';

/**
 * A log in a file, opened for reading only, in the process that writes it or in another one. By default subscriptions check
 * it five times a second. If the file is replaced, as by a restore, the new file is read from then on.
 */
export class EmbeddedEventReader extends EventReader {
  readonly #reader: LogReader;
  readonly #subscriptions: SubscriptionGroup;
  #closed = false;

  private constructor(reader: LogReader, pollEvery: number) {
    super();
    this.#reader = reader;
    this.#subscriptions = new SubscriptionGroup(
      () => {
        const source = new FileSource(reader);
        return {
          nextBatch: (after, prefix) => {
            this.#current();
            return source.nextBatch(after, prefix);
          },
        };
      },
      { pollEvery, retryFirst: 100, retryMost: 10_000 },
    );
  }

  override get identity(): string {
    return this.#current().identity;
  }

  /** @throws StoreIncomplete, StoreSwapped, SchemaTooNew, FileUnusable, and StoreUnusable where there is no log */
  static async open(file: string, pollEvery = 200): Promise<EmbeddedEventReader> {
    const reader = FileUnusable.guard(file, () => {
      checkPresence(file);
      requireLog(file);
      return new LogReader(file);
    });
    try {
      checkCompleteness(file, reader.identity, () => reader.head());
      return new EmbeddedEventReader(reader, pollEvery);
    } catch (error) {
      reader.close();
      throw FileUnusable.of(file, error);
    }
  }

  override readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent> {
    return this.#current().readStream(stream, range);
  }

  override readAll(range?: LogRange): AsyncIterable<StoredEvent> {
    return this.#current().readAll(range);
  }

  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.#subscriptions.start(start, handler);
  }

  override async head(): Promise<bigint | null> {
    return this.#current().head();
  }

  #current(): LogReader {
    if (!this.#closed) this.#reader.reopenIfReplaced();
    return this.#reader;
  }

  /** The log may have new events: subscriptions read it at once. */
  wake(): void {
    this.#subscriptions.wake();
  }

  override health(): StoreHealth {
    const { files, damages } = this.#reader;
    const gone = this.#closed ? null : files.gone();
    const state = this.#closed ? 'closed' : gone === null ? 'ready' : 'failed';
    const reason = gone === null ? null : new FileGone(gone).message;
    return { state, reason, waiting: 0, subscriptions: this.#subscriptions.health, damages };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#subscriptions.close();
    this.#reader.close();
  }
}
