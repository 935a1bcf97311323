import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { AccessDenied, checkAccess, type LogAddress } from '#event-store';

/**
 * Looks at what the rights on a log's cluster leave open: says so in the log, a line each.
 *
 * @throws AccessDenied where the program should not run so; StoreUnavailable where the cluster does not answer
 */
export async function checkRights(address: LogAddress, as: 'reads' | 'writes'): Promise<void> {
  if (address.kind === 'file') return;
  const logger = new Logger('Cluster');
  for (const { refuse, message } of await checkAccess(address, as)) {
    if (refuse) throw new AccessDenied(message);
    logger.warn(message);
  }
}

/** As {@link checkRights}, once the cluster answers; `refused` is told of what should not run. */
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
      await pause(AGAIN_AFTER, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
    }
  };
  void look();
  return { close: () => over.abort() };
}

const AGAIN_AFTER = 5_000;
