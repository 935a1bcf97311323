import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { version } from '#http';
import { compressed, encodingFor } from './compression.js';

/** What is sent, and what a cache and a client that has it already need to know of it. */
export interface Answered {
  readonly type: string;
  /** Stands in the ETag up to the dot, where `If-Match` reads it. */
  readonly revision: string;
  /** All that the bytes depend on besides route and revision: two answers that have it in common are the same bytes. */
  readonly of: readonly (string | number | null)[];
  /** Of what many stories tell: the same `of` is the same bytes as long as this is the same, and may be later on. */
  readonly until?: string;
  /** Makes the bytes: not called where the reader has them. */
  readonly body: () => string | Buffer;
  /** It is a page of a list: where the next one is, is told by a link too. */
  readonly paged?: true;
  /** In which languages its words are (RFC 9110 section 8.5), once they are made; none of what has all of them. */
  readonly language?: () => readonly string[];
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
  const { type } = answer;
  const body = once(answer.body);
  const encoding = encodingFor(request.headers['accept-encoding']);
  // Whether there is anything at all is known once it is made.
  if (request.headers['if-none-match']?.trim() === '*') body();
  const known =
    answer.until === undefined ? undefined : remembered(routeOf(request), { ...answer, body }, answer.until);
  const tag = etagFor(request, reply, known === undefined ? answer : { ...answer, of: [known] }, encoding);
  if (tag === null) return;
  const bytes = body();
  const languages = answer.language?.() ?? [];
  if (languages.length > 0) void reply.header('content-language', languages.join(', '));
  const coded = encoding === null ? null : await compressed(bytes, encoding, tag);
  const next = answer.paged ? nextIn(bytes) : null;
  if (next !== null) void reply.header('link', `<${next}>; rel="next"`);
  if (coded) void reply.headers({ 'content-encoding': encoding!, etag: etagOf(tag, encoding) });
  void reply.type(type).send(coded ?? bytes);
}

/** The next page of a list that is answered, before whose items it stands (RFC 8288). */
function nextIn(bytes: Buffer): string | null {
  const begin = bytes.toString('latin1', 0, LIST_HEAD);
  const items = begin.indexOf('"items":');
  return /^\{.*?"next":"([^"\\]+)"/.exec(items < 0 ? '' : begin.slice(0, items))?.[1] ?? null;
}
const LIST_HEAD = 4_096;

/** Tells the desk's answers from the archive's, of the same story at the same revision, where one process has both. */
const routeOf = ({ routeOptions: { url = '' } }: FastifyRequest): string => url;

function once(make: () => string | Buffer): () => Buffer {
  let made: Buffer | null = null;
  return () => (made ??= Buffer.from(make()));
}

/** Digests of answers over many stories, by what they are of; what was asked for longest ago goes first. */
const digests = new Map<string, { readonly until: string; readonly digest: string }>();
const REMEMBERED = 5_000;

/** A digest of the bytes themselves, that stays as long as they do: made once until something new is recorded. */
function remembered(route: string, { type, revision, of, body }: Answered, until: string): string {
  const key = JSON.stringify([route, type, revision, ...of]);
  const known = digests.get(key);
  digests.delete(key);
  const made = known?.until === until ? known : { until, digest: hash('sha256', body(), 'base64url') };
  digests.set(key, made);
  if (digests.size > REMEMBERED) digests.delete(digests.keys().next().value!);
  return made.digest;
}

/** Sets the headers by which an answer is kept; null, and 304 is sent, where the reader has it. */
export function etagFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, revision, of, maxAge, vary, headers }: Omit<Answered, 'body' | 'language'>,
  encoding: string | null = null,
): string | null {
  const told = JSON.stringify([version, routeOf(request), type, revision, ...of]);
  const digest = hash('sha256', told, 'base64url').slice(0, 16);
  const tag = `${revision}.${digest}`;
  // What may be old is asked for each time: a kill may have passed it by.
  const kept = reply.hasHeader('dateline-level-at') ? null : maxAge;
  void reply.headers({
    'cache-control': cacheControl(kept),
    vary: vary === undefined ? VARIES : `${vary}, ${VARIES}`,
    etag: etagOf(tag, null),
    ...headers,
  });
  const mine = [etagOf(tag, null), ...(encoding === null ? [] : [etagOf(tag, encoding)])];
  const had = mine.find((etag) => hasIt(request.headers['if-none-match'], etag));
  if (had === undefined) return tag;
  void reply.header('etag', had).status(304).send();
  return null;
}

export const etagOf = (tag: string, encoding: string | null): string =>
  `"${encoding === null ? tag : `${tag}-${encoding}`}"`;

function cacheControl(maxAge: number | null): string {
  if (maxAge === null) return 'no-cache';
  return maxAge === 0 ? 'no-store' : `public, max-age=${maxAge}, must-revalidate`;
}

/** RFC 9110 section 13.1.2: the weak comparison. */
function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
