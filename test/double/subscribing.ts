import { randomUUID } from 'node:crypto';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamNotFound } from '#event-store';
import type { EmbeddedEventStore, StoredEvent } from '#event-store';
import type { Node } from './cluster.js';
import { failures, Silence, toFailure } from './failure.js';
import { toFilter } from './filter.js';
import type { Filter } from './filter.js';
import type { LiveSubscription } from './live-subscriptions.js';
import { escapeName } from './name.js';
import { atOrBefore } from './position.js';
import { drained } from './read-call.js';
import type { ReadCall } from './read-call.js';
import { toCheckpoint, toReadResp } from './record.js';

interface Request {
  /** `$all`, or the name of a stream. */
  readonly stream: string;
  readonly options: ReadReq.Options;
  /** Told how many events were sent; throws when that is when a fault strikes. */
  strike(sent: number): void;
  /** Resolves when the caller has gone. */
  readonly gone: Promise<void>;
}

/** A live subscription that is this many events behind says so. */
const BEHIND = 1_000n;

/** Confirms, then sends what is after the given place, then says that it has caught up, then sends what comes. */
export async function subscribe(node: Node, call: ReadCall, request: Request): Promise<void> {
  const { store } = node.cluster.log;
  const { filter, after } = await placeOf(store, request);
  call.write(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
    ),
  );
  const feed = new Feed(node, call, request, filter, after);
  await feed.run(store);
}

/** One subscription: what the log gives, sent as fast as the caller takes it. */
class Feed implements LiveSubscription {
  readonly #node: Node;
  readonly #call: ReadCall;
  readonly #request: Request;
  readonly #filter: Filter;
  #looked: bigint;
  #nextCheckpoint: bigint | null;
  #sent = 0;
  #silent = false;
  #state: 'catching up' | 'live' | 'behind' = 'catching up';

  constructor(node: Node, call: ReadCall, request: Request, filter: Filter, after: bigint) {
    this.#node = node;
    this.#call = call;
    this.#request = request;
    this.#filter = filter;
    this.#looked = after;
    this.#nextCheckpoint = filter.interval === null ? null : after + BigInt(filter.interval);
  }

  async run(store: EmbeddedEventStore): Promise<void> {
    const { live } = this.#node.cluster;
    const after = this.#looked < 0n ? 'start' : this.#looked;
    const subscription = store.subscribe(
      { prefix: this.#filter.prefix, after },
      {
        onStretch: (events, through) => this.#deliver(store, events, through),
        onCaughtUp: () => this.#caughtUp(),
      },
    );
    live.add(this);
    await this.#request.gone;
    live.remove(this);
    await subscription.close();
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

  async #deliver(store: EmbeddedEventStore, events: readonly StoredEvent[], through: bigint): Promise<void> {
    if (this.#state === 'live' && (await headOf(store)) - this.#looked >= BEHIND) {
      this.#state = 'behind';
      await this.#send(new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind()));
    }
    try {
      for (const event of events) await this.#deliverOne(event);
      await this.#checkpoints(through);
    } catch (error) {
      this.silence();
      if (!(error instanceof Silence)) this.#call.emit('error', toFailure(error));
    }
    this.#looked = through;
    if (this.#state === 'behind' && through >= (await headOf(store))) await this.#caughtUp();
  }

  async #deliverOne(event: StoredEvent): Promise<void> {
    if (this.#silent || !this.#filter.wants(event)) return;
    await this.#checkpoints(event.position - 1n);
    await this.#send(toReadResp(event));
    if (this.#node.cluster.live.twice) await this.#send(toReadResp(event));
    this.#sent += 1;
    this.#node.cluster.live.delivered += 1;
    this.#request.strike(this.#sent);
  }

  /** Those that are due up to a position. The log's positions are dense, so it counts what was looked at. */
  async #checkpoints(through: bigint): Promise<void> {
    while (this.#nextCheckpoint !== null && this.#nextCheckpoint <= through && !this.#silent) {
      await this.#send(toCheckpoint(this.#nextCheckpoint));
      this.#nextCheckpoint += BigInt(this.#filter.interval ?? 1);
    }
  }

  async #caughtUp(): Promise<void> {
    this.#state = 'live';
    await this.#send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  }

  async #send(message: ReadResp): Promise<void> {
    if (this.#silent || this.#call.destroyed || this.#call.writableEnded) return;
    if (!this.#call.write(message)) await drained(this.#call);
  }
}

/** Which events are wanted, and after which position of the log; -1: from its first event. */
async function placeOf(
  store: EmbeddedEventStore,
  { stream, options }: Request,
): Promise<{ filter: Filter; after: bigint }> {
  const ofStream = options.getStream();
  if (!ofStream) {
    const all = options.getAll();
    const position = all?.getPosition();
    const after = position
      ? atOrBefore(BigInt(position.getCommitPosition()))
      : all?.hasEnd()
        ? await headOf(store)
        : -1n;
    return { filter: toFilter(options.getFilter()), after };
  }
  const name = escapeName(stream);
  const revision = ofStream.hasRevision() ? BigInt(ofStream.getRevision()) : -1n;
  const filter: Filter = {
    prefix: name,
    interval: null,
    wants: (event) => event.stream === name && event.revision > revision,
  };
  if (ofStream.hasEnd()) return { filter, after: await headOf(store) };
  return { filter, after: revision < 0n ? -1n : await positionOf(store, name, revision) };
}

async function headOf(store: EmbeddedEventStore): Promise<bigint> {
  return (await store.head()) ?? -1n;
}

/** Where an event of a stream stands; -1 if it is not there yet. */
async function positionOf(store: EmbeddedEventStore, name: string, revision: bigint): Promise<bigint> {
  try {
    for await (const event of store.readStream(name, { from: revision, limit: 1 })) return event.position;
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return -1n;
}
