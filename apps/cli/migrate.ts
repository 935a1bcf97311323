import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { from, lastValueFrom, tap } from 'rxjs';
import { copyLog, openLog, type EventStore, type LogAddress } from '#event-store';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import type { Direction } from './direction.js';
import { withFailures } from './store-failure.js';

export interface MigrateOptions {
  readonly quiet: boolean;
}

/** `dateline migrate`: copies both logs from files to the cluster of the settings, or back. */
export async function migrate(
  context: CommandContext,
  direction: Direction,
  { quiet }: MigrateOptions,
): Promise<void> {
  const { data, deskLog, publicLog } = await context.settings();
  if (deskLog.kind !== 'cluster' || publicLog.kind !== 'cluster')
    throw new Failure(EXIT.usage, 'Set DATELINE_EVENTSTORE_URL to the cluster.');
  if (direction === 'to-files') mkdirSync(data, { recursive: true });
  const progress = new Progress(context.output, quiet);
  await withFailures(async () => {
    let desk: { readonly from: string; readonly to: string } | null = null;
    for (const cluster of [deskLog, publicLog]) {
      context.signal.throwIfAborted();
      const file: LogAddress = { kind: 'file', file: join(data, `${cluster.log}.db`) };
      const [source, target] = direction === 'to-cluster' ? [file, cluster] : [cluster, file];
      const reader = await openLog(source, desk?.from ?? null);
      let writer: EventStore | null = null;
      try {
        writer = await openLog(target, desk?.to ?? null);
        if (cluster.log === 'desk') desk = { from: reader.identity, to: writer.identity };
        const { checked, copied } = await lastValueFrom(
          from(copyLog(reader, writer)).pipe(
            tap(() => context.signal.throwIfAborted()),
            progress.of((at) => `${cluster.log} log: ${at.copied} events copied, ${at.checked} compared`),
          ),
        );
        progress.end();
        if (!quiet)
          await context.output.write(
            `${cluster.log} log: ${copied} events copied; ${checked} compared one by one, all equal.\n`,
          );
      } finally {
        progress.end();
        await writer?.close();
        await reader.close();
      }
    }
  });
}
