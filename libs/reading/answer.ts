import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { version } from '#nest';
import { compressed, encodingFor } from './compression.js';

/** What is sent, and what a cache and a client that has it already need to know of it. */
export interface Answered {
  readonly type: string;
  /** Stands in the ETag up to the dot, where `If-Match` reads it. */
  readonly revision: string;
  /** All that the bytes depend on besides the revision: two answers that have all of it in common are the same bytes. */
  readonly of: readonly (string | number | null)[];
  /** Makes the bytes: not called where the reader has them. */
  readonly body: () => string | Buffer;
  /** For how many seconds it may be given without asking; null: asked for each time; 0: not kept. */
  readonly maxAge: number | null;
  /** Headers of the request, besides those that every answer varies by. */
  readonly vary?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const VARIES = 'Accept-Encoding, Dateline-Position';

/**
 * Sends an answer with a strong ETag, `"<revision>.<digest>"`, another one for each format and content coding; 304
 * where the reader has it (RFC 9110 sections 8.8.3 and 13.1.2), which costs nothing of making it.
 */
export async function send(request: FastifyRequest, reply: FastifyReply, answer: Answered): Promise<void> {
  const { type, revision, of, body, maxAge, vary, headers } = answer;
  const encoding = encodingFor(request.headers['accept-encoding']);
  const digest = hash('sha256', JSON.stringify([version, type, revision, ...of]), 'base64url').slice(0, 16);
  const tag = `${revision}.${digest}`;
  // What may be old is asked for each time: a kill may have passed it by.
  const kept = reply.hasHeader('dateline-level-at') ? null : maxAge;
  void reply.headers({
    'cache-control': cacheControl(kept),
    vary: vary === undefined ? VARIES : `${vary}, ${VARIES}`,
    ...headers,
  });
  const etagOf = (coding: string | null): string => `"${coding === null ? tag : `${tag}-${coding}`}"`;
  const wanted = request.headers['if-none-match'];
  if (hasIt(wanted, [etagOf(encoding), etagOf(null)])) {
    if (wanted!.trim() === '*') body();
    void reply.header('etag', etagOf(encoding)).status(304).send();
    return;
  }
  const bytes = Buffer.from(body());
  const coded = encoding === null ? null : await compressed(bytes, encoding, tag);
  if (coded) void reply.headers({ 'content-encoding': encoding!, etag: etagOf(encoding) });
  else void reply.header('etag', etagOf(null));
  void reply.type(type).send(coded ?? bytes);
}

function cacheControl(maxAge: number | null): string {
  if (maxAge === null) return 'no-cache';
  return maxAge === 0 ? 'no-store' : `public, max-age=${maxAge}, must-revalidate`;
}

/** RFC 9110 section 13.1.2: the weak comparison. */
function hasIt(ifNoneMatch: string | undefined, etags: readonly string[]): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => etags.includes(tag.trim().replace(/^W\//, '')));
}
