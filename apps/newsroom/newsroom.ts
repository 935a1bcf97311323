import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openArchive } from '#archive';
import { Importer, openDesk } from '#desk';
import { addressOf, RunningFile, type Opening, type Running, type Settings } from '#http';

/** The demonstration is beside the sources, not in dist. */
const DEMONSTRATION = join(import.meta.dirname, '../../../apps/newsroom/demonstration.ndjson');
const DEMONSTRATED = 'aleppo-talks';

/**
 * Desk and archive in one process, on two logs. The desk log has everything, the public log has what readers may see. The
 * archive gets only the public log.
 *
 * @throws EventStoreError, ReadModelRefused, and what `listen` throws
 */
export async function openNewsroom(
  settings: Settings,
  { portsFree, fail, metrics }: Opening,
): Promise<Running> {
  const desk = await openDesk(settings, {
    keepsPublic: true,
    webhooks: settings.webhooks ?? true,
    metrics,
  });
  const opened: { close(): Promise<void> }[] = [desk];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    // A newsroom whose store takes no writes starts, and is not ready.
    const takesWrites = desk.store.health().state === 'ready';
    const isNew = settings.deskLog.kind === 'file' && takesWrites && (await desk.store.head()) === null;
    const demonstrated = settings.demo && isNew && (await demonstrate(desk.app));
    const source = { log: desk.publicLog, model: desk.publicModel! };
    const archive = await openArchive(settings, source, { refused: fail, metrics });
    opened.push(archive);
    await portsFree();
    const { address, setup } = await desk.listen();
    await archive.app.listen({ port: settings.port, host: settings.host });
    const running = new RunningFile(settings.data);
    running.write({
      desk: addressOf(desk.app, false),
      archive: addressOf(archive.app, false),
      token: desk.token,
      certificate: settings.deskTls?.cert,
    });
    opened.push(running);
    const shown = { desk: address, setup, archive: settings.publicUrl ?? addressOf(archive.app) };
    return { greeting: greet(shown, settings, demonstrated), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Imports the story of the documentation, with its times of 2016. */
async function demonstrate(desk: NestFastifyApplication): Promise<boolean> {
  const lines = createInterface({ input: createReadStream(DEMONSTRATION), crlfDelay: Infinity });
  for await (const progress of await desk.get(Importer).start(lines))
    if ('error' in progress)
      throw new Error(`Demonstration, line ${progress.line}: ${progress.error.detail}`);
  return true;
}

function greet(
  at: { readonly desk: string; readonly setup: string | null; readonly archive: string },
  { data }: Settings,
  demonstrated: boolean,
): string {
  const story = `${at.archive}/stories/${DEMONSTRATED}`;
  const lines = [
    `Dateline is running; its data is in ${data}.`,
    '',
    `  the archive, for readers     ${at.archive}/`,
    `  its API                      ${at.archive}/docs`,
    `  the desk, for editors        ${at.desk}/desk`,
    ...(at.setup === null ? [] : [`  the first sign-in            ${at.setup}   (once, within 24 hours)`]),
    ...(demonstrated ? ['', 'The newsroom was empty, so it got a demonstration story:'] : []),
    ...(demonstrated ? [`  now                          ${story}`] : []),
    ...(demonstrated ? [`  as of noon, 1 December 2016  ${story}?asOf=2016-12-01T12:00:00Z`] : []),
    '',
    'Stop it with Ctrl+C.',
    '',
  ];
  return lines.join('\n');
}
