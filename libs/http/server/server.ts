import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withDeadline } from '#event-store';
import { answerClientError } from '../problem/client-error.js';
import { openToAllOrigins } from './cross-origin.js';
import { checkHeaders, setStandardHeaders, frontDoor } from './front-door.js';
import { hostGuard } from './host-guard.js';
import { logAccess, logAt } from '../telemetry/log.js';
import { HttpModule } from './http.module.js';
import { sendProblem } from './problem-filter.js';
import { Problem } from '../problem/problem.js';
import { problemOfStatus } from '../problem/problem-of.js';
import { parseQuery } from '../validation/query.js';
import type { Metrics } from '../telemetry/metrics.js';
import { observeRequests } from '../telemetry/observed-requests.js';
import type { Settings } from '#settings';
import { parseStrictJson } from '../validation/strict-json.js';

export interface ServerOptions {
  readonly settings: Pick<Settings, 'logLevel'>;
  /** Bytes of a JSON body; 256 KiB unless told. */
  readonly bodyLimit?: number;
  /** Routes (`/desk/v1/imports`) that take `application/x-ndjson`: the body is then the stream, without a limit. */
  readonly ndjson?: readonly string[];
  /** Refuse hosts other than loopback and these origins, and pages of other origins. Absent: any host may ask. */
  readonly onlyOrigins?: readonly string[];
  /** Pages of any origin may read it. */
  readonly openToAll?: boolean;
  /** Milliseconds in which a request must have arrived; 60 s unless told. Looked at every `timeoutCheck`. */
  readonly requestTimeout?: number;
  readonly timeoutCheck?: number;
  /** Milliseconds after which a connection is cut on which nothing moves, as of who takes no answer; never unless told. */
  readonly silence?: number;
  /** Where requests are timed; nowhere unless given. */
  readonly metrics?: Metrics | null;
}

/** Milliseconds that a request waits for a cluster that does not answer, whatever it asks of it. */
const WAITS = 8_000;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A Nest application on Fastify that reads strictly and answers every error as problem+json. It does not listen
 * yet: add `openApi`, then `listen`.
 *
 * @throws what the application throws while it starts
 */
export async function createServer(
  application: Type | DynamicModule,
  options: ServerOptions,
): Promise<NestFastifyApplication> {
  const adapter = adapterFor(options);
  const server = adapter.getInstance<FastifyInstance>();
  readBodies(server, options.ndjson ?? []);
  const guards = [
    checkHeaders,
    ...(options.onlyOrigins ? [hostGuard(options.onlyOrigins)] : []),
    frontDoor(options.ndjson ?? []),
  ];
  observeRequests(server, options.metrics ?? null);
  server.addHook('onRequest', async (request, reply) => {
    setStandardHeaders(request, reply);
    for (const guard of guards) guard(request);
  });
  // After the body's parser, which goes on outside of what went on before it.
  server.addHook('preHandler', (_, __, done) => withDeadline(WAITS, done));
  if (options.openToAll) openToAllOrigins(server);
  server.addHook('onResponse', async (request, reply) => logAccess(request, reply));
  const root: DynamicModule = { module: HttpModule, imports: [application] };
  return NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: logAt(options.settings.logLevel),
    forceCloseConnections: true,
  });
}

function adapterFor({
  bodyLimit = 256 * 1024,
  requestTimeout = 60_000,
  timeoutCheck = 5_000,
  silence = 0,
}: ServerOptions): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    connectionTimeout: silence,
    // Without it, closing waits for streams that never end.
    forceCloseConnections: true,
    http: {
      maxHeaderSize: 16 * 1024,
      // Node takes the longer of the two for the whole request: its own for the headers is 60 s.
      headersTimeout: Math.min(requestTimeout, 20_000),
      requestTimeout,
      connectionsCheckingInterval: timeoutCheck,
      // Node would answer without a word; the front door says what is missing.
      requireHostHeader: false,
    },
    genReqId: ({ headers }: IncomingMessage) => given(headers['x-request-id']) ?? randomUUID(),
    routerOptions: { querystringParser: parseQuery, maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
    // Nest's logger logs.
    logger: false,
  });
}

/** Taken over from a client or proxy only if it is a UUID: it is echoed, and stands in the log. */
function given(id: string | string[] | undefined): string | null {
  return typeof id === 'string' && UUID.test(id) ? id : null;
}

/** `application/json` in our own reading, and nothing else: Fastify answers 415. */
function readBodies(server: FastifyInstance, ndjson: readonly string[]): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_: FastifyRequest, body: Buffer) => parseStrictJson(body),
  );
  if (ndjson.length > 0)
    server.addContentTypeParser('application/x-ndjson', async (_: FastifyRequest, body: unknown) => body);
}

/** An address that the router cannot read, or that is longer than any that exists: no hook has run. */
function answerBadAddress(
  error: { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  setStandardHeaders(request, reply);
  const malformed = new Problem('address-malformed', 'The path is not percent-encoded UTF-8. Encode it.');
  sendProblem(reply, error.statusCode === 414 ? (problemOfStatus(404) ?? malformed) : malformed, request.id);
}
