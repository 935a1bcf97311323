import { join } from 'node:path';
import { ArchiveModule } from '#archive';
import { EmbeddedEventStore, SystemClock } from '#event-store';
import { createServer, openApi } from '#http';
import { ReadModel } from '#projections';

/**
 * A separate archive, with the modules of the newsroom's archive: it reads the public log and writes the read model.
 */
async function main(data: string): Promise<void> {
  const logFile = join(data, 'public.db');
  const folder = join(data, 'read-models');
  const [log, model] = await Promise.all([
    EmbeddedEventStore.read({ file: logFile }),
    ReadModel.start({
      log: { kind: 'file', file: logFile },
      folder,
      audience: 'public',
      clock: new SystemClock(),
    }),
  ]);
  const module = ArchiveModule.register({
    log,
    model,
    clock: new SystemClock(),
    zone: 'UTC',
    maxStale: 300_000,
    publication: { origin: null, name: 'Dateline', maxAge: 5, maxFollowers: 5_000 },
  });
  const app = await createServer(module, { settings: { logLevel: 'error' } });
  openApi(app, {
    title: 'Dateline archive',
    description: 'Running stories, as of any moment.',
    server: null,
  });
  await app.listen(0, '127.0.0.1');
  process.send!((app.getHttpServer().address() as { port: number }).port);
  process.once('SIGTERM', () => {
    void (async () => {
      await app.close();
      await model.close();
      await log.close();
      process.exit();
    })();
  });
}

await main(process.argv[2]!);
