import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isDryRun, keyOf, principalOf, Problem, takesDryRun, type IdempotencyKey } from '#http';
import { reachOf, type Role } from '#roles';
import { actsOnOwnOnly, identified } from '#staff';

/** The headers of a write, and what else a request says besides its body. */
export interface WriteHeaders {
  readonly key: IdempotencyKey | null;
  /** The revision in If-Match: {@link ANY} for `*`, null without the header. */
  readonly seen: number | null;
  readonly correlationId: string;
  readonly by: string;
  readonly roles: readonly Role[];
  /** Whether the sender may act only on what he or she recorded. */
  readonly ownOnly: boolean;
  readonly dryRun: boolean;
  /** Whether the sender may approve unnamed sources. A service may not: approvals are by people. */
  readonly approvesSources: boolean;
}

/** Matches every revision. */
export const ANY = Infinity;

/** The {@link WriteHeaders} of a request. A route with this parameter takes `?dryRun`. @throws Problem `header-form` */
export const SentHeaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): WriteHeaders =>
    writeHeadersOf(context.switchToHttp().getRequest<FastifyRequest>()),
  [takesDryRun],
);

/** The same for a route without a dry run. */
export const SentForReal = createParamDecorator((_: unknown, context: ExecutionContext): WriteHeaders =>
  writeHeadersOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function writeHeadersOf(request: FastifyRequest): WriteHeaders {
  const { roles = [], kind } = identified(request) ?? {};
  return {
    key: keyOf(request),
    seen: revisionIn(request.headers['if-match']),
    correlationId: request.id,
    by: principalOf(request),
    roles,
    ownOnly: actsOnOwnOnly(request),
    dryRun: isDryRun(request),
    approvesSources: kind !== 'service' && reachOf('approve-source', roles) !== null,
  };
}

function revisionIn(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  if (ifMatch === '*') return ANY;
  const [, revision] = /^"(\d{1,15})(?:\.[\w-]+)?"$/.exec(ifMatch) ?? [];
  if (revision === undefined)
    throw new Problem('header-form', 'If-Match takes the ETag of what you saw, such as "7.Zk3…", or *.');
  return Number(revision);
}

/** @throws Problem `precondition-required` without If-Match */
export function requireIfMatch(sent: WriteHeaders): void {
  if (sent.seen === null)
    throw new Problem(
      'precondition-required',
      'Send If-Match with the ETag of your last read at the desk. The archive has other revisions.',
    );
}

/**
 * Refuses a change of something that changed after the revision in If-Match, and a revision that does not exist. `head` is
 * the last revision, or -1.
 *
 * @throws Problem `precondition-failed`
 */
export function checkIfMatch(seen: number, changed: number | null, head: number): void {
  if (seen !== ANY && seen > head)
    throw new Problem(
      'precondition-failed',
      head < 0
        ? 'Nothing exists here yet: send no If-Match.'
        : `Revision ${seen} does not exist, the last is ${head}: read again, and send the ETag that the desk gives.`,
      head < 0 ? {} : { members: { revision: String(head) } },
    );
  if (changed === null || changed <= seen) return;
  throw new Problem(
    'precondition-failed',
    `It changed at revision ${changed}, after revision ${seen} that you saw: read again.`,
    { members: { revision: String(changed) } },
  );
}
