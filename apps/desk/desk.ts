import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BackupSchedule, plannedBackups } from '#backup';
import { Drafts } from '#drafts';
import { FileUnusable, openLog, SystemClock, type Clock, type EventStore } from '#event-store';
import {
  addressOf,
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
import { authentication, openStaff, senderOf } from '#staff';
import { changesOf, Webhooks } from '#webhooks';
import { DeskModule } from './desk.module.js';
import { IMPORTS } from './imports/import.controller.js';
import { about } from './openapi/about.js';
import { deskDescription } from './openapi/description.js';
import { openVault } from './vault/open-vault.js';

/** A desk that is ready to listen, with its logs and read models. */
export interface Desk {
  readonly app: NestFastifyApplication;
  readonly store: EventStore;
  readonly publicLog: EventStore;
  /** The public read model, if this process keeps one. */
  readonly publicModel: ReadModel | null;
  /** The token of the command line on this machine. It ends with this process. */
  readonly token: string;
  /** Opens the port. Gives the address for editors, and the link with which the first of them signs in, or null. */
  listen(): Promise<{ readonly address: string; readonly setup: string | null }>;
  close(): Promise<void>;
}

/** The most open connections of a desk, and of one address if the desk does TLS itself. A browser opens six. */
const MOST_CONNECTIONS = 1_000;
const MOST_OF_AN_ADDRESS = 100;

export const deskPort = ({ deskPort: port, deskHost: host }: Settings): Port => ({ port, host });

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
 * @throws EventStoreError, ReadModelRefused, DatabaseRefused, VaultError
 */
export async function openDesk(
  settings: Settings,
  { keepsPublic, webhooks: sendsWebhooks, metrics = null }: DeskOptions,
): Promise<Desk> {
  const mended = prepareDataFolder(settings.data, 'desk');
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
    const people = openStaff(settings.data, clock, settings.session, settings.oidc);
    opened.push(people);
    const { staff, address, audit } = people;
    const vault = await openVault(settings.data, settings.vaultKey, clock, audit);
    if (vault) opened.push({ close: async () => vault.close() });
    const drafts = Drafts.open(join(settings.data, 'drafts.sqlite'), time);
    opened.push({ close: async () => drafts.close() });
    const gone = (): string | null =>
      [store, publicLog].map((log) => log.health()).find(({ state }) => state === 'failed')?.reason ??
      [audit, staff.file, drafts.file, vault?.file, webhooks?.file].find((file) => file?.gone)?.gone ??
      null;
    const backups = settings.backup && backupsOf(settings.data, settings.backup, gone, clock);
    if (backups) {
      opened.push(backups);
      metrics?.health.watchBackup(() => backups.health);
    }
    const token = randomBytes(32).toString('base64url');
    const module = DeskModule.register({
      staff: people,
      store,
      models: { desk, public: publicModel },
      publicLog,
      shared: settings.deskLog.kind === 'cluster',
      clock,
      time,
      zone: settings.timeZone,
      webhooks,
      vault,
      drafts,
      backups,
      noticesFile: join(settings.data, 'notices.sqlite'),
      maxFollowers: settings.maxFollowers,
      publisherCheckpoint: join(settings.data, 'publisher.json'),
    });
    const isHttps = settings.deskUrl?.startsWith('https:') ?? false;
    const app = await createServer(module, {
      settings,
      ndjson: [IMPORTS],
      onlyOrigins: settings.deskUrl === null ? [] : [settings.deskUrl],
      authenticate: authentication(staff, token),
      tls: tlsOf(settings),
      behindProxy: isHttps && settings.deskTls === null,
      onlyTls: isHttps,
      noStore: true,
      rate: { perMinute: settings.requestsPerMinute, senderOf, clock },
      mostConnections: {
        inTotal: MOST_CONNECTIONS,
        // Without TLS, a proxy or this machine has all connections.
        ofAnAddress: settings.connectionsPerAddress ?? (settings.deskTls ? MOST_OF_AN_ADDRESS : 0),
      },
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
    if (mended !== null) new Logger('Desk').warn(mended);
    const { timeCheck } = settings;
    if (timeCheck !== null && timeCheck !== 'off') {
      const checks = new ClockChecks(time, httpTime(timeCheck), () => publisher.clockConfirmed());
      opened.push(checks);
      checks.start();
    }
    const { doubt } = time.state;
    if (doubt !== null) new Logger('Clock').warn(publisher.health.reason ?? doubt);
    const listen: Desk['listen'] = async () => {
      await app.listen(deskPort(settings));
      address.origin = settings.deskUrl ?? addressOf(app);
      const setup = staff.accounts.isEmpty
        ? `${address.origin}/desk/setup#${staff.links.make(null).secret}`
        : null;
      return { address: address.origin, setup };
    };
    return { app, store, publicLog, publicModel: publicModel ?? null, token, listen, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws FileUnusable */
function tlsOf({ deskTls }: Settings): { readonly cert: Buffer; readonly key: Buffer } | null {
  const read = (file: string): Buffer => FileUnusable.guard(file, () => readFileSync(file));
  return deskTls && { cert: read(deskTls.cert), key: read(deskTls.key) };
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

/** For the greeting: the link of the first sign-in, or nothing. */
export const setupLine = (setup: string | null): string =>
  setup === null ? '' : `  the first sign-in    ${setup}   (once, within 24 hours)\n`;
