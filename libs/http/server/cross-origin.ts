import type { FastifyInstance } from 'fastify';

/** Headers that a page of another origin may read, besides those that CORS always allows. */
const SHOWN = [
  'ETag',
  'Link',
  'Location',
  'Content-Location',
  'Memento-Datetime',
  'Retry-After',
  'Dateline-Position',
  'Dateline-Level-At',
  'Dateline-Poll',
];

/** Lets pages of any origin read public content without credentials (Fetch standard, section 3.3: CORS). */
export function openToAllOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('access-control-allow-origin', '*');
    reply.raw.setHeader('access-control-expose-headers', SHOWN.join(', '));
    reply.raw.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
      return;
    return reply
      .status(204)
      .headers({
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers':
          'Accept, Accept-Datetime, Dateline-Position, If-None-Match, Last-Event-ID, X-Request-Id',
        'access-control-max-age': '86400',
        'cache-control': 'no-store',
      })
      .send();
  });
}
