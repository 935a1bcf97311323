import type { NewEvent } from './event.js';
import type { EventStore, Expected } from './event-store.js';
import { OutcomeUnknown, WrongExpectedRevision } from './failure.js';
import { pause } from './pause.js';

const ATTEMPTS = 4;

/**
 * Appends at least one event. After an unknown outcome it sends the same ids at the same expected revision again.
 * It does not read first, because a store answers a repeated append with its original result.
 *
 * Only two answers settle an unknown outcome: success, and a conflict. After a conflict another event has that revision,
 * so ours can never be written there. Every other refusal leaves the outcome unknown.
 *
 * @throws OutcomeUnknown after the last attempt, else what the append throws
 */
export async function appendWithRetry(
  store: EventStore,
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Promise<{ readonly revision: bigint; readonly position: bigint }> {
  let unknown: OutcomeUnknown | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (unknown) await pause(attempt - 1, { first: 50, most: 1_000 });
    try {
      const appended = await store.append(stream, expected, events);
      if (appended.revision === null)
        throw new RangeError('Give at least one event: an empty append needs no retry.');
      return appended;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw error;
      if (error instanceof OutcomeUnknown) unknown = error;
      else if (!unknown) throw error;
    }
  }
  throw unknown ?? new OutcomeUnknown(stream, `${ATTEMPTS} attempts`);
}
