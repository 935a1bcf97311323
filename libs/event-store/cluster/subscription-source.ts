import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredEvent } from '../event.js';
import { StoreUnavailable } from '../failure.js';
import type { Source, Stretch } from '../following.js';
import type { Heard, Hearer } from './client.js';
import type { Connection } from './connection.js';
import type { Filter, Told } from './wire.js';

/** A subscription holds back the server at so many events, or bytes, that wait to be taken. */
const HELD = 1_000;
const HELD_BYTES = 4 * 1024 * 1024;
/** Milliseconds for which what comes is gathered at most, before the log's end is reached. */
const GATHERING = 50;
/** How many events are taken at once at most. */
const STRETCH = 500;

/** What a subscription asks of the log that it follows. */
export interface Followed {
  readonly connection: Connection;
  readonly filter: Filter;
  readonly belongs: (stream: string) => boolean;
  /** Where the whole log ends, streams of the server included. */
  end(): Promise<bigint | null>;
  /** Whether an event that matches the filter stands after a position. */
  isAfter(position: bigint | null): Promise<boolean>;
  /** Throws where this is not, or not yet known to be, the log that is to be followed. */
  verify(): Promise<void>;
  /** The subscription is over. */
  closed(source: SubscriptionSource): void;
}

/**
 * Feeds a subscription of ours from one of the cluster's. Those end by an error, without any, or stay open and say
 * nothing: the first two are told by the stream; for the third this looks, when nothing comes, whether something should
 * have. Whichever it was, the next look begins anew after what was processed.
 */
export class SubscriptionSource implements Source {
  #running: Running | null = null;
  #lookedAt = -Infinity;
  #forced = false;
  restarts = 0;

  constructor(
    private readonly followed: Followed,
    private readonly wake: () => void,
  ) {}

  /** The next look compares with the end of the log, however short ago that was done. */
  force(): void {
    this.#forced = true;
  }

  async look(after: bigint | null, prefix: string): Promise<Stretch> {
    await this.followed.verify();
    const running = await this.#at(after);
    // While there is much to come it is better taken together: each taking costs whoever writes it a commit.
    if (!running.caughtUp && !this.#forced) await running.gathered(STRETCH, GATHERING);
    const now = running.take(prefix) ?? (await this.#whenNothingIsHere(running, after, prefix));
    if (now) return now;
    this.#drop();
    this.restarts += 1;
    throw (
      running.failure ??
      new StoreUnavailable('The subscription went silent while there was something to tell.')
    );
  }

  close(): void {
    this.#drop();
    this.followed.closed(this);
  }

  #drop(): void {
    this.#running?.cancel();
    this.#running = null;
  }

  /** Null where the subscription has failed. */
  async #whenNothingIsHere(running: Running, after: bigint | null, prefix: string): Promise<Stretch | null> {
    if (running.failure) return null;
    const { limits } = this.followed.connection;
    const soon = performance.now() - this.#lookedAt < limits.lookEvery * 0.9;
    if (running.caughtUp && soon && !this.#forced) return LEVEL;
    this.#forced = false;
    const asked = this.followed.end();
    // What comes meanwhile need not wait for the answer.
    await running.newsOr(asked);
    const sooner = running.take(prefix);
    if (sooner || running.failure) return sooner;
    const end = await asked;
    this.#lookedAt = performance.now();
    if ((end ?? -1n) < (after ?? -1n))
      throw new StoreUnavailable(
        'The log ends before what was read of it: a node that lags behind, or an older copy that was restored. After a restoration, start Dateline again.',
      );
    if (end === after) {
      running.caughtUp = true;
      return running.take(prefix) ?? LEVEL;
    }
    const missing = await this.followed.isAfter(after);
    const taken = running.take(prefix);
    if (taken) return taken;
    if (!missing) {
      running.caughtUp = true;
      return running.passTo(end!);
    }
    await running.newsOr(sleep(limits.silence));
    return running.take(prefix);
  }

  async #at(after: bigint | null): Promise<Running> {
    if (this.#running && this.#running.taken === after) return this.#running;
    this.#drop();
    const { connection, filter, belongs } = this.followed;
    const running = new Running(after, belongs, this.wake);
    running.heard = await connection.subscribe(after, filter, running);
    this.#running = running;
    return running;
  }
}

const LEVEL: Stretch = { events: [], through: null };

/** One subscription of the cluster, and what of it waits to be taken. */
class Running implements Hearer {
  #waiting: { readonly event: StoredEvent | null; readonly position: bigint }[] = [];
  #bytes = 0;
  #last: bigint;
  readonly #listeners = new Set<() => void>();
  heard: Heard | null = null;
  /** Whether it was ever level with the log. */
  caughtUp = false;
  failure: Error | null = null;

  constructor(
    /** The last position that was taken from here. */
    public taken: bigint | null,
    private readonly belongs: (stream: string) => boolean,
    private readonly wake: () => void,
  ) {
    this.#last = taken ?? -1n;
  }

  /** What waits, up to a bound; null where nothing does. */
  take(prefix: string): Stretch | null {
    const some = this.#waiting.slice(0, STRETCH);
    const last = some.at(-1);
    if (!last) return null;
    this.#waiting = this.#waiting.slice(some.length);
    this.#bytes = this.#waiting.reduce((sum, { event }) => sum + sizeOf(event), 0);
    if (this.#waiting.length < HELD / 2) this.heard?.resume();
    this.taken = last.position;
    const events = some.flatMap(({ event }) => (event?.stream.startsWith(prefix) ? [event] : []));
    return { events, through: last.position };
  }

  /** Nothing that matches stands up to here. */
  passTo(position: bigint): Stretch {
    this.taken = position;
    if (position > this.#last) this.#last = position;
    return { events: [], through: position };
  }

  /** Waits for something to take, for the end of the subscription, or for `other`. */
  async newsOr(other: Promise<unknown>): Promise<void> {
    // Whether it comes to nothing is for whoever asks for it.
    const settled = other.catch(() => undefined);
    if (this.#waiting.length > 0 || this.failure) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#listeners.add(resolve);
    await Promise.race([promise, settled]);
    this.#listeners.delete(resolve);
  }

  /** Waits for so many to take, or for the end of the log or of the subscription, but no longer than some milliseconds. */
  async gathered(count: number, atMost: number): Promise<void> {
    const enough = (): boolean =>
      this.#waiting.length >= count || this.#bytes >= HELD_BYTES || this.caughtUp || this.failure !== null;
    if (enough()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener = (): void => (enough() ? resolve() : undefined);
    const timer = setTimeout(resolve, atMost);
    this.#listeners.add(listener);
    await promise;
    clearTimeout(timer);
    this.#listeners.delete(listener);
  }

  cancel(): void {
    this.heard?.cancel();
  }

  told(told: Told): void {
    if (told.kind === 'caught-up') this.caughtUp = true;
    else {
      const event = told.kind === 'event' && this.belongs(told.event.stream) ? told.event : null;
      const position = told.kind === 'event' ? told.event.position : told.position;
      // It may give an event again.
      if (position <= this.#last) return;
      this.#last = position;
      this.#waiting.push({ event, position });
      this.#bytes += sizeOf(event);
      if (this.#waiting.length >= HELD || this.#bytes >= HELD_BYTES) this.heard?.pause();
    }
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
    this.wake();
  }

  ended(error: Error): void {
    this.failure ??= error;
    this.#announce();
  }
}

const sizeOf = (event: StoredEvent | null): number =>
  event === null ? 0 : event.data.byteLength + event.metadata.byteLength;
