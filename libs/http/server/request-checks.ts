import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';
import { checkQuery } from '../validation/query.js';

const CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Swagger UI needs its own scripts and requests, inline styles, and images as data URLs. */
const CSP_OF_DOCS =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Pages for readers: a stylesheet and an icon of this server, and forms that are sent to it. */
const CSP_OF_PAGES =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const PAGES = /^\/(?:$|(?:stories|parties|corrections)(?:\/|$))/;

/** Headers of every answer, also of errors and streams: they are set on the raw response, and Fastify adds its own. */
export function setStandardHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.raw.url?.split('?', 1)[0] ?? '';
  reply.raw.setHeader('x-request-id', request.id);
  reply.raw.setHeader('x-content-type-options', 'nosniff');
  reply.raw.setHeader('referrer-policy', 'no-referrer');
  reply.raw.setHeader('cross-origin-resource-policy', 'same-origin');
  reply.raw.setHeader('content-security-policy', policyOf(path));
}

/** Pages of the desk: scripts, styles and requests of this server only, and nothing inline. */
const CSP_OF_DESK =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const DESK_PAGES = /^\/desk(?:$|\/(?!v1\/))/;

function policyOf(path: string): string {
  if (PAGES.test(path)) return CSP_OF_PAGES;
  if (DESK_PAGES.test(path)) return CSP_OF_DESK;
  return /^\/docs(?:\/|$)/.test(path) ? CSP_OF_DOCS : CSP;
}

/** If one of these comes twice, Node keeps the first. Other headers that matter it refuses or joins itself. */
const ONCE = ['Host', 'Content-Type'];

/** Refuses a missing or repeated Host (RFC 9112 section 3.2), and a repeated Content-Type. @throws Problem `bad-request` */
export function checkHeaders({ raw }: FastifyRequest): void {
  const names = raw.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  if (raw.httpVersion === '1.1' && !names.includes('host'))
    throw new Problem('bad-request', 'An HTTP/1.1 request must have a Host header. Send one.', CLOSES);
  const twice = ONCE.find((name) => names.filter((one) => one === name.toLowerCase()).length > 1);
  if (twice !== undefined)
    throw new Problem('bad-request', `The request has the header ${twice} twice. Send it once.`, CLOSES);
}

export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** It is uncertain where the next request begins. */
const CLOSES = { headers: { connection: 'close' } };

/**
 * Refuses some requests before a route sees them. Faults are control characters in the path, a malformed query, and a body
 * that is unexpected, compressed, or of a wrong media type. `ndjson` lists the routes that take NDJSON.
 */
export function requestChecks(ndjson: readonly string[]): (request: FastifyRequest) => void {
  return (request) => {
    const { headers, method, raw } = request;
    if (/%(?:[01][0-9a-f]|7f)/i.test(raw.url?.split('?', 1)[0] ?? '')) {
      throw new Problem('address-malformed', 'The path holds a control character. Leave it out.');
    }
    checkQuery(request);
    const lines = ndjson.includes(request.routeOptions.url ?? '');
    const taken = lines ? 'application/x-ndjson, one command a line' : 'application/json in UTF-8';
    const type = headers['content-type']?.toLowerCase() ?? '';
    const isLines = /^application\/x-ndjson\s*(?:;|$)/.test(type);
    if (lines && !isLines)
      throw new Problem('unsupported-media-type', `This address takes an import file. Send ${taken}.`);
    if (!hasBody(request)) return;
    if (method === 'GET' || method === 'HEAD') {
      throw new Problem('body-not-expected', `${method} takes no body. Send the request without one.`, {
        headers: { connection: 'close' },
      });
    }
    if ((headers['content-encoding']?.trim().toLowerCase() || 'identity') !== 'identity') {
      const detail = `The body has a Content-Encoding. Send it without: ${taken}.`;
      // RFC 9110 section 15.5.16: Accept-Encoding names the codings that the address takes.
      throw new Problem('unsupported-media-type', detail, { headers: { 'accept-encoding': 'identity' } });
    }
    if (/charset\s*=\s*"?(?!utf-8\b)/.test(type)) {
      throw new Problem('unsupported-media-type', 'The charset is not UTF-8. Send UTF-8.');
    }
    if (isLines && !lines)
      throw new Problem('unsupported-media-type', `This address takes no NDJSON. Send ${taken}.`);
  };
}
