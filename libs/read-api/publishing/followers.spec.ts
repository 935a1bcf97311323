import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { StoryEvent } from '#story';
import { eventually } from '../testing/eventually.js';
import { PublicModel } from '../testing/public-model.js';
import { Followers, type Follow } from './followers.js';

const HEARTBEAT = 15_000;
const BUFFERS = 32 * 1024 * 1024;
/** `setInterval` alone is fake. */
const REAL = [
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

let model: PublicModel;
let now = 0;
let broken = false;
let news: Subject<void>;
let server: Server;
let followers: Followers;
const responses: ServerResponse[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  model = await PublicModel.open();
  await model.record([{ type: 'StoryClosed', reason: null } as unknown as StoryEvent]);
});
afterAll(() => model.remove());

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: [...REAL] });
  news = new Subject();
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
  // Data beyond the connection's buffers waits in the response, which still accepts more.
  server = createServer({ highWaterMark: 2 * BUFFERS }, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    responses.push(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  broken = false;
  jest.useRealTimers();
  followers.onModuleDestroy();
  for (const socket of sockets.splice(0)) socket.destroy();
  responses.splice(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A client's connection, and the response to it. */
async function connection(): Promise<{ readonly socket: Socket; readonly response: ServerResponse }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const before = responses.length;
  const response = await eventually(
    () => responses[before],
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

/** The text that a client gets, until it contains `end`. */
async function received(socket: Socket, end: string): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  return eventually(
    () => text,
    (all) => all.includes(end),
  );
}

it('sends each change after a position once, in order, and then ends with the closed story', async () => {
  const { socket, response } = await connection();
  followers.add(response, follow({ story: model.story, after: -1n }));
  const text = await received(socket, '0\r\n\r\n');
  expect([...text.matchAll(/"type":"dateline\.(\w+)"/g)].map(([, type]) => type)).toEqual([
    'StoryOpened',
    'StoryClosed',
  ]);
  expect(text).toMatch(/retry: \d{4}\n\n/);
  expect(response.writableEnded).toBe(true);
});

it('sends a reset first if the client’s copy cannot be trusted', async () => {
  const { socket, response } = await connection();
  followers.add(response, follow({ reset: true }));
  const text = await received(socket, 'event: reset');
  expect(text).toMatch(/event: reset\ndata: {"position":"\d+"}\nid: \d+\n\n/);
});

it('is full at its limit, and has room again when a follower leaves', async () => {
  const first = await connection();
  followers.add(first.response, follow());
  for (let i = 1; i < 10; i += 1) followers.add((await connection()).response, follow());
  expect([followers.count, followers.full]).toEqual([10, true]);
  first.socket.destroy();
  const count = await eventually(
    () => followers.count,
    (left) => left === 9,
  );
  expect([count, followers.full]).toEqual([9, false]);
});

it('disconnects a client that does not take the end of a story, and serves the others', async () => {
  const { socket, response } = await connection();
  socket.pause();
  response.write(Buffer.alloc(BUFFERS));
  followers.add(response, follow({ story: model.story, after: -1n }));
  expect([response.writableEnded, response.writableFinished]).toEqual([true, false]);
  const other = await connection();
  followers.add(other.response, follow());
  for (let beat = 0; beat < 5; beat += 1) {
    now += HEARTBEAT;
    jest.advanceTimersByTime(HEARTBEAT);
    // A failed write is reported in a later turn.
    await pause(20);
    expect(response.destroyed).toBe(beat === 4);
  }
  await eventually(
    () => followers.count,
    (count) => count === 1,
  );
  expect(other.response.destroyed).toBe(false);
});

it('disconnects every client if changes cannot be read, and serves new ones later', async () => {
  const { response } = await connection();
  followers.add(response, follow());
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  broken = true;
  news.next();
  expect(response.destroyed).toBe(true);
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
  broken = false;
  await eventually(
    () => followers.count,
    (count) => count === 0,
  );
  const again = await connection();
  followers.add(again.response, follow());
  news.next();
  expect(again.response.destroyed).toBe(false);
});
