import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.js';
import { problemOfStatus } from '../problem/problem-of.js';
import { sendProblem } from './problem-filter.js';
import { hasBody } from './request-checks.js';

/**
 * Limits the time in which a body arrives, in milliseconds. Node has one limit for all requests of a server, and an import
 * may need longer. `unlimited` lists the routes that Node's limit alone binds. A body that nobody reads is limited too.
 */
export function limitArrival(server: FastifyInstance, limit: number, unlimited: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const isLong = unlimited.includes(request.routeOptions.url ?? '');
    const timer = setTimeout(() => {
      if (request.raw.complete) return;
      if (reply.sent) request.raw.destroy();
      else if (!isLong) sendProblem(reply, tooSlow(), request.id);
    }, limit);
    timer.unref();
    request.raw.once('close', () => clearTimeout(timer));
  });
}

const tooSlow = (): Problem => {
  const { code, detail } = problemOfStatus(408)!;
  return new Problem(code, detail, { headers: { connection: 'close' } });
};
