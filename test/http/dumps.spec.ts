import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Problem } from '#http';
import { Dumps } from '#read-api';
import type { StoryEvent } from '#story';
import { Archives, type Model } from '../projections/read-model.js';
import { eventually } from './caller.js';

const SITE = { origin: 'http://archive.example.org', name: 'Dateline' };
const BOUNDS = { most: 20, mostPerAddress: 2 };
/** More in all than a connection of this machine holds that nobody reads from. */
const CHANGES = 1_600;
const WORDS = 'word '.repeat(1_800);

const archives = new Archives();
let model: Model;
let dumps: Dumps;
let server: Server;
const answered: ServerResponse[] = [];
const connected: Socket[] = [];

beforeAll(async () => {
  await archives.open();
  model = archives.model('public');
  const event = (revision: number, of: object) => ({
    id: `e ${revision}`,
    revision,
    recordedAt: 1_000 * revision,
    recordedBy: null,
    importedAt: null,
    event: of as StoryEvent,
  });
  const opening = {
    type: 'StoryOpened',
    story: 'a',
    slug: 'a',
    headline: { en: 'A' },
    lede: null,
    language: 'en',
  };
  const told = await archives.tell([event(0, { ...opening, topics: [], places: [] })], 'public');
  let all = told;
  for (let from = 1; from < CHANGES; from += 100) {
    const more = Array.from({ length: 100 }, (_, i) =>
      event(from + i, { type: 'HeadlineRevised', headline: { en: `${from + i} ${WORDS}` }, release: 'now' }),
    );
    all = await archives.goOn(all, more);
  }
  await model.take(all.stored, 200);
});
afterAll(async () => {
  model.close();
  await archives.remove();
});

beforeEach(async () => {
  dumps = new Dumps({ reader: model.reader, audience: 'public' }, BOUNDS);
  server = createServer((request, response) => {
    if (request.url !== '/dump') return void response.end('as ever');
    let over: () => void;
    try {
      over = dumps.admit(request.socket.remoteAddress!);
    } catch (error) {
      const { status, options } = error as Problem;
      return void response.writeHead(status, { ...options.headers }).end();
    }
    answered.push(response);
    void dumps.write(response, { from: null, site: SITE, gzip: false }).finally(over);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of connected.splice(0)) socket.destroy();
  answered.splice(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const port = (): number => (server.address() as AddressInfo).port;

/** Somebody at an address of this machine who asks, and reads no more than the head of the answer. */
async function deaf(localAddress: string): Promise<string> {
  const socket = connect({ port: port(), host: '127.0.0.1', localAddress });
  connected.push(socket);
  socket.on('error', () => undefined);
  socket.write('GET /dump HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(socket, 'readable');
  return String(socket.read(64)).split('\r\n', 1)[0]!;
}

const inMemory = (): number => answered.reduce((sum, { writableLength }) => sum + writableLength, 0);

it('keeps a slice for each reader that stalls, and answers others', async () => {
  for (let i = 0; i < BOUNDS.most; i += 1)
    expect(await deaf(`127.0.0.${2 + (i % 10)}`)).toBe('HTTP/1.1 200 OK');
  const stalled = await eventually(
    async () => answered.filter(({ writableNeedDrain }) => writableNeedDrain).length,
    (count) => count === BOUNDS.most,
  );
  expect(stalled).toBe(BOUNDS.most);
  // Each is sent no slice before it has taken the one before, and a slice has the changes that begin in it.
  expect(inMemory()).toBeLessThan(BOUNDS.most * 256 * 1024);
  expect(await (await fetch(`http://127.0.0.1:${port()}/`)).text()).toBe('as ever');
  expect(inMemory()).toBeLessThan(BOUNDS.most * 256 * 1024);
});

it('lets an address take two at once, and all addresses so many', async () => {
  const asked: string[] = [];
  for (let i = 0; i < 3; i += 1) asked.push(await deaf('127.0.0.2'));
  expect(asked).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK', 'HTTP/1.1 429 Too Many Requests']);
  for (let i = 0; i < BOUNDS.most - 2; i += 1) await deaf(`127.0.0.${3 + (i % 9)}`);
  expect(await deaf('127.0.0.30')).toBe('HTTP/1.1 503 Service Unavailable');
  connected[0]!.destroy();
  const again = await eventually(
    () => deaf('127.0.0.2'),
    (status) => status === 'HTTP/1.1 200 OK',
  );
  expect(again).toBe('HTTP/1.1 200 OK');
});

it('has every change once, in order, whatever a slice holds', async () => {
  const text = await (await fetch(`http://127.0.0.1:${port()}/dump`)).text();
  const revisions = text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { data: { revision: string } }).data.revision);
  expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, i) => String(i)));
  expect(revisions.length).toBeGreaterThanOrEqual(CHANGES);
});
