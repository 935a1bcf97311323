import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import { Problem, PROBLEM_JSON, problemBody } from '../problem/problem.js';

/** An address on which a program will listen. */
export interface Port {
  readonly port: number;
  readonly host: string;
}

/**
 * Answers on the ports of a program that waits for its cluster: the program is live and not ready. It says no more than
 * that, because anybody may ask.
 */
export class NotReadyServer {
  private constructor(private readonly servers: readonly Server[]) {}

  /** @throws what `listen` throws */
  static async open(ports: readonly Port[]): Promise<NotReadyServer> {
    const servers: Server[] = [];
    const opened = new NotReadyServer(servers);
    try {
      for (const at of ports) {
        const server = createServer((request, response) => {
          request.resume();
          if (request.url === '/health/live') {
            response.setHeader('content-type', 'application/json; charset=utf-8');
            response.end('{"status":"live"}');
            return;
          }
          const problem = new Problem('not-ready', 'Not ready: the event store does not answer yet.');
          response.writeHead(503, {
            'content-type': PROBLEM_JSON,
            'retry-after': '5',
            'cache-control': 'no-store',
          });
          response.end(JSON.stringify(problemBody(problem, randomUUID())));
        });
        server.listen(at);
        await once(server, 'listening');
        servers.push(server);
      }
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(
      this.servers.map(async (server) => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }),
    );
  }
}
