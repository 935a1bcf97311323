import { Body, Controller, Get, Header, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DevelopmentDto } from '#desk';
import { createServer } from '#http';

/** The body of a GET: JSON of `bytes` bytes, created once. */
const body = JSON.stringify({ filler: 'x'.repeat(Math.max(0, Number(process.argv[2]) - 13)) });

/** Nest and Fastify with one route each and no work: the floor for our routes. */
@Controller()
class BareReading {
  @Get('bare')
  @Header('content-type', 'application/json; charset=utf-8')
  read(): string {
    return body;
  }
}

/** The body is the desk's DTO, so that the validation is the same. */
@Controller()
class BareRecording {
  @Post('bare')
  record(@Body() { assertions = [] }: DevelopmentDto): object {
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
  const recording = await createServer(BareRecordingModule, { settings: { logLevel: 'error' } });
  await recording.listen(0, '127.0.0.1');
  process.send!([reading, recording].map((app) => (app.getHttpServer().address() as { port: number }).port));
  process.once('SIGTERM', () => process.exit());
}

await main();
