import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Resolves when the call is over, however it ends. */
export function goneOf(call: ReadCall): Promise<void> {
  return firstOf(call, ['close', 'cancelled']);
}

/** Waits until the caller takes more, or has gone. */
export async function drained(call: ReadCall): Promise<void> {
  if (call.destroyed || call.cancelled || !call.writableNeedDrain) return;
  await firstOf(call, ['drain', 'finish', 'close', 'cancelled']);
}

/** Leaves no listener behind, as a race of promises would on a call that lasts. */
function firstOf(call: ReadCall, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of events) call.off(event, settle);
      resolve();
    };
    for (const event of events) call.on(event, settle);
  });
}
