import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withDeadline } from '#event-store';
import { answerClientError } from '../problem/client-error.js';
import { openToAllOrigins } from './cross-origin.js';
import { limitArrival } from './arrival.js';
import { limitConnections, type MostConnections } from './connections.js';
import { limitRate, type RequestRate } from './request-rate.js';
import { checkHeaders, setStandardHeaders, requestChecks } from './request-checks.js';
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
  /** The most bytes of a JSON body. Default 256 KiB. */
  readonly bodyLimit?: number;
  /** Routes that take `application/x-ndjson`, such as `/desk/v1/imports`. Their body is the stream, without a limit. */
  readonly ndjson?: readonly string[];
  /** Allows only loopback hosts and these origins. If absent, any host and any origin may send requests. */
  readonly onlyOrigins?: readonly string[];
  /** Finds out who sends a request, before its body is read. A Problem that it throws is the answer. */
  readonly authenticate?: (request: FastifyRequest) => void;
  /** Certificate and key, as PEM. If absent, the server speaks plain HTTP. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Whether a proxy is in front: then `X-Forwarded-For` says who sends a request. */
  readonly behindProxy?: boolean;
  /** Whether clients open the server by https: then browsers keep to it (RFC 6797). */
  readonly onlyTls?: boolean;
  /** Whether pages of any origin may read answers (CORS). */
  readonly openToAll?: boolean;
  /** Milliseconds in which a request must arrive. Default 60 s; checked every `timeoutCheck` milliseconds. NDJSON has 600 s. */
  readonly requestTimeout?: number;
  readonly timeoutCheck?: number;
  /** How many requests a sender may send. If absent, any number. */
  readonly rate?: RequestRate;
  /** The most open connections. Default: 1,000, of any addresses. */
  readonly mostConnections?: MostConnections;
  /** Whether nobody may store answers, unless a handler says otherwise. */
  readonly noStore?: boolean;
  /** Milliseconds without traffic after which a connection is cut. Default: never. */
  readonly silence?: number;
  /** Null and absent: requests are not timed. */
  readonly metrics?: Metrics | null;
}

/** Milliseconds that a request waits in total for a cluster that does not answer. */
const STORE_DEADLINE = 8_000;

/** Milliseconds in which a request must arrive, and its headers, and a handshake of TLS. */
const REQUEST_TIMEOUT = 60_000;
const HEADERS_TIMEOUT = 20_000;

const MOST_CONNECTIONS: MostConnections = { inTotal: 1_000, ofAnAddress: 0 };

/** Milliseconds in which an import file must arrive. */
const NDJSON_TIMEOUT = 600_000;

/** A year. */
const HSTS = 'max-age=31536000';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A Nest application on Fastify. It parses strictly, and answers every error as problem+json. It does not listen yet: call
 * `openApi`, then `listen`.
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
  const checks = [
    checkHeaders,
    ...(options.onlyOrigins ? [hostGuard(options.onlyOrigins)] : []),
    ...(options.authenticate ? [options.authenticate] : []),
    requestChecks(options.ndjson ?? []),
  ];
  limitConnections(server.server, options.mostConnections ?? MOST_CONNECTIONS);
  const count = options.rate && (await limitRate(server, options.rate));
  observeRequests(server, options.metrics ?? null);
  limitArrival(server, options.requestTimeout ?? REQUEST_TIMEOUT, options.ndjson ?? []);
  server.addHook('onRequest', async (request, reply) => {
    setStandardHeaders(request, reply);
    if (options.onlyTls) reply.raw.setHeader('strict-transport-security', HSTS);
    if (options.noStore) reply.raw.setHeader('cache-control', 'no-store');
    const refusal = refusalOf(request, checks);
    // A refused request counts too: to guess a token takes many.
    await count?.(request);
    if (refusal !== null) throw refusal;
  });
  // Not earlier: the parser of the body leaves the async context of earlier hooks.
  server.addHook('preHandler', (_, __, done) => withDeadline(STORE_DEADLINE, done));
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
  requestTimeout: ofBodies = REQUEST_TIMEOUT,
  timeoutCheck = 5_000,
  silence = 0,
  tls = null,
  behindProxy = false,
  ndjson = [],
}: ServerOptions): FastifyAdapter {
  const requestTimeout = ndjson.length > 0 ? NDJSON_TIMEOUT : ofBodies;
  const limits = {
    maxHeaderSize: 16 * 1024,
    // Node applies the longer of the two timeouts to the whole request; its default for headers is 60 s.
    headersTimeout: Math.min(ofBodies, HEADERS_TIMEOUT),
    requestTimeout,
    connectionsCheckingInterval: timeoutCheck,
    // Node would answer without a body; checkHeaders answers a problem.
    requireHostHeader: false,
  };
  // With `https`, Fastify ignores `http`. Its types know one kind of server for each adapter.
  const kind = tls
    ? { https: { ...limits, handshakeTimeout: limits.headersTimeout, ...tls } }
    : { http: limits };
  return new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    ...(kind as object),
    // Only the last proxy: what a client sends before it is not trusted.
    trustProxy: behindProxy ? (_, hop): boolean => hop === 0 : false,
    connectionTimeout: silence,
    // Otherwise close() waits for streams that never end.
    forceCloseConnections: true,
    genReqId: ({ headers }: IncomingMessage) => requestIdIn(headers['x-request-id']) ?? randomUUID(),
    routerOptions: { querystringParser: parseQuery, maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
    // Nest's logger logs.
    logger: false,
  });
}

/** What the first check that fails throws; null if none does. */
function refusalOf(request: FastifyRequest, checks: readonly ((request: FastifyRequest) => void)[]): unknown {
  try {
    for (const check of checks) check(request);
    return null;
  } catch (error) {
    return error;
  }
}

/** A request id of a client or proxy must be a UUID: answers and the log repeat it. */
function requestIdIn(id: string | string[] | undefined): string | null {
  return typeof id === 'string' && UUID.test(id) ? id : null;
}

/** Takes `application/json` with our strict parser, and NDJSON as a stream. Fastify answers 415 to all else. */
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

/** Answers an address that the router cannot decode, or that is too long. No hook has run. */
function answerBadAddress(
  error: { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  setStandardHeaders(request, reply);
  const malformed = new Problem('address-malformed', 'The path is not percent-encoded UTF-8. Encode it.');
  sendProblem(reply, error.statusCode === 414 ? (problemOfStatus(404) ?? malformed) : malformed, request.id);
}
