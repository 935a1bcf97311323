import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { version } from '#http';
import { compressed, encodingFor } from './compression.js';

/** An answer, with what caches and conditional requests need. */
export interface Answer {
  readonly type: string;
  /** The ETag up to the dot, where `If-Match` reads it. */
  readonly revision: string;
  /** All that the bytes depend on besides route and revision: two answers with the same values have the same bytes. */
  readonly dependsOn: readonly (string | number | null)[];
  /** Of an answer about many stories: the state of the read model. While it stays the same, so do the bytes. */
  readonly modelState?: string;
  /** Makes the bytes. Not called if the client has them. */
  readonly body: () => string | Buffer;
  /** The answer is a page of a list: the address of the next page is also sent as a link. */
  readonly paged?: true;
  /** The languages of its words (RFC 9110 section 8.5), after `body` was called. Absent for JSON, which has all. */
  readonly language?: () => readonly string[];
  /** Seconds for which a cache may serve it without asking. Null: it asks each time. 0: it stores nothing. */
  readonly maxAge: number | null;
  /** Request headers besides those by which every answer varies. */
  readonly vary?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const VARIES = 'Accept-Encoding, Dateline-Position';

/**
 * Sends an answer with a strong ETag, `"<revision>.<digest>"`. The digest differs for each format and content coding.
 * Sends 304, without making the body, if the client has it (RFC 9110 sections 8.8.3 and 13.1.2).
 */
export async function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<void> {
  const { type } = answer;
  const body = once(answer.body);
  const encoding = encodingFor(request.headers['accept-encoding']);
  // `*` matches anything that exists: making the body throws if nothing does.
  if (request.headers['if-none-match']?.trim() === '*') body();
  const content =
    answer.modelState === undefined
      ? undefined
      : contentDigest(routeOf(request), { ...answer, body }, answer.modelState);
  const tag = etagFor(
    request,
    reply,
    content === undefined ? answer : { ...answer, dependsOn: [content] },
    encoding,
  );
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

/** The address of the next page (RFC 8288), read from a list in JSON: `next` comes before `items`. */
function nextIn(bytes: Buffer): string | null {
  const begin = bytes.toString('latin1', 0, LIST_HEAD);
  const items = begin.indexOf('"items":');
  return /^\{.*?"next":"([^"\\]+)"/.exec(items < 0 ? '' : begin.slice(0, items))?.[1] ?? null;
}
const LIST_HEAD = 4_096;

/** Separates the desk's answers from the archive's, for the same story at the same revision, in one process. */
const routeOf = ({ routeOptions: { url = '' } }: FastifyRequest): string => url;

function once(make: () => string | Buffer): () => Buffer {
  let made: Buffer | null = null;
  return () => (made ??= Buffer.from(make()));
}

/** Digests of answers about many stories, least recently used first. */
const digests = new Map<string, { readonly modelState: string; readonly digest: string }>();
const MOST_DIGESTS = 5_000;

/** A digest of the bytes themselves. It is computed once for each state of the read model. */
function contentDigest(
  route: string,
  { type, revision, dependsOn, body }: Answer,
  modelState: string,
): string {
  const key = JSON.stringify([route, type, revision, ...dependsOn]);
  const cached = digests.get(key);
  digests.delete(key);
  const entry =
    cached?.modelState === modelState ? cached : { modelState, digest: hash('sha256', body(), 'base64url') };
  digests.set(key, entry);
  if (digests.size > MOST_DIGESTS) digests.delete(digests.keys().next().value!);
  return entry.digest;
}

/** Sets the headers for caches. Returns the ETag without quotes; null if the client has the answer, and 304 was sent. */
export function etagFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, revision, dependsOn, maxAge, vary, headers }: Omit<Answer, 'body' | 'language'>,
  encoding: string | null = null,
): string | null {
  const all = JSON.stringify([version, routeOf(request), type, revision, ...dependsOn]);
  const digest = hash('sha256', all, 'base64url').slice(0, 16);
  const tag = `${revision}.${digest}`;
  // An answer from an old read model may lack a kill: caches ask each time.
  const age = maxAge !== 0 && reply.hasHeader('dateline-level-at') ? null : maxAge;
  void reply.headers({
    'cache-control': cacheControl(age),
    vary: vary === undefined ? VARIES : `${vary}, ${VARIES}`,
    etag: etagOf(tag, null),
    ...headers,
  });
  const ours = [etagOf(tag, null), ...(encoding === null ? [] : [etagOf(tag, encoding)])];
  const theirs = ours.find((etag) => matches(request.headers['if-none-match'], etag));
  if (theirs === undefined) return tag;
  void reply.header('etag', theirs).status(304).send();
  return null;
}

export const etagOf = (tag: string, encoding: string | null): string =>
  `"${encoding === null ? tag : `${tag}-${encoding}`}"`;

function cacheControl(maxAge: number | null): string {
  if (maxAge === null) return 'no-cache';
  return maxAge === 0 ? 'no-store' : `public, max-age=${maxAge}, must-revalidate`;
}

/** RFC 9110 section 13.1.2: the weak comparison. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
