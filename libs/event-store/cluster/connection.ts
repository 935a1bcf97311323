import { setTimeout as sleep } from 'node:timers/promises';
import { timeLeft } from '../deadline.js';
import { pauseAfter } from '../pause.js';
import { CallFailed } from './call-failed.js';
import { ClusterClient, type ServerSubscription, type SubscriptionListener } from './client.js';
import type { Filter } from './wire.js';
import type { ClusterAddress } from './cluster-address.js';

/** Milliseconds: the limit of one call, and how long a read or a certainly unwritten append is retried. */
export interface Limits {
  readonly call: number;
  readonly retryFor: number;
  /** How often a subscription without new events checks the end of the log, and how long it may then be silent. */
  readonly pollEvery: number;
  readonly silence: number;
}

export const LIMITS: Limits = { call: 5_000, retryFor: 8_000, pollEvery: 1_000, silence: 3_000 };

/** The least limit of a call, in milliseconds, even if less time is left: a shorter one would end calls that succeed. */
const LEAST_CALL = 1_000;

let clients = 0;
const nextNumber = (): number => (clients += 1);

/** Milliseconds between two replacements of the client. */
const REPLACED_AT_MOST_EVERY = 20;

/**
 * Owns the one client of this process for a cluster and a user. It replaces the client after some failures, because a
 * client never recovers from them.
 */
export class Connection {
  static readonly #open = new Map<string, Connection>();

  #client: ClusterClient;
  #users = 0;
  #clientCount = 1;
  #replacedAt = 0;
  #refusals = 0;
  #lost = 0;
  #lastFailure: string | null = null;
  readonly #retired = new Map<ClusterClient, NodeJS.Timeout>();

  private constructor(
    private readonly key: string | null,
    private readonly address: ClusterAddress,
    readonly limits: Limits,
  ) {
    this.#client = new ClusterClient(address, nextNumber());
  }

  /** The shared connection to an address. Each caller must close it. @throws Error for a URL that the client rejects */
  static shared(address: ClusterAddress, limits: Limits = LIMITS): Connection {
    const key = JSON.stringify([address.url, address.credentials, limits]);
    const found = Connection.#open.get(key) ?? new Connection(key, address, limits);
    Connection.#open.set(key, found);
    found.#users += 1;
    return found;
  }

  /** A separate connection: its failures do not affect others. The caller must close it. */
  static separate(address: ClusterAddress): Connection {
    const connection = new Connection(null, address, LIMITS);
    connection.#users = 1;
    return connection;
  }

  /** The number of clients so far. After a change, checks that used an earlier client must be repeated. */
  get clientCount(): number {
    return this.#clientCount;
  }

  /** Why the last call failed, for a person; null where it succeeded. */
  get lastFailure(): string | null {
    return this.#lastFailure;
  }

  /** Makes one call, without a retry. @throws CallFailed, and any other error of `work` */
  async call<T>(work: (client: ClusterClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      const result = await work(client);
      this.#lastFailure = null;
      this.#refusals = 0;
      this.#lost = 0;
      return result;
    } catch (error) {
      if (!(error instanceof CallFailed)) {
        // Any other error is an answer of the cluster.
        this.#lastFailure = null;
        throw error;
      }
      this.#failed(client, error);
      throw error;
    }
  }

  /** Follows the whole log after a position. @throws CallFailed where no node is found */
  async subscribe(
    after: bigint | null,
    filter: Filter,
    hearer: SubscriptionListener,
  ): Promise<ServerSubscription> {
    return this.call((client) =>
      client.subscribe(after, filter, this.limits.call, {
        onAnswer: (answer) => hearer.onAnswer(answer),
        onEnd: (error) => {
          this.#failed(client, error);
          hearer.onEnd(error);
        },
      }),
    );
  }

  /**
   * Makes a call, and retries it for a bounded time while `again` allows it. `work` gets the limit of the call in
   * milliseconds. After the caller's deadline a failed call is not retried, and while the cluster fails no call starts.
   *
   * @throws CallFailed, and any other error of `work`
   */
  async retry<T>(
    work: (client: ClusterClient, limit: number) => Promise<T>,
    again: (failed: CallFailed) => boolean = ({ passing }) => passing,
  ): Promise<T> {
    const end = performance.now() + Math.min(this.limits.retryFor, timeLeft());
    for (let failures = 0; ; failures += 1) {
      const left = end - performance.now();
      if (left <= 0 && this.#lastFailure !== null) throw new CallFailed('not-sent', this.#lastFailure);
      const limit = Math.min(this.limits.call, Math.max(left, LEAST_CALL));
      try {
        return await this.call((client) => work(client, limit));
      } catch (error) {
        if (!(error instanceof CallFailed) || !again(error)) throw error;
        const wait = pauseAfter(failures, { first: 20, most: 1_000 });
        if (performance.now() + wait > end) throw error;
        await sleep(wait);
      }
    }
  }

  async close(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    if (this.key !== null) Connection.#open.delete(this.key);
    for (const timer of this.#retired.values()) clearTimeout(timer);
    await Promise.all([this.#client, ...this.#retired.keys()].map((client) => client.dispose()));
    this.#retired.clear();
  }

  #failed(client: ClusterClient, { outcome, passing, message }: CallFailed): void {
    if (passing || outcome === 'denied') this.#lastFailure = message;
    // One lost call does not prove that the connection is broken.
    if (outcome === 'not-sent' || (outcome === 'lost' && ++this.#lost > 1)) this.#replace(client);
    // The client switches to the leader by itself. If it keeps failing, a new client may find another node: this one may be
    // cut off from the cluster.
    if ((outcome === 'not-leader' || outcome === 'busy') && ++this.#refusals % 5 === 0) this.#replace(client);
  }

  #replace(failed: ClusterClient): void {
    const now = performance.now();
    if (failed !== this.#client || now - this.#replacedAt < REPLACED_AT_MOST_EVERY) return;
    this.#replacedAt = now;
    this.#lost = 0;
    this.#client = new ClusterClient(this.address, nextNumber());
    this.#clientCount += 1;
    const timer = setTimeout(() => {
      this.#retired.delete(failed);
      void failed.dispose();
    }, this.limits.call).unref();
    this.#retired.set(failed, timer);
  }
}
