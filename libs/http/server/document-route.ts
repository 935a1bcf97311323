import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** A document that never changes while the program runs, in each content coding. */
interface EncodedDocument {
  readonly digest: string;
  readonly identity: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Serves a JSON document, compressed once, with conditional requests (RFC 9110 sections 8.4, 13). The first request makes it. */
export function serveDocument(app: NestFastifyApplication, path: string, make: () => unknown): void {
  let made: Promise<EncodedDocument> | null = null;
  app.getHttpAdapter().get(path, async (request: FastifyRequest, reply: FastifyReply) => {
    const { digest, ...forms } = await (made ??= compressed(JSON.stringify(make())));
    const coding = codingFor(request);
    const tag = (of: string): string => `"${of === 'identity' ? digest : `${digest}-${of}`}"`;
    const had = [tag(coding), tag('identity')].find((one) => has(request.headers['if-none-match'], one));
    void reply.headers({
      'cache-control': 'public, max-age=60, must-revalidate',
      vary: 'Accept-Encoding',
      etag: had ?? tag(coding),
    });
    if (had !== undefined) return reply.status(304).send();
    if (coding !== 'identity') void reply.header('content-encoding', coding);
    return reply.type('application/json; charset=utf-8').send(forms[coding]);
  });
}

async function compressed(text: string): Promise<EncodedDocument> {
  const identity = Buffer.from(text);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(identity),
  ]);
  return { digest: hash('sha256', identity, 'base64url').slice(0, 16), identity, br, gzip: gz };
}

function codingFor({ headers }: FastifyRequest): 'br' | 'gzip' | 'identity' {
  if (headers['accept-encoding'] === undefined) return 'identity';
  const found = new Negotiator({ headers }).encoding(['br', 'gzip', 'identity']);
  return found === 'br' || found === 'gzip' ? found : 'identity';
}

/** RFC 9110 section 13.1.2: the weak comparison. */
const has = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
