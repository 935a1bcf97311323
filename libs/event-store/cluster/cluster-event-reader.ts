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

/** Which log it has to be. */
export interface ExpectedLog {
  /** Its identity, where it is remembered: then the cluster need not answer for the log to be opened. */
  readonly identity: string | null;
  /** Of a public log that is opened to write: the identity of the desk's. */
  readonly desk: string | null;
}

/** A log on a cluster, opened only to read. */
export class ClusterEventReader extends EventReader {
  readonly #subscriptions: SubscriptionGroup;
  readonly #sources = new Set<ClusterSource>();
  readonly #filter: Filter;
  /** Generations of streams that were written again. */
  readonly #generations = new Map<string, number>();
  /** Names that were given up, and up to which revision their list was read. */
  readonly #givenUp = new Set<string>();
  #givenUpThrough = -1n;
  /** Names that were found to be given up. */
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
   * Opens a log. Where its identity is not remembered the cluster is asked for it, and `marks` says whether a log that
   * has none may be given one.
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
    // Beyond every revision that there can be.
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
    // Where all that is given is ours, no more need be asked for than is wanted.
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

  /** Of the whole log of the cluster, streams of the server included: no event of ours stands after it. */
  override async head(): Promise<bigint | null> {
    return (await this.#end())?.position ?? null;
  }

  /** Subscriptions compare themselves with the log's end at once. */
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
   * An event as one of this log; null where it is none: what the server writes is not, also where it ends a stream of ours
   * for good, nor what stands in a stream that was written again.
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

  /** Reads which streams were given up, as far as that is not known. */
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
      // Where both logs are on one cluster an archive may not read what was never written.
      if (error instanceof AccessDenied && this.address.shared) return [];
      throw error;
    }
  }

  isGivenUp(name: string): boolean {
    return this.#givenUp.has(name);
  }

  /** By what name a stream is called at present. */
  presentName(stream: string): string {
    return generationName(stream, this.#generations.get(stream) ?? 1);
  }

  /** Null where it was never written. */
  async lastRevision(stream: string): Promise<bigint | null> {
    const found = await this.#pageOf(stream, { from: 'end', direction: 'backward', count: 1 });
    return found?.[0]?.revision ?? null;
  }

  /** Does something with a stream under its present name: where that turns out to be deleted, with the next one. */
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

  /** The first generation after one that is there and not deleted. */
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

  /** Sees to it, again after each change of the client, that this is the log that it has to be. */
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
  // Who opens a log says soon that it does not answer, and tries again.
  await connection.call((client) => client.version(connection.limits.call));
  await checkServer(address, connection);
  const found: LogMark | null = marks
    ? await mark(connection, address.log, known.desk)
    : await readMark(connection, address.log);
  return checkMark(address, found, known).identity;
}

export const isDeleted = (error: unknown): error is CallFailed & { readonly outcome: 'deleted' } =>
  error instanceof CallFailed && error.outcome === 'deleted';

/** What a reader or writer is told of a call that failed. */
export function storeError(error: unknown, address: ClusterAddress): unknown {
  if (!(error instanceof CallFailed)) return error;
  if (error.outcome === 'misplaced') return rewound(address);
  const where = `${error.message} (${address.log} log at ${hostsOf(address)})`;
  return error.outcome === 'denied' ? new AccessDenied(where) : new StoreUnavailable(where);
}

/** What was read of a log up to a position is not what the log has there. */
function rewound(address: ClusterAddress, position?: bigint): LogRewound {
  const at = position === undefined ? 'at a position' : `at position ${position}`;
  return new LogRewound(
    `The ${address.log} log at ${hostsOf(address)} is not the one that was read here up to now: ${at} it has ended, or has another event. ` +
      'It was restored from an older copy. Start this program again: what it made of the log is then made of it anew.',
  );
}
