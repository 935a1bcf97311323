import { randomUUID } from 'node:crypto';
import { APPEND_LIMIT, checkAppend } from '../append-rules.js';
import type { NewEvent, StoredEvent } from '../event.js';
import type { LogRange, StoreHealth, StreamRange } from '../event-reader.js';
import { EventStore, type Appended, type Expected, type Replacement } from '../event-store.js';
import {
  AppendTooLarge,
  InvalidAppend,
  OutcomeUnknown,
  StoreUnavailable,
  StreamNotFound,
  WrongExpectedRevision,
} from '../failure.js';
import { encode } from '../json.js';
import type { Subscription, SubscriptionHandler, SubscriptionStart } from '../subscription.js';
import { CallFailed } from './call-failed.js';
import { isInsecure, PUBLIC, userOf, type ClusterAddress } from './cluster-address.js';
import { ClusterEventReader, isDeleted, storeError, type ExpectedLog } from './cluster-event-reader.js';
import { Eraser } from './eraser.js';
import { isGeneration } from './generations.js';
import type { Limits } from './connection.js';
import { ARCHIVE_GROUP, DESK_GROUP } from './log-mark.js';
import { sendUntilAnswered } from './send-until-answered.js';
import { isName, LAST } from './wire-guard.js';

export interface ClusterOptions {
  /** The limit of one append, in bytes: data, metadata and 16 for each id. The default is 1 MiB, as on the server. */
  readonly limit?: number;
  readonly limits?: Limits;
  /** The first and the longest pause of a failed subscription, in milliseconds. */
  readonly retry?: { readonly first: number; readonly most: number };
}

/**
 * An event store on a KurrentDB or EventStoreDB cluster. Positions are the commit positions of the server: they grow, with
 * gaps.
 */
export class ClusterEventStore extends EventStore {
  #waiting = 0;
  #closing: Promise<void> | null = null;
  /** Streams that archives may already read. */
  readonly #readable = new Set<string>();
  readonly #eraser: Eraser;

  private constructor(
    private readonly reader: ClusterEventReader,
    private readonly limit: number,
  ) {
    super();
    this.#eraser = new Eraser(reader, {
      append: (name, expected, events) => this.#append(name, expected, events),
      allowReading: (name) => this.#allowReading(name, 'no_stream'),
    });
  }

  /** @throws StoreUnavailable, AccessDenied, WrongNewsroom */
  static async open(
    address: ClusterAddress,
    known: ExpectedLog,
    { limit = APPEND_LIMIT, ...options }: ClusterOptions = {},
  ): Promise<ClusterEventStore> {
    return new ClusterEventStore(
      await ClusterEventReader.open(address, known, { ...options, marks: true }),
      limit,
    );
  }

  override get identity(): string {
    return this.reader.identity;
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events, this.limit);
    for (const name of [stream, ...events.map(({ type }) => type)])
      if (!isName(name))
        throw new InvalidAppend(
          `${JSON.stringify(name)} is no valid name on a cluster. Use 1 to 255 characters of printable ASCII.`,
        );
    if (isGeneration(stream))
      throw new InvalidAppend(`${stream} ends like the name of a rewritten stream. Use another name.`);
    return this.#writing(async () => {
      // No stream has that many events.
      const never = expected !== 'no_stream' && expected > LAST;
      if (events.length === 0 || never) return this.#compare(stream, expected);
      await this.#allowReading(stream, expected);
      return this.#write(stream, expected, events);
    });
  }

  /**
   * Writes the stream again with the new data, and deletes the old one. Revisions stay, positions are new. The old data are
   * in the files of the server until a scavenge.
   */
  override async erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void> {
    await this.#writing(async () => {
      const end = await this.reader.lastRevision(stream);
      if (end === null) throw new StreamNotFound(stream);
      if (end !== last) throw new WrongExpectedRevision(stream, last, end);
      for (const { revision, data } of replacements) {
        if (revision > last) throw new WrongExpectedRevision(stream, revision, last);
        if (data.byteLength > this.limit) throw new AppendTooLarge(stream, data.byteLength, this.limit);
      }
      if (replacements.length === 0) return;
      const replaced = new Map(replacements.map(({ revision, data }) => [revision, data]));
      await this.#eraser.erase(stream, last, replaced);
    });
  }

  /** A program that rewrote a stream may have ended before it listed the deleted name. */
  async #listFoundDeleted(): Promise<void> {
    for (const name of this.reader.foundDeleted) {
      await this.#eraser.list(name);
      this.reader.foundDeleted.delete(name);
    }
  }

  async #writing<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new StoreUnavailable('The store is closed. Open it again to write.');
    this.#waiting += 1;
    try {
      await this.reader.verify();
      return await work();
    } catch (error) {
      throw storeError(error, this.reader.address);
    } finally {
      this.#waiting -= 1;
    }
  }

  override async *readStream(stream: string, range?: StreamRange): AsyncGenerator<StoredEvent, void> {
    yield* this.reader.readStream(stream, range);
    await this.#listFoundDeleted();
  }

  override readAll(range?: LogRange): AsyncIterable<StoredEvent> {
    return this.reader.readAll(range);
  }

  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.reader.subscribe(start, handler);
  }

  override head(): Promise<bigint | null> {
    return this.reader.head();
  }

  override health(): StoreHealth {
    return { ...this.reader.health(), waiting: this.#waiting };
  }

  override close(): Promise<void> {
    this.#closing ??= this.reader.close();
    return this.#closing;
  }

  /** Writes under the current name of the stream. A lost call is not repeated here, because its events may be written. */
  async #write(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    try {
      return await this.reader.withPresentName(stream, (name) => this.#append(name, expected, events));
    } catch (error) {
      if (error instanceof WrongExpectedRevision)
        throw new WrongExpectedRevision(stream, error.expected, error.actual);
      throw error;
    }
  }

  /** Appends to the stream with exactly this name. @throws CallFailed where it was deleted */
  async #append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const { connection, address } = this.reader;
    try {
      const { revision, position } = await connection.retry(
        (client, limit) =>
          sendUntilAnswered((left) => client.append(stream, expected, events, left), {
            events: events.length,
            limit,
          }),
        ({ outcome }) => outcome === 'not-sent' || outcome === 'busy' || outcome === 'not-leader',
      );
      // A cluster answers a repeated append like the first one, so it is never certain that the events are new.
      return { revision, position: position ?? (await this.#positionOf(stream, revision)), isNew: false };
    } catch (error) {
      if (!(error instanceof CallFailed) || isDeleted(error)) throw error;
      if (error.outcome === 'lost') throw new OutcomeUnknown(stream, error.message);
      if (error.outcome === 'too-large') {
        const size = events.reduce((sum, e) => sum + e.data.byteLength + e.metadata.byteLength, 0);
        throw new AppendTooLarge(stream, size, error.limit ?? this.limit);
      }
      throw storeError(error, address);
    }
  }

  async #positionOf(stream: string, revision: bigint): Promise<bigint> {
    for await (const { position } of this.readStream(stream, { from: revision, limit: 1 })) return position;
    throw new OutcomeUnknown(stream, 'it is not at the revision that the cluster gave');
  }

  /** An append without events only checks the revision. */
  async #compare(stream: string, expected: Expected): Promise<Appended> {
    const actual = (await this.reader.lastRevision(stream)) ?? 'no_stream';
    if (actual !== expected) throw new WrongExpectedRevision(stream, expected, actual);
    return { revision: null, position: null, isNew: false };
  }

  /** With both logs on one cluster, an archive may read only the streams that this function allows. */
  async #allowReading(stream: string, expected: Expected): Promise<void> {
    const { address, connection } = this.reader;
    if (!address.shared || expected !== 'no_stream' || !stream.startsWith(PUBLIC)) return;
    if (isInsecure(address) || userOf(address) === null || this.#readable.has(stream)) return;
    const event = {
      id: randomUUID(),
      type: '$metadata',
      data: encode({ $acl: { $r: [ARCHIVE_GROUP, DESK_GROUP, '$admins'] } }),
      metadata: new Uint8Array(),
    };
    try {
      await connection.retry((client, limit) => client.append(`$$${stream}`, 'no_stream', [event], limit));
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) && !isDeleted(error)) throw storeError(error, address);
    }
    this.#readable.add(stream);
    if (this.#readable.size > 10_000) this.#readable.clear();
  }
}
