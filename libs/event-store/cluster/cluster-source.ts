import type { StoredEvent } from '../event.js';
import { LogRewound, StoreUnavailable } from '../failure.js';
import type { BatchSource, Batch } from '../polling-subscription.js';
import { CallFailed } from './call-failed.js';
import type { Connection } from './connection.js';
import { SubscriptionBuffer, BATCH_EVENTS } from './subscription-buffer.js';
import type { Filter } from './wire.js';

/** Milliseconds for which what comes is gathered at most, before the log's end is reached. */
const GATHER_AT_MOST = 50;

/** Where an event stands in the whole log, and which. */
export interface LogPosition {
  readonly position: bigint;
  readonly id: string;
}

/** What a subscription asks of the log that it follows. What it reads, the leader answers. */
export interface SourceLog {
  readonly connection: Connection;
  readonly filter: Filter;
  /** An event as one of the log that is followed; null where it is none. */
  readonly asOurEvent: (event: StoredEvent) => StoredEvent | null;
  /** To be awaited before events are judged by that. */
  prepare(): Promise<void>;
  /** Where the whole log ends, streams of the server included. */
  end(): Promise<LogPosition | null>;
  /** The first event at a position or after it. @throws LogRewound where none can stand there */
  at(position: bigint): Promise<LogPosition | null>;
  /** Whether an event that matches the filter stands after a position. */
  isAfter(position: bigint | null): Promise<boolean>;
  /** Throws where this is not, or not yet known to be, the log that is to be followed. */
  verify(): Promise<void>;
  /** What was read up to a position is not what the log has there. */
  rewound(position: bigint): LogRewound;
  /** The subscription is over. */
  closed(source: ClusterSource): void;
}

/**
 * Feeds a subscription of ours from one of the cluster's. Those end by an error, without any, or stay open and say
 * nothing: the first two are told by the stream; for the third this looks, when nothing comes, whether something should
 * have. Whichever it was, the next look begins anew after what was processed.
 *
 * Any node serves a subscription, also one that is cut off from the others; so that all was told is for the leader to
 * say. A log that does not have what was read of it stops this for good: nothing that was made of it can be trusted.
 */
export class ClusterSource implements BatchSource {
  #buffer: SubscriptionBuffer | null = null;
  /** When the leader last said that nothing is missing. */
  #caughtUpAt = -Infinity;
  #compareNext = false;
  /** The last event that was given from here: another at its place is another log. */
  #last: LogPosition | null = null;
  #rewound: LogRewound | null = null;
  restarts = 0;

  constructor(
    private readonly log: SourceLog,
    private readonly wake: () => void,
  ) {}

  /** The next look compares with the end of the log, however short ago that was done. */
  compareNext(): void {
    this.#compareNext = true;
  }

  async nextBatch(after: bigint | null, prefix: string): Promise<Batch> {
    if (this.#rewound) throw this.#rewound;
    await this.log.verify();
    const running = await this.#bufferAfter(after);
    // While there is much to come it is better taken together: each taking costs whoever writes it a commit.
    if (!running.caughtUp && !this.#compareNext) await running.waitForMore(BATCH_EVENTS, GATHER_AT_MOST);
    const now = running.takeBatch(prefix) ?? (await this.#compareWithLeader(running, after, prefix));
    if (now) {
      const last = now.events.at(-1);
      if (last) this.#last = last;
      return now;
    }
    this.#drop();
    this.restarts += 1;
    const { failure } = running;
    // The server ends a subscription that it sent too much at once, and gives the rest to the next.
    if (failure instanceof CallFailed && failure.outcome === 'overrun') return this.nextBatch(after, prefix);
    throw failure ?? new StoreUnavailable('The subscription went silent while there was something to tell.');
  }

  close(): void {
    this.#drop();
    this.log.closed(this);
  }

  #drop(): void {
    this.#buffer?.cancel();
    this.#buffer = null;
    this.#caughtUpAt = -Infinity;
  }

  /** Null where the subscription has failed. */
  async #compareWithLeader(
    running: SubscriptionBuffer,
    after: bigint | null,
    prefix: string,
  ): Promise<Batch | null> {
    if (running.failure) return null;
    const { limits } = this.log.connection;
    if (performance.now() - this.#caughtUpAt < limits.pollEvery * 0.9 && !this.#compareNext)
      return NOTHING_NEW;
    this.#compareNext = false;
    const asked = this.log.end();
    // What comes meanwhile need not wait for the answer.
    await running.waitForNewsOr(asked);
    const sooner = running.takeBatch(prefix);
    if (sooner || running.failure) return sooner;
    const end = await asked;
    this.#checkEnd(end, after);
    const missing = end !== null && end.position !== after && (await this.log.isAfter(after));
    const taken = running.takeBatch(prefix);
    if (taken) return taken;
    if (missing) return running.waitForBatch(prefix, limits.silence);
    running.caughtUp = true;
    this.#caughtUpAt = performance.now();
    if (end === null || end.position === after) return NOTHING_NEW;
    this.#last = end;
    return running.skipTo(end.position);
  }

  async #bufferAfter(after: bigint | null): Promise<SubscriptionBuffer> {
    if (this.#buffer && this.#buffer.position === after) return this.#buffer;
    this.#drop();
    await this.#checkSameLog(after);
    await this.log.prepare();
    const { connection, filter, asOurEvent } = this.log;
    const running = new SubscriptionBuffer(after, asOurEvent, this.wake);
    running.subscription = await connection.subscribe(after, filter, running);
    this.#buffer = running;
    return running;
  }

  /** Whether the log is still the one of which was read up to here; it may have been exchanged while nobody listened. */
  async #checkSameLog(after: bigint | null): Promise<void> {
    const known = this.#last?.position ?? after;
    if (known === null) return;
    this.#checkEnd(await this.log.end(), known > (after ?? -1n) ? known : after);
    const there = await this.log.at(known).catch((error: unknown) => {
      throw error instanceof LogRewound ? this.#stop(known) : error;
    });
    // Later, or nowhere: what stood there was deleted, and the space of it taken back.
    if (there?.position !== known) return;
    if (this.#last && there.id !== this.#last.id) throw this.#stop(known);
    this.#last = there;
  }

  #checkEnd(end: LogPosition | null, after: bigint | null): void {
    const last = this.#last;
    if ((end?.position ?? -1n) < (after ?? -1n)) throw this.#stop(after!);
    if (end && end.position === last?.position && end.id !== last.id) throw this.#stop(end.position);
  }

  #stop(position: bigint): LogRewound {
    this.#drop();
    this.#rewound = this.log.rewound(position);
    return this.#rewound;
  }
}

const NOTHING_NEW: Batch = { events: [], through: null };
