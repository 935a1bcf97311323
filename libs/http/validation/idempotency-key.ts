import type { FastifyRequest } from 'fastify';
import { digest } from './digest.js';
import { Problem } from '../problem/problem.js';

/** By what a repeated request is known: its key, and the hash of what it was first sent with. */
export interface IdempotencyKey {
  readonly name: string;
  readonly hash: string;
}

/** Until sign-in exists the desk has one principal. */
export const PRINCIPAL = 'desk';

/** The Idempotency-Key of this principal and route; null where none was sent. @throws Problem `header-form` */
export function keyOf({ headers, method, url, body }: FastifyRequest): IdempotencyKey | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('header-form', 'Idempotency-Key is 1 to 200 visible ASCII characters, such as a UUID.');
  return { name: `${PRINCIPAL} ${method} ${url} ${key}`, hash: digest(body ?? null) };
}

export const keyReused = (): Problem =>
  new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: send a new key with new content.',
  );
