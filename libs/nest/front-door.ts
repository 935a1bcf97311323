import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { checkQuery } from './query.js';

const CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Swagger UI: its own scripts and requests, styles that it writes into the page, images that it holds as data. */
const CSP_OF_DOCS =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Pages for readers: one stylesheet and an icon of this server, and forms that ask it. */
const CSP_OF_PAGES =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const PAGES = /^\/(?:$|(?:stories|parties|corrections)(?:\/|$))/;

/** Headers of every answer, errors and streams included: they go on the raw response, with which Fastify merges its own. */
export function dress(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.raw.url?.split('?', 1)[0] ?? '';
  reply.raw.setHeader('x-request-id', request.id);
  reply.raw.setHeader('x-content-type-options', 'nosniff');
  reply.raw.setHeader('referrer-policy', 'no-referrer');
  reply.raw.setHeader('cross-origin-resource-policy', 'same-origin');
  reply.raw.setHeader('content-security-policy', policyOf(path));
}

function policyOf(path: string): string {
  if (PAGES.test(path)) return CSP_OF_PAGES;
  return /^\/docs(?:\/|$)/.test(path) ? CSP_OF_DOCS : CSP;
}

/**
 * What is refused before a route is asked: a body where none is read, control characters in a path, a query that
 * cannot be read, a charset that is not UTF-8, NDJSON where it is not taken.
 */
export function frontDoor(ndjson: readonly string[]): (request: FastifyRequest) => void {
  return (request) => {
    const { headers, method, raw } = request;
    if (/%(?:[01][0-9a-f]|7f)/i.test(raw.url?.split('?', 1)[0] ?? '')) {
      throw new Problem('address-malformed', 'The path holds a control character. Leave it out.');
    }
    checkQuery(request);
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody) return;
    if (method === 'GET' || method === 'HEAD') {
      throw new Problem('body-not-expected', `${method} takes no body. Send it without.`, {
        headers: { connection: 'close' },
      });
    }
    const type = headers['content-type']?.toLowerCase() ?? '';
    if (/charset\s*=\s*"?(?!utf-8\b)/.test(type)) {
      throw new Problem('unsupported-media-type', 'The charset is not UTF-8. Send UTF-8.');
    }
    if (type.startsWith('application/x-ndjson') && !ndjson.includes(request.routeOptions.url ?? '')) {
      throw new Problem('unsupported-media-type', 'This address takes no NDJSON. Send application/json.');
    }
  };
}
