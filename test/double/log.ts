import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedEventStore, StreamNotFound, WrongExpectedRevision } from '#event-store';
import type { LogRange, NewEvent, StoredEvent } from '#event-store';
import { failures } from './failure.js';
import { escapeName, unescapeName } from './name.js';
import { wrap } from './envelope.js';
import { DELETED, StreamStates } from './stream-states.js';

/** The expected revisions on the wire: those of the port, and two that the product does not use. */
export type WireExpected = bigint | 'no_stream' | 'any' | 'stream_exists';

export interface Proposed extends NewEvent {
  /** Null if the writer did not say it. */
  readonly isJson: boolean | null;
}

/** The last revision of the stream after an append, and the position of its last event; null if it has none. */
export interface Written {
  readonly revision: bigint | null;
  readonly position: bigint | null;
}

/** The append was refused because the stream has a different revision. */
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

/** No limit here: the size of an append is checked before. */
const NO_LIMIT = 1024 * 1024 * 1024;
const TICKS_PER_MILLISECOND = 10_000n;

/** In milliseconds: the additional time of a commit, and the time until a dropped append is answered. */
export interface CommitTimes {
  readonly takes: number;
  readonly dropped: number;
}

/** The embedded store as a server's log. It also has system streams, and the time and data format of each event. */
export class Log {
  /** Milliseconds by which the server's clock is wrong. */
  skew = 0;
  readonly states = new StreamStates((stream) => this.lastOf(stream));
  readonly #file: string;
  readonly #times: CommitTimes;
  #store: EmbeddedEventStore;
  /** The appends that are not committed yet, by event ids. */
  readonly #flights = new Set<string>();
  readonly #scavenged: { readonly from: bigint; readonly to: bigint }[] = [];

  private constructor(file: string, store: EmbeddedEventStore, times: CommitTimes) {
    this.#file = file;
    this.#store = store;
    this.#times = times;
  }

  static async open(file: string, times: CommitTimes): Promise<Log> {
    return new Log(file, await openStore(file), times);
  }

  get store(): EmbeddedEventStore {
    return this.#store;
  }

  async reopen(): Promise<void> {
    await this.#store.close();
    this.#store = await openStore(this.#file);
  }

  /** @throws Conflict; Failure if the stream is hard-deleted, or the same append is already being committed */
  async append(stream: string, expected: WireExpected, events: readonly Proposed[]): Promise<Written> {
    const flight = JSON.stringify([stream, events.map(({ id }) => id.toLowerCase())]);
    if (events.length > 0 && this.#flights.has(flight)) {
      // A server drops it silently, and later answers with a timeout.
      await pause(this.#times.dropped, undefined, { ref: false });
      throw failures.commitTimeout();
    }
    this.#flights.add(flight);
    try {
      const { tombstoned } = await this.states.of(stream);
      if (tombstoned) throw failures.streamDeleted(stream);
      if (this.#times.takes > 0) await pause(this.#times.takes, undefined, { ref: false });
      return await this.#write(stream, expected, events);
    } catch (error) {
      // The stream may have been deleted meanwhile.
      if (error instanceof Conflict && (await this.states.of(stream)).tombstoned)
        throw failures.streamDeleted(stream);
      throw error;
    } finally {
      this.#flights.delete(flight);
    }
  }

  /** Soft-deletes a stream: nothing is readable until the next append. */
  async softDelete(stream: string, expected: WireExpected): Promise<Written> {
    await this.#expect(stream, expected);
    return this.#setMetadata(stream, `"$tb":${DELETED}`);
  }

  /** Hard-deletes a stream: it can never be read or written again. */
  async tombstone(stream: string, expected: WireExpected): Promise<Written> {
    await this.#expect(stream, expected);
    const at = typeof expected === 'bigint' ? expected : 'any';
    return this.append(stream, at, [eventOf('$streamDeleted', '{}')]);
  }

  /** Reads the whole log, without the events that a scavenge removed. */
  async *readAll(range: LogRange): AsyncGenerator<StoredEvent, void> {
    for await (const event of this.#store.readAll(range)) if (!(await this.#isScavenged(event))) yield event;
  }

  /** Removes the events of hard-deleted streams from a part of the log; both ends are inclusive. */
  scavenge({ from = 0n, to }: { readonly from?: bigint; readonly to: bigint }): void {
    this.#scavenged.push({ from, to });
  }

  async #isScavenged({ stream, type, position }: StoredEvent): Promise<boolean> {
    if (!this.#scavenged.some(({ from, to }) => from <= position && position <= to)) return false;
    return type !== '!$streamDeleted' && (await this.states.of(unescapeName(stream))).tombstoned;
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

  async #write(stream: string, expected: WireExpected, events: readonly Proposed[]): Promise<Written> {
    const now = BigInt(Date.now() + this.skew) * TICKS_PER_MILLISECOND;
    const stored = events.map((event, index) => wrap(event, now + BigInt(index)));
    try {
      if (events.length === 0) return await this.#nothing(stream, expected);
      if (typeof expected === 'bigint') return await this.#appendExactly(stream, expected, stored);
      if (expected === 'no_stream') return await this.#appendAsNew(stream, stored);
      return await this.#appendAnyhow(stream, expected, stored);
    } finally {
      if (stream.startsWith('$$')) this.states.forget(stream.slice(2));
      if (events.some(({ type }) => type === '$streamDeleted')) this.states.forget(stream);
    }
  }

  /** The answer to an append without events: the current revision and position. */
  async #nothing(stream: string, expected: WireExpected): Promise<Written> {
    const [last] = await this.lastOf(stream);
    const current = last?.revision ?? null;
    const wanted = expected === 'no_stream' ? null : expected;
    if (typeof expected === 'bigint' || expected === 'no_stream')
      if (current !== wanted) throw new Conflict(stream, expected, current);
    return { revision: current, position: await this.#store.head() };
  }

  async #appendAsNew(stream: string, events: readonly NewEvent[]): Promise<Written> {
    try {
      return await this.#appendExactly(stream, 'no_stream', events);
    } catch (error) {
      const [last] = await this.lastOf(stream);
      if (!(error instanceof Conflict) || !last || !(await this.states.of(stream)).softDeleted) throw error;
      return this.#undelete(stream, last.revision, events);
    }
  }

  async #appendAnyhow(
    stream: string,
    expected: 'any' | 'stream_exists',
    events: readonly NewEvent[],
  ): Promise<Written> {
    for (;;) {
      const [newest] = await this.lastOf(stream);
      const described = (await this.lastOf(`$$${stream}`)).length > 0;
      const { softDeleted } = await this.states.of(stream);
      if (expected === 'stream_exists' && ((!newest && !described) || softDeleted))
        throw new Conflict(stream, expected, newest?.revision ?? null);
      const there = await this.#repeated(stream, events);
      if (there) return there;
      try {
        if (newest && softDeleted) return await this.#undelete(stream, newest.revision, events);
        return await this.#appendExactly(stream, newest?.revision ?? 'no_stream', events);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  /** The result of an earlier append of the same consecutive events, anywhere in the stream; null if there is none. */
  async #repeated(stream: string, events: readonly NewEvent[]): Promise<Written | null> {
    let matched = 0;
    try {
      for await (const { id, revision, position } of this.#store.readStream(escapeName(stream))) {
        matched = id === events[matched]?.id.toLowerCase() ? matched + 1 : 0;
        if (matched === events.length) return { revision, position };
      }
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return null;
  }

  /** The first append after a soft delete: revisions continue, and only events from here on are readable. */
  async #undelete(stream: string, last: bigint, events: readonly NewEvent[]): Promise<Written> {
    await this.#setMetadata(stream, `"$tb":${last + 1n}`);
    return this.#appendExactly(stream, last, events);
  }

  async #setMetadata(stream: string, setting: string): Promise<Written> {
    return this.append(`$$${stream}`, 'any', [eventOf('$metadata', `{${setting}}`)]);
  }

  async #expect(stream: string, expected: WireExpected): Promise<void> {
    const [last] = await this.lastOf(stream);
    const current = last?.revision ?? null;
    const fits =
      expected === 'any' ||
      (expected === 'stream_exists'
        ? last !== undefined
        : current === (expected === 'no_stream' ? null : expected));
    if ((await this.states.of(stream)).tombstoned) throw failures.streamDeleted(stream);
    if (!fits) throw new Conflict(stream, expected, current);
  }

  async #appendExactly(
    stream: string,
    expected: bigint | 'no_stream',
    events: readonly NewEvent[],
  ): Promise<Written> {
    try {
      const { revision, position } = await this.#store.append(escapeName(stream), expected, events);
      return { revision, position };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      throw new Conflict(stream, expected, error.actual === 'no_stream' ? null : error.actual);
    }
  }
}

/** An event that the server itself writes. */
export const eventOf = (type: string, json: string): Proposed => ({
  id: crypto.randomUUID(),
  type,
  isJson: true,
  data: Buffer.from(json),
  metadata: new Uint8Array(0),
});

function openStore(file: string): Promise<EmbeddedEventStore> {
  return EmbeddedEventStore.open({ file, reserve: 0, limit: NO_LIMIT, retry: { first: 20, most: 100 } });
}
