import type { StoredEvent } from '../event.js';
import { EventReader, type LogRange, type StoreHealth, type StreamRange } from '../event-reader.js';
import {
  AccessDenied,
  EventStoreError,
  LogRewound,
  ServerUnsuited,
  StoreUnavailable,
  StreamNotFound,
  WrongNewsroom,
} from '../failure.js';
import { SubscriptionGroup } from '../subscription-group.js';
import type { Subscription, SubscriptionHandler, SubscriptionStart } from '../subscription.js';
import { CallFailed } from './call-failed.js';
import { hostsOf, PUBLIC, type ClusterAddress } from './cluster-address.js';
import { checkServer } from './check-server.js';
import { Connection, LIMITS, type Limits } from './connection.js';
import { checkMark, mark, readMark, type LogMark } from './log-mark.js';
import { ClusterSource, type LogPosition } from './cluster-source.js';
import { readPages } from './paged-read.js';
import { isName, LAST } from './wire-guard.js';
import type { Filter, Page } from './wire.js';
import {
  withoutGeneration,
  generationOf,
  givenUpStream,
  generationName,
  type GivenUp,
} from './generations.js';
import { decode } from '../json.js';

/** The log that is expected at an address. */
export interface ExpectedLog {
  /** Its identity, or null if unknown. With an identity the log can be opened while the cluster does not answer. */
  readonly identity: string | null;
  /** For a public log that is opened for writing: the identity of the desk's log. */
  readonly desk: string | null;
}

/** A log on a cluster, opened for reading only. */
export class ClusterEventReader extends EventReader {
  readonly #subscriptions: SubscriptionGroup;
  readonly #sources = new Set<ClusterSource>();
  readonly #filter: Filter;
  /** The current generations of streams that were rewritten. */
  readonly #generations = new Map<string, number>();
  /** Names of deleted generations, and the revision through which their list was read. */
  readonly #givenUp = new Set<string>();
  #givenUpThrough = -1n;
  /** Names that a read found to be deleted. */
  readonly foundDeleted = new Set<string>();
  #verifiedClient = 0;
  #wrongLog: EventStoreError | null = null;
  #closed = false;

  private constructor(
    readonly address: ClusterAddress,
    override readonly identity: string,
    readonly connection: Connection,
    retry: { readonly first: number; readonly most: number },
  ) {
    super();
    this.#filter = address.log === 'public' ? { prefix: PUBLIC } : 'ours';
    this.#subscriptions = new SubscriptionGroup((wake) => this.#source(wake), {
      pollEvery: connection.limits.pollEvery,
      retryFirst: retry.first,
      retryMost: retry.most,
    });
  }

  /**
   * Opens a log. Without a known identity it asks the cluster for it. `marks`: a log that has no identity gets one.
   *
   * @throws StoreUnavailable, AccessDenied, NotPrepared, WrongNewsroom, ServerUnsuited
   */
  static async open(
    address: ClusterAddress,
    known: ExpectedLog,
    {
      marks = false,
      limits = LIMITS,
      retry = { first: 100, most: 5_000 },
    }: {
      readonly marks?: boolean;
      readonly limits?: Limits;
      readonly retry?: { first: number; most: number };
    } = {},
  ): Promise<ClusterEventReader> {
    const connection = Connection.shared(address, limits);
    try {
      const identity = known.identity ?? (await identityOf(address, connection, known, marks));
      const reader = new ClusterEventReader(address, identity, connection, retry);
      if (known.identity === null) reader.#verifiedClient = connection.clientCount;
      return reader;
    } catch (error) {
      await connection.close();
      throw storeError(error, address);
    }
  }

  override async *readStream(stream: string, range: StreamRange = {}): AsyncGenerator<StoredEvent, void> {
    if (!isName(stream)) throw new StreamNotFound(stream);
    const { direction = 'forward', limit = Infinity } = range;
    const given = range.from ?? (direction === 'backward' ? 'end' : 'start');
    // Beyond every possible revision.
    const from = typeof given === 'bigint' && given > LAST ? 'end' : given;
    const last = (): Promise<bigint | null> => this.lastRevision(stream);
    if (limit <= 0 || (from === 'end' && direction === 'forward')) {
      if ((await last()) === null) throw new StreamNotFound(stream);
      return;
    }
    yield* readPages({
      of: { stream },
      from,
      direction,
      limit,
      page: (page) => this.#pageOf(stream, page),
      end: last,
      absent: () => {
        throw new StreamNotFound(stream);
      },
    });
  }

  override async *readAll({ from = 'start', limit = Infinity }: LogRange = {}): AsyncGenerator<
    StoredEvent,
    void
  > {
    if (limit <= 0) return;
    if (typeof from === 'bigint' && from > LAST) throw rewound(this.address, from);
    await this.readGivenUpNames();
    let left = limit;
    // Where every event of a page is ours, pages need not be larger than the limit.
    const whole = (this.address.log === 'public' || !this.address.shared) && this.#givenUp.size === 0;
    const all = readPages({
      of: { filter: this.#filter },
      from,
      direction: 'forward',
      limit: whole ? limit : Infinity,
      page: (page) => this.#page(page),
      end: () => this.head(),
      absent: () => undefined,
    });
    for await (const found of all) {
      const event = this.#asOurEvent(found);
      if (!event) continue;
      yield event;
      left -= 1;
      if (left === 0) return;
    }
  }

  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.#subscriptions.start(start, handler);
  }

  /** The end of the whole log of the cluster, system streams included: none of our events is after it. */
  override async head(): Promise<bigint | null> {
    return (await this.#end())?.position ?? null;
  }

  /** Subscriptions compare themselves with the end of the log at once. */
  wake(): void {
    for (const source of this.#sources) source.compareNext();
    this.#subscriptions.wake();
  }

  override health(): StoreHealth {
    const { lastFailure } = this.connection;
    const reason = this.#wrongLog?.message ?? lastFailure;
    const state = this.#closed
      ? 'closed'
      : this.#wrongLog
        ? 'failed'
        : lastFailure === null
          ? 'ready'
          : 'recovering';
    return { state, reason, waiting: 0, subscriptions: this.#subscriptions.health, damages: [] };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#subscriptions.close();
    await this.connection.close();
  }

  /**
   * An event of this log under the name of its stream; null for an event that is not of this log. Events of the server are
   * not, also those that delete one of our streams. Events of a deleted generation are not either.
   */
  #asOurEvent(event: StoredEvent): StoredEvent | null {
    const { stream, type } = event;
    if (stream.startsWith('$') || type.startsWith('$')) return null;
    if (this.#givenUp.has(stream) || stream === givenUpStream(this.address)) return null;
    const isHere = stream.startsWith(PUBLIC)
      ? this.address.log === 'public' || !this.address.shared
      : this.address.log === 'desk';
    return isHere ? withoutGeneration(event) : null;
  }

  /** Reads the names of deleted generations that were added to their list. */
  async readGivenUpNames(): Promise<void> {
    const of = { stream: givenUpStream(this.address) };
    for (let before: bigint | null = null; before !== this.#givenUpThrough;) {
      before = this.#givenUpThrough;
      const page = await this.#givenUpPage({ of, from: before < 0n ? 'start' : before });
      for (const { data, revision } of page) {
        this.#givenUp.add((decode(data) as GivenUp).name);
        this.#givenUpThrough = revision;
      }
    }
  }

  async #givenUpPage(page: Pick<Page, 'of' | 'from'>): Promise<readonly StoredEvent[]> {
    try {
      return (await this.#page({ ...page, direction: 'forward', count: 500 })) ?? [];
    } catch (error) {
      // With both logs on one cluster an archive may not read a stream that was never written.
      if (error instanceof AccessDenied && this.address.shared) return [];
      throw error;
    }
  }

  isGivenUp(name: string): boolean {
    return this.#givenUp.has(name);
  }

  /** The current name of a stream. */
  presentName(stream: string): string {
    return generationName(stream, this.#generations.get(stream) ?? 1);
  }

  /** The last revision of a stream; null where it was never written. */
  async lastRevision(stream: string): Promise<bigint | null> {
    const found = await this.#pageOf(stream, { from: 'end', direction: 'backward', count: 1 });
    return found?.[0]?.revision ?? null;
  }

  /** Does `work` with the current name of a stream. If that generation was deleted, it repeats with the next one. */
  async withPresentName<T>(stream: string, work: (name: string) => Promise<T>): Promise<T> {
    for (;;) {
      const name = this.presentName(stream);
      try {
        return await work(name);
      } catch (error) {
        if (!isDeleted(error)) throw error;
        this.#generations.set(stream, await this.#nextGeneration(stream, generationOf(name), error));
        this.foundDeleted.add(name);
      }
    }
  }

  /** The first later generation that exists and is not deleted. */
  async #nextGeneration(stream: string, generation: number, error: CallFailed): Promise<number> {
    for (let next = generation + 1; ; next += 1) {
      const of = { stream: generationName(stream, next) };
      try {
        if (await this.#page({ of, from: 'end', direction: 'backward', count: 1 })) return next;
      } catch (deleted) {
        if (!isDeleted(deleted)) throw deleted;
        continue;
      }
      throw storeError(error, this.address);
    }
  }

  async #pageOf(stream: string, page: Omit<Page, 'of'>): Promise<readonly StoredEvent[] | null> {
    const found = await this.withPresentName(stream, (name) => this.#page({ ...page, of: { stream: name } }));
    return found && found.map(withoutGeneration);
  }

  /** Checks that the log is the expected one, and again after each change of the client. */
  async verify(): Promise<void> {
    if (this.#wrongLog) throw this.#wrongLog;
    const { clientCount } = this.connection;
    if (this.#verifiedClient === clientCount) return;
    try {
      await checkServer(this.address, this.connection);
      checkMark(this.address, await readMark(this.connection, this.address.log), {
        identity: this.identity,
        desk: null,
      });
      this.#verifiedClient = clientCount;
    } catch (error) {
      if (error instanceof WrongNewsroom || error instanceof ServerUnsuited) this.#wrongLog = error;
      throw storeError(error, this.address);
    }
  }

  async #end(): Promise<LogPosition | null> {
    const found = await this.#page({
      of: { filter: 'none' },
      from: 'end',
      direction: 'backward',
      count: 1,
    });
    return found?.[0] ?? null;
  }

  /** @throws StoreUnavailable, AccessDenied, LogRewound */
  async #page(page: Page): Promise<readonly StoredEvent[] | null> {
    if (this.#closed) throw new StoreUnavailable('The store is closed. Open it again to read.');
    await this.verify();
    try {
      return await this.connection.retry((client, limit) => client.read(page, limit));
    } catch (error) {
      throw isDeleted(error) ? error : storeError(error, this.address);
    }
  }

  #source(wake: () => void): ClusterSource {
    const source = new ClusterSource(
      {
        connection: this.connection,
        filter: this.#filter,
        asOurEvent: (event) => this.#asOurEvent(event),
        prepare: () => this.readGivenUpNames(),
        end: () => this.#end(),
        at: async (position) => {
          const all = { of: { filter: 'none' }, direction: 'forward', count: 1 } as const;
          return (await this.#page({ ...all, from: position }))?.[0] ?? null;
        },
        isAfter: (position) => this.#isAfter(position),
        rewound: (position) => rewound(this.address, position),
        verify: () => this.verify(),
        closed: (source) => void this.#sources.delete(source),
      },
      wake,
    );
    this.#sources.add(source);
    return source;
  }

  async #isAfter(position: bigint | null): Promise<boolean> {
    const found = await this.#page({
      of: { filter: this.#filter },
      from: position ?? 'start',
      direction: 'forward',
      count: 2,
    });
    return (found ?? []).some((event) => event.position > (position ?? -1n));
  }
}

async function identityOf(
  address: ClusterAddress,
  connection: Connection,
  known: ExpectedLog,
  marks: boolean,
): Promise<string> {
  // One attempt only: the program that opens the log reports the failure, and tries again itself.
  await connection.call((client) => client.version(connection.limits.call));
  await checkServer(address, connection);
  const found: LogMark | null = marks
    ? await mark(connection, address.log, known.desk)
    : await readMark(connection, address.log);
  return checkMark(address, found, known).identity;
}

export const isDeleted = (error: unknown): error is CallFailed & { readonly outcome: 'deleted' } =>
  error instanceof CallFailed && error.outcome === 'deleted';

/** The error of this library for a failed call. */
export function storeError(error: unknown, address: ClusterAddress): unknown {
  if (!(error instanceof CallFailed)) return error;
  if (error.outcome === 'misplaced') return rewound(address);
  const where = `${error.message} (${address.log} log at ${hostsOf(address)})`;
  return error.outcome === 'denied' ? new AccessDenied(where) : new StoreUnavailable(where);
}

/** The log does not have what was read up to a position. */
function rewound(address: ClusterAddress, position?: bigint): LogRewound {
  const at = position === undefined ? 'a position' : `position ${position}`;
  return new LogRewound(
    `The ${address.log} log at ${hostsOf(address)} is no longer the log that was read: it ends before ${at}, or has another event there. ` +
      'It was restored from an older copy. An archive rebuilds its data from it by itself; restart another program.',
  );
}
