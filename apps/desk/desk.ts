import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openLog, SystemClock, type Clock, type EventStore } from '#event-store';
import {
  checkRights,
  createServer,
  ObservedEventStore,
  openApi,
  type Metrics,
  type Port,
  type Settings,
} from '#nest';
import { ReadModel, type Audience } from '#projections';
import { Publisher } from '#publishing';
import { changesOf, Webhooks } from '#webhooks';
import { DeskModule } from './desk-module.js';
import { IMPORTS } from './import/import-controller.js';
import { about } from './openapi/about.js';
import { deskDescription } from './openapi/description.js';

/** A desk that is ready to listen, with the logs that it writes and what it reads. */
export interface Desk {
  readonly app: NestFastifyApplication;
  readonly store: EventStore;
  readonly publicLog: EventStore;
  /** What the world reads, where this process keeps it. */
  readonly publicModel: ReadModel | null;
  close(): Promise<void>;
}

/** The desk listens on this machine only: there is no sign-in. */
export const deskPort = ({ deskPort: port }: Settings): Port => ({ port, host: '127.0.0.1' });

export interface DeskOptions {
  /** An archive in the same process reads the public read model. */
  readonly keepsPublic: boolean;
  /** Partners are told by webhooks what becomes public. */
  readonly webhooks: boolean;
  readonly metrics?: Metrics | null;
}

/**
 * Opens the desk's log and the public one to write them, and serves editors.
 *
 * @throws EventStoreError, ReadModelRefused, WebhooksRefused
 */
export async function openDesk(
  settings: Settings,
  { keepsPublic, webhooks: tells, metrics = null }: DeskOptions,
): Promise<Desk> {
  mkdirSync(settings.data, { recursive: true });
  const clock = new SystemClock();
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const modelOf = async (audience: Audience): Promise<ReadModel> => {
    const log = audience === 'desk' ? settings.deskLog : settings.publicLog;
    const folder = join(settings.data, 'read-models');
    const model = await ReadModel.start({ log, folder, audience, clock });
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
      keepsPublic || tells ? modelOf('public') : undefined,
    ]);
    const webhooks =
      tells && publicModel ? webhooksOf(settings, publicModel, publicLog.identity, clock) : null;
    if (webhooks) {
      opened.push(webhooks);
      metrics?.health.watchWebhooks(() => webhooks.health);
    }
    const module = DeskModule.register({
      store,
      models: { desk, public: publicModel },
      publicLog,
      shared: settings.deskLog.kind === 'cluster',
      clock,
      zone: settings.timeZone,
      webhooks,
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
    return { app, store, publicLog, publicModel: publicModel ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Tells of events by the archive's addresses, which are those of the public. */
function webhooksOf(
  { data, publicUrl, port, name }: Settings,
  model: ReadModel,
  log: string,
  clock: Clock,
): Webhooks {
  const site = { origin: publicUrl ?? `http://localhost:${port}`, name };
  return Webhooks.open({ file: join(data, 'webhooks.sqlite'), log, changes: changesOf(model, site), clock });
}
