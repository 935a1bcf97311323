import { BackupRefused } from '#backup';
import { EventStoreError } from '#event-store';
import { EXIT, Failure, reasonOf } from './failure.js';

/** Does `work`; what a store says no with is one line. What may be tried again has an exit code of its own. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupRefused) throw new Failure(EXIT.refused, error.message);
    if (isOfTheSystem(error)) throw new Failure(EXIT.failed, `It failed: ${reasonOf(error)}.`);
    if (!(error instanceof EventStoreError)) throw error;
    const again = ['store-unavailable', 'outcome-unknown', 'store-locked', 'not-prepared'].includes(
      error.code,
    );
    throw new Failure(again ? EXIT.failed : EXIT.refused, error.message);
  }
}

/** What the disk or the operating system said no with. */
function isOfTheSystem(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return typeof syscall === 'string' || (typeof code === 'string' && code.startsWith('SQLITE_'));
}
