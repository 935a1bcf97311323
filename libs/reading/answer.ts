import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The state that an answer shows: its revision is in the ETag, which `If-Match` reads up to the dot. */
export interface Answered {
  readonly revision: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** JSON as it is sent, and a digest of it. */
export interface Representation {
  readonly bytes: Buffer;
  readonly digest: string;
}

/** Sends JSON with a strong ETag, `"<revision>.<digest of the representation>"`; 304 where the reader has it. */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Representation,
  { revision, headers }: Answered,
): void {
  const { bytes, digest } =
    typeof body === 'string' ? { bytes: body, digest: hash('sha256', body, 'base64url') } : body;
  const etag = `"${revision}.${digest.slice(0, 16)}"`;
  void reply.headers({ etag, 'cache-control': 'no-cache', ...headers });
  if (hasIt(request.headers['if-none-match'], etag)) void reply.status(304).send();
  else void reply.type('application/json; charset=utf-8').send(bytes);
}

/** RFC 9110 section 13.1.2: the weak comparison. */
function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
