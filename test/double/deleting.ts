import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { expectedOf } from './appending.js';
import type { Node } from './cluster.js';
import { failures, toFailure } from './failure.js';
import { Conflict, type WireExpected, type Written } from './log.js';
import { toWire } from './position.js';
import { nameOf } from './record.js';
import { requireWritable } from './strike.js';

/** Soft-deletes a stream: nothing is readable until the next append. */
export function remove(
  node: Node,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  answer: sendUnaryData<DeleteResp>,
): void {
  void carriedOut(node, call, (stream, expected) => node.cluster.log.softDelete(stream, expected)).then(
    (written) => {
      const position = new streams.DeleteResp.Position();
      answer(null, new streams.DeleteResp().setPosition(placed(position, written)));
    },
    (error: unknown) => answer(refused(error)),
  );
}

/** Hard-deletes a stream. */
export function tombstone(
  node: Node,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  answer: sendUnaryData<TombstoneResp>,
): void {
  void carriedOut(node, call, (stream, expected) => node.cluster.log.tombstone(stream, expected)).then(
    (written) => {
      const position = new streams.TombstoneResp.Position();
      answer(null, new streams.TombstoneResp().setPosition(placed(position, written)));
    },
    (error: unknown) => answer(refused(error)),
  );
}

async function carriedOut(
  node: Node,
  call: ServerUnaryCall<DeleteReq, unknown> | ServerUnaryCall<TombstoneReq, unknown>,
  act: (stream: string, expected: WireExpected) => Promise<Written>,
): Promise<Written> {
  const options = call.request.getOptions();
  const stream = nameOf(options?.getStreamIdentifier());
  requireWritable(node, call);
  if (!options || stream === '') throw failures.byHandler();
  await node.cluster.access.check(call.metadata, 'delete', stream);
  try {
    return await act(stream, expectedOf(options, options.hasRevision(), options.getRevision()));
  } finally {
    node.cluster.access.forget(`$$${stream}`);
  }
}

function placed<P extends { setCommitPosition(at: string): P; setPreparePosition(at: string): P }>(
  place: P,
  { position }: Written,
): P {
  const wire = String(toWire(position ?? -1n));
  return place.setCommitPosition(wire).setPreparePosition(wire);
}

const refused = (error: unknown): ReturnType<typeof toFailure> =>
  toFailure(error instanceof Conflict ? failures.wrongVersion(error) : error);
