import { restoreBackup, type Restored, type Until } from '#backup';
import type { LogName } from '#story-log';
import { parsePosition, positionText } from '#projections';
import { ON_A_CLUSTER } from './backup.js';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import { withFailures } from './store-failure.js';

export interface RestoreOptions {
  /** A position of the desk log, or a time, as given. */
  readonly until?: string;
  readonly backup?: number;
  readonly replace: boolean;
  readonly quiet: boolean;
}

/** `dateline restore`: makes a backup the newsroom of the data folder. */
export async function restore(
  context: CommandContext,
  given: string | undefined,
  { until, backup, replace, quiet }: RestoreOptions,
): Promise<void> {
  const { data, deskLog, backup: planned } = await context.settings();
  if (deskLog.kind === 'cluster') throw new Failure(EXIT.usage, ON_A_CLUSTER);
  const folder = given === undefined ? planned?.folder : context.file(given);
  if (folder === undefined) throw new Failure(EXIT.usage, 'Give a folder, or set DATELINE_BACKUP.');
  const progress = new Progress(context.output, quiet);
  const restored = await withFailures(() =>
    restoreBackup({
      ...{ folder, data, replace },
      number: backup ?? null,
      until: until === undefined ? null : momentOf(until),
      now: Date.now,
      progress: (log, events) => {
        context.signal.throwIfAborted();
        progress.show(() => `${log} log: ${events} events restored`);
      },
    }),
  ).finally(() => progress.end());
  if (!quiet) await context.output.write(`${sentence(restored, folder, data)}\n`);
}

function momentOf(given: string): Until {
  if (!/^\d+$/.test(given)) return { time: Date.parse(given) };
  const position = parsePosition('desk', given);
  if (typeof position === 'bigint') return { position };
  throw new Failure(EXIT.usage, `${given} is no position of the desk log: use one that the desk gave.`);
}

function sentence({ number, cut, lastAt, leftOut, aside }: Restored, folder: string, data: string): string {
  const last = lastAt === null ? '' : `, recorded ${lastAt}`;
  const without = leftOut.desk === 0 ? '' : `; ${leftOut.desk} later events were left out`;
  const before = aside === null ? '' : ` The former files are in ${aside}.`;
  const end = (log: LogName): string =>
    cut[log] < 0n ? `${log} log empty` : `${log} log through position ${positionText(log, cut[log])}`;
  return (
    `Restored backup ${number} of ${folder} into ${data}: ${end('desk')}${last}, ` +
    `${end('public')}${without}; verified.${before} ` +
    'Next: start the newsroom; it builds the read models from the logs.'
  );
}
