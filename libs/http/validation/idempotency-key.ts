import type { FastifyRequest } from 'fastify';
import { digest } from './digest.js';
import { principalOf } from './principal.js';
import { Problem } from '../problem/problem.js';

/** The key of a request, and the hash of its body. */
export interface IdempotencyKey {
  readonly name: string;
  readonly hash: string;
}

/** The Idempotency-Key, qualified by principal and route; null without the header. @throws Problem `header-form` */
export function keyOf(request: FastifyRequest): IdempotencyKey | null {
  const { headers, method, url, body } = request;
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem(
      'header-form',
      'Idempotency-Key must be 1 to 200 visible ASCII characters, such as a UUID.',
    );
  return { name: `${principalOf(request)} ${method} ${url} ${key}`, hash: digest(body ?? null) };
}

export const keyReused = (): Problem =>
  new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: send a new key with a new request.',
  );
