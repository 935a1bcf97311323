import { context, propagation, SpanKind } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TracedWork } from '#event-store';
import type { Metrics } from './metrics.js';

/**
 * Times requests and makes each a span, where anybody looks; else they cost nothing. To be called before other hooks, so
 * that what these refuse counts as well. A route is told by its pattern, never by the address.
 */
export function observeRequests(server: FastifyInstance, metrics: Metrics | null): void {
  if (TracedWork.isEnabled) traceRequests(server);
  if (metrics) timeRequests(server, metrics);
}

function timeRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, done) => {
    onceOver(reply, (status) =>
      metrics.answered(request.method, routeOf(request) ?? '-', status, reply.elapsedTime / 1_000),
    );
    done();
  });
}

function traceRequests(server: FastifyInstance): void {
  const works = new WeakMap<FastifyRequest, TracedWork>();
  server.addHook('onRequest', (request, reply, done) => {
    const work = begin(request);
    works.set(request, work);
    onceOver(reply, (status) => {
      work.note(() => ({ 'http.response.status_code': status }));
      if (status >= 500) work.fail(String(status));
      else work.end();
    });
    done();
  });
  // The body's parser continues outside of what went on before it, so nothing begins within until it is done.
  server.addHook('preHandler', (request, _, done) => {
    const work = works.get(request);
    if (work) work.within(done);
    else done();
  });
}

/** Each request is a part of what its `traceparent` names, in the form that the SDK reads. */
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

const routeOf = (request: FastifyRequest): string | null =>
  request.is404 ? null : (request.routeOptions.url ?? null);

/** Also where the client goes away before there is an answer: 499, as nginx counts it. */
function onceOver({ raw }: FastifyReply, then: (status: number) => void): void {
  raw.once('close', () => then(raw.headersSent ? raw.statusCode : 499));
}
