import type { ServerDuplexStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { expectedOf, toProposed, write, type Append } from './appending.js';
import type { Node } from './cluster.js';
import { Silence, toFailure } from './failure.js';
import type { Failure } from './failure.js';
import { Conflict } from './log.js';
import type { Proposed, Written } from './log.js';
import { toWire } from './position.js';
import { identifierOf, nameOf } from './record.js';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Batch {
  readonly id: string;
  readonly options: BatchAppendReq.Options | undefined;
  readonly events: Proposed[];
}

/** Many appends over one call, each in one or more chunks; each is answered when it is done. */
export function batchAppend(node: Node, call: BatchCall): void {
  const unfinished = new Map<string, Batch>();
  let open = 0;
  let ended = false;
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const batch = unfinished.get(id) ?? { id, options: request.getOptions(), events: [] };
    batch.events.push(...request.getProposedMessagesList().map(toProposed));
    unfinished.set(id, batch);
    if (!request.getIsFinal()) return;
    unfinished.delete(id);
    open += 1;
    void writeBatch(node, call, batch).finally(() => {
      open -= 1;
      if (ended && open === 0) call.end();
    });
  });
  call.on('end', () => {
    ended = true;
    if (open === 0) call.end();
  });
  call.on('error', () => undefined);
}

async function writeBatch(node: Node, call: BatchCall, { id, options, events }: Batch): Promise<void> {
  node.cluster.calls.batchAppend += 1;
  const stream = nameOf(options?.getStreamIdentifier());
  const appending = (): Append => ({
    stream,
    expected: options ? expectedOf(options, options.hasStreamPosition(), options.getStreamPosition()) : 'any',
    events,
  });
  const answer = (): BatchAppendResp =>
    new streams.BatchAppendResp()
      .setCorrelationId(new shared.UUID().setString(id))
      .setStreamIdentifier(identifierOf(stream));
  try {
    const written = await write(node, call, appending);
    if (isOpen(call)) call.write(answer().setSuccess(toSuccess(written)));
  } catch (error) {
    if (error instanceof Silence || !isOpen(call)) return;
    if (error instanceof Conflict) {
      call.write(answer().setError(toConflict(error)));
      return;
    }
    const failure = toFailure(error);
    if (failure.inBatch)
      call.write(answer().setError(toStatus(failure.code, failure.details, failure.inBatch)));
    else call.emit('error', failure);
  }
}

function isOpen(call: BatchCall): boolean {
  return !call.destroyed && !call.writableEnded;
}

function toSuccess({ revision, position }: Written): BatchAppendResp.Success {
  const success = new streams.BatchAppendResp.Success();
  if (revision === null) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === null) return success.setNoPosition(new shared.Empty());
  const wire = String(toWire(position));
  return success.setPosition(new shared.AllStreamPosition().setCommitPosition(wire).setPreparePosition(wire));
}

function toConflict({ current, expected }: Conflict): statuses.Status {
  const conflict = new shared.WrongExpectedVersion();
  if (current === null) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentStreamRevision(String(current));
  if (expected === 'any') conflict.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedStreamPosition(String(expected));
  const type = 'event_store.client.WrongExpectedVersion';
  return toStatus(6, 'Wrong Expected Version', { type, bytes: conflict.serializeBinary() });
}

function toStatus(code: number, message: string, detail: NonNullable<Failure['inBatch']>): statuses.Status {
  // A status with an empty detail, which is field 3: so there is an Any without importing its package.
  const status = statuses.Status.deserializeBinary(Uint8Array.of((3 << 3) | 2, 0));
  status.getDetails()?.pack(detail.bytes, detail.type);
  return status.setCode(code).setMessage(message);
}
