import { Controller, Get, HttpCode, Module, Post, UseInterceptors } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Reply, ReplyInterceptor } from './reply.js';
import { createServer } from './server.js';

@Controller()
@UseInterceptors(ReplyInterceptor)
class Replying {
  @Post('made') made(): Reply<object> {
    return new Reply({ id: 1 }, { revision: '7', location: '/made/1' });
  }

  @Post('unchanged') unchanged(): Reply<object> {
    return new Reply({ id: 1 }, { status: 200, revision: 0 });
  }

  @Post('nothing') @HttpCode(204) nothing(): undefined {
    return undefined;
  }

  @Get('plain') plain(): object {
    return { body: 1, head: { status: 500 } };
  }

  @Get('none') none(): Reply<object> {
    return new Reply({}, { revision: null });
  }
}

@Module({ controllers: [Replying] })
class ReplyingModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createServer(ReplyingModule, { settings: { logLevel: 'error' } });
  await app.init();
});
afterAll(() => app.close());

async function answerOf(method: 'GET' | 'POST', url: string) {
  const { statusCode, headers, body } = await app.inject({ method, url, headers: { host: 'x' } });
  return { status: statusCode, etag: headers['etag'], location: headers['location'], body };
}

it('writes the status, ETag and Location of a reply', async () => {
  expect(await answerOf('POST', '/made')).toEqual({
    status: 201,
    etag: '"7"',
    location: '/made/1',
    body: '{"id":1}',
  });
  expect(await answerOf('POST', '/unchanged')).toMatchObject({
    status: 200,
    etag: '"0"',
    location: undefined,
  });
  expect(await answerOf('GET', '/none')).toMatchObject({ status: 200, etag: undefined, body: '{}' });
});

it('leaves every other result as it is', async () => {
  expect(await answerOf('POST', '/nothing')).toMatchObject({ status: 204, body: '' });
  expect(await answerOf('GET', '/plain')).toMatchObject({
    status: 200,
    body: '{"body":1,"head":{"status":500}}',
  });
});
