import { EmbeddedEventStore, StreamNotFound, WrongExpectedRevision } from '#event-store';
import type { NewEvent, StoredEvent } from '#event-store';
import { escapeName } from './name.js';
import { wrap } from './envelope.js';

/** What a writer may expect on the wire: the port's two, and the two that the product does not use. */
export type WireExpected = bigint | 'no_stream' | 'any' | 'stream_exists';

export interface Proposed extends NewEvent {
  readonly isJson: boolean;
}

/** The stream's last revision after an append, and the position of its last event; nulls when nothing was appended. */
export interface Written {
  readonly revision: bigint | null;
  readonly position: bigint | null;
}

/** The append was refused because the stream is elsewhere. */
export class Conflict extends Error {
  readonly stream: string;
  readonly expected: WireExpected;
  readonly current: bigint | null;

  constructor(stream: string, expected: WireExpected, current: bigint | null) {
    super(`${stream} is at ${current ?? 'no_stream'}, not ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.current = current;
  }
}

/** The size of an append is judged before it comes here. */
const NO_LIMIT = 1024 * 1024 * 1024;

/** The embedded store as a server's log: it takes system streams too, and keeps when and as what an event was written. */
export class Log {
  /** Milliseconds by which the server's clock is wrong. */
  skew = 0;
  readonly #file: string;
  #store: EmbeddedEventStore;

  private constructor(file: string, store: EmbeddedEventStore) {
    this.#file = file;
    this.#store = store;
  }

  static async open(file: string): Promise<Log> {
    return new Log(file, await openStore(file));
  }

  get store(): EmbeddedEventStore {
    return this.#store;
  }

  async reopen(): Promise<void> {
    await this.#store.close();
    this.#store = await openStore(this.#file);
  }

  /** Throws `Conflict`. */
  async append(stream: string, expected: WireExpected, events: readonly Proposed[]): Promise<Written> {
    const created = Date.now() + this.skew;
    const stored = events.map((event) => wrap(event, created));
    if (expected !== 'any' && expected !== 'stream_exists') {
      return this.#appendExactly(stream, expected, stored);
    }
    for (;;) {
      const last = await this.lastOf(stream, events.length);
      const [newest] = last;
      if (!newest && expected === 'stream_exists') throw new Conflict(stream, expected, null);
      if (newest && isRepetition(last, events)) {
        return { revision: newest.revision, position: newest.position };
      }
      try {
        return await this.#appendExactly(stream, newest ? newest.revision : 'no_stream', stored);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  /** The last events of a stream, the newest first; none if it was never written. */
  async lastOf(stream: string, count = 1): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    try {
      const range = { direction: 'backward', limit: Math.max(count, 1) } as const;
      for await (const event of this.#store.readStream(escapeName(stream), range)) events.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return events;
  }

  async #appendExactly(
    stream: string,
    expected: bigint | 'no_stream',
    events: readonly NewEvent[],
  ): Promise<Written> {
    try {
      const { revision, position } = await this.#store.append(escapeName(stream), expected, events);
      if (revision !== null) return { revision, position };
      return { revision: expected === 'no_stream' ? null : expected, position: null };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      throw new Conflict(stream, expected, error.actual === 'no_stream' ? null : error.actual);
    }
  }
}

/** With `any` a server recognises a repetition as best it can: here, when it is the stream's end. */
function isRepetition(newestFirst: readonly StoredEvent[], events: readonly NewEvent[]): boolean {
  const ids = events.map(({ id }) => id.toLowerCase()).toReversed();
  return ids.length === newestFirst.length && ids.every((id, index) => id === newestFirst[index]?.id);
}

function openStore(file: string): Promise<EmbeddedEventStore> {
  return EmbeddedEventStore.open({ file, reserve: 0, limit: NO_LIMIT, retry: { first: 20, most: 100 } });
}
