import { Logger } from '@nestjs/common';
import type { Records } from './records.js';
import { LONGEST_PAUSE } from './schedule.js';

/**
 * What a start does with what an earlier run left: waits that the clock of then meant otherwise are cut short, and where
 * the public log is another one, by its identity, every endpoint is off until somebody says from where it goes on.
 */
export function resumeAfterRestart(records: Records, log: string, now: number): void {
  const { file, endpoints, queue, letters } = records;
  file.record(() => {
    endpoints.dropOldSecrets(now);
    endpoints.limitDelays(now + LONGEST_PAUSE);
    queue.limitWaits(now + LONGEST_PAUSE);
    if (!file.isOfOtherLog) return;
    for (const id of endpoints.all) {
      endpoints.setState(id, 'off', 'other-log');
      endpoints.setPosition(id, -1, null);
    }
    queue.clearAll();
    letters.clearAll();
    file.setLog(log);
  });
  if (file.isOfOtherLog)
    new Logger('Webhooks').warn(
      'The public log is another one than before: all webhooks are off. Resume each from its head or its start.',
    );
}
