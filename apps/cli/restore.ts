import { restoreBackup, type Restored, type Until } from '#backup';
import { ON_A_CLUSTER } from './backup.js';
import type { Workplace } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import { told } from './store-failure.js';

export interface RestoreOptions {
  readonly until?: Until;
  readonly backup?: number;
  readonly replace: boolean;
  readonly quiet: boolean;
}

/** `dateline restore`: a backup becomes the newsroom of the data folder. */
export async function restore(
  place: Workplace,
  given: string | undefined,
  { until, backup, replace, quiet }: RestoreOptions,
): Promise<void> {
  const { data, deskLog, backup: planned } = await place.settings();
  if (deskLog.kind === 'cluster') throw new Failure(EXIT.usage, ON_A_CLUSTER);
  const folder = given === undefined ? planned?.folder : place.file(given);
  if (folder === undefined) throw new Failure(EXIT.usage, 'Give a folder, or set DATELINE_BACKUP.');
  const progress = new Progress(place.output, quiet);
  const restored = await told(() =>
    restoreBackup({
      ...{ folder, data, replace },
      number: backup ?? null,
      until: until ?? null,
      now: Date.now,
      progress: (log, events) => {
        place.signal.throwIfAborted();
        progress.show(() => `${log} log: ${events} events restored`);
      },
    }),
  ).finally(() => progress.end());
  if (!quiet) await place.output.write(`${sentence(restored, folder, data)}\n`);
}

function sentence({ number, cut, lastAt, leftOut, aside }: Restored, folder: string, data: string): string {
  const last = lastAt === null ? '' : `, recorded ${lastAt}`;
  const without = leftOut.desk === 0 ? '' : `; ${leftOut.desk} later events were left out`;
  const before = aside === null ? '' : ` What was there is in ${aside}.`;
  return (
    `Restored backup ${number} of ${folder} into ${data}: desk log through position ${cut.desk}${last}, ` +
    `public log through position ${cut.public}${without}; read again and found whole.${before} ` +
    'Next: start the newsroom; it makes what is read of the logs.'
  );
}
