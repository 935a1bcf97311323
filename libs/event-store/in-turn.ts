import type { EventStore } from './event-store.js';

const queues = new WeakMap<EventStore, Map<string, Promise<unknown>>>();

/** Does `work` after all earlier work of this process on the same stream of the same store, whether that failed or not. */
export async function inTurn<T>(store: EventStore, stream: string, work: () => Promise<T>): Promise<T> {
  const streams = queues.get(store) ?? new Map<string, Promise<unknown>>();
  queues.set(store, streams);
  const before = streams.get(stream);
  const turn = before ? before.then(work, work) : work();
  streams.set(stream, turn);
  try {
    return await turn;
  } finally {
    if (streams.get(stream) === turn) streams.delete(stream);
  }
}
