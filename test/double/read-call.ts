import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Resolves when the call ends, with or without an error. */
export function goneOf(call: ReadCall): Promise<void> {
  return firstOf(call, ['close', 'cancelled']);
}

/** Waits until the caller can take more, or has ended the call. */
export async function drained(call: ReadCall): Promise<void> {
  if (call.destroyed || call.cancelled || !call.writableNeedDrain) return;
  await firstOf(call, ['drain', 'finish', 'close', 'cancelled']);
}

/** Removes its listeners; a race of promises would leave them on a long call. */
function firstOf(call: ReadCall, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) call.off(event, settle);
      resolve();
    };
    for (const event of events) call.on(event, settle);
  });
}
