import { restoreBackup, type Restored, type Until } from '#backup';
import type { LogName } from '#story-log';
import { parsePosition, positionText } from '#projections';
import { ON_A_CLUSTER } from './backup.js';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import { told } from './store-failure.js';

export interface RestoreOptions {
  /** A position of the desk's log, or a time, as it was given. */
  readonly until?: string;
  readonly backup?: number;
  readonly replace: boolean;
  readonly quiet: boolean;
}

/** `dateline restore`: a backup becomes the newsroom of the data folder. */
export async function restore(
  place: CommandContext,
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
      until: until === undefined ? null : momentOf(until),
      now: Date.now,
      progress: (log, events) => {
        place.signal.throwIfAborted();
        progress.show(() => `${log} log: ${events} events restored`);
      },
    }),
  ).finally(() => progress.end());
  if (!quiet) await place.output.write(`${sentence(restored, folder, data)}\n`);
}

function momentOf(given: string): Until {
  if (!/^\d+$/.test(given)) return { time: Date.parse(given) };
  const position = parsePosition('desk', given);
  if (typeof position === 'bigint') return { position };
  throw new Failure(EXIT.usage, `${given} is no position of the desk’s log: give one as the desk gave it.`);
}

function sentence({ number, cut, lastAt, leftOut, aside }: Restored, folder: string, data: string): string {
  const last = lastAt === null ? '' : `, recorded ${lastAt}`;
  const without = leftOut.desk === 0 ? '' : `; ${leftOut.desk} later events were left out`;
  const before = aside === null ? '' : ` What was there is in ${aside}.`;
  const end = (log: LogName): string =>
    cut[log] < 0n ? `${log} log empty` : `${log} log through position ${positionText(log, cut[log])}`;
  return (
    `Restored backup ${number} of ${folder} into ${data}: ${end('desk')}${last}, ` +
    `${end('public')}${without}; read again and found whole.${before} ` +
    'Next: start the newsroom; it makes what is read of the logs.'
  );
}
