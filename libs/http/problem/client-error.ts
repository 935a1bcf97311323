import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem, PROBLEM_JSON, problemBody } from './problem.js';
import { problemOfStatus } from './problem-of.js';

const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers input that is not a valid HTTP request. No route, hook or filter ever sees it. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  // Without a handshake, nothing can be said.
  if (error.code === 'ECONNRESET' || /^ERR_(?:TLS|SSL)_/.test(error.code ?? '') || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    problemOfStatus(STATUS[error.code ?? ''] ?? 400) ??
    new Problem('bad-request', 'The request is not valid HTTP.');
  const body = JSON.stringify(problemBody(problem, randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
