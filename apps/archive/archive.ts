import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readLog, SystemClock, type EventReader } from '#event-store';
import { STORY_FORMATS } from '#formats';
import { checkRightsLater, createServer, openApi, type ArchiveSettings, type Metrics } from '#http';
import { ReadModel } from '#projections';
import { prepareDataFolder } from '#settings';
import { ArchiveModule } from './archive-module.js';
import { about } from './openapi/about.js';
import { archiveDescription } from './openapi/description.js';

/** Milliseconds: a stream gives a sign of life every 15 s. */
const SILENCE = 120_000;

/** An archive that is ready to listen. */
export interface Archive {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** What an archive reads: the public log, and what is made readable of it. */
export interface ArchiveSource {
  readonly log: EventReader;
  readonly model: ReadModel;
}

/** Whom an archive tells of itself. */
export interface ArchiveSurroundings {
  /** Is told where its credentials may do what no archive should. */
  readonly refused: (error: unknown) => void;
  readonly metrics: Metrics | null;
}

/**
 * Serves the world from a source that is open already, or opens its own: then it follows the public log by itself, as any
 * number of others may.
 *
 * @throws EventStoreError, ReadModelRefused
 */
export async function openArchive(
  settings: ArchiveSettings,
  given: ArchiveSource | null,
  { refused, metrics }: ArchiveSurroundings,
): Promise<Archive> {
  const clock = new SystemClock();
  const opened: { close(): Promise<void> | void }[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    const { log, model } = given ?? (await openSource(settings, clock, opened));
    if (!given) {
      opened.push(checkRightsLater(settings.publicLog, 'reads', refused));
      metrics?.health.watchStore('public', () => log.health());
      metrics?.health.watchModel('public', () => model.health);
    }
    const module = ArchiveModule.register({
      log,
      model,
      clock,
      zone: settings.timeZone,
      maxStale: settings.maxStale,
      publication: {
        origin: settings.publicUrl,
        name: settings.name,
        maxAge: settings.maxAge,
        formats: STORY_FORMATS,
      },
      maxFollowers: settings.maxFollowers,
      watchFollowers: (count) => metrics?.health.watchFollowers(count),
    });
    const app = await createServer(module, { settings, metrics, openToAll: true, silence: SILENCE });
    opened.push(app);
    openApi(app, {
      title: 'Dateline archive',
      description: about,
      server: settings.publicUrl,
      api: archiveDescription,
    });
    await app.init();
    return { app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSource(
  { data, publicLog }: ArchiveSettings,
  clock: SystemClock,
  opened: { close(): Promise<void> | void }[],
): Promise<ArchiveSource> {
  prepareDataFolder(data, 'archive');
  const log = await readLog(publicLog);
  opened.push(log);
  const model = await ReadModel.start({
    log: publicLog,
    folder: join(data, 'read-models'),
    audience: 'public',
    clock,
    onRewound: (why) => new Logger('Archive').error(why),
  });
  opened.push(model);
  return { log, model };
}
