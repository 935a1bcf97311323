import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readLog, SystemClock, type EventReader } from '#event-store';
import { checkRightsLater, createServer, openApi, type ArchiveSettings, type Metrics } from '#http';
import { ReadModel } from '#projections';
import { Followers } from '#read-api';
import { prepareDataFolder } from '#settings';
import { ArchiveModule } from './archive.module.js';
import { about } from './openapi/about.js';
import { archiveDescription } from './openapi/description.js';

/** Milliseconds after which a silent connection is closed. A stream sends a heartbeat every 15 s. */
const SILENCE = 120_000;

/** The most open connections, besides those of streams. */
const MOST_READERS = 1_000;

/** An archive that is ready to listen. */
export interface Archive {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** What an archive reads: the public log, and its read model. */
export interface ArchiveSource {
  readonly log: EventReader;
  readonly model: ReadModel;
}

/** Where an archive reports to. */
export interface ArchiveReporting {
  /** Called if the archive's credentials allow more than reading. */
  readonly refused: (error: unknown) => void;
  readonly metrics: Metrics | null;
}

/**
 * Opens an archive over a source that is already open, or over its own one. With its own it follows the public log by
 * itself, next to any number of other archives.
 *
 * @throws EventStoreError, ReadModelRefused
 */
export async function openArchive(
  settings: ArchiveSettings,
  given: ArchiveSource | null,
  { refused, metrics }: ArchiveReporting,
): Promise<Archive> {
  const clock = new SystemClock();
  const opened: { close(): Promise<void> | void }[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    const mended = given ? null : prepareDataFolder(settings.data, 'archive');
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
        maxFollowers: settings.maxFollowers,
      },
    });
    const app = await createServer(module, {
      settings,
      metrics,
      openToAll: true,
      silence: SILENCE,
      mostConnections: {
        inTotal: settings.maxFollowers + MOST_READERS,
        ofAnAddress: settings.connectionsPerAddress ?? 0,
      },
    });
    opened.push(app);
    if (mended !== null) new Logger('Archive').warn(mended);
    const followers = app.get(Followers, { strict: false });
    metrics?.health.watchFollowers(() => followers.count);
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
