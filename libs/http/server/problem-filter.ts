import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OutcomeUnknown } from '#event-store';
import { faultOf } from '../problem/fault.js';
import { Problem, PROBLEM_JSON, problemBody } from '../problem/problem.js';
import { problemOf, problemOfStatus } from '../problem/problem-of.js';
import { Routes } from '../problem/routes.js';

/** The one funnel: whatever is thrown under a request leaves as `application/problem+json`. */
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
      // Half of an answer is out: a cut connection is the only way to say that it is not whole.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, problem, request.id);
  }
}

const logger = new Logger('Http');

/** The answer to an error under a request. An error that is not ours, and any 5xx of Nest's exceptions, is logged. */
export function problemFrom(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof OutcomeUnknown && ['GET', 'HEAD'].includes(request.method)) return notKnown();
  const known = problemOf(error);
  if (known && !(error instanceof HttpException && known.status >= 500)) return known;
  logger.error(`Request ${request.id} failed.\n${faultOf(error)}`);
  return known ?? problemOfStatus(500)!;
}

/** Who only reads has sent nothing whose outcome could be unknown. */
const notKnown = (): Problem =>
  new Problem(
    'store-unavailable',
    'What was last sent to this is not known to be written. Ask again later.',
    {
      headers: { 'retry-after': '5' },
    },
  );

/** Headers of an answer that say what it is: a problem is no memento, and no table. */
const OF_ANSWERS = [
  'etag',
  'last-modified',
  'content-length',
  'content-encoding',
  'content-location',
  'content-disposition',
  'memento-datetime',
  'link',
];

/** Sends it; what a handler had set for its own answer is taken back. */
export function sendProblem(reply: FastifyReply, problem: Problem, request: string): void {
  for (const header of OF_ANSWERS) reply.removeHeader(header);
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .headers({ ...problem.options.headers })
    .type(PROBLEM_JSON)
    // As bytes, for Fastify adds to a string a charset that this media type does not have.
    .send(Buffer.from(JSON.stringify(problemBody(problem, request))));
}
