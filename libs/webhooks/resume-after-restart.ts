import { Logger } from '@nestjs/common';
import type { Records } from './records.js';
import { LONGEST_PAUSE } from './schedule.js';

/**
 * Prepares the state of an earlier run. Long waits are shortened: the clock may have been set back in the meantime. If the
 * public log has another identity, all endpoints are switched off until somebody says where to resume.
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
      'The newsroom has another public log than before: all webhooks are off. Resume each from head or from start.',
    );
}
