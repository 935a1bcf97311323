import { ConsoleLogger, Logger, type LogLevel as NestLevel } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG_LEVELS, type LogLevel } from '#settings';

const NEST: Readonly<Record<LogLevel, NestLevel>> = {
  fatal: 'fatal',
  error: 'error',
  warn: 'warn',
  info: 'log',
  debug: 'debug',
  trace: 'verbose',
};

/** Loggers of Nest's start, with one line a route. They are useful only for debugging. */
const NEST_STARTUP = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

class Log extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (NEST_STARTUP.has(String(rest.at(-1)))) super.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

/** The log of a program: text on a terminal, else one JSON object a line. */
export function logAt(level: LogLevel, terminal = process.stdout.isTTY): ConsoleLogger {
  const levels = LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1);
  return new Log({
    prefix: 'Dateline',
    json: !terminal,
    logLevels: levels.map((name) => NEST[name]),
  });
}

const access = new Logger('Http');

/** Logs one line a request, at `debug`: method, route, status, milliseconds and id; never the query or the body. */
export function logAccess(request: FastifyRequest, reply: FastifyReply): void {
  if (!Logger.isLevelEnabled('debug')) return;
  const route = request.is404 ? '-' : (request.routeOptions.url ?? '-');
  access.debug(
    `${request.method} ${route} ${reply.statusCode} ${reply.elapsedTime.toFixed(1)} ms ${request.id}`,
  );
}
