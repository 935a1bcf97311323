import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem, type IdempotencyKey } from '#nest';
import { digest } from './identity.js';

/** What a request came with besides its content. */
export interface SentWith {
  /** The Idempotency-Key of this principal and route; null where none was sent. */
  readonly key: IdempotencyKey | null;
  /** The revision that If-Match names; null where it was not sent. */
  readonly seen: number | null;
  readonly correlationId: string;
  readonly by: string;
}

/** Until sign-in exists the desk has one principal. */
const PRINCIPAL = 'desk';

/** The headers of a write, read strictly. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentWith => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    key: keyOf(request),
    seen: seenOf(request.headers['if-match']),
    correlationId: request.id,
    by: PRINCIPAL,
  };
});

/** By what a write is known if it is sent again. @throws Problem `header-form` */
export function keyOf({ headers, method, url, body }: FastifyRequest): SentWith['key'] {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('header-form', 'Idempotency-Key is 1 to 200 visible ASCII characters, such as a UUID.');
  return { name: `${PRINCIPAL} ${method} ${url} ${key}`, hash: digest(body ?? null) };
}

function seenOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  if (ifMatch === '*') return Number.MAX_SAFE_INTEGER;
  const [, revision] = /^"(\d{1,15})(?:\.[\w-]+)?"$/.exec(ifMatch) ?? [];
  if (revision === undefined)
    throw new Problem('header-form', 'If-Match takes the ETag of what you saw, such as "7.Zk3…", or *.');
  return Number(revision);
}

/** Where a change speaks of one thing, what the editor saw of it must be said. */
export function mustSay(sent: SentWith): void {
  if (sent.seen === null)
    throw new Problem(
      'precondition-required',
      'Say with If-Match which state you saw: send the ETag of your last read at the desk (the archive counts on its own).',
    );
}
