import { BackupRefused } from '#backup';
import { EventStoreError } from '#event-store';
import { EXIT, Failure, reasonOf } from './failure.js';

/** Runs `work`, and turns errors of a store into a `Failure`. The exit code shows whether a retry may succeed. */
export async function withFailures<T>(work: () => Promise<T>): Promise<T> {
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

/** Whether it is an error of the disk or of the operating system. */
function isOfTheSystem(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return typeof syscall === 'string' || (typeof code === 'string' && code.startsWith('SQLITE_'));
}
