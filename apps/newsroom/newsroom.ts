import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ArchiveModule } from '#archive';
import { DeskModule, Importer, IMPORTS } from '#desk';
import { EmbeddedEventStore, SystemClock } from '#event-store';
import { createServer, openApi, type Settings } from '#nest';
import { ReadModel, type Audience } from '#projections';
import { RunningFile } from './running-file.js';

export interface Newsroom {
  /** What to open, for whoever started it. */
  readonly greeting: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** From the built program to the sources beside it. */
const DEMONSTRATION = join(import.meta.dirname, '../../../apps/newsroom/demonstration.ndjson');
const DEMONSTRATED = 'aleppo-talks';

/**
 * Desk and archive in one process, on two embedded logs: the desk's holds everything, the public one what the
 * world may see, and the archive is given only that.
 *
 * @throws StoreLocked and the like, and what `listen` throws
 */
export async function openNewsroom(settings: Settings): Promise<Newsroom> {
  mkdirSync(settings.data, { recursive: true });
  const store = await EmbeddedEventStore.open({ file: join(settings.data, 'desk.db') });
  const opened: { close(): Promise<void> }[] = [store];
  const close = async (): Promise<void> => {
    for (const part of opened.reverse()) await part.close();
  };
  try {
    const publicLog = await EmbeddedEventStore.open({ file: join(settings.data, 'public.db') });
    opened.push(publicLog);
    const [ofDesk, ofPublic] = await Promise.all([
      openModel(settings, 'desk', 'desk.db', opened),
      openModel(settings, 'public', 'public.db', opened),
    ]);
    const desk = await serveDesk(settings, store, publicLog, { desk: ofDesk, public: ofPublic });
    opened.push(desk);
    const isNew = (await store.head()) === null;
    const demonstrated = settings.demo && isNew && (await demonstrate(desk));
    const archive = await serveArchive(settings, publicLog, ofPublic);
    opened.push(archive);
    await desk.listen({ port: settings.deskPort, host: LOOPBACK });
    await archive.listen({ port: settings.port, host: settings.host });
    const running = new RunningFile(settings.data);
    const addresses = { desk: addressOf(desk), archive: addressOf(archive) };
    running.write({ desk: addressOf(desk, false), archive: addressOf(archive, false) });
    opened.push(running);
    const shown = { ...addresses, archive: settings.publicUrl ?? addresses.archive };
    return { greeting: greet(shown, settings, demonstrated), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Each read model has its files in a folder beside the logs, and a thread that writes them. */
async function openModel(
  { data }: Settings,
  audience: Audience,
  log: string,
  opened: { close(): Promise<void> }[],
): Promise<ReadModel> {
  const folder = join(data, 'read-models');
  const model = await ReadModel.start({ logFile: join(data, log), folder, audience });
  opened.push(model);
  return model;
}

async function serveDesk(
  settings: Settings,
  store: EmbeddedEventStore,
  publicLog: EmbeddedEventStore,
  models: { readonly desk: ReadModel; readonly public: ReadModel },
) {
  const module = DeskModule.register({
    store,
    models,
    publicLog,
    clock: new SystemClock(),
    zone: settings.timeZone,
    publisherCheckpoint: join(settings.data, 'publisher.json'),
  });
  const app = await createServer(module, {
    settings,
    ndjson: [IMPORTS],
    onlyOrigins: [],
    requestTimeout: 600_000,
  });
  openApi(app, {
    title: 'Dateline desk',
    description: 'Editors record the developments of running stories.',
  });
  return app.init();
}

async function serveArchive(settings: Settings, log: EmbeddedEventStore, model: ReadModel) {
  const module = ArchiveModule.register({ log, model, zone: settings.timeZone });
  const app = await createServer(module, { settings });
  openApi(app, {
    title: 'Dateline archive',
    description: 'Running stories, as of any moment.',
    server: settings.publicUrl,
  });
  return app.init();
}

/** An empty newsroom gets the story of the documents, by import, with its times of 2016. */
async function demonstrate(desk: NestFastifyApplication): Promise<boolean> {
  const lines = createInterface({ input: createReadStream(DEMONSTRATION), crlfDelay: Infinity });
  for await (const progress of await desk.get(Importer).start(lines))
    if ('error' in progress)
      throw new Error(`The demonstration, line ${progress.line}: ${progress.error.detail}`);
  return true;
}

/** For people by the machine's own name, for programs by the very address. */
function addressOf(app: NestFastifyApplication, named = true): string {
  const { address, port, family } = app.getHttpServer().address() as {
    address: string;
    port: number;
    family: string;
  };
  if (named && ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(address)) return `http://localhost:${port}`;
  const own = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${family === 'IPv6' ? `[${own}]` : own}:${port}`;
}

function greet(
  at: { readonly desk: string; readonly archive: string },
  { data }: Settings,
  demonstrated: boolean,
): string {
  const story = `${at.archive}/v1/stories/${DEMONSTRATED}`;
  const lines = [
    `Dateline is running; its data is in ${data}.`,
    '',
    `  the archive, for readers     ${at.archive}/v1/stories`,
    `  what it can be asked         ${at.archive}/docs`,
    `  the desk, for editors        ${at.desk}/docs   (this machine only: there is no sign-in)`,
    ...(demonstrated ? ['', 'An empty newsroom was given a story to look at:'] : []),
    ...(demonstrated ? [`  as it stands                 ${story}`] : []),
    ...(demonstrated ? [`  as of noon, 1 December 2016  ${story}?asOf=2016-12-01T12:00:00Z`] : []),
    '',
    'Stop it with Ctrl+C.',
    '',
  ];
  return lines.join('\n');
}
