import { setTimeout as sleep } from 'node:timers/promises';
import { timeLeft } from '../deadline.js';
import { pauseAfter } from '../pause.js';
import { CallFailed } from './call-failed.js';
import { ClusterClient, type ServerSubscription, type SubscriptionListener } from './client.js';
import type { Filter } from './wire.js';
import type { ClusterAddress } from './cluster-address.js';

/** Milliseconds: how long one call may take, and how long a read, or an append that was surely not written, is tried. */
export interface Limits {
  readonly call: number;
  readonly retryFor: number;
  /** How often a subscription without news compares itself with the log's end, and how long it may then be silent. */
  readonly pollEvery: number;
  readonly silence: number;
}

export const LIMITS: Limits = { call: 5_000, retryFor: 8_000, pollEvery: 1_000, silence: 3_000 };

/** Milliseconds that a call may take, however little time is left: less would have one fail that is on its way. */
const LEAST_CALL = 1_000;

let clients = 0;
const nextNumber = (): number => (clients += 1);

/** A client that failed is let go of once what is under way on it has had its time. */
const REPLACED_AT_MOST_EVERY = 20;

/**
 * Owns the one client of a cluster and user in this process, and puts another in its place when it fails: some failures
 * a client never recovers from.
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

  /** To be closed by each who asked for it. @throws Error for a URL that the client cannot read */
  static shared(address: ClusterAddress, limits: Limits = LIMITS): Connection {
    const key = JSON.stringify([address.url, address.credentials, limits]);
    const found = Connection.#open.get(key) ?? new Connection(key, address, limits);
    Connection.#open.set(key, found);
    found.#users += 1;
    return found;
  }

  /** One that is shared with nobody, so that what fails on it is no trouble of others. To be closed. */
  static separate(address: ClusterAddress): Connection {
    const connection = new Connection(null, address, LIMITS);
    connection.#users = 1;
    return connection;
  }

  /** How many clients there have been: what was learned of the cluster through an earlier one may be over. */
  get clientCount(): number {
    return this.#clientCount;
  }

  /** Why the last call failed, for a person; null when it did not. */
  get lastFailure(): string | null {
    return this.#lastFailure;
  }

  /** Does one call, once. @throws CallFailed, and what `work` throws besides */
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
        // The cluster answered.
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
        onAnswer: (told) => hearer.onAnswer(told),
        onEnd: (error) => {
          this.#failed(client, error);
          hearer.onEnd(error);
        },
      }),
    );
  }

  /**
   * Does one call again while it fails in a way that passes and that `again` allows, for a bounded time; `work` is given
   * how many milliseconds the call may take. Where the deadline of whoever asks is over nothing is tried again, nor begun
   * while the cluster is in trouble.
   *
   * @throws CallFailed, and what `work` throws besides
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
    // One call may break without its connection.
    if (outcome === 'not-sent' || (outcome === 'lost' && ++this.#lost > 1)) this.#replace(client);
    // The client turns to the leader by itself: where it does not find one, another may.
    // So does one that found a node without a leader, which may be cut off from the others.
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
