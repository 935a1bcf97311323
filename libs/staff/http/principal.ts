import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem, setPrincipal } from '#http';
import type { Role } from '#roles';

/** Who sends a request: a person with a session, a service with a token, or the command line on this machine. */
export interface Principal {
  /** Stable, and safe in logs: events name it. */
  readonly id: string;
  readonly kind: 'person' | 'service' | 'command-line';
  readonly name: string;
  readonly roles: readonly Role[];
  /** The id of the session of a person; null for others. */
  readonly session: string | null;
}

const principals = new WeakMap<FastifyRequest, Principal>();

export function identify(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
  setPrincipal(request, principal.id);
}

/** Null for a request without credentials. */
export const identified = (request: FastifyRequest): Principal | null => principals.get(request) ?? null;

/** The {@link Principal} of a request. @throws Problem `unauthorized` */
export function principalIn(request: FastifyRequest): Principal {
  const principal = identified(request);
  if (!principal) throw unauthorized('Sign in, or send a token: `Authorization: Bearer …`.');
  return principal;
}

/** RFC 9110 section 11.6.1: a 401 names a scheme. */
export const unauthorized = (detail: string): Problem =>
  new Problem('unauthorized', detail, { headers: { 'www-authenticate': 'Bearer realm="Dateline desk"' } });

/** The {@link Principal} of a request, as a parameter of a handler. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalIn(context.switchToHttp().getRequest<FastifyRequest>()),
);
