import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { request as httpRequest } from 'node:http';
import type { Readable } from 'node:stream';
import { Body, Controller, Get, Module, Param, Post, Query, Req, Sse } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NEVER, type Observable } from 'rxjs';
import { Refusal } from '#story';
import { HealthController } from '../telemetry/health.controller.js';
import { HealthChecks } from '../telemetry/health.js';
import { IsSlug } from '../validation/identifier.js';
import { openApi } from '../openapi/open-api.js';
import { Problem } from '../problem/problem.js';
import { WholeNumber } from '../validation/query.js';
import { createServer, type ServerOptions } from './server.js';
import { Optional } from '../validation/dto-reader.js';
import { IsLine, IsText } from '../validation/wording.js';

class StoryBody {
  @IsSlug() id!: string;
  @IsText() headline!: Record<string, string>;
}

class StoryPath {
  @IsSlug() story!: string;
}

class Page {
  @Optional() @WholeNumber({ min: 1, max: 100 }) limit?: number;
  @Optional() @IsLine(20) q?: string;
}

const ready = { ok: true };

@Controller('v1')
class Stories {
  @Get('stories') list(@Query() page: Page): object {
    return { limit: page.limit, q: page.q };
  }

  @Get('stories/:story') one(@Param() { story }: StoryPath): object {
    return { story };
  }

  @Post('stories') open(@Body() body: StoryBody): object {
    return { isDto: body instanceof StoryBody, id: body.id };
  }

  @Post('stories/:story/release') release(@Param() { story }: StoryPath): object {
    return { story };
  }

  @Get('one-name') oneName(@Query('lang') lang?: string): object {
    return { lang };
  }

  @Get('fails') fails(): never {
    throw new TypeError('secret: the informant is xyzzy');
  }

  @Get('killed') killed(): never {
    throw new Problem('killed', 'The story was killed.', { members: { notice: { en: 'Killed.' } } });
  }

  @Get('refuses') refuses(): never {
    throw new Refusal('story-closed', 'The story is closed: reopen it first.');
  }

  @Post('imports') async imports(@Req() request: FastifyRequest): Promise<object> {
    let bytes = 0;
    for await (const chunk of request.body as Readable) bytes += (chunk as Buffer).length;
    return { bytes };
  }

  @Get('long') long(): string {
    return 'x'.repeat(64 * 1024 * 1024);
  }

  @Sse('stream') stream(): Observable<never> {
    return NEVER;
  }
}

const checks = new HealthChecks([
  () => ({ name: 'log', ok: ready.ok, detail: ready.ok ? 'caught up' : 'behind' }),
]);

@Module({
  controllers: [Stories, HealthController],
  providers: [{ provide: HealthChecks, useValue: checks }],
})
class TestModule {}

interface Running {
  readonly app: NestFastifyApplication;
  readonly port: number;
}

async function start(options: Partial<ServerOptions> = {}): Promise<Running> {
  const app = await createServer(TestModule, {
    settings: { logLevel: 'error' },
    ndjson: ['/v1/imports'],
    ...options,
  });
  openApi(app, { title: 'A small archive', description: 'For tests.' });
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as AddressInfo).port };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Uint8Array;
}

/** Node's own client, for `fetch` sets `Host` and mends paths. */
function ask(
  { port }: Running,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends raw bytes, and reads until the server closes. */
function raw({ port }: Running, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

const json = { 'content-type': 'application/json' };
const good = '{"id": "talks", "headline": {"en": "Talks"}}';
const post = (server: Running, body: string | Uint8Array, headers: Record<string, string> = json) =>
  ask(server, '/v1/stories', { method: 'POST', body, headers });

/** The problem document of an answer. It checks first what all problems have in common. */
function problem({ status, headers, text }: Answer): Record<string, unknown> {
  expect([status >= 400, headers['content-type']]).toEqual([true, 'application/problem+json']);
  const body = JSON.parse(text) as Record<string, unknown>;
  expect(body).toMatchObject({
    type: `/problems/${String(body['code'])}`,
    title: expect.stringMatching(/^[A-Z]/),
    status,
    detail: expect.stringMatching(/^[A-Z].*\.$/),
    instance: `urn:uuid:${String(headers['x-request-id'])}`,
  });
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cache-control': 'no-store',
  });
  expect(text).not.toMatch(/xyzzy|at \w+ \(|node_modules/);
  return body;
}

describe('a server', () => {
  let server: Running;
  beforeAll(async () => (server = await start()));
  afterAll(() => server.app.close());

  it('accepts a valid request', async () => {
    const answer = await post(server, good, { 'content-type': 'application/json; charset=utf-8' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([201, { isDto: true, id: 'talks' }]);
  });

  it.each<[string, string | Uint8Array, number, string]>([
    ['malformed JSON', '{"id": "informant xyzzy",', 400, 'json-syntax'],
    ['an empty body', '', 400, 'json-syntax'],
    ['a key twice', '{"id": "talks", "id": "xyzzy"}', 400, 'json-duplicate-key'],
    ['40,000 levels', '['.repeat(40_000), 400, 'json-depth'],
    ['__proto__', '{"id": "talks", "__proto__": {"headline": {"en": "xyzzy"}}}', 400, 'json-key'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'json-encoding'],
    ['a lone surrogate', String.raw`{"id": "talks", "headline": {"en": "\ud800"}}`, 400, 'json-character'],
    ['NUL', String.raw`{"id": "talks", "headline": {"en": "\u0000"}}`, 400, 'json-character'],
    ['an array for the body', '[]', 422, 'validation'],
    ['null for the body', 'null', 422, 'validation'],
    ['an unknown field', `${good.slice(0, -1)}, "extra": 1}`, 422, 'validation'],
    [
      'a slug with CRLF',
      String.raw`{"id": "a\r\nSet-Cookie: xyzzy", "headline": {"en": "x"}}`,
      422,
      'validation',
    ],
    ['a slug with a path', '{"id": "../etc", "headline": {"en": "x"}}', 422, 'validation'],
    ['an array for a text', '{"id": "talks", "headline": ["xyzzy"]}', 422, 'validation'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(problem(await post(server, body))).toMatchObject({ status, code });
  });

  it('names every wrong field by a pointer', async () => {
    const body = problem(await post(server, '{"id": "A", "headline": {"en": ""}}'));
    expect(body['errors']).toEqual([
      { pointer: '/headline/en', detail: 'must not be empty' },
      { pointer: '/id', detail: expect.stringContaining('kebab-case') },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['nothing said', {}],
    ['something near', { 'content-type': 'application/jsonp' }],
    ['merge-patch', { 'content-type': 'application/merge-patch+json' }],
    ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['NDJSON elsewhere', { 'content-type': 'application/x-ndjson' }],
    ['garbage', { 'content-type': ';;;' }],
  ])('takes only JSON in UTF-8: %s', async (_, headers) => {
    expect(problem(await post(server, good, headers))).toMatchObject({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('takes NDJSON as a stream on routes that allow it', async () => {
    const body = `${good}\n`.repeat(20_000);
    const answer = await ask(server, '/v1/imports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect([answer.status, answer.text]).toEqual([201, JSON.stringify({ bytes: body.length })]);
  });

  it('refuses a body above 256 KiB, with and without a Content-Length', async () => {
    const body = ' '.repeat(256 * 1024 + 1);
    expect(problem(await post(server, body))).toMatchObject({ status: 413, code: 'payload-too-large' });
    expect(problem(await post(server, body, { ...json, 'transfer-encoding': 'chunked' }))).toMatchObject({
      status: 413,
      code: 'payload-too-large',
    });
    expect((await post(server, good + ' '.repeat(256 * 1024 - good.length))).status).toBe(201);
  });

  it.each(['/', '/v1', '/v1/nothing', '/v1/stories/', '/V1/stories', '/v1//stories', '/v1/stories/a/b'])(
    'has nothing at %s',
    async (path) => {
      expect(problem(await ask(server, path))).toMatchObject({ status: 404, code: 'not-found' });
    },
  );

  it('serves only the files of Swagger UI', async () => {
    expect(problem(await ask(server, '/docs/../../etc/passwd'))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(problem(await ask(server, '/docs/%2e%2e/package.json'))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(problem(await ask(server, '/docs/package.json%00.css'))).toMatchObject({
      status: 400,
      code: 'address-malformed',
    });
    expect(problem(await ask(server, '/docs/nothing.css'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('answers 405 with the methods of the address', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/v1/stories', 'GET, HEAD, POST'],
      ['PUT', '/v1/stories/talks', 'GET, HEAD'],
      ['GET', '/v1/stories/talks/release', 'POST'],
      ['OPTIONS', '/v1/stories', 'GET, HEAD, POST'],
      ['PROPFIND', '/v1/stories', 'GET, HEAD, POST'],
    ] as const) {
      const answer = await ask(server, path, { method });
      expect(problem(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' });
      expect(answer.headers['allow']).toBe(allow);
    }
  });

  it('answers HEAD like GET, without a body', async () => {
    for (const path of ['/v1/stories', '/v1/stories/talks', '/health/live', '/openapi.json', '/docs']) {
      const answer = await ask(server, path, { method: 'HEAD' });
      expect([path, answer.status, answer.text]).toEqual([path, 200, '']);
    }
    expect((await ask(server, '/v1/killed', { method: 'HEAD' })).status).toBe(410);
  });

  it.each([
    '/v1/stories?nothing=1',
    '/v1/stories?limit=1&limit=2',
    '/v1/stories?limit=1&lim%69t=2',
    '/v1/stories?limit[]=1',
    '/v1/stories?limit[a]=1',
    '/v1/stories?limit=0',
    '/v1/stories?limit=101',
    '/v1/stories?limit=1e1',
    '/v1/stories?limit=+1',
    '/v1/stories?limit=',
    '/v1/stories?__proto__=1',
    '/v1/stories?constructor=1',
    '/v1/stories?toString=1',
    '/v1/stories?q=%ff',
    '/v1/stories?q=%',
    '/v1/stories?q=%ED%A0%80',
    '/v1/stories?q=a%00',
    '/v1/stories?q=a%0d%0a',
    '/v1/stories?=1',
    '/v1/stories/talks?asOf=2016-12-01',
    '/v1/one-name?language=en',
    '/health/live?x=1',
  ])('refuses the query of %s', async (path) => {
    expect(problem(await ask(server, path))).toMatchObject({ status: 400, code: 'query-parameter' });
  });

  it('names the parameters of the route, and the wrong one', async () => {
    const body = problem(await ask(server, '/v1/stories?nothing=xyzzy&limit=7'));
    expect(body['detail']).toContain('limit, q');
    expect(body['errors']).toEqual([{ parameter: 'nothing', detail: expect.any(String) }]);
  });

  it('parses a flat query, and its numbers', async () => {
    expect(JSON.parse((await ask(server, '/v1/stories?limit=20&q=a%2Bb+c')).text)).toEqual({
      limit: 20,
      q: 'a+b c',
    });
    expect((await ask(server, '/v1/one-name?lang=en')).text).toBe('{"lang":"en"}');
  });

  it.each([
    '/v1/stories/%',
    '/v1/stories/%ff',
    '/v1/stories/a%00',
    '/v1/stories/a%0D%0AX:y',
    '/v1/stories/%ED%A0%80',
  ])('refuses the path %s', async (path) => {
    expect(problem(await ask(server, path))).toMatchObject({ status: 400, code: 'address-malformed' });
  });

  it('answers 404 for a name that cannot exist', async () => {
    expect(problem(await ask(server, '/v1/stories/..%2f..%2fetc'))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect(problem(await ask(server, '/v1/stories/Talks'))).toMatchObject({ status: 404, code: 'not-found' });
    const long = await ask(server, `/v1/stories/${'a'.repeat(300)}`);
    expect(problem(long)).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('refuses a body with GET', async () => {
    expect(
      problem(
        await ask(server, '/v1/stories', {
          body: good,
          headers: { ...json, 'content-length': String(good.length) },
        }),
      ),
    ).toMatchObject({ status: 400, code: 'body-not-expected' });
  });

  it('hides an internal failure, and logs its stack', async () => {
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((chunk) => written.push(String(chunk)) > 0);
    const answer = await ask(server, '/v1/fails').finally(() => spy.mockRestore());
    expect(problem(answer)).toMatchObject({ status: 500, code: 'internal' });
    expect(written.join('')).toMatch(/TypeError[\s\S]*at Stories\.fails /);
    expect(written.join('')).not.toContain('xyzzy');
    expect(written.join('')).toContain(answer.headers['x-request-id']);
  });

  it('answers refusals of the newsroom', async () => {
    expect(problem(await ask(server, '/v1/refuses'))).toMatchObject({ status: 409, code: 'story-closed' });
    expect(problem(await ask(server, '/v1/killed'))['notice']).toEqual({
      en: 'Killed.',
    });
  });

  it('gives every request an id, and accepts only a UUID from the client', async () => {
    const id = '6f1b2a34-0c1d-4e2f-8a3b-4c5d6e7f8091';
    expect(
      (await ask(server, '/health/live', { headers: { 'x-request-id': id } })).headers['x-request-id'],
    ).toBe(id);
    for (const other of ['x', '"><script>', `${id}, ${id}`]) {
      const taken = (await ask(server, '/health/live', { headers: { 'x-request-id': other } })).headers[
        'x-request-id'
      ];
      expect(taken).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('reports whether it is ready', async () => {
    expect(JSON.parse((await ask(server, '/health/live')).text)).toEqual({ status: 'live' });
    expect((await ask(server, '/health/ready')).status).toBe(200);
    ready.ok = false;
    const answer = await ask(server, '/health/ready').finally(() => (ready.ok = true));
    expect(problem(answer)['checks']).toEqual([{ name: 'log', ok: false, detail: 'behind' }]);
  });

  it('serves its OpenAPI document and Swagger UI', async () => {
    const document = JSON.parse((await ask(server, '/openapi.json')).text) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/v1/stories/{story}');
    const page = await ask(server, '/docs');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    for (const file of [
      'swagger-ui.css',
      'swagger-ui-bundle.js',
      'swagger-ui-standalone-preset.js',
      'swagger-ui-init.js',
    ]) {
      expect([file, (await ask(server, `/docs/${file}`)).status]).toEqual([file, 200]);
    }
    // The policy allows no script inside the page.
    expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('answers invalid HTTP with a problem', async () => {
    expect(await raw(server, 'NONSENSE\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*bad-request/,
    );
    expect(await raw(server, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [\s\S]*headers-too-large/,
    );
    const smuggled =
      'POST /v1/stories HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await raw(server, smuggled)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('survives a client that leaves while it sends a body', async () => {
    const { port } = server;
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /v1/stories HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id":',
          () => {
            socket.destroy();
            resolve();
          },
        );
      });
    });
    expect((await post(server, good)).status).toBe(201);
  });
});

it('limits the time for a body', async () => {
  const server = await start({ requestTimeout: 200, timeoutCheck: 50 });
  const answer = await raw(
    server,
    'POST /v1/stories HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id":',
  );
  await server.app.close();
  expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*request-timeout/);
});

it('cuts a connection whose client does not read', async () => {
  const server = await start({ silence: 200 });
  const deaf = connect(server.port, '127.0.0.1');
  deaf.on('error', () => undefined).pause();
  const taken = once(server.app.getHttpServer(), 'connection') as Promise<[Socket]>;
  deaf.write('GET /v1/long HTTP/1.1\r\nHost: x\r\n\r\n');
  const [socket] = await taken;
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
  deaf.destroy();
  await server.app.close();
});

it('logs a line a request at debug, without query, body or ids', async () => {
  const lines: string[] = [];
  const spy = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  const server = await start({ settings: { logLevel: 'debug' } });
  await post(server, '{"id": "smith"}');
  await ask(server, '/v1/stories/smith?q=smith');
  await server.app.close();
  spy.mockRestore();
  const log = lines.join('');
  expect(log).toMatch(/POST \/v1\/stories 422 \d+\.\d ms [0-9a-f-]{36}/);
  expect(log).toMatch(/GET \/v1\/stories\/:story 400 /);
  expect(log).not.toContain('smith');
});

it('closes at once despite an open stream', async () => {
  const server = await start();
  const reader = connect(server.port, '127.0.0.1');
  reader.on('error', () => undefined);
  reader.write('GET /v1/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n');
  const [head] = (await once(reader, 'data')) as [Buffer];
  expect(head.toString()).toMatch(/^HTTP\/1\.1 200 [\s\S]*text\/event-stream/);
  const closed = once(reader, 'close');
  await server.app.close();
  await closed;
});

describe('a server without sign-in', () => {
  let server: Running;
  beforeAll(async () => (server = await start({ onlyOrigins: ['https://desk.example.org'] })));
  afterAll(() => server.app.close());

  it('answers only its own host names', async () => {
    for (const host of [
      `127.0.0.1:${server.port}`,
      `localhost:${server.port}`,
      `[::1]:${server.port}`,
      'desk.example.org',
    ]) {
      expect([host, (await ask(server, '/v1/stories', { headers: { host } })).status]).toEqual([host, 200]);
    }
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      'localhost',
      'localhost:1',
      `127.0.0.1.evil.example:${server.port}`,
      `localhost:${server.port}@evil.example`,
      'desk.example.org:444',
    ]) {
      expect(problem(await ask(server, '/v1/stories', { headers: { host } }))).toMatchObject({
        status: 403,
        code: 'host-forbidden',
      });
    }
    expect(problem(await ask(server, '/nothing', { headers: { host: 'evil.example' } }))).toMatchObject({
      status: 403,
      code: 'host-forbidden',
    });
  });

  it('answers only its own pages', async () => {
    const from = (origin: string, host = `localhost:${server.port}`) =>
      post(server, good, { ...json, host, origin });
    expect((await from(`http://localhost:${server.port}`)).status).toBe(201);
    expect((await from('https://desk.example.org', 'desk.example.org')).status).toBe(201);
    for (const origin of [
      'null',
      'https://evil.example',
      'http://localhost:1',
      `http://127.0.0.1:${server.port}`,
      'https://desk.example.org',
    ]) {
      expect(problem(await from(origin))).toMatchObject({ status: 403, code: 'origin-forbidden' });
    }
  });
});
