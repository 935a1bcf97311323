import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './appending.js';
import { batchAppend } from './batch-appending.js';
import type { Node } from './cluster.js';
import { failures } from './failure.js';
import { read } from './reading.js';

/** The streams service: it appends, reads and follows, and deletes nothing. */
export function streamsOf(node: Node): IStreamsServer {
  return {
    append: (call, answer) => append(node, call, answer),
    batchAppend: (call) => batchAppend(node, call),
    read: (call) => read(node, call),
    delete: (_call, answer) => answer(failures.notMade('deletions')),
    tombstone: (_call, answer) => answer(failures.notMade('tombstones')),
  };
}
