import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './appending.js';
import { batchAppend } from './batch-appending.js';
import type { Node } from './cluster.js';
import { remove, tombstone } from './deleting.js';
import { read } from './reading.js';

/** The streams service: it appends, reads, follows and deletes. */
export function streamsOf(node: Node): IStreamsServer {
  return {
    append: (call, answer) => append(node, call, answer),
    batchAppend: (call) => batchAppend(node, call),
    read: (call) => read(node, call),
    delete: (call, answer) => remove(node, call, answer),
    tombstone: (call, answer) => tombstone(node, call, answer),
  };
}
