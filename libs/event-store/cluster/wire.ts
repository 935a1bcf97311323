// ES modules cannot import names from these files, which assign their exports at run time.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent, StoredEvent } from '../event.js';
import type { Expected } from '../event-store.js';
import { checkedCount, checkedName, checkedPosition } from './wire-guard.js';

/** Which streams of the whole log to read: those with a prefix, or all but the system streams. */
export type Filter = { readonly prefix: string } | 'ours';

/** A part of one stream, or of the whole log. `from` is inclusive. */
export interface Page {
  readonly of: { readonly stream: string } | { readonly filter: Filter | 'none' };
  readonly from: bigint | 'start' | 'end';
  readonly direction: 'forward' | 'backward';
  readonly count: number;
}

/** An answer of a subscription. */
export type ReadAnswer =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /**
   * The server has checked all events up to this position. Null: it gave a position between two events, which a later event
   * may still get.
   */
  | { readonly kind: 'checkpoint'; readonly position: bigint | null }
  | { readonly kind: 'caught-up' };

/** Without a matching event, a subscription sends a checkpoint after this many windows of the log. */
const CHECKPOINT_EVERY = 8;

const { Empty, StreamIdentifier, UUID } = shared;
const { AppendReq, ReadReq, TombstoneReq } = streams;

type ReadOptions = streams.ReadReq.Options;

export function readRequest({ of, from, direction, count }: Page): streams.ReadReq {
  const options = new ReadReq.Options().setCount(checkedCount(count));
  options.setReadDirection(direction === 'forward' ? 0 : 1);
  if ('stream' in of) {
    const stream = new ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(of.stream));
    if (from === 'start') stream.setStart(new Empty());
    else if (from === 'end') stream.setEnd(new Empty());
    else stream.setRevision(checkedPosition(from));
    return finish(options.setStream(stream).setNoFilter(new Empty()));
  }
  options.setAll(positionInAll(from));
  return finish(of.filter === 'none' ? options.setNoFilter(new Empty()) : filtered(options, of.filter, 500));
}

export function subscriptionRequest(after: bigint | null, filter: Filter): streams.ReadReq {
  const options = new ReadReq.Options().setAll(positionInAll(after ?? 'start'));
  options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  return finish(filtered(options, filter, 32));
}

/** The messages of an append: one with stream and revision, then one for each event. */
export function* appendRequests(
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Generator<streams.AppendReq, void> {
  const options = new AppendReq.Options().setStreamIdentifier(identifier(stream));
  if (expected === 'no_stream') options.setNoStream(new Empty());
  else options.setRevision(checkedPosition(expected));
  yield new AppendReq().setOptions(options);
  for (const { id, type, data, metadata } of events) {
    const message = new AppendReq.ProposedMessage().setId(new UUID().setString(id));
    message.getMetadataMap().set('type', checkedName(type)).set('content-type', contentType(data));
    message.setData(data).setCustomMetadata(metadata);
    yield new AppendReq().setProposedMessage(message);
  }
}

/** Deletes a stream for good if its last revision is `last`. */
export function tombstoneRequest(stream: string, last: bigint): streams.TombstoneReq {
  const options = new TombstoneReq.Options().setStreamIdentifier(identifier(stream));
  return new TombstoneReq().setOptions(options.setRevision(checkedPosition(last)));
}

/** The answer in a message; null for one of another kind. */
export function readAnswer(response: ReadResp): ReadAnswer | null {
  const record = response.getEvent()?.getEvent();
  if (record) {
    const metadata = record.getMetadataMap();
    return {
      kind: 'event',
      event: {
        stream: text(record.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array()),
        id: record.getId()?.getString().toLowerCase() ?? '',
        type: metadata.get('type') ?? '',
        revision: BigInt(record.getStreamRevision()),
        position: BigInt(record.getCommitPosition()),
        data: record.getData_asU8(),
        metadata: record.getCustomMetadata_asU8(),
      },
    };
  }
  const checkpoint = response.getCheckpoint();
  if (checkpoint) {
    const [commit, prepare] = [checkpoint.getCommitPosition(), checkpoint.getPreparePosition()];
    return { kind: 'checkpoint', position: commit === prepare ? BigInt(commit) : null };
  }
  return response.hasCaughtUp() ? { kind: 'caught-up' } : null;
}

function finish(options: ReadOptions): streams.ReadReq {
  options.setResolveLinks(false).setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  return new ReadReq().setOptions(options);
}

/** `window` is the number of events that the server checks at a time. */
function filtered(options: ReadOptions, filter: Filter, window: number): ReadOptions {
  const expression = new ReadReq.Options.FilterOptions.Expression();
  if (filter === 'ours') expression.setRegex('^[^$]');
  else expression.setPrefixList([filter.prefix]);
  const filters = new ReadReq.Options.FilterOptions().setStreamIdentifier(expression).setMax(window);
  return options.setFilter(filters.setCheckpointintervalmultiplier(CHECKPOINT_EVERY));
}

function positionInAll(from: bigint | 'start' | 'end'): streams.ReadReq.Options.AllOptions {
  const all = new ReadReq.Options.AllOptions();
  if (from === 'start') return all.setStart(new Empty());
  if (from === 'end') return all.setEnd(new Empty());
  // Both positions are equal, except in transactions of the old protocol.
  const position = new ReadReq.Options.Position().setCommitPosition(checkedPosition(from));
  return all.setPosition(position.setPreparePosition(checkedPosition(from)));
}

const identifier = (stream: string): shared.StreamIdentifier =>
  new StreamIdentifier().setStreamName(new TextEncoder().encode(checkedName(stream)));

const decoder = new TextDecoder();
const text = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Marks JSON as such, for people who read the log with the tools of the cluster. */
function contentType(data: Uint8Array): string {
  try {
    JSON.parse(text(data));
    return 'application/json';
  } catch {
    return 'application/octet-stream';
  }
}
