import { EventStoreError } from '#event-store';
import { EXIT, Failure } from './failure.js';

/** Does `work`; what a store says no with is one line. What may be tried again has an exit code of its own. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    const again = ['store-unavailable', 'outcome-unknown', 'store-locked', 'not-prepared'].includes(
      error.code,
    );
    throw new Failure(again ? EXIT.failed : EXIT.refused, error.message);
  }
}
