import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BackupSchedule, plannedBackups } from '#backup';
import { openLog, SystemClock, type Clock, type EventStore } from '#event-store';
import {
  checkRights,
  createServer,
  ObservedEventStore,
  openApi,
  type Metrics,
  type Port,
  type Settings,
  version,
} from '#http';
import { ReadModel, type Audience } from '#projections';
import { ClockChecks, httpTime, Publisher, TrustedClock } from '#publishing';
import { prepareDataFolder, type BackupPlan } from '#settings';
import { changesOf, Webhooks } from '#webhooks';
import { DeskModule } from './desk.module.js';
import { IMPORTS } from './imports/import.controller.js';
import { about } from './openapi/about.js';
import { deskDescription } from './openapi/description.js';

/** A desk that is ready to listen, with its logs and read models. */
export interface Desk {
  readonly app: NestFastifyApplication;
  readonly store: EventStore;
  readonly publicLog: EventStore;
  /** The public read model, if this process keeps one. */
  readonly publicModel: ReadModel | null;
  close(): Promise<void>;
}

/** The desk listens on this machine only, because there is no sign-in. */
export const deskPort = ({ deskPort: port }: Settings): Port => ({ port, host: '127.0.0.1' });

export interface DeskOptions {
  /** Whether an archive in the same process needs the public read model. */
  readonly keepsPublic: boolean;
  /** Whether this process sends webhooks. */
  readonly webhooks: boolean;
  readonly metrics?: Metrics | null;
}

/**
 * Opens the desk log and the public log for writing, and prepares the server for editors.
 *
 * @throws EventStoreError, ReadModelRefused, WebhooksRefused
 */
export async function openDesk(
  settings: Settings,
  { keepsPublic, webhooks: sendsWebhooks, metrics = null }: DeskOptions,
): Promise<Desk> {
  prepareDataFolder(settings.data, 'desk');
  const clock = new SystemClock();
  const time = new TrustedClock(clock, settings.timeCheck === 'off');
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const modelOf = async (audience: Audience): Promise<ReadModel> => {
    const log = audience === 'desk' ? settings.deskLog : settings.publicLog;
    const folder = join(settings.data, 'read-models');
    const onRewound = (why: string): void => new Logger('Desk').error(why);
    const model = await ReadModel.start({ log, folder, audience, clock, onRewound });
    opened.push(model);
    metrics?.health.watchModel(audience, () => model.health);
    return model;
  };
  try {
    const store = new ObservedEventStore(await openLog(settings.deskLog), 'desk', metrics);
    opened.push(store);
    const world = await openLog(settings.publicLog, store.identity);
    const publicLog = new ObservedEventStore(world, 'public', metrics);
    opened.push(publicLog);
    await checkRights(settings.deskLog, 'writes');
    if (settings.deskLog.kind === 'cluster' && !settings.deskLog.shared)
      await checkRights(settings.publicLog, 'writes');
    const [desk, publicModel] = await Promise.all([
      modelOf('desk'),
      keepsPublic || sendsWebhooks ? modelOf('public') : undefined,
    ]);
    const webhooks =
      sendsWebhooks && publicModel ? webhooksOf(settings, publicModel, publicLog.identity, clock) : null;
    if (webhooks) {
      opened.push(webhooks);
      metrics?.health.watchWebhooks(() => webhooks.health);
    }
    const gone = (): string | null =>
      [store, publicLog].map((log) => log.health()).find(({ state }) => state === 'failed')?.reason ??
      webhooks?.health.gone ??
      null;
    const backups = settings.backup && backupsOf(settings.data, settings.backup, gone, clock);
    if (backups) {
      opened.push(backups);
      metrics?.health.watchBackup(() => backups.health);
    }
    const module = DeskModule.register({
      store,
      models: { desk, public: publicModel },
      publicLog,
      shared: settings.deskLog.kind === 'cluster',
      clock,
      time,
      zone: settings.timeZone,
      webhooks,
      backups,
      publisherCheckpoint: join(settings.data, 'publisher.json'),
    });
    const app = await createServer(module, {
      settings,
      ndjson: [IMPORTS],
      onlyOrigins: [],
      requestTimeout: 600_000,
      metrics,
    });
    opened.push(app);
    const publisher = app.get(Publisher);
    metrics?.health.watchPublisher(() => publisher.health);
    openApi(app, {
      title: 'Dateline desk',
      description: about,
      api: deskDescription,
    });
    await app.init();
    const { timeCheck } = settings;
    if (timeCheck !== null && timeCheck !== 'off') {
      const checks = new ClockChecks(time, httpTime(timeCheck), () => publisher.clockConfirmed());
      opened.push(checks);
      checks.start();
    }
    const { doubt } = time.state;
    if (doubt !== null) new Logger('Clock').warn(publisher.health.reason ?? doubt);
    return { app, store, publicLog, publicModel: publicModel ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Takes backups while the desk runs. */
function backupsOf(
  data: string,
  { folder, every, keep }: BackupPlan,
  gone: () => string | null,
  clock: Clock,
): BackupSchedule {
  const work = plannedBackups({ data, folder, version, keep, whole: false }, gone);
  return new BackupSchedule(work, every, clock, (why) => new Logger('Backup').error(why));
}

/** Sends webhooks. Links in their messages lead to the archive. */
function webhooksOf(
  { data, publicUrl, port, name }: Settings,
  model: ReadModel,
  log: string,
  clock: Clock,
): Webhooks {
  const site = { origin: publicUrl ?? `http://localhost:${port}`, name };
  return Webhooks.open({ file: join(data, 'webhooks.sqlite'), log, changes: changesOf(model, site), clock });
}
