import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Problem } from '#http';
import type { StoryEvent } from '#story';
import { eventually } from '../testing/eventually.js';
import { PublicModel } from '../testing/public-model.js';
import { Dumps } from './dumps.js';

const SITE = { origin: 'http://archive.example.org', name: 'Dateline' };
const LIMITS = { most: 20, mostPerAddress: 2 };
/** In all more than an unread connection of this machine buffers. */
const CHANGES = 1_600;
const WORDS = 'word '.repeat(1_800);

let model: PublicModel;
let dumps: Dumps;
let server: Server;
const responses: ServerResponse[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  model = await PublicModel.open();
  for (let from = 1; from < CHANGES; from += 100)
    await model.record(
      Array.from(
        { length: 100 },
        (_, i) =>
          ({
            type: 'HeadlineRevised',
            headline: { en: `${from + i} ${WORDS}` },
            release: 'now',
          }) as unknown as StoryEvent,
      ),
    );
});
afterAll(() => model.remove());

beforeEach(async () => {
  dumps = new Dumps({ reader: model.reader, audience: 'public' }, LIMITS);
  server = createServer((request, response) => {
    if (request.url !== '/dump') return void response.end('as usual');
    let end: () => void;
    try {
      end = dumps.admit(request.socket.remoteAddress!);
    } catch (error) {
      const { status, options } = error as Problem;
      return void response.writeHead(status, { ...options.headers }).end();
    }
    responses.push(response);
    void dumps.write(response, { from: null, site: SITE, gzip: false }).finally(end);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  responses.splice(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const port = (): number => (server.address() as AddressInfo).port;

/** Asks from an address of this machine, and reads only the head of the answer. Returns its first line. */
async function stalledClient(localAddress: string): Promise<string> {
  const socket = connect({ port: port(), host: '127.0.0.1', localAddress });
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write('GET /dump HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(socket, 'readable');
  return String(socket.read(64)).split('\r\n', 1)[0]!;
}

const bytesBuffered = (): number => responses.reduce((sum, { writableLength }) => sum + writableLength, 0);

it('buffers one slice for each stalled client, and serves others', async () => {
  for (let i = 0; i < LIMITS.most; i += 1)
    expect(await stalledClient(`127.0.0.${2 + (i % 10)}`)).toBe('HTTP/1.1 200 OK');
  const stalled = await eventually(
    () => responses.filter(({ writableNeedDrain }) => writableNeedDrain).length,
    (count) => count === LIMITS.most,
  );
  expect(stalled).toBe(LIMITS.most);
  // The next slice waits until the last one is taken, and a slice may exceed its size by its last changes.
  expect(bytesBuffered()).toBeLessThan(LIMITS.most * 256 * 1024);
  expect(await (await fetch(`http://127.0.0.1:${port()}/`)).text()).toBe('as usual');
  expect(bytesBuffered()).toBeLessThan(LIMITS.most * 256 * 1024);
});

it('admits two clients of one address, and a limited number in all', async () => {
  const answers: string[] = [];
  for (let i = 0; i < 3; i += 1) answers.push(await stalledClient('127.0.0.2'));
  expect(answers).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK', 'HTTP/1.1 429 Too Many Requests']);
  for (let i = 0; i < LIMITS.most - 2; i += 1) await stalledClient(`127.0.0.${3 + (i % 9)}`);
  expect(await stalledClient('127.0.0.30')).toBe('HTTP/1.1 503 Service Unavailable');
  sockets[0]!.destroy();
  const again = await eventually(
    () => stalledClient('127.0.0.2'),
    (status) => status === 'HTTP/1.1 200 OK',
  );
  expect(again).toBe('HTTP/1.1 200 OK');
});

it('has every change once, in order, across slices', async () => {
  const text = await (await fetch(`http://127.0.0.1:${port()}/dump`)).text();
  const revisions = text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { data: { revision: string } }).data.revision);
  expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, i) => String(i)));
  expect(revisions.length).toBeGreaterThanOrEqual(CHANGES);
});
