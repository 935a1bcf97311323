import { context, propagation, SpanKind } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TracedWork } from '#event-store';
import type { Metrics } from './metrics.js';

/**
 * Makes each request a span, as a part of what its `traceparent` names, and times it. To be called before other hooks, so
 * that what they refuse counts as well. A route is told by its pattern, never by the address.
 */
export function observeRequests(server: FastifyInstance, metrics: Metrics | null): void {
  const works = new WeakMap<FastifyRequest, TracedWork>();
  server.addHook('onRequest', (request, reply, done) => {
    const work = begin(request);
    works.set(request, work);
    // Also where the client goes away before the answer.
    reply.raw.once('close', () => end(request, reply, work, metrics));
    done();
  });
  // The body's parser continues outside of what went on before it, so nothing begins within until it is done.
  server.addHook('preHandler', (request, _, done) => {
    const work = works.get(request);
    if (work) work.within(done);
    else done();
  });
}

const routeOf = (request: FastifyRequest): string | null =>
  request.is404 ? null : (request.routeOptions.url ?? null);

function begin(request: FastifyRequest): TracedWork {
  const { method } = request;
  const route = routeOf(request);
  return TracedWork.begin(
    route === null ? method : `${method} ${route}`,
    () => ({
      'http.request.method': method,
      ...(route === null ? {} : { 'http.route': route }),
      'dateline.request_id': request.id,
    }),
    { kind: SpanKind.SERVER, parent: propagation.extract(context.active(), request.headers) },
  );
}

function end(request: FastifyRequest, reply: FastifyReply, work: TracedWork, metrics: Metrics | null): void {
  // 499, as nginx counts it: the client went away before there was an answer.
  const statusCode = reply.raw.headersSent ? reply.raw.statusCode : 499;
  metrics?.answered(request.method, routeOf(request) ?? '-', statusCode, reply.elapsedTime / 1_000);
  work.note(() => ({ 'http.response.status_code': statusCode }));
  if (statusCode >= 500) work.fail(String(statusCode));
  else work.end();
}
