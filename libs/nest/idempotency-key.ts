import { Problem } from './problem.js';

/** By what a repeated request is known: its key, and the hash of what it was first sent with. */
export interface IdempotencyKey {
  readonly name: string;
  readonly hash: string;
}

export const keyReused = (): Problem =>
  new Problem(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: send a new key with new content.',
  );
