import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isDryRun, keyOf, PRINCIPAL, Problem, takesDryRun, type IdempotencyKey } from '#http';

/** What a request came with besides its content. */
export interface ActHeaders {
  readonly key: IdempotencyKey | null;
  /** The revision that If-Match names, {@link ANY} for `*`; null where it was not sent. */
  readonly seen: number | null;
  readonly correlationId: string;
  readonly by: string;
  /** Whether it is only asked what would become of it. */
  readonly dryRun: boolean;
}

/** Whatever it is now. */
const ANY = Infinity;

/** The headers of a write, read strictly, and whether it is a dry run. */
export const Headers = createParamDecorator(
  (_: unknown, context: ExecutionContext): ActHeaders => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return {
      key: keyOf(request),
      seen: seenOf(request.headers['if-match']),
      correlationId: request.id,
      by: PRINCIPAL,
      dryRun: isDryRun(request),
    };
  },
  [takesDryRun],
);

function seenOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  if (ifMatch === '*') return ANY;
  const [, revision] = /^"(\d{1,15})(?:\.[\w-]+)?"$/.exec(ifMatch) ?? [];
  if (revision === undefined)
    throw new Problem('header-form', 'If-Match takes the ETag of what you saw, such as "7.Zk3…", or *.');
  return Number(revision);
}

/** Where a change speaks of one thing, what the editor saw of it must be said. */
export function requireIfMatch(sent: ActHeaders): void {
  if (sent.seen === null)
    throw new Problem(
      'precondition-required',
      'Say with If-Match which state you saw: send the ETag of your last read at the desk (the archive counts on its own).',
    );
}

/**
 * Refuses a change of what changed after the revision that If-Match names, and a revision that never was: `head` is the
 * last one there is. @throws Problem `precondition-failed`
 */
export function checkIfMatch(seen: number, changed: number | null, head: number): void {
  if (seen !== ANY && seen > head)
    throw new Problem(
      'precondition-failed',
      head < 0
        ? 'Nothing is there yet: send no If-Match.'
        : `There is no revision ${seen} yet, the last is ${head}: look again, and send the ETag that the desk gives.`,
      head < 0 ? {} : { members: { revision: String(head) } },
    );
  if (changed === null || changed <= seen) return;
  const members = { revision: String(changed) };
  throw new Problem(
    'precondition-failed',
    `It changed at revision ${changed}, after revision ${seen} that you saw: look again.`,
    { members },
  );
}
