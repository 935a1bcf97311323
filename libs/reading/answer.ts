import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The state that an answer shows: its revision is in the ETag, which `If-Match` reads up to the dot. */
export interface Answered {
  readonly revision: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends JSON with a strong ETag, `"<revision>.<hash of the representation>"`; 304 where the reader has it. */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
  { revision, headers }: Answered,
): void {
  const text = JSON.stringify(body);
  const etag = `"${revision}.${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  void reply.headers({ etag, 'cache-control': 'no-cache', ...headers });
  if (hasIt(request.headers['if-none-match'], etag)) void reply.status(304).send();
  else void reply.type('application/json; charset=utf-8').send(text);
}

/** RFC 9110 section 13.1.2: the weak comparison. */
function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
