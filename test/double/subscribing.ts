import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamNotFound } from '#event-store';
import type { EmbeddedEventStore, StoredEvent, Subscription } from '#event-store';
import type { Node } from './cluster.js';
import { failures, Silence, toFailure } from './failure.js';
import { toFilter } from './filter.js';
import type { Filter } from './filter.js';
import type { LiveSubscription } from './live-subscriptions.js';
import { escapeName } from './name.js';
import { atOrBefore, toWire } from './position.js';
import { drained } from './read-call.js';
import type { ReadCall } from './read-call.js';
import { toCheckpoint, toReadResp } from './record.js';

interface Request {
  /** `$all`, or the name of a stream. */
  readonly stream: string;
  readonly options: ReadReq.Options;
  /** Called with the number of events sent so far. Throws if a fault strikes there. */
  strike(sent: number): void;
  /** Resolves when the caller ends the call. */
  readonly gone: Promise<void>;
}

/** A live subscription with more unsent events is ended: a server buffers 32 events, and passes on 32 more. */
const LIVE_BUFFER = 64n;
const LOOK_EVERY = 50;

/** Confirms, sends the events after the given position, reports that it caught up, then sends new events. */
export async function subscribe(node: Node, call: ReadCall, request: Request): Promise<void> {
  const { store } = node.cluster.log;
  const place = await placeOf(store, request);
  call.write(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
    ),
  );
  await new Feed(node, call, request, place).run(store);
}

/** Which events are wanted, and after which position in the log; -1 for all. */
interface Place {
  readonly filter: Filter;
  readonly after: bigint;
  /** False for a stream that was never written: it is not caught up before its first event. */
  readonly exists: boolean;
}

/** One subscription. It sends events as fast as the caller takes them. */
class Feed implements LiveSubscription {
  readonly #node: Node;
  readonly #call: ReadCall;
  readonly #request: Request;
  readonly #filter: Filter;
  #exists: boolean;
  #looked: bigint;
  /** How many events were read since the last checkpoint. */
  #considered = 0;
  #sent = 0;
  #silent = false;
  #live = false;
  readonly #over = Promise.withResolvers<void>();

  constructor(node: Node, call: ReadCall, request: Request, { filter, after, exists }: Place) {
    this.#node = node;
    this.#call = call;
    this.#request = request;
    this.#filter = filter;
    this.#exists = exists;
    this.#looked = after;
  }

  async run(store: EmbeddedEventStore): Promise<void> {
    const { live } = this.#node.cluster;
    live.add(this);
    void this.#request.gone.then(() => this.#over.resolve());
    let subscription: Subscription | null = null;
    try {
      await this.#catchUp(store);
      this.#live = true;
      subscription = store.subscribe(
        { prefix: this.#filter.prefix, after: this.#looked < 0n ? 'start' : this.#looked },
        { onBatch: (events, through) => this.#whole(() => this.#deliver(events, through)) },
      );
      await this.#over.promise;
    } catch (error) {
      this.#failed(error);
      await this.#over.promise;
    } finally {
      live.remove(this);
      await subscription?.close();
    }
  }

  end(): void {
    this.#silent = true;
    this.#call.end();
  }

  fail(): void {
    this.#silent = true;
    this.#call.emit('error', failures.unavailable());
  }

  silence(): void {
    this.#silent = true;
  }

  async #whole(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (this.#silent) return;
    this.silence();
    if (error instanceof Silence) return;
    this.#call.emit('error', toFailure(error));
    // Also if the caller has already gone.
    this.#over.resolve();
  }

  /**
   * Sends older events page by page. A checkpoint is the last event sent of a page. If the page sent none, the
   * checkpoint is the start of the page: except for the first page, a position between two events.
   */
  async #catchUp(store: EmbeddedEventStore): Promise<void> {
    const { window, interval } = this.#filter;
    const head = await headOf(store);
    if (this.#looked > head) this.#looked = head;
    let begun = this.#looked < 0n ? null : toCheckpoint(toWire(this.#looked));
    for (let isEnd = false; !isEnd;) {
      if (this.#silent || this.#call.destroyed) return;
      const page: StoredEvent[] = [];
      for await (const event of this.#node.cluster.log.readAll({ from: this.#looked + 1n, limit: window }))
        if (this.#sees(event)) page.push(event);
      isEnd = page.length < window;
      let reached = begun;
      for (const event of page) {
        if (!this.#wants(event)) continue;
        await this.#sendEvent(event);
        reached = toCheckpoint(toWire(event.position));
      }
      this.#looked = page.at(-1)?.position ?? this.#looked;
      this.#considered += page.length;
      begun = toCheckpoint(toWire(this.#looked + 1n), 0n);
      if (interval === null || reached === null || (!isEnd && this.#considered < interval)) continue;
      this.#considered %= interval;
      await this.#send(reached);
    }
    if (this.#exists) await this.#caughtUp();
  }

  /** Sends live events. If more are unsent than a server buffers, it ends the subscription. */
  async #deliver(events: readonly StoredEvent[], through: bigint): Promise<void> {
    const wanted = events.filter((event) => this.#sees(event) && this.#wants(event));
    if (wanted.length > LIVE_BUFFER) throw failures.tooSlow();
    let looked = this.#looked;
    for (const event of wanted) {
      await this.#checkpoints(looked, event.position - 1n);
      looked = event.position - 1n;
      await this.#sendEvent(event);
      if (this.#exists) continue;
      this.#exists = true;
      await this.#caughtUp();
    }
    await this.#checkpoints(looked, through);
    this.#looked = through;
  }

  #wants(event: StoredEvent): boolean {
    return event.stream.startsWith(this.#filter.prefix) && this.#filter.wants(event);
  }

  /** A node that is cut off gets no new events. */
  #sees({ position }: StoredEvent): boolean {
    const { cluster, index } = this.#node;
    return position <= (cluster.isolated.get(index) ?? position);
  }

  async #sendEvent(event: StoredEvent): Promise<void> {
    if (this.#silent) return;
    await this.#send(toReadResp(event));
    if (this.#node.cluster.live.twice) await this.#send(toReadResp(event));
    this.#sent += 1;
    this.#node.cluster.live.delivered += 1;
    this.#request.strike(this.#sent);
  }

  /** Sends the checkpoints that are due between two positions in the log, which are dense. */
  async #checkpoints(after: bigint, through: bigint): Promise<void> {
    const { interval } = this.#filter;
    if (interval === null || this.#node.cluster.isolated.has(this.#node.index)) return;
    for (let at = after + 1n; at <= through; at += 1n) {
      this.#considered += 1;
      if (this.#considered < interval) continue;
      this.#considered = 0;
      await this.#send(toCheckpoint(toWire(at)));
    }
  }

  #caughtUp(): Promise<void> {
    return this.#send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  }

  async #send(message: ReadResp): Promise<void> {
    if (this.#silent || this.#call.destroyed || this.#call.writableEnded) return;
    if (this.#call.write(message)) return;
    const taken = drained(this.#call).then(() => true);
    // The server does not wait for a slow caller of a live subscription.
    while (!(await Promise.race([taken, pause(LOOK_EVERY, false, { ref: false })])))
      if (this.#live && (await headOf(this.#node.cluster.log.store)) - this.#looked > LIVE_BUFFER)
        throw failures.tooSlow();
  }
}

async function placeOf(store: EmbeddedEventStore, { stream, options }: Request): Promise<Place> {
  const ofStream = options.getStream();
  if (!ofStream) {
    const all = options.getAll();
    const position = all?.getPosition();
    const after = position
      ? atOrBefore(BigInt(position.getCommitPosition()) - (isBetween(position) ? 1n : 0n))
      : all?.hasEnd()
        ? await headOf(store)
        : -1n;
    return { filter: toFilter(options.getFilter()), after, exists: true };
  }
  const name = escapeName(stream);
  const revision = ofStream.hasRevision() ? BigInt(ofStream.getRevision()) : -1n;
  const filter: Filter = {
    prefix: name,
    interval: null,
    window: 500,
    wants: (event) => event.stream === name && event.revision > revision,
  };
  const exists = (await positionOf(store, name, 0n)) >= 0n;
  if (ofStream.hasEnd()) return { filter, after: await headOf(store), exists };
  return { filter, after: revision < 0n ? -1n : await positionOf(store, name, revision), exists };
}

/** Whether a position is between two events, as the start of a page. */
const isBetween = (position: { getCommitPosition(): string; getPreparePosition(): string }): boolean =>
  position.getPreparePosition() !== position.getCommitPosition();

async function headOf(store: EmbeddedEventStore): Promise<bigint> {
  return (await store.head()) ?? -1n;
}

/** The position of an event of a stream; -1 if it does not exist yet. */
async function positionOf(store: EmbeddedEventStore, name: string, revision: bigint): Promise<bigint> {
  try {
    for await (const event of store.readStream(name, { from: revision, limit: 1 })) return event.position;
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return -1n;
}
