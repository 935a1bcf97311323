import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as ask, Agent } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { Body, Controller, Get, Module, Post, Req, Sse } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NEVER, type Observable } from 'rxjs';
import { createServer, Problem, type ServerOptions } from '#http';
import { TLS } from '../double/cluster-node.js';

@Controller('v1')
class Routes {
  @Get('read') read(): object {
    return { read: true };
  }

  @Post('write') write(@Body() body: object): object {
    return body;
  }

  @Post('imports') async imports(@Req() request: FastifyRequest): Promise<object> {
    return { file: await text(request.body as Readable) };
  }

  @Sse('stream') stream(): Observable<never> {
    return NEVER;
  }
}

@Module({ controllers: [Routes] })
class TestModule {}

const LIMIT = 200;
const tls = {
  cert: readFileSync(join(TLS, 'server.pem')),
  key: readFileSync(join(TLS, 'server.key')),
};

let server: NestFastifyApplication;
const open: Socket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await server.close();
});

async function start(options: Partial<ServerOptions>): Promise<number> {
  server = await createServer(TestModule, {
    settings: { logLevel: 'fatal' },
    ndjson: ['/v1/imports'],
    timeoutCheck: 20,
    ...options,
  });
  await server.listen(0, '127.0.0.1');
  return (server.getHttpServer().address() as AddressInfo).port;
}

/** A connection that has sent these bytes, and what the server sends until it closes. */
function slow(
  port: number,
  bytes: string,
  over: 'tcp' | 'tls' = 'tcp',
): { socket: Socket; all: Promise<string> } {
  const at = { port, host: '127.0.0.1' };
  const socket = over === 'tls' ? connectTls({ ...at, rejectUnauthorized: false }) : connect(at);
  open.push(socket);
  let got = '';
  socket.on('data', (chunk: Buffer) => (got += chunk.toString())).on('error', () => undefined);
  socket.write(bytes);
  return { socket, all: new Promise((resolve) => socket.once('close', () => resolve(got))) };
}

/** The status of a good request, and of no other. */
async function statusOf(port: number, agent: Agent | false = false): Promise<number> {
  const sent = ask({ port, host: '127.0.0.1', path: '/v1/read', agent }).end();
  const [answer] = (await once(sent, 'response')) as [Readable & { statusCode: number }];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode;
}

const HEAD = 'HTTP/1.1\r\nHost: x\r\n';
const LATE = /^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*"code":"request-timeout"/;
const JSON_HEAD = `POST /v1/write ${HEAD}Content-Type: application/json\r\n`;
const FILE_HEAD = `POST /v1/imports ${HEAD}Content-Type: application/x-ndjson\r\n`;

describe.each(['tcp', 'tls'] as const)('over %s', (over) => {
  const started = (): Promise<number> => start({ requestTimeout: LIMIT, tls: over === 'tls' ? tls : null });

  it('slow headers are cut with 408, also if a byte comes now and then', async () => {
    const port = await started();
    const { socket, all } = slow(port, `GET /v1/read ${HEAD}`, over);
    const more = setInterval(() => socket.write('X'), LIMIT / 4);
    expect(await all).toMatch(LATE);
    clearInterval(more);
  });

  it('a slow body is cut with 408, although an import may take longer', async () => {
    const port = await started();
    const { socket, all } = slow(port, `${JSON_HEAD}Content-Length: 1000\r\n\r\n{"a":"`, over);
    const more = setInterval(() => socket.write('a'), LIMIT / 4);
    expect(await all).toMatch(LATE);
    clearInterval(more);
  });

  it('headers of 16 KiB are too large', async () => {
    const port = await started();
    expect(await slow(port, `GET /v1/read ${HEAD}X: ${'x'.repeat(20_000)}\r\n\r\n`, over).all).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});

it('cuts a handshake that does not go on', async () => {
  const port = await start({ requestTimeout: LIMIT, tls });
  expect(await slow(port, '').all).toBe('');
});

it('cuts the rest of a body that was refused before it was read', async () => {
  const refuse = (): never => {
    throw new Problem('unauthorized', 'Sign in.');
  };
  const port = await start({ requestTimeout: LIMIT, authenticate: refuse });
  for (const head of [JSON_HEAD, FILE_HEAD]) {
    const { socket, all } = slow(port, `${head}Content-Length: 1000\r\n\r\n{`);
    const more = setInterval(() => socket.write('a'), LIMIT / 4);
    expect(await all).toMatch(/^HTTP\/1\.1 401 /);
    clearInterval(more);
  }
});

it('does not cut an import, an open stream or a body in time', async () => {
  const port = await start({ requestTimeout: LIMIT });
  const file = slow(port, `${FILE_HEAD}Content-Length: 4\r\nConnection: close\r\n\r\na`);
  const stream = slow(port, `GET /v1/stream ${HEAD}Accept: text/event-stream\r\n\r\n`);
  // Both began before this one, which is cut.
  expect(await slow(port, `${JSON_HEAD}Content-Length: 9\r\n\r\n{`).all).toMatch(LATE);
  file.socket.write('bcd');
  expect(await file.all).toMatch(/^HTTP\/1\.1 201 [\s\S]*"file":"abcd"/);
  expect(stream.socket.destroyed).toBe(false);
});

describe.each([
  ['in total', { inTotal: 3, ofAnAddress: 0 }],
  ['of an address', { inTotal: 1_000, ofAnAddress: 3 }],
])('with three connections %s', (_, mostConnections) => {
  it('refuses the fourth, answers on those that are open, and takes another when one closes', async () => {
    const port = await start({ mostConnections });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      expect(await statusOf(port, agent)).toBe(200);
      const others = [slow(port, `GET /v1/read ${HEAD}`), slow(port, `GET /v1/read ${HEAD}`)];
      await Promise.all(others.map(({ socket }) => once(socket, 'connect')));
      expect(await slow(port, `GET /v1/read ${HEAD}Connection: close\r\n\r\n`).all).toBe('');
      expect(await statusOf(port, agent)).toBe(200);
      others[0]!.socket.destroy();
      const again = async (): Promise<string> =>
        slow(port, `GET /v1/read ${HEAD}Connection: close\r\n\r\n`).all;
      let answer = '';
      while (answer === '') answer = await again();
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    } finally {
      agent.destroy();
    }
  });
});

it('counts the connections of each address apart', async () => {
  const port = await start({ mostConnections: { inTotal: 1_000, ofAnAddress: 1 } });
  const held = slow(port, `GET /v1/read ${HEAD}`);
  await once(held.socket, 'connect');
  const other = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
  open.push(other);
  other.write(`GET /v1/read ${HEAD}Connection: close\r\n\r\n`);
  expect(await text(other)).toMatch(/^HTTP\/1\.1 200 /);
});
