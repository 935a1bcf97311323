import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Scene } from './scene.js';

let scene: Scene;
afterEach(() => scene.close());

const lastFailure = (id: string) => scene.webhooks.find(id)?.lastFailure?.failure;
const onlyLoopback = (address: string): boolean => address === '127.0.0.1';

describe('an address that is not public', () => {
  it.each([
    'https://localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://168.63.129.16/',
    'https://[::ffff:168.63.129.16]/',
    'https://１２７.0.0.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3:8443/',
    'https://[fd00:ec2::254]/',
  ])('is refused at registration: %s', async (url) => {
    scene = await Scene.open();
    await scene.webhooks.close();
    scene.startAsInProduction();
    await expect(scene.register({ url })).rejects.toThrow('must have a host of the public internet');
  });

  it('is refused with the same message as a name without addresses, which names no address', async () => {
    scene = await Scene.open();
    const words: string[] = [];
    for (const resolve of [
      async () => ['10.0.0.7'],
      async () => [],
      async () => Promise.reject(new Error('getaddrinfo ENOTFOUND internal.example')),
    ]) {
      await scene.webhooks.close();
      scene.start({ resolve, rule: onlyLoopback });
      await scene
        .register({ url: 'https://internal.example/' })
        .catch((error: Error) => words.push(error.message));
    }
    expect(new Set(words).size).toBe(1);
    expect(words).toHaveLength(3);
    expect(words[0]).not.toMatch(/\d|internal|ENOTFOUND/);
  });

  it('is refused if it is one of several', async () => {
    scene = await Scene.open({ resolve: async () => ['127.0.0.1', '10.0.0.1'], rule: onlyLoopback });
    await expect(scene.register()).rejects.toThrow('public internet');
  });

  it('is refused if a name resolves to it only later', async () => {
    let addresses = ['127.0.0.1'];
    scene = await Scene.open({ resolve: async () => addresses, rule: onlyLoopback });
    const { id } = await scene.register();
    for (const later of [['127.0.0.2'], ['127.0.0.1', '127.0.0.2'], ['::1']]) {
      addresses = later;
      scene.changes.add('talks');
      scene.time.advance(3_600_000);
      await scene.quiet();
      expect(lastFailure(id)).toBe('address-refused');
    }
    expect(scene.receiver.connections).toBe(0);
    addresses = ['127.0.0.1'];
    await scene.untilEmpty();
    expect(scene.receiver.of('talks')).toEqual([1, 2, 3]);
  });

  it('is not reached by a second resolution: each connection resolves the name once', async () => {
    let asked = 0;
    scene = await Scene.open({
      resolve: async () => (++asked % 2 === 1 ? ['127.0.0.1'] : ['127.0.0.2']),
      rule: onlyLoopback,
    });
    const { id } = await scene.register();
    asked = 0;
    scene.changes.add('talks');
    await scene.quiet();
    expect([asked, scene.receiver.of('talks')]).toEqual([1, [1]]);
    expect(lastFailure(id)).toBeUndefined();
  });

  it('is refused in a URL if the rule has changed since', async () => {
    let allowed = true;
    scene = await Scene.open({ rule: () => allowed });
    const { id } = await scene.register({ url: `https://127.0.0.1:${scene.receiver.port}/` });
    scene.changes.add('talks');
    await scene.quiet();
    expect(scene.receiver.of('talks')).toEqual([1]);
    allowed = false;
    const { connections } = scene.receiver;
    scene.changes.add('talks');
    await scene.quiet();
    expect([lastFailure(id), scene.receiver.connections]).toEqual(['address-refused', connections]);
  });
});

it('follows no redirect', async () => {
  scene = await Scene.open();
  const { id } = await scene.register();
  scene.receiver.answering = (_, response) => {
    response.writeHead(307, { location: `${scene.receiver.url}/elsewhere` }).end();
  };
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  expect(scene.webhooks.find(id)?.lastFailure).toMatchObject({ failure: 'redirect', status: 307 });
});

it('trusts only the given authorities', async () => {
  scene = await Scene.open();
  await scene.webhooks.close();
  scene.start({ ca: rootCertificates[0]! });
  const { id } = await scene.register();
  scene.changes.add('talks');
  await scene.quiet();
  expect([lastFailure(id), scene.receiver.received]).toEqual(['tls', []]);
});

it('checks that a certificate is for the name', async () => {
  scene = await Scene.open();
  const { id } = await scene.register({ url: `https://partner.example:${scene.receiver.port}/` });
  scene.changes.add('talks');
  await scene.quiet();
  expect([lastFailure(id), scene.receiver.received]).toEqual(['tls', []]);
});

it.each<[string, (port: number) => string]>([
  ['nobody listens', () => 'https://localhost:1/'],
  ['a name is unknown', (port) => `https://localhost:${port}/`],
])('fails if %s', async (what, url) => {
  let known = true;
  scene = await Scene.open({ resolve: async () => (known ? ['127.0.0.1'] : []) });
  const { id } = await scene.register({ url: url(scene.receiver.port) });
  known = what === 'nobody listens';
  scene.changes.add('talks');
  await scene.quiet();
  expect(lastFailure(id)).toBe(known ? 'connection' : 'name-unresolved');
});

describe('a receiver that', () => {
  it('never answers costs one attempt, and no more than the time limit', async () => {
    scene = await Scene.open({ deadline: 200 });
    scene.receiver.answering = () => undefined;
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    expect(lastFailure(id)).toBe('timeout');
  });

  it('sends its headers slowly costs no more than the time limit', async () => {
    scene = await Scene.open({ deadline: 300 });
    scene.receiver.answering = (_, __, request) => {
      const { socket } = request;
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write(`x-${'a'.repeat(5)}: 1\r\n`), 20);
      socket.on('close', () => clearInterval(drip));
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    expect(lastFailure(id)).toBe('timeout');
  });

  it('sends its body slowly has answered with its status, and is soon cut off', async () => {
    scene = await Scene.open({ deadline: 300 });
    let closed = false;
    scene.receiver.answering = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => {
        closed = true;
        clearInterval(drip);
      });
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    await scene.until(() => closed);
    expect(scene.webhooks.find(id)).toMatchObject({
      lastSuccess: { status: 200 },
      lastFailure: null,
      pending: 0,
    });
  });

  it('closes during its body has answered with its status', async () => {
    scene = await Scene.open();
    scene.receiver.answering = (_, response, { socket }) => {
      response
        .writeHead(200, { 'content-length': 10 })
        .write('123', () => setTimeout(() => socket.destroy(), 20));
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    expect(scene.webhooks.find(id)).toMatchObject({
      lastSuccess: { status: 200 },
      lastFailure: null,
      pending: 0,
    });
  });

  it('answers with a huge body is soon cut off', async () => {
    scene = await Scene.open();
    let written = 0;
    let answer: ServerResponse | null = null;
    scene.receiver.answering = (_, response) => {
      answer = response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024);
      const more = (): void => {
        while (!response.closed && written < 1e9) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    await scene.until(() => answer!.closed);
    expect(written).toBeLessThan(20e6);
    expect(scene.webhooks.find(id)).toMatchObject({ lastSuccess: { status: 200 }, pending: 0 });
  });

  it('sends endless headers is refused', async () => {
    scene = await Scene.open();
    scene.receiver.answering = (_, __, { socket }) => {
      socket.write(`HTTP/1.1 200 OK\r\n${`x: ${'a'.repeat(1_000)}\r\n`.repeat(1_000)}`);
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    expect(lastFailure(id)).toBe('answer-malformed');
  });

  it.each<[string, string]>([
    ['speaks no HTTP', 'hello\r\n\r\n'],
    [
      'switches to another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ],
    ['closes before an answer', ''],
  ])('%s fails', async (_, bytes) => {
    scene = await Scene.open({ deadline: 2_000 });
    scene.receiver.answering = (_, __, { socket }) => void socket.end(bytes);
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    expect(['answer-malformed', 'connection']).toContain(lastFailure(id));
  });

  it('closes an idle connection gets a new one at once, without a failure', async () => {
    scene = await Scene.open();
    const known = new Set<unknown>();
    scene.receiver.answering = (_, __, { socket }) => {
      if (!known.has(socket)) return known.add(socket) && 204;
      socket.destroy();
      return undefined;
    };
    const { id } = await scene.register();
    scene.changes.add('talks');
    await scene.quiet();
    scene.changes.add('talks');
    await scene.quiet();
    expect([scene.receiver.of('talks'), lastFailure(id)]).toEqual([[1, 2, 2], undefined]);
  });

  it('is slow does not delay others', async () => {
    scene = await Scene.open();
    const { promise: later, resolve: answer } = Promise.withResolvers<void>();
    scene.receiver.answering = ({ path }, response) => {
      if (path !== '/slow') return 204;
      void later.then(() => response.writeHead(204).end());
      return undefined;
    };
    await scene.register({ url: scene.receiver.url.replace('/hook', '/slow') });
    await scene.register();
    for (let i = 0; i < 20; i += 1) scene.changes.add(`story-${i}`);
    await scene.until(() => scene.receiver.received.filter(({ path }) => path === '/hook').length === 20);
    expect(scene.receiver.received.filter(({ path }) => path === '/slow')).toHaveLength(4);
    answer();
    await scene.quiet();
  });
});

it('sends nothing without TLS', async () => {
  let heard = '';
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  scene = await Scene.open();
  const { id } = await scene.register({ url: `https://localhost:${port}/` });
  scene.changes.add('talks');
  await scene.quiet();
  server.close();
  expect(lastFailure(id)).toBe('tls');
  expect(heard).not.toMatch(/POST|talks/);
});
