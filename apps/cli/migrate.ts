import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyLog, openLog, type EventStore, type LogAddress } from '#event-store';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { Progress } from './progress.js';
import type { Direction } from './direction.js';
import { told } from './store-failure.js';

export interface MigrateOptions {
  readonly quiet: boolean;
}

/** `dateline migrate`: the two logs from the embedded store to the cluster of the settings, or back. */
export async function migrate(
  place: CommandContext,
  direction: Direction,
  { quiet }: MigrateOptions,
): Promise<void> {
  const { data, deskLog, publicLog } = await place.settings();
  if (deskLog.kind !== 'cluster' || publicLog.kind !== 'cluster')
    throw new Failure(EXIT.usage, 'Say with DATELINE_EVENTSTORE_URL which cluster is meant.');
  if (direction === 'to-files') mkdirSync(data, { recursive: true });
  const progress = new Progress(place.output, quiet);
  await told(async () => {
    let desk: { readonly from: string; readonly to: string } | null = null;
    for (const cluster of [deskLog, publicLog]) {
      place.signal.throwIfAborted();
      const file: LogAddress = { kind: 'file', file: join(data, `${cluster.log}.db`) };
      const [source, target] = direction === 'to-cluster' ? [file, cluster] : [cluster, file];
      const from = await openLog(source, desk?.from ?? null);
      let to: EventStore | null = null;
      try {
        to = await openLog(target, desk?.to ?? null);
        if (cluster.log === 'desk') desk = { from: from.identity, to: to.identity };
        const { checked, copied } = await copyLog(from, to, (at) => {
          place.signal.throwIfAborted();
          progress.show(() => `${cluster.log} log: ${at.copied} events copied, ${at.checked} compared`);
        });
        progress.end();
        if (!quiet)
          await place.output.write(
            `${cluster.log} log: ${copied} events copied; ${checked} compared one by one, all the same.\n`,
          );
      } finally {
        progress.end();
        await to?.close();
        await from.close();
      }
    }
  });
}
