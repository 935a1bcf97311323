import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';
import { checkQuery } from '../validation/query.js';

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
export function setStandardHeaders(request: FastifyRequest, reply: FastifyReply): void {
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

/** Of these Node takes the first and drops the others; of the others that count it refuses two, or joins them. */
const ONCE = ['Host', 'Content-Type'];

/** @throws Problem `bad-request`: no Host in HTTP/1.1, or two (RFC 9112 section 3.2), or another header twice that is read once */
export function checkHeaders({ raw }: FastifyRequest): void {
  const names = raw.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  if (raw.httpVersion === '1.1' && !names.includes('host'))
    throw new Problem('bad-request', 'A request of HTTP/1.1 has a Host header. Send one.', CLOSES);
  const twice = ONCE.find((name) => names.filter((one) => one === name.toLowerCase()).length > 1);
  if (twice !== undefined)
    throw new Problem('bad-request', `The header ${twice} stands twice. Send it once.`, CLOSES);
}

/** Where the next request begins is not sure. */
const CLOSES = { headers: { connection: 'close' } };

/**
 * What is refused before a route is asked: a body where none is read, control characters in a path, a query that
 * cannot be read, a body that is coded, or in another form than the address takes.
 */
export function frontDoor(ndjson: readonly string[]): (request: FastifyRequest) => void {
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
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody) return;
    if (method === 'GET' || method === 'HEAD') {
      throw new Problem('body-not-expected', `${method} takes no body. Send it without.`, {
        headers: { connection: 'close' },
      });
    }
    if ((headers['content-encoding']?.trim().toLowerCase() || 'identity') !== 'identity') {
      const detail = `The body has a Content-Encoding. Send it as it is, without one: ${taken}.`;
      // RFC 9110 section 15.5.16: with it the answer says which codings are taken.
      throw new Problem('unsupported-media-type', detail, { headers: { 'accept-encoding': 'identity' } });
    }
    if (/charset\s*=\s*"?(?!utf-8\b)/.test(type)) {
      throw new Problem('unsupported-media-type', 'The charset is not UTF-8. Send UTF-8.');
    }
    if (isLines && !lines)
      throw new Problem('unsupported-media-type', `This address takes no NDJSON. Send ${taken}.`);
  };
}
