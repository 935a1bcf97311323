import type { RefusalCode } from '#story';
import { REFUSAL_STATUS } from './refusal-status.js';

/** The HTTP status of every error that is not a rule of the newsroom: of the request, of the address, of the server. */
export const HTTP_STATUS = {
  'bad-request': 400,
  'address-malformed': 400,
  'body-not-expected': 400,
  'json-syntax': 400,
  'json-encoding': 400,
  'json-duplicate-key': 400,
  'json-key': 400,
  'json-character': 400,
  'json-depth': 400,
  'json-array-length': 400,
  'json-number': 400,
  'query-parameter': 400,
  'time-form': 400,
  cursor: 400,
  'header-form': 400,
  'host-forbidden': 403,
  'origin-forbidden': 403,
  forbidden: 403,
  'not-found': 404,
  'not-yet': 404,
  'original-unknown': 404,
  'party-not-heard': 404,
  'variable-unknown': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'request-timeout': 408,
  'idempotency-in-progress': 409,
  'position-of-another-log': 409,
  'time-runs-backwards': 409,
  killed: 410,
  'position-gone': 410,
  'precondition-failed': 412,
  'payload-too-large': 413,
  'address-too-long': 414,
  'unsupported-media-type': 415,
  validation: 422,
  'idempotency-key-reused': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'taken-down': 451,
  internal: 500,
  contention: 503,
  'outcome-unknown': 503,
  'store-unavailable': 503,
  stale: 503,
  'too-many-followers': 503,
  'not-ready': 503,
} as const;

export type ProblemCode = keyof typeof HTTP_STATUS | RefusalCode;

/** Every code that an answer may carry, with its status. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = { ...HTTP_STATUS, ...REFUSAL_STATUS };
