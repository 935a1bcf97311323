import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamNotFound } from '#event-store';
import type { EmbeddedEventStore, StoredEvent } from '#event-store';
import type { Node } from './cluster.js';
import { failures, Silence, toFailure } from './failure.js';
import type { Fault } from './faults.js';
import { toFilter } from './filter.js';
import { escapeName } from './name.js';
import { atOrAfter, isPlace } from './position.js';
import { drained, goneOf } from './read-call.js';
import type { ReadCall } from './read-call.js';
import { nameOf, toReadResp, toStreamNotFound } from './record.js';
import { requireLeader, strikeAfter, strikeBefore } from './strike.js';
import { subscribe } from './subscribing.js';

/** Reads a stream or the whole log, once or for as long as the caller stays. */
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
  if (call.metadata.get('requires-leader')[0] === 'true') requireLeader(node);
  await cluster.access.check(call.metadata, 'read', stream);
  const position = options.getAll()?.getPosition()?.getCommitPosition();
  if (position !== undefined && !isPlace(BigInt(position)))
    throw failures.invalid(`No event stands at position ${position}.`);
  const strike = (sent: number): void => {
    if (fault && sent === (fault.afterEvents ?? 1)) strikeAfter(fault, node, call);
  };
  if (occasion === 'subscribe') {
    await subscribe(node, call, { stream, options, strike, gone });
    return;
  }
  try {
    await sendAll(call, eventsOf(cluster.log.store, stream, options), strike, fault);
    call.end();
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
    call.write(toStreamNotFound(stream));
    call.end();
  }
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

function eventsOf(
  store: EmbeddedEventStore,
  stream: string,
  options: ReadReq.Options,
): AsyncIterable<StoredEvent> {
  const backward = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const limit = Number(options.getCount());
  const ofStream = options.getStream();
  if (ofStream) {
    const from = ofStream.hasRevision()
      ? BigInt(ofStream.getRevision())
      : ofStream.hasEnd()
        ? 'end'
        : 'start';
    return store.readStream(escapeName(stream), {
      from,
      direction: backward ? 'backward' : 'forward',
      limit,
    });
  }
  return wanted(backward ? logBackward(store, options) : logForward(store, options), options, limit);
}

async function* wanted(
  events: AsyncIterable<StoredEvent>,
  options: ReadReq.Options,
  limit: number,
): AsyncGenerator<StoredEvent, void, undefined> {
  const { prefix, wants } = toFilter(options.getFilter());
  let left = limit;
  if (left <= 0) return;
  for await (const event of events) {
    if (!event.stream.startsWith(prefix) || !wants(event)) continue;
    yield event;
    left -= 1;
    if (left <= 0) return;
  }
}

async function* logForward(
  store: EmbeddedEventStore,
  options: ReadReq.Options,
): AsyncGenerator<StoredEvent, void, undefined> {
  const all = options.getAll();
  if (all?.hasEnd()) return;
  const position = all?.getPosition();
  const from = position ? atOrAfter(BigInt(position.getCommitPosition())) : 0n;
  yield* store.readAll({ from });
}

/** How many events a backward read of the log takes at once. */
const PAGE = 200n;

/** From before a position, as on a server: that of an event is where it begins. */
async function* logBackward(
  store: EmbeddedEventStore,
  options: ReadReq.Options,
): AsyncGenerator<StoredEvent, void, undefined> {
  const all = options.getAll();
  if (all?.hasStart()) return;
  const position = all?.getPosition();
  const end = ((await store.head()) ?? -1n) + 1n;
  const asked = position ? atOrAfter(BigInt(position.getCommitPosition())) : end;
  let before = asked < end ? asked : end;
  const limit = BigInt(options.getCount());
  const most = limit < PAGE ? limit : PAGE;
  if (most <= 0n) return;
  while (before > 0n) {
    const from = before > most ? before - most : 0n;
    const page: StoredEvent[] = [];
    for await (const event of store.readAll({ from, limit: Number(before - from) })) page.push(event);
    yield* page.toReversed();
    before = from;
  }
}
