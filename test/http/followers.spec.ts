import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { StoryEvent } from '#story';
import { Followers } from '#read-api';
import { Archives, type Model } from '../projections/read-model.js';
import { eventually } from './caller.js';

type Follow = Parameters<Followers['add']>[1];

const HEARTBEAT = 15_000;
const BUFFERS = 32 * 1024 * 1024;

const archives = new Archives();
let model: Model;
let id: string;
let now = 0;
let broken = false;
const news = new Subject<void>();

const event = (revision: number, of: StoryEvent) => ({
  id: `e ${revision}`,
  revision,
  recordedAt: 1_000 * revision,
  recordedBy: null,
  importedAt: null,
  event: of,
});

let server: Server;
let followers: Followers;
const answered: ServerResponse[] = [];
const connected: Socket[] = [];

beforeAll(async () => {
  await archives.open();
  model = archives.model('public');
  const told = await archives.tell(
    [
      event(0, {
        type: 'StoryOpened',
        story: 'a',
        slug: 'a',
        headline: { en: 'A' },
        lede: null,
        language: 'en',
        topics: [],
        places: [],
      } as never),
      event(1, { type: 'StoryClosed', reason: null } as never),
    ],
    'public',
  );
  await model.take(told.stored);
  id = told.id;
});
afterAll(async () => {
  model.close();
  await archives.remove();
});

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: [...ALL_BUT_INTERVALS] });
  followers = new Followers(
    {
      get reader() {
        if (broken) throw new Error('The disk does not answer.');
        return model.reader;
      },
      audience: 'public',
      news,
      clock: { now: () => now },
    },
    10,
  );
  // What fits in no connection waits in the response, which says that it takes more.
  server = createServer({ highWaterMark: 2 * BUFFERS }, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    answered.push(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  broken = false;
  jest.useRealTimers();
  followers.onModuleDestroy();
  for (const socket of connected.splice(0)) socket.destroy();
  answered.splice(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ALL_BUT_INTERVALS = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

/** The response to somebody who has asked. */
async function asked(): Promise<{ readonly socket: Socket; readonly response: ServerResponse }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  connected.push(socket);
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const before = answered.length;
  const response = await eventually(
    async () => answered[before],
    (found) => found !== undefined,
  );
  return { socket, response: response! };
}

const follow = (more: Partial<Follow> = {}): Follow => ({
  story: null,
  after: null,
  reset: false,
  site: { origin: 'http://archive.example.org', name: 'Dateline' },
  ...more,
});

it('cuts who does not take the end of a story, and goes on with all others', async () => {
  const { socket, response } = await asked();
  socket.pause();
  response.write(Buffer.alloc(BUFFERS));
  followers.add(response, follow({ story: id, after: -1n }));
  expect([response.writableEnded, response.writableFinished]).toEqual([true, false]);
  const other = await asked();
  followers.add(other.response, follow());
  for (let beat = 0; beat < 5; beat += 1) {
    now += HEARTBEAT;
    jest.advanceTimersByTime(HEARTBEAT);
    // A write that fails says so in a later turn.
    await pause(20);
    expect(response.destroyed).toBe(beat === 4);
  }
  await eventually(
    async () => followers.count,
    (count) => count === 1,
  );
  expect(other.response.destroyed).toBe(false);
});

it('cuts whom it cannot tell what is new, and goes on', async () => {
  const { response } = await asked();
  followers.add(response, follow());
  const noted = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  broken = true;
  news.next();
  expect(response.destroyed).toBe(true);
  expect(noted).toHaveBeenCalledTimes(1);
  noted.mockRestore();
  broken = false;
  await eventually(
    async () => followers.count,
    (count) => count === 0,
  );
  const again = await asked();
  followers.add(again.response, follow());
  news.next();
  expect(again.response.destroyed).toBe(false);
});
