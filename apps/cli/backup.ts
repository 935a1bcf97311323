import { resolve, sep } from 'node:path';
import { BackupFolder, takeBackup, type Taken } from '#backup';
import type { LogName } from '#story-log';
import { positionText } from '#projections';
import { readKeep } from '#settings';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import { withFailures } from './store-failure.js';
import { version } from './version.js';

export interface BackupOptions {
  /** As `DATELINE_BACKUP_KEEP`. */
  readonly keep?: string;
  readonly whole: boolean;
  readonly check: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** The refusal for logs on a cluster. */
export const ON_A_CLUSTER =
  'These logs are on a cluster: use the backup of its server (docs/operations.md, Backup and restore).';

/** `dateline backup`: copies both logs and the files beside them, while the newsroom runs. */
export async function backup(
  context: CommandContext,
  given: string | undefined,
  { keep, whole, check, quiet, json }: BackupOptions,
): Promise<void> {
  const { data, deskLog, backup: planned } = await context.settings();
  if (deskLog.kind === 'cluster') throw new Failure(EXIT.usage, ON_A_CLUSTER);
  const folder = given === undefined ? planned?.folder : context.file(given);
  if (folder === undefined) throw new Failure(EXIT.usage, 'Give a folder, or set DATELINE_BACKUP.');
  if (`${resolve(folder)}${sep}`.startsWith(`${resolve(data)}${sep}`))
    throw new Failure(
      EXIT.usage,
      `${folder} is in the data folder, and would be lost with it. Choose another folder.`,
    );
  if (check) return checkNewest(context, folder, quiet);
  const progress = new Progress(context.output, quiet || json);
  const { signal } = context;
  const taken = await withFailures(() =>
    takeBackup({
      ...{ data, folder, version, whole },
      now: Date.now,
      keep: keep === undefined ? (given === undefined ? planned!.keep : null) : readKeep(keep),
      progress: (log, events) => {
        signal.throwIfAborted();
        progress.show(() => `${log} log: ${events} events copied`);
      },
    }),
  ).finally(() => progress.end());
  if (json) await context.output.write(`${JSON.stringify(factsOf(taken))}\n`);
  else if (!quiet) await context.output.write(`${sentence(taken, folder)}\n`);
}

/** Verifies every byte of the newest backup. */
async function checkNewest(context: CommandContext, folder: string, quiet: boolean): Promise<void> {
  const number = await withFailures(async () => {
    const backups = BackupFolder.open(folder);
    const manifest = backups.read(backups.numbers[0]!);
    await backups.check(manifest);
    return manifest.number;
  });
  if (!quiet) await context.output.write(`Backup ${number} in ${folder} is intact, byte by byte.\n`);
}

function sentence({ manifest, written, kept }: Taken, folder: string): string {
  const log = (name: LogName): string => {
    const { position } = manifest[name];
    const through = position === null ? 'empty' : `through position ${positionText(name, position)}`;
    return `${name} log ${through} (${written[name]} events written)`;
  };
  const older = kept === 1 ? 'no older one' : kept === 2 ? '1 older one' : `${kept - 1} older ones`;
  return `Backup ${manifest.number} in ${folder}: ${log('desk')}, ${log('public')}; verified; ${older} kept.`;
}

function factsOf({ manifest, written, kept }: Taken): object {
  const log = (name: LogName): object => {
    const { position } = manifest[name];
    return { position: position === null ? null : positionText(name, position), written: written[name] };
  };
  const { number, takenAt } = manifest;
  return { number, takenAt, desk: log('desk'), public: log('public'), kept };
}
