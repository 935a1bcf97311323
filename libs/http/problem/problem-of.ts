import { HttpException } from '@nestjs/common';
import { EventStoreError, FileUnusable } from '#event-store';
import { Refusal } from '#story';
import { Problem } from './problem.js';
import type { ProblemCode } from './problem-status.js';
import { REFUSAL_STATUS } from './refusal-status.js';

/**
 * The answer to an error of the newsroom's rules, of the store, of Nest or Fastify. Null for every other error: a client
 * learns only that it happened. Messages of the store, of Nest's exceptions and of packages are never shown: they may
 * name streams, files, fields or people.
 */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return ofRefusal(error);
  if (FileUnusable.isCause(error)) return fileUnusable();
  if (error instanceof EventStoreError) return STORE[error.code]?.() ?? null;
  if (error instanceof HttpException) return problemOfStatus(error.getStatus());
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status < 500 ? problemOfStatus(status) : null;
}

function ofRefusal({ code, message, pointer }: Refusal): Problem {
  if (pointer === null) return new Problem(code, message);
  const status = REFUSAL_STATUS[code] === 404 ? 422 : REFUSAL_STATUS[code];
  return new Problem(code, message, { status, errors: [{ pointer, detail: message }] });
}

const retry = { headers: { 'retry-after': '1' } };

const STORE: Readonly<Record<string, () => Problem>> = {
  'outcome-unknown': () =>
    new Problem(
      'outcome-unknown',
      'The outcome is unknown: it may be written or not. Repeat the request with the same Idempotency-Key; it is written once.',
      retry,
    ),
  contention: busy,
  'wrong-expected-revision': busy,
  'store-unavailable': unavailable,
  'event-damaged': damaged,
  'access-denied': unavailable,
  'not-prepared': unavailable,
  'wrong-newsroom': unavailable,
  'server-unsuited': unavailable,
  // Of a log that is opened at its first use.
  'store-locked': fileUnusable,
  'store-incomplete': fileUnusable,
  'store-damaged': fileUnusable,
  'store-swapped': fileUnusable,
  'store-unusable': fileUnusable,
  'schema-too-new': fileUnusable,
  'disk-full': () =>
    new Problem(
      'store-unavailable',
      'The store has no space left. Nothing was written; an operator must free some.',
      {
        headers: { 'retry-after': '60' },
      },
    ),
  'append-too-large': () =>
    new Problem(
      'payload-too-large',
      'The request makes more than the store can append at once. Nothing was written; split it.',
    ),
  'time-runs-backwards': () =>
    new Problem(
      'time-runs-backwards',
      'The story has a later event already. Import in the order of recording.',
    ),
};

/** The log and the health of the store have the reason. */
function unavailable(): Problem {
  return new Problem(
    'store-unavailable',
    'The store does not answer at present. Nothing was written; repeat the request later.',
    { headers: { 'retry-after': '5' } },
  );
}

/** The log and the health of the desk name the file. */
function fileUnusable(): Problem {
  return new Problem(
    'store-unavailable',
    'A file of the desk cannot be used at present. Nothing was written; an operator finds the reason in the log. Then repeat the request.',
    { headers: { 'retry-after': '5' } },
  );
}

/** The log and `dateline verify` name the damaged event. */
function damaged(): Problem {
  return new Problem(
    'event-damaged',
    'An event that this needs is damaged. Nothing was written; an operator must run dateline verify and restore the log.',
  );
}

function busy(): Problem {
  return new Problem(
    'contention',
    'Other writes came first. Nothing was written; repeat the request.',
    retry,
  );
}

const OF_STATUS: Readonly<Record<number, readonly [ProblemCode, string]>> = {
  400: ['bad-request', 'The request could not be read. Check its address, headers and length.'],
  401: ['unauthorized', 'The request has no valid credentials. Send them.'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['not-found', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'This address does not take this method.'],
  406: ['not-acceptable', 'There is no representation that the Accept header allows.'],
  408: ['request-timeout', 'The request took too long to arrive. Send it again.'],
  409: [
    'conflict',
    'The request conflicts with the present state. Read it again, and send a request that fits.',
  ],
  410: ['gone', 'The content of this address is gone.'],
  412: [
    'precondition-failed',
    'A condition of the request does not hold. Read again, and send what you read.',
  ],
  413: ['payload-too-large', 'The body is larger than this address takes. Split it.'],
  415: [
    'unsupported-media-type',
    'The body is not of a media type that this address takes. Send application/json in UTF-8.',
  ],
  422: ['unprocessable', 'The request is well-formed, but its content cannot be processed.'],
  428: ['precondition-required', 'This request needs a condition, such as If-Match.'],
  429: ['too-many-requests', 'There were too many requests. Wait, and send fewer.'],
  431: ['headers-too-large', 'The headers are too large. Send fewer or shorter ones.'],
  500: ['internal', 'Something failed here. The log of the server names this request by its instance.'],
  501: ['not-implemented', 'This server does not support that.'],
  502: ['bad-gateway', 'Another server gave no usable answer. Repeat the request later.'],
  503: ['service-unavailable', 'This is not possible at present. Repeat the request later.'],
  504: ['gateway-timeout', 'Another server did not answer in time. Repeat the request later.'],
};

/** A status without a separate code means the same as x00 (RFC 9110 section 15). */
const OF_CLIENT: (typeof OF_STATUS)[number] = ['bad-request', 'The request was refused.'];
const OF_SERVER: (typeof OF_STATUS)[number] = OF_STATUS[500]!;

/** The problem of a status that Nest, a guard or a package chose. Null if the status is not an error (4xx, 5xx). */
export function problemOfStatus(status: number): Problem | null {
  if (!Number.isInteger(status) || status < 400 || status > 599) return null;
  const [code, detail] = OF_STATUS[status] ?? (status < 500 ? OF_CLIENT : OF_SERVER);
  return new Problem(code, detail, { status });
}
