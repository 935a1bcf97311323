import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamNotFound } from '#event-store';
import type { EmbeddedEventStore, StoredEvent } from '#event-store';
import type { Node } from './cluster.js';
import { failures, Silence, toFailure } from './failure.js';
import type { Fault } from './faults.js';
import { toFilter } from './filter.js';
import type { Log } from './log.js';
import { escapeName } from './name.js';
import { atOrAfter, isEventPosition, toWire } from './position.js';
import { drained, goneOf } from './read-call.js';
import type { ReadCall } from './read-call.js';
import { nameOf, toReadResp, toStreamNotFound } from './record.js';
import { requireLeader, strikeAfter, strikeBefore, wantsLeader } from './strike.js';
import { subscribe } from './subscribing.js';

/** Reads a stream or the whole log, once or as a subscription. */
export function read(node: Node, call: ReadCall): void {
  void start(node, call, goneOf(call)).catch((error: unknown) => {
    if (!(error instanceof Silence) && !call.destroyed) call.emit('error', toFailure(error));
  });
}

async function start(node: Node, call: ReadCall, gone: Promise<void>): Promise<void> {
  const { cluster } = node;
  const options = call.request.getOptions();
  if (!options) return;
  const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : '$all';
  const occasion = options.hasSubscription() ? 'subscribe' : 'read';
  cluster.calls[occasion] += 1;
  const fault = cluster.faults.take(occasion, stream);
  await strikeBefore(fault, node, call);
  // Every node accepts subscriptions, even those that require the leader.
  if (occasion === 'read' && wantsLeader(call)) requireLeader(node);
  if (stream === '') throw failures.byHandler();
  if (options.hasStream() && options.hasFilter()) throw failures.invalid('A filter is for the whole log.');
  await cluster.access.check(call.metadata, 'read', stream);
  const position = options.getAll()?.getPosition()?.getCommitPosition();
  if (position !== undefined && !isEventPosition(BigInt(position)))
    throw occasion === 'read' ? failures.noSuchPlace('All') : failures.byHandler();
  const strike = (sent: number): void => {
    if (fault && sent === (fault.afterEvents ?? 1)) strikeAfter(fault, node, call);
  };
  if (options.hasStream() && (await cluster.log.states.of(stream)).tombstoned)
    throw failures.streamDeleted(stream);
  if (occasion === 'subscribe') {
    await subscribe(node, call, { stream, options, strike, gone });
    return;
  }
  await checkRange(cluster.log.store, options);
  const compatible = options.getControlOption()?.getCompatibility() === 1;
  try {
    if (compatible) for (const place of await endsOf(node, stream, options)) call.write(place);
    await sendAll(call, eventsOf(node, stream, options), strike, fault);
    call.end();
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
    call.write(toStreamNotFound(stream));
    call.end();
  }
}

/** A server fails for some ranges that cannot contain an event, and accepts others. */
async function checkRange(store: EmbeddedEventStore, options: ReadReq.Options): Promise<void> {
  const nothing = Number(options.getCount()) === 0;
  const ofStream = options.getStream();
  const backward = isBackward(options);
  if (ofStream && (nothing || (ofStream.hasEnd() && !backward))) throw failures.noSuchPlace('Stream');
  const position = options.getAll()?.getPosition()?.getCommitPosition();
  if (position === undefined || !backward) return;
  const end = toWire(((await store.head()) ?? -1n) + 1n);
  if (BigInt(position) > end) throw failures.noSuchPlace('All');
}

/** The beginning and end of a stream, or the end of the log, if the client asks for them. */
async function endsOf(node: Node, stream: string, options: ReadReq.Options): Promise<readonly ReadResp[]> {
  const { log } = node.cluster;
  if (!options.hasStream()) {
    const wire = String(toWire((await log.store.head()) ?? -1n));
    const place = new shared.AllStreamPosition().setCommitPosition(wire).setPreparePosition(wire);
    return [new streams.ReadResp().setLastAllStreamPosition(place)];
  }
  const [last] = await log.lastOf(stream);
  const { from, softDeleted } = await log.states.of(stream);
  if (!last || softDeleted) return [];
  return [
    new streams.ReadResp().setFirstStreamPosition(String(from)),
    new streams.ReadResp().setLastStreamPosition(String(last.revision)),
  ];
}

async function sendAll(
  call: ReadCall,
  events: AsyncIterable<StoredEvent>,
  strike: (sent: number) => void,
  fault: Fault | null,
): Promise<void> {
  let sent = 0;
  if (fault) strike(sent);
  for await (const event of events) {
    if (call.destroyed || call.cancelled) return;
    if (!call.write(toReadResp(event))) await drained(call);
    sent += 1;
    if (fault) strike(sent);
  }
}

const isBackward = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

function eventsOf(node: Node, stream: string, options: ReadReq.Options): AsyncIterable<StoredEvent> {
  const { log } = node.cluster;
  const limit = Number(options.getCount());
  const all = options.hasStream()
    ? ofStream(node, stream, options)
    : wanted(isBackward(options) ? logBackward(log, options) : logForward(log, options), options);
  return first(limit, seenBy(node, all));
}

async function* ofStream(
  { cluster: { log } }: Node,
  stream: string,
  options: ReadReq.Options,
): AsyncGenerator<StoredEvent, void, undefined> {
  const place = options.getStream();
  const backward = isBackward(options);
  const { from: oldest, softDeleted } = await log.states.of(stream);
  if (softDeleted) throw new StreamNotFound(stream);
  const given = place?.hasRevision() ? BigInt(place.getRevision()) : place?.hasEnd() ? 'end' : 'start';
  const begin = given === 'start' && !backward ? oldest : given;
  const from = !backward && typeof begin === 'bigint' && begin < oldest ? oldest : begin;
  const range = { from, direction: backward ? 'backward' : 'forward' } as const;
  for await (const event of log.store.readStream(escapeName(stream), range)) {
    if (event.revision < oldest) return;
    yield event;
  }
}

/** A node that is cut off has only the events from before. */
async function* seenBy(
  { cluster: { isolated }, index }: Node,
  events: AsyncIterable<StoredEvent>,
): AsyncGenerator<StoredEvent, void, undefined> {
  for await (const event of events)
    if (event.position <= (isolated.get(index) ?? event.position)) yield event;
}

async function* first(
  limit: number,
  events: AsyncIterable<StoredEvent>,
): AsyncGenerator<StoredEvent, void, undefined> {
  let left = limit;
  if (left <= 0) return;
  for await (const event of events) {
    yield event;
    left -= 1;
    if (left <= 0) return;
  }
}

async function* wanted(
  events: AsyncIterable<StoredEvent>,
  options: ReadReq.Options,
): AsyncGenerator<StoredEvent, void, undefined> {
  const { prefix, wants } = toFilter(options.getFilter());
  for await (const event of events) if (event.stream.startsWith(prefix) && wants(event)) yield event;
}

async function* logForward(log: Log, options: ReadReq.Options): AsyncGenerator<StoredEvent, void, undefined> {
  const all = options.getAll();
  if (all?.hasEnd()) return;
  const position = all?.getPosition();
  const from = position ? atOrAfter(BigInt(position.getCommitPosition())) : 0n;
  yield* log.readAll({ from });
}

/** How many events a backward read of the log takes at once. */
const PAGE = 200n;

/** Backward reads begin before the position, as on a server: the position of an event is its first byte. */
async function* logBackward(
  log: Log,
  options: ReadReq.Options,
): AsyncGenerator<StoredEvent, void, undefined> {
  const all = options.getAll();
  if (all?.hasStart()) return;
  const position = all?.getPosition();
  const end = ((await log.store.head()) ?? -1n) + 1n;
  const asked = position ? atOrAfter(BigInt(position.getCommitPosition())) : end;
  let before = asked < end ? asked : end;
  const limit = BigInt(options.getCount());
  const most = limit < PAGE ? limit : PAGE;
  if (most <= 0n) return;
  while (before > 0n) {
    const from = before > most ? before - most : 0n;
    const page: StoredEvent[] = [];
    for await (const event of log.readAll({ from, limit: Number(before - from) })) page.push(event);
    yield* page.toReversed();
    before = from;
  }
}
