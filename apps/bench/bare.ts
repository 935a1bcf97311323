import { Body, Controller, Get, Header, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { DeskModule } from '#desk';
import { EmbeddedEventStore, SystemClock } from '#event-store';
import { TrustedClock } from '#publishing';
import { createServer } from '#http';
import { ReadModel } from '#projections';

/** What a GET is answered with: JSON of so many bytes, made once. */
const body = JSON.stringify({ filler: 'x'.repeat(Math.max(0, Number(process.argv[2]) - 13)) });

/** Nest and Fastify, a route each, and nothing behind them: the floor under what ours do for their answers. */
@Controller()
class BareReading {
  @Get('bare')
  @Header('content-type', 'application/json; charset=utf-8')
  read(): string {
    return body;
  }
}

@Controller()
class BareRecording {
  @Post('bare')
  record(@Body() { assertions }: { readonly assertions: readonly object[] }): object {
    return { ...ANSWER, assertions: assertions.map(() => ANSWER.id) };
  }
}

const ANSWER = {
  id: 'c4cc255d-b1ee-5601-a018-a3a597c6d61a',
  story: 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e',
  revision: '1',
  position: '29',
  public: { revision: '1', position: '17' },
  origins: ['7c431704-0485-57f8-96ba-5beec5de0f3d'],
  warnings: [],
};

@Module({ controllers: [BareReading] })
class BareReadingModule {}

@Module({ controllers: [BareRecording] })
class BareRecordingModule {}

async function main(): Promise<void> {
  const reading = await NestFactory.create<NestFastifyApplication>(
    BareReadingModule,
    new FastifyAdapter({ logger: false }),
    { logger: false },
  );
  await reading.listen(0, '127.0.0.1');
  Reflect.defineMetadata('design:paramtypes', [await deskBody()], BareRecording.prototype, 'record');
  const recording = await createServer(BareRecordingModule, { settings: { logLevel: 'error' } });
  await recording.listen(0, '127.0.0.1');
  process.send!([reading, recording].map((app) => (app.getHttpServer().address() as { port: number }).port));
  process.once('SIGTERM', () => process.exit());
}

/** What the desk's own route reads a development into, so that the same is validated: found where Nest finds it. */
async function deskBody(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  const store = await EmbeddedEventStore.open({ file: join(folder, 'log.db') });
  const model = await ReadModel.start({
    log: { kind: 'file', file: join(folder, 'log.db') },
    folder,
    audience: 'desk',
    clock: new SystemClock(),
  });
  const { controllers = [] } = DeskModule.register({
    shared: false,
    store,
    models: { desk: model, public: model },
    publicLog: store,
    clock: new SystemClock(),
    time: new TrustedClock(new SystemClock()),
    zone: 'UTC',
    webhooks: null,
    backups: null,
    publisherCheckpoint: join(folder, 'publisher.json'),
  });
  await model.close();
  await store.close();
  rmSync(folder, { recursive: true });
  const controller = controllers.find(({ name }) => name === 'DevelopmentController') as Type;
  const prototype = controller.prototype as object;
  const types = Reflect.getMetadata('design:paramtypes', prototype, 'record') as unknown[];
  return types.find((type) => (type as Type).name === 'DevelopmentDto');
}

await main();
