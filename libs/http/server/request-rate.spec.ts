import { fastify, type FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.js';
import { networkOf } from './connections.js';
import { limitRate } from './request-rate.js';

let now: number;
let server: FastifyInstance;
beforeEach(() => (now = 0));
afterEach(() => server.close());

/** Sends a request as a sender. Gives the seconds to wait, or null if it was let in. */
async function sends(perMinute: number): Promise<(sender: string | null) => Promise<string | null>> {
  server = fastify();
  const count = await limitRate(server, {
    perMinute,
    senderOf: ({ headers }) => (headers['sender'] as string | undefined) ?? null,
    clock: { now: () => Date.now(), monotonic: () => now, sinceBoot: () => null },
  });
  server.addHook('onRequest', async (request) => count(request));
  server.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Problem)) throw error;
    return reply.code(error.status).headers(error.options.headers!).send(error.code);
  });
  server.get('/', () => 'in');
  return async (sender) => {
    const answer = await server.inject({ url: '/', headers: sender === null ? {} : { sender } });
    expect([answer.statusCode, answer.body]).toEqual(
      answer.statusCode === 200 ? [200, 'in'] : [429, 'too-many-requests'],
    );
    return answer.statusCode === 200 ? null : String(answer.headers['retry-after']);
  };
}

it('lets each sender send that many in a minute, and says how long to wait', async () => {
  const send = await sends(2);
  expect([await send('a'), await send('a')]).toEqual([null, null]);
  now = 20_500;
  expect([await send('a'), await send('b')]).toEqual(['40', null]);
  now = 59_999;
  expect(await send('a')).toBe('1');
  now = 60_000;
  expect([await send('a'), await send('a'), await send('a')]).toEqual([null, null, '60']);
});

it('does not count requests without a sender', async () => {
  const send = await sends(1);
  for (let i = 0; i < 5; i++) expect(await send(null)).toBeNull();
});

it('forgets the sender that was silent longest, so that memory is bounded', async () => {
  const send = await sends(1);
  await send('first');
  await send('second');
  expect(await send('first')).toBe('60');
  for (let i = 0; i < 9_999; i++) await send(`other-${i}`);
  expect(await send('first')).toBe('60');
  expect(await send('second')).toBeNull();
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  [undefined, ''],
])('takes %s as the network %s', (address, network) => expect(networkOf(address)).toBe(network));
