import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStoreError, OutcomeUnknown } from '#event-store';
import { faultOf } from '../problem/fault.js';
import { Problem, PROBLEM_JSON, problemBody } from '../problem/problem.js';
import { problemOf, problemOfStatus } from '../problem/problem-of.js';
import { Routes } from '../problem/routes.js';

/** Answers every error of a request as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly routes: Routes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const found = problemFrom(error, request);
    const unrouted = request.is404 && found.code === 'not-found';
    const problem = (unrouted ? this.routes.wrongMethod(request) : null) ?? found;
    if (reply.sent || reply.raw.headersSent) {
      // A part of the answer is sent already. Only a cut connection shows that it is incomplete.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, problem, request.id);
  }
}

const logger = new Logger('Http');

/** Milliseconds until a reason is logged again: a full volume may fail every request. */
const LOGGED_AGAIN = 60_000;
const loggedAt = new Map<string, number>();

/** Logs a reason, unless it was logged lately. */
function logOnce(reason: string, id: string): void {
  const now = performance.now();
  if (now - (loggedAt.get(reason) ?? -Infinity) < LOGGED_AGAIN) return;
  if (loggedAt.size >= 100) loggedAt.clear();
  loggedAt.set(reason, now);
  logger.error(`Request ${id} was refused: ${reason}`);
}

/**
 * The answer to an error under a request. What is not ours, any 5xx of Nest's exceptions, and an unusable store or file are
 * logged.
 */
export function problemFrom(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof OutcomeUnknown && ['GET', 'HEAD'].includes(request.method))
    return readOfUnknownOutcome();
  const known = problemOf(error);
  if (known?.code === 'store-unavailable' && !(error instanceof Problem))
    logOnce(error instanceof EventStoreError ? error.message : faultOf(error), request.id);
  if (known && !(error instanceof HttpException && known.status >= 500)) return known;
  logger.error(`Request ${request.id} failed.\n${faultOf(error)}`);
  return known ?? problemOfStatus(500)!;
}

/** A read has no outcome that could be unknown. The unknown outcome is that of an earlier write. */
const readOfUnknownOutcome = (): Problem =>
  new Problem('store-unavailable', 'The outcome of the last write to this is unknown. Read again later.', {
    headers: { 'retry-after': '5' },
  });

/** Headers that describe a body. They must not remain on a problem. */
const ENTITY_HEADERS = [
  'etag',
  'last-modified',
  'content-length',
  'content-encoding',
  'content-location',
  'content-disposition',
  'memento-datetime',
  'link',
];

/** Sends a problem, and removes the headers that a handler set for its answer. */
export function sendProblem(reply: FastifyReply, problem: Problem, request: string): void {
  for (const header of ENTITY_HEADERS) reply.removeHeader(header);
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .headers({ ...problem.options.headers })
    .type(PROBLEM_JSON)
    // As bytes, for Fastify adds to a string a charset that this media type does not have.
    .send(Buffer.from(JSON.stringify(problemBody(problem, request))));
}
