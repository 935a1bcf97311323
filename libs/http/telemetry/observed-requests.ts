import { context, propagation, SpanKind } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TracedWork } from '#event-store';
import type { Metrics } from './metrics.js';

/**
 * Times requests, and makes each a span, if metrics or traces are on. Call it before other hooks are added, so that their
 * refusals count too. A route is its pattern, never the address.
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
  // The parser of the body leaves the async context of earlier hooks, so the span begins after it.
  server.addHook('preHandler', (request, _, done) => {
    const work = works.get(request);
    if (work) work.within(done);
    else done();
  });
}

/** The parent of the span is in the headers of the request, in the format of the SDK. */
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

/** Calls `then` also if the client leaves before the answer: with 499, as nginx does. */
function onceOver({ raw }: FastifyReply, then: (status: number) => void): void {
  raw.once('close', () => then(raw.headersSent ? raw.statusCode : 499));
}
