import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const tls = join(import.meta.dirname, '..', 'double', 'tls');
/** The authority of the receiver's certificate. */
export const CA = readFileSync(join(tls, 'ca.pem'), 'utf8');
const certificate = {
  key: readFileSync(join(tls, 'server.key')),
  cert: readFileSync(join(tls, 'server.pem')),
};

/** A received message. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: { readonly id: string; readonly type: string; readonly data: { story: string; n: number } };
}

/** Answers a message: with a status, or by itself. */
export type Answering = (
  message: Received,
  response: ServerResponse,
  request: IncomingMessage,
) => number | void;

/** A partner: a real https server on the loopback interface. */
export class Receiver {
  readonly received: Received[] = [];
  answering: Answering = () => 204;
  /** The number of connections. */
  connections = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer(certificate);
    const receiver = new Receiver(server);
    server
      .on('request', (request, response) => void receiver.#take(request, response))
      .on('connection', (socket: Socket) => {
        receiver.connections += 1;
        receiver.#sockets.add(socket.on('error', () => {}));
        socket.on('close', () => receiver.#sockets.delete(socket));
      })
      .on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `https://localhost:${this.port}/hook`;
  }

  /** The ordinals of the changes of a story, in order of arrival. */
  of(story: string): number[] {
    return this.received.filter(({ event }) => event.data.story === story).map(({ event }) => event.data.n);
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
    if (this.server.listening) await once(this.server, 'close');
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => {});
    const body = await text(request).catch(() => null);
    if (body === null) return;
    const { method = '', url: path = '', headers } = request;
    const message = { method, path, headers, body, event: JSON.parse(body) as Received['event'] };
    this.received.push(message);
    const status = this.answering(message, response, request);
    if (typeof status === 'number') response.writeHead(status).end();
  }
}
