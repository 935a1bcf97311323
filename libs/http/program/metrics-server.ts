import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { faultOf } from '../problem/fault.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Port } from './not-ready-server.js';

/** Serves `GET /metrics` on a separate port, which readers and editors need not reach. */
export class MetricsServer {
  readonly address: string;
  readonly #logger = new Logger('Metrics');

  private constructor(
    readonly metrics: Metrics,
    private readonly server: Server,
  ) {
    const { address, family, port } = server.address() as AddressInfo;
    this.address = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/metrics`;
    server.on('request', (request, response) => {
      request.resume();
      response.setHeader('x-content-type-options', 'nosniff').setHeader('cache-control', 'no-store');
      if (request.url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return void this.#answer(response);
    });
  }

  /** @throws what `listen` throws */
  static async open(metrics: Metrics, at: Port): Promise<MetricsServer> {
    const server = createServer();
    server.listen(at);
    await once(server, 'listening');
    return new MetricsServer(metrics, server);
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async #answer(response: ServerResponse): Promise<void> {
    try {
      const text = await this.metrics.text();
      response.setHeader('content-type', this.metrics.contentType).end(text);
    } catch (error) {
      this.#logger.error(`The metrics cannot be read.\n${faultOf(error)}`);
      response.writeHead(500).end();
    }
  }
}
