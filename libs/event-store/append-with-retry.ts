import type { NewEvent } from './event.js';
import type { EventStore, Expected } from './event-store.js';
import { OutcomeUnknown, WrongExpectedRevision } from './failure.js';
import { pause } from './pause.js';

const ATTEMPTS = 4;

/**
 * Appends at least one event, and after an unknown outcome sends the same ids at the same expected revision again,
 * never reading first: a store answers a repeated append with its original result.
 *
 * Once an outcome was unknown, only two answers settle it: success, or a conflict (then another event holds the place
 * and ours can never come). Any other refusal leaves it unknown. Throws `OutcomeUnknown` when the tries are used up,
 * otherwise what the append throws.
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
        throw new RangeError('An append without events was to be made sure of.');
      return appended;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw error;
      if (error instanceof OutcomeUnknown) unknown = error;
      else if (!unknown) throw error;
    }
  }
  throw unknown ?? new OutcomeUnknown(stream, `${ATTEMPTS} tries`);
}
