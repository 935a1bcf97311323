import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '#generating';

/** Attacks a newsroom until it gets a message, then sends the statuses that it got. A process apart from the good client. */

const SLOW_SOCKETS = 500;
const BAD_PER_SECOND = 200;
/** Milliseconds between two bytes of a slow socket. */
const DRIP = [500, 4_000] as const;

const [desk, archive] = process.argv.slice(2).map(Number) as [number, number];
const random = new Random(11);
const statuses: Record<number, number> = {};
const over = new AbortController();

const head = (port: number, ...headers: readonly string[]): string =>
  [`Host: localhost:${port}`, ...headers, '', ''].join('\r\n');
const jsonOf = (port: number, body: string): string =>
  `${head(port, 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`)}${body}`;

const BAD: readonly ((port: number) => string)[] = [
  (port) => `GET /desk/v1/stories HTTP/1.1\r\n${head(port, `Authorization: Bearer ${'x'.repeat(43)}`)}`,
  (port) => `POST /desk/v1/sign-in/password HTTP/1.1\r\n${jsonOf(port, '{"username": "a", ')}`,
  (port) => `POST /v1/stories HTTP/1.1\r\n${jsonOf(port, '[[[[[')}`,
  (port) => `GET / HTTP/1.1\r\n${head(port, `X-Padding: ${'x'.repeat(20_000)}`)}`,
  (port) => `GET /unheard/of/${random.between(1, 1e9)} HTTP/1.1\r\n${head(port)}`,
  (port) => `BREW /v1/stories HTTP/1.1\r\n${head(port)}`,
  (port) => `DELETE /v1/stories HTTP/1.1\r\n${head(port)}`,
  (port) => `GET /v1/stories?asOf=%ff HTTP/1.1\r\n${head(port)}`,
  (port) => `POST /desk/v1/sign-in/password HTTP/1.1\r\n${jsonOf(port, ' '.repeat(300_000))}`,
];

/** A connection whose first status counts when it closes. */
function counted(port: number): { readonly socket: Socket; readonly closed: Promise<void> } {
  const socket = connect({ port, host: '127.0.0.1' });
  let status = 0;
  socket.on('data', (chunk: Buffer) => {
    status ||= Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1] ?? 0);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) =>
    socket.once('close', () => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      resolve();
    }),
  );
  return { socket, closed };
}

/** Sends a byte of a header now and then. When the server cuts the connection, it opens another. */
async function drip(port: number): Promise<void> {
  await pause(random.between(0, 2_000));
  while (!over.signal.aborted) {
    const { socket, closed } = counted(port);
    socket.write(`GET /v1/stories HTTP/1.1\r\nHost: localhost:${port}\r\nX-Slow: `);
    const drops = setInterval(() => socket.write('x'), random.between(...DRIP));
    await closed;
    clearInterval(drops);
    await pause(100);
  }
}

async function bad(index: number): Promise<void> {
  const port = index % 2 === 0 ? desk : archive;
  const { socket, closed } = counted(port);
  socket.write(BAD[Math.floor(index / 2) % BAD.length]!(port));
  // A good answer keeps the connection open.
  socket.once('data', () => socket.end());
  await closed;
}

process.once('message', () => {
  over.abort();
  process.send!(statuses, () => process.exit(0));
});
process.once('disconnect', () => process.exit(0));
for (let i = 0; i < SLOW_SOCKETS; i++) void drip(i % 2 === 0 ? desk : archive);
for (let sent = 0, begun = performance.now(); !over.signal.aborted; await pause(5)) {
  const due = ((performance.now() - begun) / 1_000) * BAD_PER_SECOND;
  while (sent < due) void bad(sent++);
}
