import type { StoredEvent } from '../event.js';
import { LogRewound, StoreUnavailable } from '../failure.js';
import type { BatchSource, Batch } from '../polling-subscription.js';
import { CallFailed } from './call-failed.js';
import type { Connection } from './connection.js';
import { SubscriptionBuffer, BATCH_EVENTS } from './subscription-buffer.js';
import type { Filter } from './wire.js';

/** The longest time to fill a batch before the end of the log is reached, in milliseconds. */
const GATHER_AT_MOST = 50;

/** The position of an event in the whole log, and its id. */
export interface LogPosition {
  readonly position: bigint;
  readonly id: string;
}

/** The log that a subscription follows. The leader answers all its reads. */
export interface SourceLog {
  readonly connection: Connection;
  readonly filter: Filter;
  /** The event under the name of its stream; null for an event that is not of this log. */
  readonly asOurEvent: (event: StoredEvent) => StoredEvent | null;
  /** Must be awaited before {@link asOurEvent} is called. */
  prepare(): Promise<void>;
  /** The end of the whole log, system streams included. */
  end(): Promise<LogPosition | null>;
  /** The first event at a position or after it. @throws LogRewound where no event can be there */
  at(position: bigint): Promise<LogPosition | null>;
  /** Whether an event that matches the filter is after a position. */
  isAfter(position: bigint | null): Promise<boolean>;
  /** Throws unless this is known to be the expected log. */
  verify(): Promise<void>;
  /** The error for a log that does not have what was read up to a position. */
  rewound(position: bigint): LogRewound;
  /** The subscription has ended. */
  closed(source: ClusterSource): void;
}

/**
 * The source of a subscription to a cluster. A subscription on the server may end with an error, end without one, or stay
 * open and go silent. The stream reports the first two. Against the third, this checks whether an event is missing when
 * nothing comes. In each case the next read starts a new subscription after the last processed position.
 *
 * Any node serves subscriptions, also one that is cut off from the cluster. So only the leader can say that no event is
 * missing. A log that lacks what was read from it stops this source for good, because the data derived from it are wrong.
 */
export class ClusterSource implements BatchSource {
  #buffer: SubscriptionBuffer | null = null;
  /** When the leader last confirmed that no event is missing. */
  #caughtUpAt = -Infinity;
  #compareNext = false;
  /** The last event from this source. A different event at its position means a different log. */
  #last: LogPosition | null = null;
  #rewound: LogRewound | null = null;
  restarts = 0;

  constructor(
    private readonly log: SourceLog,
    private readonly wake: () => void,
  ) {}

  /** Makes the next read compare with the end of the log, even if that was done just before. */
  compareNext(): void {
    this.#compareNext = true;
  }

  async nextBatch(after: bigint | null, prefix: string): Promise<Batch> {
    if (this.#rewound) throw this.#rewound;
    await this.log.verify();
    const running = await this.#bufferAfter(after);
    // While catching up, larger batches are better: each batch costs the consumer a commit.
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
    // The server ended a subscription that was too slow. The next one gets the rest.
    if (failure instanceof CallFailed && failure.outcome === 'overrun') return this.nextBatch(after, prefix);
    throw failure ?? new StoreUnavailable('The subscription went silent while events were missing.');
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

  /** Called when the buffer is empty. Null where the subscription has failed. */
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
    // Events that arrive meanwhile need not wait for the answer.
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

  /** Checks that the log still has what was read. It may have been replaced while nothing was subscribed. */
  async #checkSameLog(after: bigint | null): Promise<void> {
    const known = this.#last?.position ?? after;
    if (known === null) return;
    this.#checkEnd(await this.log.end(), known > (after ?? -1n) ? known : after);
    const there = await this.log.at(known).catch((error: unknown) => {
      throw error instanceof LogRewound ? this.#stop(known) : error;
    });
    // A later event, or none: the one at this position was deleted and scavenged.
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
