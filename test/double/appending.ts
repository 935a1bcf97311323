import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from './cluster.js';
import { failures, Silence, toFailure } from './failure.js';
import { Conflict } from './log.js';
import type { Proposed, WireExpected, Written } from './log.js';
import { toWire } from './position.js';
import { nameOf } from './record.js';
import { requireWritable, strikeAfter, strikeBefore } from './strike.js';
import type { AnyCall } from './strike.js';

/** The largest message that a server accepts, in bytes, whatever the limit of an append is. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Append {
  readonly stream: string;
  readonly expected: WireExpected;
  readonly events: readonly Proposed[];
}

/** The unary append: the options, then one message per event, then one answer. */
export function append(
  node: Node,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): void {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  let tooLarge = false;
  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    tooLarge ||= (message?.getData_asU8().byteLength ?? 0) > MESSAGE_LIMIT;
    if (message) events.push(toProposed(message));
  });
  call.on('end', () => {
    if (tooLarge) return answer(failures.messageTooLarge());
    const stream = nameOf(options?.getStreamIdentifier());
    const appending = (): Append => ({
      stream,
      expected: options ? expectedOf(options, options.hasRevision(), options.getRevision()) : notGiven(),
      events,
    });
    void write(node, call, appending).then(
      (written) => answer(null, toSuccess(written)),
      (error: unknown) => {
        if (error instanceof Silence) return;
        if (error instanceof Conflict) answer(null, toConflict(error));
        else answer(toFailure(error));
      },
    );
  });
  call.on('error', () => undefined);
}

/** Does the work of both kinds of append. @throws Conflict, Failure, Silence */
export async function write(node: Node, call: AnyCall, appending: () => Append): Promise<Written> {
  const { cluster } = node;
  const { stream, expected, events } = appending();
  cluster.calls.append += 1;
  const fault = cluster.faults.take('append', stream);
  await strikeBefore(fault, node, call);
  requireWritable(node, call);
  if (stream === '' || events.some(({ id }) => !UUID.test(id))) throw failures.byHandler();
  await cluster.access.check(call.metadata, 'write', stream);
  if (events.some(({ type, isJson }) => type === '' || isJson === null))
    throw failures.invalid('Required Metadata Property Missing');
  // Metadata do not count.
  const size = events.reduce((sum, { data }) => sum + data.byteLength, 0);
  if (size > cluster.maxAppendSize) throw failures.appendTooLarge(cluster.maxAppendSize);
  let written: Written;
  try {
    written = await cluster.log.append(stream, expected, events);
  } finally {
    cluster.access.forget(stream);
  }
  strikeAfter(fault, node, call);
  return cluster.positions ? written : { ...written, position: null };
}

export function toProposed(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  const contentType = metadata.get('content-type');
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    isJson: contentType === undefined ? null : contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** Reads the expected revision. Both kinds of append encode it alike, except for an exact revision. @throws Failure */
export function expectedOf(
  options: { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean },
  isExact: boolean,
  revision: string,
): WireExpected {
  if (isExact) return exactly(BigInt(revision));
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return options.hasAny() ? 'any' : notGiven();
}

function exactly(revision: bigint): WireExpected {
  if (revision === 2n ** 64n - 1n) return 'no_stream';
  if (revision >= 2n ** 63n) throw failures.byHandler();
  return revision;
}

function notGiven(): never {
  throw failures.invalid('The expected revision is not given.');
}

function toSuccess({ revision, position }: Written): AppendResp {
  const success = new streams.AppendResp.Success();
  if (revision === null) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === null) success.setNoPosition(new shared.Empty());
  else {
    const wire = String(toWire(position));
    success.setPosition(new streams.AppendResp.Position().setCommitPosition(wire).setPreparePosition(wire));
  }
  return new streams.AppendResp().setSuccess(success);
}

function toConflict({ current, expected }: Conflict): AppendResp {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (current === null) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(String(current));
  if (expected === 'any') conflict.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(conflict);
}
