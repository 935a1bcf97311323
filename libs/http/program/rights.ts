import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { AccessDenied, checkAccess, type LogAddress } from '#event-store';

/**
 * Checks the access rights on a log in a cluster. Rights that are too wide are logged, one line each.
 *
 * @throws AccessDenied if the program should not run with them, StoreUnavailable if the cluster does not answer
 */
export async function checkRights(address: LogAddress, as: 'reads' | 'writes'): Promise<void> {
  if (address.kind === 'file') return;
  const logger = new Logger('Cluster');
  for (const { refuse, message } of await checkAccess(address, as)) {
    if (refuse) throw new AccessDenied(message);
    logger.warn(message);
  }
}

/** Does {@link checkRights} once the cluster answers. `refused` gets the error if the program should not run. */
export function checkRightsLater(
  address: LogAddress,
  as: 'reads' | 'writes',
  refused: (error: unknown) => void,
): { close(): void } {
  const over = new AbortController();
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      try {
        return await checkRights(address, as);
      } catch (error) {
        if (over.signal.aborted) return;
        if (error instanceof AccessDenied) return refused(error);
      }
      await pause(RETRY_EVERY, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
    }
  };
  void look();
  return { close: () => over.abort() };
}

const RETRY_EVERY = 5_000;
